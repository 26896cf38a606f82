#pragma once

#include "shared/base/result.h"

namespace sango::clinic {

/// What a person wrote cannot be kept: a sign that is none, or too much of it.
[[nodiscard]] inline Error unfit_text() {
    return error("bad_text", "文章に使えない文字があるか、長すぎます。短くして入れ直してください。",
                 "The text holds signs that cannot be kept, or is too long. Make it shorter.");
}

}  // namespace sango::clinic
