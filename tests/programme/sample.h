#pragma once

#include "shared/base/assets.h"
#include "shared/base/date.h"
#include "shared/programme/programme.h"
#include "shared/programme/verdict.h"

#include <array>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

namespace sango::programme::sample {

/// The five whose rules are delivered.
inline constexpr std::array kProgrammeIds{"nerima", "minamiaso", "setagaya", "nakano", "kashiwa"};

inline std::string file_text(std::string_view id) {
    std::ifstream in(assets_folder() / "programmes" / (std::string(id) += ".toml"));
    return {std::istreambuf_iterator<char>(in), {}};
}

inline Programme rules_of(std::string_view id) {
    auto loaded = load_programme(file_text(id), std::string(id) + ".toml");
    if (!loaded) FAIL(loaded.error().message.en);
    return *loaded;
}

inline Date day(std::string_view text) {
    const auto parsed = parse_date(text);
    if (!parsed) FAIL("no such day: " << text);
    return *parsed;
}

inline Instant moment(std::string_view text) {
    const auto parsed = parse_instant(text);
    if (!parsed) FAIL("no such moment: " << text);
    return *parsed;
}

/// A mother in Nerima with a two-month-old, everything known and in order.
inline Request request(Service service = Service::short_stay, std::string_view start = "2026-05-10",
                       int days = 2) {
    Request request;
    request.service = service;
    request.start = day(start);
    request.days = service == Service::short_stay || service == Service::sibling_short_stay ? days : 1;
    request.units = 1;
    request.asked_at = moment("2026-05-01T09:00:00+09:00");
    Mother mother;
    mother.resident = true;
    mother.household = Household::taxed;
    mother.medical_treatment = false;
    mother.acute_infection = false;
    mother.unwell_or_anxious = true;
    mother.family_support = FamilySupport::none;
    mother.support_need = SupportNeed::ordinary;
    request.mother = mother;
    request.children = {Child{day("2026-03-01"), day("2026-03-10"), 2900}};
    request.used = std::vector<Use>{};
    request.card = Card{CardKind::coupon, 5, Yen(600), day("2026-04-03")};
    request.decision = Decision{true, false, true, 0};
    return request;
}

/// A request for a child born on `born` at term and of good weight, used on `start`.
inline Request request_for_birth(Service service, std::string_view born, std::string_view start,
                                 int days = 1) {
    Request asked = request(service, start);
    asked.days = days;
    asked.children = {Child{day(born), day(born), 3000}};
    asked.asked_at = moment(std::string(born) + "T12:00:00+09:00");
    return asked;
}

inline Use use(Service service, std::string_view date, int days = 1, int units = 1) {
    return {service, day(date), days, units};
}

inline const Reason* find(const Verdict& verdict, std::string_view rule) {
    for (const Reason& reason : verdict.reasons)
        if (reason.rule == rule) return &reason;
    return nullptr;
}

/// The answer of one rule; "-" where the programme does not rule it.
inline std::string outcome(const Verdict& verdict, std::string_view rule) {
    const Reason* reason = find(verdict, rule);
    return reason == nullptr ? "-" : std::string(word(reason->verdict));
}

inline std::vector<std::string> missing(const Verdict& verdict, std::string_view rule) {
    const Reason* reason = find(verdict, rule);
    return reason == nullptr ? std::vector<std::string>{} : reason->missing;
}

}  // namespace sango::programme::sample
