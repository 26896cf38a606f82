#include "shared/report/send_outcome.h"

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::report;

TEST_CASE("what a try ended with comes back as it was kept") {
    const SendOutcome outcome{{"受け取りませんでした。", "Not taken."},
                              {{"/rows/3/days", {"日数が違います。𠮷", "Wrong \"days\"."}}, {"", {"", ""}}}};
    CHECK(parse_outcome(outcome_text(outcome)) == outcome);
}

TEST_CASE("what cannot be read is left out") {
    for (const char* broken : {"", "{", "[]", "{\"reasons\":3}", "{\"reasons\":[3]}", "{\"ja\":1}"})
        CHECK(parse_outcome(broken) == SendOutcome{});
}
