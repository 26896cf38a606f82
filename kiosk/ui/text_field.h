#pragma once

#include "kiosk/ui/context.h"

#include <string>
#include <string_view>

namespace sango::ui {

struct FieldLook {
    std::string_view label = {};        ///< above the field, 18 px
    std::string_view placeholder = {};  ///< inside while it is empty
    std::string_view error = {};        ///< below, with ×; says what to do
    std::string_view why_disabled = {};
    bool secret = false;      ///< dots (PIN); the registry holds dots too
    std::size_t most = 4000;  ///< bytes of UTF-8 at most
    bool lines = false;       ///< several lines; Enter makes a new one
    Type type = Type::body;
};

/// What happened to a field in this frame.
struct FieldEvent {
    bool changed = false;    ///< `value` is another text than before
    bool submitted = false;  ///< Enter in a field of one line
    bool focused = false;
};

/// A line (or lines) of text. `at` is the box itself, 52 px high or more; label and error lie outside
/// of it (28 px above, 28 px below).
///
/// `value` is UTF-8 of any characters (𠮷野, variation selectors, private use) and only changes by a
/// real edit: focusing, leaving and drawing never touch it. It never holds NUL, a slot or a lone
/// surrogate. A value that changed outside while the field has the keyboard is taken over.
FieldEvent text_field(Context& ui, std::string_view id, const Rect& at, std::string& value,
                      const FieldLook& look = {});

}  // namespace sango::ui
