#pragma once

#include "tests/sync/network_stage.h"

#include <memory>
#include <span>

namespace sango::test {

/// One kind of what a clinic asks a municipality for (本日の利用者, 失効, 決まり, 共有資料, ...): each row of
/// the table has the municipality know something new, numbered by the row.
struct AskedKind {
    std::string_view name;
    std::string (*path)();
    /// The municipality has the new thing.
    void (*publish)(NetworkStage&, int nth);
    /// Takes an answer in.
    Result<Done> (*apply)(NetworkStage&, const std::string& json);
    /// How often the clinic knows it: 0 before, 1 once it was taken in.
    int (*known)(NetworkStage&, int nth);
};
[[nodiscard]] std::span<const AskedKind> asked_kinds();

}  // namespace sango::test
