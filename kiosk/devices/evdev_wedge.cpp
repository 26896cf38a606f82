#include "kiosk/devices/evdev_wedge.h"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <libevdev/libevdev.h>
#include <poll.h>
#include <unistd.h>

namespace sango::devices {
namespace {

constexpr std::size_t kMaxLine = 4'096;

struct KeySigns {
    std::uint16_t code;
    char plain;
    char shifted;
};
constexpr KeySigns kSigns[] = {
    {KEY_1, '1', '!'},          {KEY_2, '2', '@'},           {KEY_3, '3', '#'},
    {KEY_4, '4', '$'},          {KEY_5, '5', '%'},           {KEY_6, '6', '^'},
    {KEY_7, '7', '&'},          {KEY_8, '8', '*'},           {KEY_9, '9', '('},
    {KEY_0, '0', ')'},          {KEY_MINUS, '-', '_'},       {KEY_EQUAL, '=', '+'},
    {KEY_Q, 'q', 'Q'},          {KEY_W, 'w', 'W'},           {KEY_E, 'e', 'E'},
    {KEY_R, 'r', 'R'},          {KEY_T, 't', 'T'},           {KEY_Y, 'y', 'Y'},
    {KEY_U, 'u', 'U'},          {KEY_I, 'i', 'I'},           {KEY_O, 'o', 'O'},
    {KEY_P, 'p', 'P'},          {KEY_A, 'a', 'A'},           {KEY_S, 's', 'S'},
    {KEY_D, 'd', 'D'},          {KEY_F, 'f', 'F'},           {KEY_G, 'g', 'G'},
    {KEY_H, 'h', 'H'},          {KEY_J, 'j', 'J'},           {KEY_K, 'k', 'K'},
    {KEY_L, 'l', 'L'},          {KEY_Z, 'z', 'Z'},           {KEY_X, 'x', 'X'},
    {KEY_C, 'c', 'C'},          {KEY_V, 'v', 'V'},           {KEY_B, 'b', 'B'},
    {KEY_N, 'n', 'N'},          {KEY_M, 'm', 'M'},           {KEY_SPACE, ' ', ' '},
    {KEY_LEFTBRACE, '[', '{'},  {KEY_COMMA, ',', '<'},       {KEY_RIGHTBRACE, ']', '}'},
    {KEY_SEMICOLON, ';', ':'},  {KEY_APOSTROPHE, '\'', '"'}, {KEY_DOT, '.', '>'},
    {KEY_BACKSLASH, '\\', '|'}, {KEY_SLASH, '/', '?'},       {KEY_GRAVE, '`', '~'},
    {KEY_KP0, '0', '0'},        {KEY_KP1, '1', '1'},         {KEY_KP2, '2', '2'},
    {KEY_KP3, '3', '3'},        {KEY_KP4, '4', '4'},         {KEY_KP5, '5', '5'},
    {KEY_KP6, '6', '6'},        {KEY_KP7, '7', '7'},         {KEY_KP8, '8', '8'},
    {KEY_KP9, '9', '9'},        {KEY_KPMINUS, '-', '-'},     {KEY_KPPLUS, '+', '+'},
    {KEY_KPDOT, '.', '.'},      {KEY_KPSLASH, '/', '/'},     {KEY_KPASTERISK, '*', '*'},
};

Error gone() {
    return error("scanner_gone", "バーコードリーダーが外れました。接続をご確認ください。",
                 "The barcode scanner is gone. Check its cable.");
}

class EvdevScanner final : public ScannerDevice {
public:
    EvdevScanner(int descriptor, libevdev* device) : descriptor_(descriptor), device_(device) {}
    ~EvdevScanner() override {
        libevdev_grab(device_, LIBEVDEV_UNGRAB);
        libevdev_free(device_);
        ::close(descriptor_);
    }
    EvdevScanner(const EvdevScanner&) = delete;
    EvdevScanner& operator=(const EvdevScanner&) = delete;

