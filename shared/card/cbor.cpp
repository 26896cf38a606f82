#include "shared/card/cbor.h"

#include "shared/base/text.h"

#include <bit>
#include <cmath>
#include <limits>

namespace sango::card::cbor {
namespace {

constexpr std::uint8_t kIndefinite = 31;
constexpr std::uint8_t kBreak = 0xFF;

double half_to_double(std::uint16_t half) {
    const int exponent = (half >> 10) & 0x1F;
    const double fraction = half & 0x3FF;
    double value = 0;
    if (exponent == 0) {
        value = std::ldexp(fraction, -24);
    } else if (exponent == 31) {
        value = fraction == 0 ? std::numeric_limits<double>::infinity()
                              : std::numeric_limits<double>::quiet_NaN();
    } else {
        value = std::ldexp(fraction + 1024, exponent - 25);
    }
    return (half & 0x8000) != 0 ? -value : value;
}

struct Head {
    std::uint8_t major = 0;       // 0 to 7
    std::uint8_t additional = 0;  // 0 to 27, or 31
    std::uint64_t argument = 0;
    [[nodiscard]] bool indefinite() const { return additional == kIndefinite; }
};

/// Reads one item; every function returns false at the first byte that is not well-formed.
class Reader {
public:
    explicit Reader(BytesView in) : in_(in) {}

    bool item(Item& out, int depth) {
        Head head;
        if (depth > kMaxDepth || !read_head(head)) {
            return false;
        }
        switch (head.major) {
            case 0:
            case 1:
                out.type = head.major == 0 ? Type::unsigned_int : Type::negative_int;
                out.number = head.argument;
                return !head.indefinite();
            case 2:
            case 3:
                out.type = head.major == 2 ? Type::bytes : Type::text;
                return string(out, head);
            case 4:
                out.type = Type::array;
                return array(out, head, depth);
            case 5:
                out.type = Type::map;
                return map(out, head, depth);
            case 6:
                out.type = Type::tag;
                out.number = head.argument;
                out.items.resize(1);
                return !head.indefinite() && item(out.items[0], depth + 1);
            default:
                return simple(out, head);
        }
    }

    [[nodiscard]] bool at_end() const { return in_.empty(); }

private:
    bool read_head(Head& head) {
        if (in_.empty()) {
            return false;
        }
        head.major = static_cast<std::uint8_t>(in_[0] >> 5);
        head.additional = in_[0] & 0x1F;
        in_ = in_.subspan(1);
        head.argument = head.additional;
        if (head.additional < 24 || head.indefinite()) {
            return true;
        }
        if (head.additional > 27) {
            return false;  // reserved
        }
        const std::size_t length = std::size_t{1} << (head.additional - 24);
        if (in_.size() < length) {
            return false;
        }
        head.argument = 0;
        for (std::size_t i = 0; i < length; ++i) {
            head.argument = head.argument << 8 | in_[i];
        }
        in_ = in_.subspan(length);
        return true;
    }

    bool at_break() {
        if (in_.empty() || in_[0] != kBreak) {
            return false;
        }
        in_ = in_.subspan(1);
        return true;
    }

    bool chunk(Item& out, std::uint64_t length) {
        if (length > in_.size()) {
            return false;
        }
        const std::string_view piece = text_of(in_.first(static_cast<std::size_t>(length)));
        if (out.type == Type::text && !is_utf8(piece)) {
            return false;
        }
        out.data += piece;
        in_ = in_.subspan(piece.size());
        return true;
    }

    bool string(Item& out, const Head& head) {
        if (!head.indefinite()) {
            return chunk(out, head.argument);
        }
        while (!at_break()) {
            Head piece;
            if (!read_head(piece) || piece.major != head.major || piece.indefinite() ||
                !chunk(out, piece.argument)) {
                return false;
            }
        }
        return true;
    }

    // An item takes at least one byte, so a length beyond what is left is refused before anything is made.
    bool array(Item& out, const Head& head, int depth) {
        if (!head.indefinite() && head.argument > in_.size()) {
            return false;
        }
        for (std::uint64_t i = 0; head.indefinite() ? !at_break() : i < head.argument; ++i) {
            if (!item(out.items.emplace_back(), depth + 1)) {
                return false;
            }
        }
        return true;
    }

