#include "shared/sync/delivery.h"
#include "tests/municipality/enrol.h"
#include "tests/support/temp_folder.h"

#include <fstream>

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::sync;

namespace {

/// A data folder into which the municipality has written its half.
struct Data {
    test::TempFolder folder;
    municipality::Office office = *municipality::found_office(folder.path() / "nerima", "131202", "nerima",
                                                              SystemClock().now(), system_random());
    std::filesystem::path data = folder.path() / "clinic";

    Data() {
        REQUIRE(municipality::admit_clinic(office, "sakura-0123", SystemClock().now()).ok());
        REQUIRE(municipality::enrol_clinic(office, "sakura-0123", data, "https://127.0.0.1:8443").ok());
    }
    [[nodiscard]] std::filesystem::path file() const { return data / "sync" / "endpoints.toml"; }
    void write(std::string_view text) { std::ofstream(file()) << text; }
    [[nodiscard]] std::string text() { return municipality::read_file(file()).value(); }
    void replace(std::string_view from, std::string_view to) {
        std::string now = text();
        const auto at = now.find(from);
        REQUIRE(at != std::string::npos);
        write(now.replace(at, from.size(), to));
    }
};

}  // namespace

TEST_CASE("what the municipality writes, the clinic reads") {
    const Data data;
    const auto endpoints = load_endpoints(data.data);
    REQUIRE(endpoints.ok());
    REQUIRE(endpoints->size() == 1);
    CHECK(endpoints->front().programme == "nerima");
    CHECK(endpoints->front().url == "https://127.0.0.1:8443");
    CHECK(endpoints->front().receipt_key.size() == 32);
    const auto rights = std::filesystem::status(endpoints->front().key).permissions();
    CHECK((rights & (std::filesystem::perms::group_all | std::filesystem::perms::others_all)) ==
          std::filesystem::perms::none);
}

TEST_CASE("two municipalities stand side by side, and a new address changes only its own") {
    Data data;
    const auto other = municipality::found_office(data.folder.path() / "minamiaso", "434337", "minamiaso",
                                                  SystemClock().now(), system_random());
    REQUIRE(municipality::admit_clinic(*other, "sakura-0123", SystemClock().now()).ok());
    REQUIRE(municipality::enrol_clinic(*other, "sakura-0123", data.data, "https://127.0.0.1:8444").ok());
    REQUIRE(municipality::set_address(data.office, data.data, "https://127.0.0.1:9000").ok());
    const auto endpoints = load_endpoints(data.data);
    REQUIRE(endpoints.ok());
    REQUIRE(endpoints->size() == 2);
    CHECK(endpoints->at(0).url == "https://127.0.0.1:8444");
    CHECK(endpoints->at(1).url == "https://127.0.0.1:9000");
    CHECK(std::filesystem::exists(data.data / "trust" / "131202.pem"));
    CHECK(std::filesystem::exists(data.data / "trust" / "434337.pem"));
}

TEST_CASE("a clinic without endpoints.toml sends nowhere, and that is no error") {
    const test::TempFolder folder;
    const auto endpoints = load_endpoints(folder.path());
    REQUIRE(endpoints.ok());
    CHECK(endpoints->empty());
}

TEST_CASE("what is wrong in endpoints.toml is named") {
    const std::pair<const char*, const char*> wrong[] = {
        {"https://", "http://"},           {"127.0.0.1:8443", ""},
        {"127.0.0.1:8443", "user@host"},   {"127.0.0.1:8443", "host/?q"},
        {"127.0.0.1:8443", "host/"},       {"nerima-authority.pem", "gone.pem"},
        {"nerima-clinic.key", "gone.key"}, {"nerima-receipt.pem", "nerima-authority.pem"},
        {"receipt_key", "receipt_kex"}};
    for (const auto& [from, to] : wrong) {
        CAPTURE(to);
        Data data;
        data.replace(from, to);
        const auto endpoints = load_endpoints(data.data);
        REQUIRE_FALSE(endpoints.ok());
        CHECK(endpoints.error().code == "bad_endpoint");
        CHECK(endpoints.error().message.en.find("nerima") != std::string::npos);
    }
    Data data;
    data.write("[nerima\n");
    CHECK(load_endpoints(data.data).error().code == "bad_endpoints");
    CHECK(load_endpoints(data.data).error().message.en.find("line 1") != std::string::npos);
    data.write("nerima = 3\n");
    CHECK(load_endpoints(data.data).error().code == "bad_endpoint");
}
