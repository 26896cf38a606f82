#include "kiosk/devices/camera.h"

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::devices;

TEST_CASE("The brightness of a YUYV frame is read from the camera's own bytes") {
    const Frame frame{PixelFormat::yuyv, 2, 2, 6, {10, 128, 20, 128, 0, 0, 30, 128, 40, 128, 0, 0}};
    const auto view = frame.luminance();
    CHECK(view.at(0, 0) == 10);
    CHECK(view.at(1, 0) == 20);
    CHECK(view.at(0, 1) == 30);
    CHECK(view.at(1, 1) == 40);
}

TEST_CASE("A frame is drawn in its colours") {
    using Pixels = std::vector<std::uint8_t>;
    CHECK(to_rgba({PixelFormat::grey, 2, 1, 2, {7, 200}}) == Pixels{7, 7, 7, 255, 200, 200, 200, 255});
    CHECK(to_rgba({PixelFormat::yuyv, 2, 1, 4, {16, 128, 235, 128}}) ==
          Pixels{0, 0, 0, 255, 255, 255, 255, 255});
    const Pixels red = to_rgba({PixelFormat::yuyv, 2, 1, 4, {81, 90, 81, 240}});
    CHECK(red[0] > 250);
    CHECK(red[1] < 5);
    CHECK(red[2] < 5);
}

TEST_CASE("A camera that is not there, or is none, says so") {
    CHECK(open_camera({.device = "/dev/no-such-camera"}).error().code == "camera_missing");
    CHECK(open_camera({.device = "/dev/null"}).error().code == "camera_unsuitable");
}
