#include "kiosk/devices/scanner.h"

#include "kiosk/devices/file_camera.h"
#include "shared/card/barcode.h"

#include <condition_variable>
#include <mutex>

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::devices;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

const Instant kMorning = *parse_instant("2026-05-01T09:00:00+09:00");

Frame frame_of(std::string_view text) {
    const auto image = card::draw_qr(*card::make_qr(text), 4);
    return {PixelFormat::grey, image.width, image.height, image.width, image.pixels};
}

Frame empty_frame() {
    return {PixelFormat::grey, 64, 64, 64, std::vector<std::uint8_t>(64 * 64, 200)};
}

/// What the worker told, in order; waits for it without a clock.
class Heard {
public:
    void tell(std::string what) {
        const std::lock_guard lock(mutex_);
        told_.push_back(std::move(what));
        changed_.notify_all();
    }
    [[nodiscard]] std::vector<std::string> wait_for(std::size_t count) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return told_.size() >= count; });
        return told_;
    }
    [[nodiscard]] std::vector<std::string> now() {
        const std::lock_guard lock(mutex_);
        return told_;
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::string> told_;
};

/// A camera that belongs to the test, lent to the worker.
class Lent final : public Camera {
public:
    explicit Lent(Camera& camera) : camera_(camera) {}
    Result<std::optional<Frame>> next(milliseconds timeout) override { return camera_.next(timeout); }

private:
    Camera& camera_;
};

CameraSource lend(Camera& camera) {
    return [&camera]() -> Result<std::unique_ptr<Camera>> {
        return std::unique_ptr<Camera>(std::make_unique<Lent>(camera));
    };
}

ScanCallbacks codes_to(Heard& heard) {
    return {.on_code = [&](std::string text) { heard.tell(std::move(text)); },
            .on_frame = {},
            .on_trouble = {},
            .on_ready = {}};
}

}  // namespace

TEST_CASE("A card that stays in front of the camera is seen once") {
    Sightings sightings(seconds(2));
    CHECK(sightings.is_new("A", milliseconds(0)));
    for (int t = 33; t < 10'000; t += 33) {
        CHECK_FALSE(sightings.is_new("A", milliseconds(t)));
    }
    CHECK(sightings.is_new("A", milliseconds(12'000)));  // gone for two seconds, and back
    CHECK(sightings.is_new("B", milliseconds(12'001)));  // another is always new
    CHECK(sightings.is_new("A", milliseconds(12'002)));
    CHECK_FALSE(sightings.is_new("A", milliseconds(14'001)));
    CHECK(sightings.is_new("A", milliseconds(16'001)));
}

TEST_CASE("The scanner reports each card that is held up, once") {
    const HandClock clock(kMorning);
    FileCamera camera;
    Heard heard;
    const ScanWorker worker(lend(camera), clock, codes_to(heard));
    camera.hold(empty_frame(), 3);
    camera.hold(frame_of("SNG1:FIRST"), 5);
    camera.hold(frame_of("SNG1:SECOND"), 5);
    camera.hold(frame_of("SNG1:THIRD"));
    CHECK(heard.wait_for(3) == std::vector<std::string>{"SNG1:FIRST", "SNG1:SECOND", "SNG1:THIRD"});
}

TEST_CASE("The same card is reported again when it comes back after two seconds") {
    HandClock clock(kMorning);
    FileCamera camera;
    Heard heard;
    const ScanWorker worker(lend(camera), clock, codes_to(heard));
    camera.hold(frame_of("SNG1:FIRST"));
    CHECK(heard.wait_for(1).size() == 1);
    clock.turn(seconds(2));
    camera.hold(frame_of("SNG1:FIRST"));
    CHECK(heard.wait_for(2) == std::vector<std::string>{"SNG1:FIRST", "SNG1:FIRST"});
}

TEST_CASE("A code that the fast pass misses is found by the hard pass some frames later") {
    const HandClock clock(kMorning);
    FileCamera camera;
    Heard heard;
    Frame reversed = frame_of("SNG1:REVERSED");
    for (std::uint8_t& pixel : reversed.data) {
        pixel = static_cast<std::uint8_t>(255 - pixel);
    }
    REQUIRE_FALSE(card::find_code(reversed.luminance(), card::Effort::fast));
    const ScanWorker worker(lend(camera), clock, codes_to(heard));
    camera.hold(reversed, 5);
    CHECK(heard.wait_for(1) == std::vector<std::string>{"SNG1:REVERSED"});
    CHECK(camera.waiting() == 0);
}

TEST_CASE("A camera that goes is told once, and one that comes back is used") {
    const HandClock clock(kMorning);
    FileCamera first;
    FileCamera second;
    Heard heard;
    int opened = 0;
    const CameraSource source = [&]() -> Result<std::unique_ptr<Camera>> {
        switch (++opened) {
            case 1:
                return std::unique_ptr<Camera>(std::make_unique<Lent>(first));
            case 2:
            case 3:
                return error("camera_missing", "ない。", "None.");
            default:
                return std::unique_ptr<Camera>(std::make_unique<Lent>(second));
        }
    };
    const ScanWorker worker(
        source, clock,
        {.on_code = [&](std::string text) { heard.tell(std::move(text)); },
         .on_frame = [&](std::shared_ptr<const Frame> frame) { heard.tell(std::to_string(frame->width)); },
         .on_trouble = [&](const Error& trouble) { heard.tell(trouble.code); },
         .on_ready = [&] { heard.tell("ready"); }},
        {.reopen_after = milliseconds(1)});
    first.hold(frame_of("SNG1:A"));
    CHECK(heard.wait_for(3) == std::vector<std::string>{"ready", "116", "SNG1:A"});
    first.pull_out();
    CHECK(heard.wait_for(5)[3] == "camera_gone");
    second.hold(frame_of("SNG1:B"));
    CHECK(heard.wait_for(7) ==
          std::vector<std::string>{"ready", "116", "SNG1:A", "camera_gone", "ready", "116", "SNG1:B"});
}

TEST_CASE("A scanner without camera stops at once") {
    const HandClock clock(kMorning);
    Heard heard;
    {
        const ScanWorker worker(
            []() -> Result<std::unique_ptr<Camera>> { return error("camera_missing", "ない。", "None."); },
            clock,
            {.on_code = {},
             .on_frame = {},
             .on_trouble = [&](const Error& e) { heard.tell(e.code); },
             .on_ready = {}},
            {.reopen_after = std::chrono::hours(24)});
        CHECK(heard.wait_for(1).size() == 1);
    }
    CHECK(heard.now() == std::vector<std::string>{"camera_missing"});
}

TEST_CASE("A picture file is held in front of the camera; one that cannot be read is told") {
    FileCamera camera;
    CHECK(camera.hold("/no/such/picture.png").error().code == "picture_missing");
    CHECK(camera.waiting() == 0);
    CHECK_FALSE(camera.next(milliseconds(0))->has_value());
    camera.hold(empty_frame(), 2);
    CHECK(camera.next(milliseconds(0))->has_value());
    camera.pull_out();
    CHECK(camera.next(milliseconds(0))->has_value());  // what was seen before it went
    CHECK(camera.next(milliseconds(0)).error().code == "camera_gone");
}
