#include "shared/store/recovery.h"

#include "shared/base/sign32.h"
#include "shared/base/text.h"
#include "shared/base/user_number.h"

#include <optional>

#include <fmt/format.h>
#include <sodium.h>

namespace sango::store {
namespace {

constexpr std::size_t kSecretBytes = crypto_box_SECRETKEYBYTES;
constexpr std::size_t kRows = 4;
constexpr std::size_t kDataSigns = 13;  // of a row; 4 rows hold 260 bits
constexpr std::size_t kSigns = 2 + kDataSigns + 1;
static_assert(kSecretBytes == 32 && crypto_box_PUBLICKEYBYTES == 32);

/// The 32 bytes as 52 signs of five bits, the first bit first; the last four bits are zero.
std::string signs_of(BytesView bytes) {
    std::string signs;
    unsigned held = 0;
    unsigned bits = 0;
    for (const std::uint8_t byte : bytes) {
        held = held << 8U | byte;
        for (bits += 8; bits >= 5; bits -= 5) signs += sign_of(held >> (bits - 5) & 31U);
        held &= (1U << bits) - 1;
    }
    return signs + sign_of(held << (5 - bits) & 31U);
}

std::string sheet_of(unsigned number, BytesView bytes) {
    const std::string signs = signs_of(bytes);
    std::string sheet;
    for (unsigned row = 0; row < kRows; ++row) {
        std::string line{sign_of(number), sign_of(row + 1)};
        line += signs.substr(row * kDataSigns, kDataSigns);
        line += *check_sign(line);
        for (std::size_t at = 12; at > 0; at -= 4) line.insert(at, 1, '-');
        sheet += (row == 0 ? "" : "\n") + line;
        sodium_memzero(line.data(), line.size());
    }
    return sheet;
}

/// The values of a row's signs, check sign included; nullopt if one is foreign or the check finds a fault.
std::optional<std::string> values_of(std::string_view line) {
    std::string signs;
    for (const char c : narrow(line)) {
        if (c == '-' || c == ' ' || c == '\r' || c == '\t') continue;
        const auto value = value_of_sign(c);
        if (!value) return std::nullopt;
        signs += sign_of(*value);
    }
    if (signs.size() != kSigns || check_sign(std::string_view(signs).substr(0, kSigns - 1)) != signs.back())
        return std::nullopt;
    return signs;
}

struct Sheet {
    std::array<std::optional<std::string>, kRows> rows;

    [[nodiscard]] Bytes bytes() const {
        Bytes bytes;
        unsigned held = 0;
        unsigned bits = 0;
        for (const auto& row : rows)
            for (const char sign : row->substr(2, kDataSigns)) {
                held = held << 5U | *value_of_sign(sign);
                bits += 5;
                if (bits < 8) continue;
                bits -= 8;
                bytes.push_back(static_cast<std::uint8_t>(held >> bits));
                held &= (1U << bits) - 1;
            }
        bytes.resize(kSecretBytes);
        return bytes;
    }
};

Error bad_row(std::size_t line) {
    return error(
        "bad_row",
        fmt::format(
            "復旧シートの{}行目（入力した順）が正しく読めません。1文字ずつ確かめて入力し直してください。",
            line),
        fmt::format("Row {} as entered does not read right. Check it sign by sign and enter it again.",
                    line));
}

Result<Done> take_row(std::array<Sheet, 2>& sheets, std::string_view line, std::size_t number) {
    const auto signs = values_of(line);
    if (!signs) return bad_row(number);
    const unsigned sheet = static_cast<unsigned>((*signs)[0] - '1');
    const unsigned row = static_cast<unsigned>((*signs)[1] - '1');
    if (sheet >= sheets.size() || row >= kRows) return bad_row(number);
    auto& place = sheets[sheet].rows[row];
    if (place && *place != *signs)
        return error(
            "row_twice",
            fmt::format("シート{}の{}行目が2通り入力されています。同じときに作った2枚か確かめてください。",
                        sheet + 1, row + 1),
            fmt::format("Row {} of sheet {} was entered in two ways. Are the sheets of one pair?", row + 1,
                        sheet + 1));
    place = *signs;
    return Done{};
}

}  // namespace

RecoveryKey::~RecoveryKey() {
    if (!secret_key.empty()) sodium_memzero(secret_key.data(), secret_key.size());
}

RecoverySheets make_recovery_sheets() {
    Bytes public_key(crypto_box_PUBLICKEYBYTES);
    RecoveryKey whole({}, Bytes(kSecretBytes));
    RecoveryKey pad({}, Bytes(kSecretBytes));
    crypto_box_keypair(public_key.data(), whole.secret_key.data());
    randombytes_buf(pad.secret_key.data(), kSecretBytes);
    for (std::size_t i = 0; i < kSecretBytes; ++i) whole.secret_key[i] ^= pad.secret_key[i];
    return {{sheet_of(1, pad.secret_key), sheet_of(2, whole.secret_key)}, std::move(public_key)};
}

bool reads_back(std::string_view sheet, std::size_t row, std::string_view typed) {
    for (; row > 1; --row) {
        const std::size_t end = sheet.find('\n');
        if (end == std::string_view::npos) return false;
        sheet.remove_prefix(end + 1);
    }
    sheet = sheet.substr(0, sheet.find('\n'));
    if (row == 0 || sheet.size() < kReadBackSigns) return false;
    std::string wanted(sheet.substr(sheet.size() - kReadBackSigns));
    for (const char c : narrow(typed)) {
        if (c == '-' || c == ' ') continue;
        if (wanted.empty() || value_of_sign(c) != value_of_sign(wanted.front())) return false;
        wanted.erase(0, 1);
    }
    return wanted.empty();
}

Result<RecoveryKey> read_recovery_sheets(std::string_view rows) {
    std::array<Sheet, 2> sheets;
    std::size_t number = 0;
    while (!rows.empty()) {
        const std::string_view line = rows.substr(0, rows.find('\n'));
        rows.remove_prefix(std::min(rows.size(), line.size() + 1));
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        if (auto taken = take_row(sheets, line, ++number); !taken) return taken.error();
    }
    for (std::size_t sheet = 0; sheet < sheets.size(); ++sheet)
        for (std::size_t row = 0; row < kRows; ++row)
            if (!sheets[sheet].rows[row])
                return error("missing_row",
                             fmt::format("シート{}の{}行目がありません。2枚とも4行ずつ入力してください。",
                                         sheet + 1, row + 1),
                             fmt::format("Row {} of sheet {} is missing. Enter four rows of both sheets.",
                                         row + 1, sheet + 1));
    RecoveryKey key(Bytes(crypto_box_PUBLICKEYBYTES), sheets[0].bytes());
    const RecoveryKey second({}, sheets[1].bytes());
    for (std::size_t i = 0; i < kSecretBytes; ++i) key.secret_key[i] ^= second.secret_key[i];
    crypto_scalarmult_base(key.public_key.data(), key.secret_key.data());
    return key;
}

}  // namespace sango::store
