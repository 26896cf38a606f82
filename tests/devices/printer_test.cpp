#include "kiosk/devices/printer.h"

#include "tests/devices/fake_printers.h"

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::devices;
using sango::test::FakePrinters;

namespace {

bool never() {
    return false;
}

std::string end_of(const Result<PrintEnd>& end) {
    if (!end.ok()) return end.error().code;
    return *end == PrintEnd::printed ? "printed" : "handed over";
}

}  // namespace

TEST_CASE("the printers that the machine knows are told by name, with what stands on their plate") {
    const FakePrinters house;
    const auto known = cups_printing(house.server()).known();
    REQUIRE(known.ok());
    REQUIRE(known->size() == 1);
    CHECK(known->front().name == "jimu");
    CHECK(known->front().words == "事務室");
}

TEST_CASE("a PDF arrives whole, as A4, under a title without a name, by queue or by address") {
    const FakePrinters house;
    const std::string pdf = "%PDF-1.5\n" + std::string(200'000, 'x');
    const std::string address = "ipp://127.0.0.1:" + std::to_string(house.port()) + "/printers/jimu";
    for (const std::string& printer : {std::string("jimu"), address}) {
        const auto end = cups_printing(house.server()).print({printer, "sango-house.pdf", pdf}, never);
        CHECK(end_of(end) == "printed");
        const auto taken = house.taken();
        REQUIRE_FALSE(taken.empty());
        CHECK(taken.back().title == "sango-house.pdf");
        CHECK(taken.back().format == "application/pdf");
        CHECK(taken.back().media == "iso_a4_210x297mm");
        CHECK(taken.back().bytes == pdf);
    }
    CHECK(house.taken().size() == 2);
    CHECK(house.forgotten() == 2);
}

TEST_CASE(
    "what stands in a printer's way is said: paper, a stop, a spoilt job; the job is handed over once") {
    FakePrinters house;
    const Printing printing = cups_printing(house.server());
    const PrintJob job{"jimu", "sango-house.pdf", "%PDF-1.5"};
    house.set_reason("media-empty-error");
    const auto empty = printing.print(job, never);
    CHECK(end_of(empty) == "no_paper");
    CHECK(empty.error().message.ja == "プリンター「jimu」の用紙がありません。入れると、続きが印刷されます。");
    CHECK(house.taken().size() == 1);
    house.set_reason("offline-report");
    CHECK(end_of(printing.print(job, never)) == "no_printer");
    house.set_reason("toner-low-warning");  // goes on printing, and nobody waits for ever
    CHECK(end_of(printing.print(job, [] { return true; })) == "handed over");
    house.set_reason("none");
    house.set_spoils(true);
    CHECK(end_of(printing.print(job, never)) == "not_printed");
    house.set_accepts(false);
    CHECK(end_of(printing.print(job, never)) == "printer_stopped");
    CHECK(house.taken().size() == 4);
}

TEST_CASE("a printer that is gone, a service that is not there, an address that is none") {
    std::string closed;
    {
        const FakePrinters house;
        closed = house.server();
        CHECK(end_of(cups_printing(house.server()).print({"other", "t", "%PDF"}, never)) == "no_printer");
        CHECK(house.taken().empty());
    }
    CHECK(cups_printing(closed).known().error().code == "no_print_service");
    CHECK(end_of(cups_printing(closed).print({"jimu", "t", "%PDF"}, never)) == "no_print_service");
    CHECK(end_of(cups_printing(closed).print({"ipp://" + closed + "/ipp/print", "t", "%PDF"}, never)) ==
          "no_printer");
    CHECK(end_of(cups_printing(closed).print({"ipp://", "t", "%PDF"}, never)) == "no_printer");
}
