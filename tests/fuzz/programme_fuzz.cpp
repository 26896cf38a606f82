// What comes from outside the programme room: a programme file (TOML) and a request (JSON). The first byte
// chooses.

#include "shared/programme/describe.h"
#include "shared/programme/programme.h"
#include "shared/programme/tree.h"
#include "shared/programme/verdict_json.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

using namespace sango;
using namespace sango::programme;

/// The smallest whole programme, for requests to be judged by.
constexpr std::string_view kProgramme = R"(
format = 1
programme = { id = "a", code = "131202", name = { ja = "a", en = "a" }, scheme = { ja = "a", en = "a" }, contact = { ja = "a", en = "a" }, colour = "#000000", valid_from = 2021-04-01, source = "002 a" }
residency = { source = "002 a", moved_out_source = "002 a" }
loss = { services = ["outreach"], source = "002 a" }
cancel = { days_before = 1, at = 10:00:00, before_closed_days = true, source = "002 a" }
household = { exempt = ["tax_exempt"], confirmation_lapses = "07-01", source = "002 a" }
booking = { after_birth_only = true, opens_days_before = 14, closes_days_before = 1, closes_at = 10:00:00, source = "002 a" }
decision = { required = true, request_letter_for_first_use = true, raises_limit = true, source = "002 a" }
card = { coupons = 5, kinds = [{ kind = "coupon", name = { ja = "a", en = "a" }, source = "002 a" }], source = "002 a" }
[service.short_stay]
name = { ja = "a", en = "a" }
counted_in = "nights"
window = { ask_after_months = 4, refuse_after_months = 12, corrected_age = "apply", source = "002 a" }
copay = { first_two_days = 7000, each_further_day = 3500, source = "002 a" }
source = "002 a"
[service.day_care]
name = { ja = "a", en = "a" }
counted_in = "dates"
window = { refuse_after_months = 12, corrected_age = "ask", source = "002 a" }
copay = { each_day = 4500, each_day_with_coupon = 2000, multiples_each_day = 500, source = "002 a" }
source = "002 a"
[service.outreach]
name = { ja = "a", en = "a" }
counted_in = "units"
unit_minutes = 120
window = { refuse_after_months = 12, corrected_age = "none", source = "002 a" }
copay = { each_unit = "certificate", source = "002 a" }
source = "002 a"
[[limit]]
services = ["short_stay", "day_care", "outreach"]
total = 7
total_multiples = 9
counter = { ja = "a", en = "a" }
per_birth = true
source = "002 a"
)";

const Programme& judged_by() {
    static const Programme programme = [] {
        auto loaded = load_programme(kProgramme, "fuzz.toml");
        if (!loaded) std::abort();
        return *loaded;
    }();
    return programme;
}

void load(std::string_view text) {
    const auto loaded = load_programme(text, "fuzz.toml");
    if (loaded && describe(*loaded).empty()) std::abort();
    if (!loaded && loaded.error().message.ja.empty()) std::abort();
}

void ask(std::string_view text) {
    const auto parsed = parse_request(text);
    if (!parsed) {
        if (parsed.error().message.en.find('\n') != std::string::npos) std::abort();
        return;
    }
    const Verdict verdict = judge(judged_by(), parsed->request);
    if (verdict.remaining && verdict.remaining->after > verdict.remaining->before) std::abort();
    // An answer is JSON again, or the way out is broken.
    if (!parse_json(verdict_json(verdict))) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    if (data[0] == 'T')
        load(text);
    else
        ask(text);
    return 0;
}
