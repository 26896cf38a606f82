#include "kiosk/app/sheet_writer.h"

#include <atomic>
#include <vector>

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::app;
using namespace std::chrono_literals;

namespace {

report::Document sheet(std::string title) {
    report::Document document;
    document.title = std::move(title);
    return document;
}

struct Written {
    std::mutex mutex;
    std::vector<std::string> titles;
    std::atomic<int> failures{0};
    bool fails = false;

    SheetWriter::Write write() {
        return [this](const report::Document& document, const std::filesystem::path&) -> Result<Done> {
            const std::scoped_lock lock(mutex);
            if (fails) return error("no_folder", "書けません。", "It cannot be written.");
            titles.push_back(document.title);
            return Done{};
        };
    }
    std::vector<std::string> all() {
        const std::scoped_lock lock(mutex);
        return titles;
    }
};

}  // namespace

TEST_CASE("many changes within a moment make one sheet, the newest") {
    Written written;
    {
        SheetWriter writer(written.write(), 50ms, [](std::optional<Error>) {});
        for (int i = 0; i < 20; ++i) writer.changed(sheet(std::to_string(i)), "/nowhere");
        std::this_thread::sleep_for(400ms);
        CHECK(written.all() == std::vector<std::string>{"19"});
    }
    CHECK(written.all().size() == 1);
}

TEST_CASE("what was not written yet is written at the end") {
    Written written;
    {
        SheetWriter writer(written.write(), 1h, [](std::optional<Error>) {});
        writer.changed(sheet("last"), "/nowhere");
    }
    CHECK(written.all() == std::vector<std::string>{"last"});
}

TEST_CASE("a folder that cannot be written to is told") {
    Written written;
    written.fails = true;
    {
        SheetWriter writer(written.write(), 1ms,
                           [&](std::optional<Error> trouble) { written.failures += trouble ? 1 : 0; });
        writer.changed(sheet("x"), "/nowhere");
    }
    CHECK(written.failures == 1);
}
