#include "shared/card/claims.h"

#include "shared/base/text.h"
#include "shared/card/cbor.h"

#include <algorithm>
#include <array>

namespace sango::card {
namespace {

constexpr std::int64_t kPrivateClaims = -70000;
constexpr Date kFirstDay = make_date(1900, 1, 1);
constexpr Date kLastDay =
    make_date(2999, 12, 30);  // so that a moment's day in Japan is also in the years of Date
constexpr std::size_t kMaxBirths = 10;
constexpr int kMaxWeight = 29'999;
constexpr int kMaxCoupons = 999;
constexpr int kMaxCopay = 999'999;

bool is_issuer(std::string_view text) {
    return !text.empty() && text.size() <= 8 &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_user(std::string_view text) {
    return !text.empty() && text.size() <= 64 && is_utf8(text) && std::ranges::none_of(text, [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    });
}

bool is_id(BytesView id) {
    return !id.empty() && id.size() <= 64;
}

bool in_range(Date day) {
    return day >= kFirstDay && day <= kLastDay;
}

bool in_range(Instant at) {
    return at >= Instant{} && at <= kLastDay;
}

bool in_range(std::int64_t n, std::int64_t low, std::int64_t high) {
    return n >= low && n <= high;
}

std::int64_t days(Date day) {
    return day.time_since_epoch().count();
}

std::optional<Date> date(const cbor::Item& item) {
    const auto n = item.integer();
    if (!n || !in_range(*n, days(kFirstDay), days(kLastDay))) {
        return std::nullopt;
    }
    return Date(std::chrono::days(*n));
}

std::optional<Instant> instant(const cbor::Item* item) {
    const auto n = item != nullptr ? item->whole_number() : std::nullopt;
    if (!n || !in_range(*n, 0, kLastDay.time_since_epoch().count() * 86'400LL)) {
        return std::nullopt;
    }
    return Instant(std::chrono::seconds(*n));
}

/// Reads claims that may be missing: false if there is a value and it is wrong.
class Optional {
public:
    explicit Optional(const cbor::Item& map) : map_(map) {}

    [[nodiscard]] const cbor::Item* present(std::string_view key) const {
        const cbor::Item* item = map_.find(key);
        return item == nullptr || item->is_null() ? nullptr : item;
    }

    bool read(std::string_view key, std::optional<Date>& out) const {
        const cbor::Item* item = present(key);
        out = item != nullptr ? date(*item) : std::nullopt;
        return item == nullptr || out.has_value();
    }

    bool read(std::string_view key, std::optional<int>& out, int low, int high) const {
        const cbor::Item* item = present(key);
        const auto n = item != nullptr ? item->integer() : std::nullopt;
        if (item != nullptr && (!n || !in_range(*n, low, high))) {
            return false;
        }
        out = n ? std::optional(static_cast<int>(*n)) : std::nullopt;
        return true;
    }

    bool read(std::string_view key, std::optional<Household>& out) const {
        const cbor::Item* item = present(key);
        if (item == nullptr) {
            return true;
        }
        const auto text = item->text();
        out = text ? household_of(*text) : std::nullopt;
        return out.has_value();
    }

    bool read(std::string_view key, std::vector<Date>& out) const {
        const cbor::Item* item = present(key);
        if (item == nullptr) {
            return true;
        }
        if (item->type != cbor::Type::array || item->items.size() > kMaxBirths) {
            return false;
        }
        for (const cbor::Item& each : item->items) {
            const auto day = date(each);
            if (!day) {
                return false;
            }
            out.push_back(*day);
        }
        return true;
    }

    bool read(std::string_view key, std::vector<std::optional<int>>& out, std::size_t births) const {
        const cbor::Item* item = present(key);
        if (item != nullptr) {
            if (item->type != cbor::Type::array || item->items.size() > births) {
                return false;
            }
            for (const cbor::Item& each : item->items) {
                const auto grams = each.integer();
                if (!each.is_null() && (!grams || !in_range(*grams, 1, kMaxWeight))) {
                    return false;
                }
                out.push_back(grams ? std::optional(static_cast<int>(*grams)) : std::nullopt);
            }
        }
        out.resize(births);
        return true;
    }

private:
    const cbor::Item& map_;
};

bool read_private(const cbor::Item& map, Claims& out) {
    const Optional claims(map);
    const cbor::Item* kind = claims.present("k");
    const auto word = kind != nullptr ? kind->text() : std::nullopt;
    const auto known = word ? kind_of(*word) : std::nullopt;
    if (!known) {
        return false;
    }
    out.kind = *known;
    std::optional<int> copay;
    if (!claims.read("b", out.births) || !claims.read("w", out.weights_g, out.births.size()) ||
        !claims.read("d", out.due) || !claims.read("m", out.household) ||
        !claims.read("h", out.household_confirmed_on) || !claims.read("i", out.interview_on) ||
        !claims.read("c", out.coupons_left, 0, kMaxCoupons) || !claims.read("u", copay, 0, kMaxCopay) ||
        !claims.read("l", out.loss_on)) {
        return false;
    }
    if (copay) {
        out.copay_per_unit = Yen(*copay);
    }
    return true;
}

void write_private(cbor::Writer& writer, const Claims& claims) {
    const bool weighed = std::ranges::any_of(claims.weights_g, [](const auto& w) { return w.has_value(); });
    const auto entries = 2 + std::size_t{claims.coupons_left.has_value()} +
                         std::size_t{claims.due.has_value()} +
                         std::size_t{claims.household_confirmed_on.has_value()} +
                         std::size_t{claims.interview_on.has_value()} +
                         std::size_t{claims.loss_on.has_value()} + std::size_t{claims.household.has_value()} +
                         std::size_t{claims.copay_per_unit.has_value()} + std::size_t{weighed};
    const auto day = [&](std::string_view key, const std::optional<Date>& value) {
        if (value) {
            writer.text(key).integer(days(*value));
        }
    };
    writer.map(entries);  // keys in alphabetical order, which is that of their encoded bytes
    writer.text("b").array(claims.births.size());
    for (const Date birth : claims.births) {
        writer.integer(days(birth));
    }
    if (claims.coupons_left) {
        writer.text("c").integer(*claims.coupons_left);
    }
    day("d", claims.due);
    day("h", claims.household_confirmed_on);
    day("i", claims.interview_on);
    writer.text("k").text(word(claims.kind));
    day("l", claims.loss_on);
    if (claims.household) {
        writer.text("m").text(word(*claims.household));
    }
    if (claims.copay_per_unit) {
        writer.text("u").integer(claims.copay_per_unit->amount());
    }
    if (weighed) {
        writer.text("w").array(claims.weights_g.size());
        for (const auto& grams : claims.weights_g) {
            grams ? writer.integer(*grams) : writer.null();
        }
    }
}

}  // namespace

Bytes encode_claims(const Claims& claims) {
    cbor::Writer writer;
    writer.map(7);
    writer.integer(1).text(claims.issuer);
    writer.integer(2).text(claims.user);
    writer.integer(4).integer(claims.expires.time_since_epoch().count());
    writer.integer(5).integer(claims.not_before.time_since_epoch().count());
    writer.integer(6).integer(claims.issued_at.time_since_epoch().count());
    writer.integer(7).bytes(claims.id);
    writer.integer(kPrivateClaims);
    write_private(writer, claims);
    return writer.take();
}

std::optional<Claims> decode_claims(BytesView encoded) {
    const auto map = cbor::read(encoded);
    if (!map || map->type != cbor::Type::map) {
        return std::nullopt;
    }
    const auto text = [&](std::int64_t label) {
        const cbor::Item* item = map->find(label);
        return item != nullptr ? item->text() : std::nullopt;
    };
    const auto issuer = text(1);
    const auto user = text(2);
    const auto expires = instant(map->find(4));
    const auto not_before = instant(map->find(5));
    const auto issued_at = instant(map->find(6));
    const cbor::Item* cti = map->find(7);
    const auto id = cti != nullptr ? cti->bytes() : std::nullopt;
    const cbor::Item* rest = map->find(kPrivateClaims);
    if (!issuer || !is_issuer(*issuer) || !user || !is_user(*user) || !expires || !not_before || !issued_at ||
        !id || !is_id(*id) || rest == nullptr || rest->type != cbor::Type::map) {
        return std::nullopt;
    }
    Claims claims;
    claims.issuer = *issuer;
    claims.user = *user;
    claims.expires = *expires;
    claims.not_before = *not_before;
    claims.issued_at = *issued_at;
    claims.id.assign(id->begin(), id->end());
    if (!read_private(*rest, claims)) {
        return std::nullopt;
    }
    return claims;
}

std::optional<std::string_view> wrong_field(const Claims& claims) {
    const auto day_ok = [](const std::optional<Date>& day) { return !day || in_range(*day); };
    const auto grams_ok = [](const std::optional<int>& grams) {
        return !grams || in_range(*grams, 1, kMaxWeight);
    };
    struct Check {
        std::string_view field;
        bool ok;
    };
    const std::array checks{
        Check{"issuer", is_issuer(claims.issuer)},
        Check{"user", is_user(claims.user)},
        Check{"expires", in_range(claims.expires) && claims.expires > claims.not_before},
        Check{"issued_at", in_range(claims.issued_at)},
        Check{"not_before", in_range(claims.not_before)},
        Check{"id", is_id(claims.id)},
        Check{"births", claims.births.size() <= kMaxBirths &&
                            std::ranges::all_of(claims.births, [](Date day) { return in_range(day); })},
        Check{"due", day_ok(claims.due)},
        Check{"weights_g", claims.weights_g.size() <= claims.births.size() &&
                               std::ranges::all_of(claims.weights_g, grams_ok)},
        Check{"household_confirmed_on", day_ok(claims.household_confirmed_on)},
        Check{"interview_on", day_ok(claims.interview_on)},
        Check{"coupons_left", !claims.coupons_left || in_range(*claims.coupons_left, 0, kMaxCoupons)},
        Check{"copay_per_unit",
              !claims.copay_per_unit || in_range(claims.copay_per_unit->amount(), 0, kMaxCopay)},
        Check{"loss_on", day_ok(claims.loss_on)},
    };
    const auto* wrong = std::ranges::find_if(checks, [](const Check& check) { return !check.ok; });
    return wrong == checks.end() ? std::nullopt : std::optional(wrong->field);
}

std::string_view word(Kind kind) {
    return kind == Kind::coupon ? "coupon" : "card";
}

std::string_view word(Household household) {
    switch (household) {
        case Household::taxed:
            return "taxed";
        case Household::tax_exempt:
            return "tax_exempt";
        case Household::welfare:
            return "welfare";
    }
    return "taxed";
}

std::optional<Kind> kind_of(std::string_view text) {
    for (const Kind kind : {Kind::card, Kind::coupon}) {
        if (word(kind) == text) {
            return kind;
        }
    }
    return std::nullopt;
}

std::optional<Household> household_of(std::string_view text) {
    for (const Household household : {Household::taxed, Household::tax_exempt, Household::welfare}) {
        if (word(household) == text) {
            return household;
        }
    }
    return std::nullopt;
}

}  // namespace sango::card