    Result<std::optional<std::string>> next(std::chrono::milliseconds timeout) override {
        pollfd waiting{descriptor_, POLLIN, 0};
        if (libevdev_has_event_pending(device_) <= 0) {
            const int ready = ::poll(&waiting, 1, static_cast<int>(timeout.count()));
            if (ready == 0 || (ready < 0 && errno == EINTR)) {
                return std::optional<std::string>();
            }
            if (ready < 0 || (waiting.revents & POLLIN) == 0) {
                return gone();
            }
        }
        while (true) {
            input_event event{};
            const int status = libevdev_next_event(device_, flag_, &event);
            if (status == -EAGAIN) {
                flag_ = LIBEVDEV_READ_FLAG_NORMAL;
                return std::optional<std::string>();
            }
            if (status < 0) {
                return gone();
            }
            if (status == LIBEVDEV_READ_STATUS_SYNC) {
                flag_ = LIBEVDEV_READ_FLAG_SYNC;  // events were lost: what is half typed is worth nothing
                keys_ = ScannerKeys();
            }
            if (event.type == EV_KEY) {
                if (auto line = keys_.key(event.code, event.value)) {
                    return std::optional(*std::move(line));
                }
            }
        }
    }

private:
    int descriptor_;
    libevdev* device_;
    unsigned flag_ = LIBEVDEV_READ_FLAG_NORMAL;
    ScannerKeys keys_;
};

}  // namespace

std::optional<std::string> ScannerKeys::key(std::uint16_t code, std::int32_t value) {
    if (code == KEY_LEFTSHIFT || code == KEY_RIGHTSHIFT) {
        const int bit = code == KEY_LEFTSHIFT ? 1 : 2;
        shifts_ = value != 0 ? shifts_ | bit : shifts_ & ~bit;
        return std::nullopt;
    }
    if (value != 1) {
        return std::nullopt;
    }
    if (code == KEY_ENTER || code == KEY_KPENTER) {
        std::string line = std::exchange(line_, {});
        return line.empty() || line.size() > kMaxLine ? std::nullopt : std::optional(std::move(line));
    }
    for (const KeySigns& signs : kSigns) {
        if (signs.code == code && line_.size() <= kMaxLine) {
            line_ += shifts_ != 0 ? signs.shifted : signs.plain;
        }
    }
    return std::nullopt;
}

Result<std::unique_ptr<ScannerDevice>> open_scanner(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0) {
        return errno == EACCES || errno == EPERM
                   ? error("scanner_denied",
                           "バーコードリーダーを使う権限がありません。端末の管理者にご連絡ください。",
                           "There is no permission to use the barcode scanner. Tell whoever looks after this "
                           "machine.")
                   : error("scanner_missing", "バーコードリーダーが見つかりません。接続をご確認ください。",
                           "There is no barcode scanner. Check its cable.");
    }
    libevdev* device = nullptr;
    if (libevdev_new_from_fd(descriptor, &device) < 0) {
        ::close(descriptor);
        return error("scanner_unsuitable", "これはバーコードリーダーではありません。設定をご確認ください。",
                     "This is no barcode scanner. Check the settings.");
    }
    auto scanner = std::make_unique<EvdevScanner>(descriptor, device);
    if (libevdev_has_event_code(device, EV_KEY, KEY_ENTER) == 0) {
        return error("scanner_unsuitable", "これはバーコードリーダーではありません。設定をご確認ください。",
                     "This is no barcode scanner. Check the settings.");
    }
    if (libevdev_grab(device, LIBEVDEV_GRAB) < 0) {
        return error(
            "scanner_busy",
            "バーコードリーダーがほかのプログラムで使われています。そのプログラムを終了してください。",
            "The barcode scanner is in use by another program. Close that program.");
    }
    return std::unique_ptr<ScannerDevice>(std::move(scanner));
}

}  // namespace sango::devices
