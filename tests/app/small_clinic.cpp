#include "tests/app/small_clinic.h"

#include "shared/base/user_number.h"

#include <doctest/doctest.h>

namespace sango::test {

SmallClinic::SmallClinic() {
    const clinic::NewClinic clinic{"sakura-0123", "さくら助産院", {{"山田 花", "manager"}}};
    REQUIRE(clinic::create(data_, clinic, clock_, seeded_random(1)).ok());
    auto opened = open();
    REQUIRE(clinic::set_setting(opened, "contract.nerima", "1").ok());
    REQUIRE(clinic::set_setting(opened, "contract.minamiaso", "1").ok());
}

clinic::OpenRequest SmallClinic::request() const {
    return {data_, std::filesystem::path(SANGO_SOURCE_DIR) / "assets"};
}

clinic::Clinic SmallClinic::open() {
    auto opened = clinic::open(request(), clock_, seeded_random(2));
    REQUIRE_MESSAGE(opened.ok(), (opened.ok() ? "" : opened.error().message.en));
    return std::move(opened).value();
}

clinic::Registration mother_of_nerima(int nth) {
    clinic::Registration told;
    told.programme = "nerima";
    told.user_number = *make_user_number('N', std::to_string(4820 + nth));
    told.name = "佐藤 美咲" + std::to_string(nth);
    told.kana = "さとう みさき";
    told.facts.resident = true;
    told.facts.household = programme::Household::taxed;
    told.facts.household_confirmed_on = make_date(2026, 9, 20);
    told.facts.medical_treatment = false;
    told.facts.unwell_or_anxious = true;
    told.decision.granted = true;
    clinic::Child baby;
    baby.name = "陽向";
    baby.born = make_date(2026, 9, 12);
    baby.weight_g = 3'105;
    told.children = {baby};
    return told;
}

app::Front::Network FakeNetwork::network() {
    app::Front::Network network;
    network.send = [this](const sync::Endpoint&, sync::Job job, auto then) {
        sendings.push_back({std::move(job), std::move(then)});
    };
    network.ask = [this](const sync::Endpoint&, std::string path, auto then) {
        questions.push_back({std::move(path), std::move(then)});
    };
    network.cancel = [this] { ++cancelled; };
    network.percent = [] { return 0; };
    return network;
}

sync::Answer refused() {
    sync::Answer answer;
    answer.outcome = sync::Answer::Outcome::refused;
    answer.http_status = 422;
    answer.error = error("refused", "差し戻されました。", "Sent back.");
    return answer;
}

sync::Answer no_answer() {
    sync::Answer answer;
    answer.outcome = sync::Answer::Outcome::later;
    answer.error = error("no_network", "つながりません。", "No connection.");
    return answer;
}

std::vector<sync::Endpoint> two_endpoints() {
    return {{"nerima", "https://127.0.0.1:1", {}, {}, {}, Bytes(32)},
            {"minamiaso", "https://127.0.0.1:2", {}, {}, {}, Bytes(32)}};
}

}  // namespace sango::test
