#pragma once

#include "tests/sync/asked_kinds.h"

#include <array>
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace sango::test {

/// What was found wrong with one kind under one row; each must stay 0.
struct Wrongs {
    int unclear = 0;  ///< a try ended without a state or a sentence, or with another than the row's
    int lost = 0;     ///< not there once the line was good again
    int doubled = 0;  ///< there more than once
    int tries = 0;    ///< over the spoiled line

    [[nodiscard]] int sum() const { return unclear + lost + doubled; }
};

/// Bad networks: a row for each way to fail, a column for each kind of what is told or asked.
class NetworkTable {
public:
    static constexpr std::size_t kColumns = kToldKinds.size() + 7;

    struct Row {
        std::string name;
        std::array<Wrongs, kColumns> wrongs{};
        std::chrono::duration<double> took{};
    };

    static NetworkTable& shared();
    [[nodiscard]] Row& add(std::string_view name);
    [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
    /// Every row with its sums, as it stands in the tests' output.
    [[nodiscard]] std::string text() const;

private:
    std::vector<Row> rows_;
};

}  // namespace sango::test
