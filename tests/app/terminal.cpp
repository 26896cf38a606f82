#include "tests/app/terminal.h"

#include "shared/clinic/demo_clinic.h"
#include "shared/clinic/demo_people.h"
#include "shared/programme/programme.h"
#include "shared/report/demo_report.h"

#include <algorithm>

#include <doctest/doctest.h>

namespace sango::test {
namespace {

namespace fs = std::filesystem;

const fs::path kAssets = fs::path(SANGO_SOURCE_DIR) / "assets";

/// Made once in a run: a day of a clinic is hundreds of transactions.
const fs::path& made_demo() {
    static const TempFolder folder;
    static const fs::path data = [] {
        const fs::path made = folder.path() / "clinic";
        const auto done = clinic::make_demo_clinic(
            {made, kAssets, *parse_instant(kDemoAt), 1, false, report::demo_papers()});
        REQUIRE_MESSAGE(done.ok(), (done.ok() ? "" : done.error().message.en));
        return made;
    }();
    return data;
}

template <class T>
std::unique_ptr<T> owned(Result<T> opened) {
    REQUIRE_MESSAGE(opened.ok(), (opened.ok() ? "" : opened.error().message.en));
    return std::make_unique<T>(std::move(opened).value());
}

clinic::Clinic clinic_in(const std::filesystem::path& data, const Clock& clock) {
    auto clinic = clinic::open({data, kAssets}, clock, system_random());
    REQUIRE(clinic.ok());
    return std::move(*clinic);
}

}  // namespace

void set_in(const fs::path& data, std::string_view name, const std::string& value) {
    const HandClock clock{*parse_instant(kDemoAt)};
    auto clinic = clinic_in(data, clock);
    const clinic::AsTerminal acting(clinic);
    REQUIRE(clinic::set_setting(clinic, name, value).ok());
}

std::string setting_in(const fs::path& data, std::string_view name) {
    const HandClock clock{*parse_instant(kDemoAt)};
    const auto clinic = clinic_in(data, clock);
    return clinic::setting(clinic, name)->value_or("");
}

DemoData::DemoData() {
    fs::copy(made_demo(), data_, fs::copy_options::recursive);
    fs::permissions(data_, fs::perms::owner_all);
}

std::string DemoData::user(int nth) {
    const auto programmes = programme::Catalogue::load(kAssets / "programmes");
    REQUIRE(programmes.ok());
    return *clinic::demo_number(clinic::demo_mothers().at(static_cast<std::size_t>(nth - 1)),
                                programmes.value(), japan_date(*parse_instant(kDemoAt)));
}

Terminal::Terminal(const fs::path& data, const char* at, devices::SpeakerSource speaker,
                   devices::Printing printing)
    : clock_(*parse_instant(at)) {
    kiosk_ = std::make_unique<app::Kiosk>(clinic::OpenRequest{data, kAssets}, clock_, system_random(),
                                          std::function<void()>(), std::move(speaker), std::move(printing));
    surface_ = owned(platform::Offscreen::open(1280, 800));
    words_ = owned(ui::Words::load(kAssets / "text"));
    fonts_ = owned(ui::Fonts::open(ui::debian_fonts()));
    renderer_ = owned(platform::Renderer::open());
    ui_ = std::make_unique<ui::Context>(*fonts_, *words_);
    player_ = std::make_unique<app::Player>(*ui_, *surface_, *renderer_, *kiosk_, clock_, out_);
}

std::string Terminal::try_to(std::string_view script) {
    const auto lines = platform::parse_play_script(script);
    REQUIRE_MESSAGE(lines.ok(), (lines.ok() ? "" : lines.error().message.en));
    const auto played = player_->play(lines.value());
    return played.ok() ? std::string() : played.error().message.en;
}

void Terminal::play(std::string_view script) {
    REQUIRE(try_to(script) == "");
    CHECK(ui_->registry().duplicates().empty());
}

std::string Terminal::text(std::string_view id) const {
    const ui::Entry* entry = ui_->registry().find(id);
    return entry == nullptr ? std::string() : entry->text;
}

bool Terminal::says(std::string_view words) const {
    return std::ranges::any_of(ui_->registry().entries(), [words](const ui::Entry& entry) {
        return entry.visible && entry.text.find(words) != std::string::npos;
    });
}

}  // namespace sango::test
