#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace sango {

/// Money: a whole number of yen. No conversion to or from any other number happens by itself, so that
/// yen cannot be added to days. Every amount in Sango stays far below 10^12 yen.
class Yen {
public:
    constexpr Yen() = default;
    explicit constexpr Yen(std::int64_t amount) : amount_(amount) {}

    [[nodiscard]] constexpr std::int64_t amount() const { return amount_; }

    constexpr Yen& operator+=(Yen other) {
        amount_ += other.amount_;
        return *this;
    }
    friend constexpr Yen operator+(Yen a, Yen b) { return Yen(a.amount_ + b.amount_); }
    friend constexpr Yen operator-(Yen a, Yen b) { return Yen(a.amount_ - b.amount_); }
    friend constexpr Yen operator*(Yen a, int times) { return Yen(a.amount_ * times); }
    friend constexpr Yen operator*(int times, Yen a) { return a * times; }
    friend constexpr auto operator<=>(Yen, Yen) = default;

private:
    std::int64_t amount_ = 0;
};

/// "1,500": thousands parted by commas, as money and grams are written.
[[nodiscard]] std::string grouped(std::int64_t number);
/// "1,500円" or "¥1,500".
[[nodiscard]] std::string yen_text_ja(Yen amount);
[[nodiscard]] std::string yen_text_en(Yen amount);

}  // namespace sango