    bool map(Item& out, const Head& head, int depth) {
        if (!head.indefinite() && head.argument > in_.size() / 2) {
            return false;
        }
        for (std::uint64_t i = 0; head.indefinite() ? !at_break() : i < head.argument; ++i) {
            Item key;
            if (!item(key, depth + 1)) {
                return false;
            }
            for (std::size_t k = 0; k < out.items.size(); k += 2) {
                if (out.items[k] == key) {
                    return false;
                }
            }
            out.items.push_back(std::move(key));
            if (!item(out.items.emplace_back(), depth + 1)) {
                return false;
            }
        }
        return true;
    }

    static bool simple(Item& out, const Head& head) {
        out.type = Type::floating;
        switch (head.additional) {
            case 25:
                out.real = half_to_double(static_cast<std::uint16_t>(head.argument));
                return true;
            case 26:
                out.real = std::bit_cast<float>(static_cast<std::uint32_t>(head.argument));
                return true;
            case 27:
                out.real = std::bit_cast<double>(head.argument);
                return true;
            default:
                break;
        }
        out.type = Type::simple;
        out.number = head.argument;
        // A break outside an indefinite item, and a simple value that belongs in the head, are malformed.
        return !head.indefinite() && (head.additional != 24 || head.argument >= 32);
    }

    BytesView in_;
};

}  // namespace

bool Item::operator==(const Item& other) const {
    return type == other.type && number == other.number && real == other.real && data == other.data &&
           items == other.items;
}

std::optional<std::int64_t> Item::integer() const {
    constexpr auto kMax = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if ((type != Type::unsigned_int && type != Type::negative_int) || number > kMax) {
        return std::nullopt;
    }
    const auto n = static_cast<std::int64_t>(number);
    return type == Type::unsigned_int ? n : -1 - n;
}

std::optional<std::int64_t> Item::whole_number() const {
    constexpr double kExact = 9'007'199'254'740'992.0;  // 2^53
    if (type != Type::floating) {
        return integer();
    }
    if (!(real >= -kExact && real <= kExact) || std::trunc(real) != real) {
        return std::nullopt;
    }
    return static_cast<std::int64_t>(real);
}

std::optional<std::string_view> Item::text() const {
    return type == Type::text ? std::optional<std::string_view>(data) : std::nullopt;
}

std::optional<BytesView> Item::bytes() const {
    return type == Type::bytes ? std::optional(bytes_of(data)) : std::nullopt;
}

const Item* Item::find(std::int64_t key) const {
    for (std::size_t i = 0; type == Type::map && i < items.size(); i += 2) {
        if (items[i].integer() == key) {
            return &items[i + 1];
        }
    }
    return nullptr;
}

const Item* Item::find(std::string_view key) const {
    for (std::size_t i = 0; type == Type::map && i < items.size(); i += 2) {
        if (items[i].text() == key) {
            return &items[i + 1];
        }
    }
    return nullptr;
}

std::optional<Item> read(BytesView encoded) {
    Reader reader(encoded);
    Item item;
    if (!reader.item(item, 1) || !reader.at_end()) {
        return std::nullopt;
    }
    return item;
}

void Writer::head(std::uint8_t major, std::uint64_t argument) {
    const auto first = [&](unsigned additional) {
        out_.push_back(static_cast<std::uint8_t>(major << 5 | additional));
    };
    int length = 0;
    if (argument < 24) {
        first(static_cast<unsigned>(argument));
    } else if (argument <= 0xFF) {
        first(24);
        length = 1;
    } else if (argument <= 0xFFFF) {
        first(25);
        length = 2;
    } else if (argument <= 0xFFFF'FFFF) {
        first(26);
        length = 4;
    } else {
        first(27);
        length = 8;
    }
    for (int i = length - 1; i >= 0; --i) {
        out_.push_back(static_cast<std::uint8_t>(argument >> (8 * i)));
    }
}

Writer& Writer::integer(std::int64_t value) {
    if (value >= 0) {
        head(0, static_cast<std::uint64_t>(value));
    } else {
        head(1, static_cast<std::uint64_t>(-1 - value));
    }
    return *this;
}

Writer& Writer::bytes(BytesView value) {
    head(2, value.size());
    out_.insert(out_.end(), value.begin(), value.end());
    return *this;
}

Writer& Writer::text(std::string_view value) {
    head(3, value.size());
    out_.insert(out_.end(), value.begin(), value.end());
    return *this;
}

Writer& Writer::array(std::size_t length) {
    head(4, length);
    return *this;
}

Writer& Writer::map(std::size_t entries) {
    head(5, entries);
    return *this;
}

Writer& Writer::tag(std::uint64_t number) {
    head(6, number);
    return *this;
}

Writer& Writer::null() {
    out_.push_back(0xF6);
    return *this;
}

}  // namespace sango::card::cbor
