#include "shared/clinic/slip.h"

#include "shared/clinic/writing.h"

namespace sango::clinic {

using store::value;

Result<Done> keep_copay_lines(Clinic& clinic, std::string_view use_id,
                              const std::vector<programme::CopayLine>& lines) {
    int number = 0;
    for (const programme::CopayLine& line : lines) {
        const auto kept = store::insert(clinic.database, "copay_line",
                                        {{"use_id", value(use_id)},
                                         {"line_no", value(++number)},
                                         {"text_ja", value(line.text.ja)},
                                         {"text_en", value(line.text.en)},
                                         {"yen", value(line.yen)}},
                                        stamp(clinic), "say_copay");
        if (!kept) return kept;
    }
    return Done{};
}

namespace {

Result<Done> read_use(const Clinic& clinic, SlipFacts& facts) {
    auto read = clinic.database.query(
        "SELECT u.units, u.shown, u.coupons_used, c.copay_received FROM service_use u LEFT JOIN check_out c "
        "ON "
        "c.use_id = u.id WHERE u.id = ?1",
        {value(facts.use.id)}, [&](const store::Row& row) {
            facts.units = static_cast<int>(row.integer(0));
            facts.shown = row.text(1);
            facts.coupons_used = static_cast<int>(row.integer(2));
            if (const auto yen = row.maybe_integer(3)) facts.received = Yen(*yen);
            return false;
        });
    if (!read) return read.error();
    read = clinic.database.query(
        "SELECT text_ja, text_en, yen FROM copay_line WHERE use_id = ?1 ORDER BY line_no",
        {value(facts.use.id)}, [&](const store::Row& row) {
            facts.lines.push_back({{row.text(0), row.text(1)}, row.yen(2)});
            return true;
        });
    if (!read) return read.error();
    if (facts.lines.empty()) facts.lines.push_back({{"利用者負担額", "Copay"}, facts.use.copay});
    return Done{};
}

}  // namespace

Result<SlipFacts> slip_facts(const Clinic& clinic, std::string_view use_id) {
    auto use = standing_use(clinic, use_id);
    if (!use) return use.error();
    SlipFacts facts;
    facts.use = std::move(*use);
    const auto mother = find_mother(clinic, facts.use.mother_id);
    if (!mother) return mother.error();
    if (*mother) facts.name = (*mother)->name;
    if (auto done = read_use(clinic, facts); !done) return done.error();

    CheckInDraft now;
    now.mother_id = facts.use.mother_id;
    now.service = facts.use.service;
    const auto assessment = assess(clinic, now);
    if (!assessment) return assessment.error();
    facts.left = assessment->allowances;
    const auto request = request_for(clinic, now);
    if (!request) return request.error();
    if (request->card) facts.coupons_left = request->card->coupons_left;
    return facts;
}

}  // namespace sango::clinic
