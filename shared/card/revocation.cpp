#include "shared/card/revocation.h"

#include "shared/card/claims.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace sango::card {
namespace {

using Json = nlohmann::ordered_json;

Error not_json() {
    return error("bad_revocations", "失効リストをJSONとして読めません。市区町村から取得し直してください。",
                 "The list of revoked cards cannot be read as JSON. Fetch it again.");
}

Error wrong(const std::string& place) {
    return error("bad_revocations",
                 "失効リストの「" + place + "」が正しくありません。市区町村から取得し直してください。",
                 "In the list of revoked cards, " + place + " is wrong. Fetch it again.");
}

const IssuerRevocations* of_issuer(const Revocations& list, const Claims& claims) {
    const auto found = list.by_issuer.find(claims.issuer);
    return found == list.by_issuer.end() ? nullptr : &found->second;
}

bool read_digests(const Json& array, std::set<Digest>& out) {
    if (!array.is_array()) {
        return false;
    }
    for (const Json& each : array) {
        const auto bytes = each.is_string() ? from_hex(each.get_ref<const std::string&>()) : std::nullopt;
        Digest digest;
        if (!bytes || bytes->size() != digest.size()) {
            return false;
        }
        std::ranges::copy(*bytes, digest.begin());
        out.insert(digest);
    }
    return true;
}

bool read_reissues(const Json& object, std::map<std::string, Instant>& out) {
    if (!object.is_object()) {
        return false;
    }
    for (const auto& [user, value] : object.items()) {
        const auto at = value.is_string() ? parse_instant(value.get_ref<const std::string&>()) : std::nullopt;
        if (!at) {
            return false;
        }
        out[user] = *at;
    }
    return true;
}

Json digests(const std::set<Digest>& set) {
    Json array = Json::array();
    for (const Digest& digest : set) {
        array.push_back(hex(digest));
    }
    return array;
}

}  // namespace

bool is_revoked(const Revocations& list, const Claims& claims) {
    const IssuerRevocations* issuer = of_issuer(list, claims);
    if (issuer == nullptr) {
        return false;
    }
    const auto reissue = issuer->issued_before.find(claims.user);
    return issuer->cards.contains(sha256(claims.id)) ||
           (reissue != issuer->issued_before.end() && claims.issued_at < reissue->second);
}

bool is_used(const Revocations& list, const Claims& claims) {
    const IssuerRevocations* issuer = of_issuer(list, claims);
    return claims.kind == Kind::coupon && issuer != nullptr &&
           issuer->used_coupons.contains(sha256(claims.id));
}

void mark_used(Revocations& list, const Claims& coupon) {
    list.by_issuer[coupon.issuer].used_coupons.insert(sha256(coupon.id));
}

Result<Revocations> parse_revocations(std::string_view text) {
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object()) {
        return not_json();
    }
    Revocations list;
    for (const auto& [code, members] : json.items()) {
        IssuerRevocations& issuer = list.by_issuer[code];
        if (!members.is_object()) {
            return wrong(code);
        }
        for (const auto& [name, value] : members.items()) {
            const bool ok = name == "cards"           ? read_digests(value, issuer.cards)
                            : name == "used_coupons"  ? read_digests(value, issuer.used_coupons)
                            : name == "issued_before" ? read_reissues(value, issuer.issued_before)
                                                      : false;
            if (!ok) {
                return wrong(code + "." + name);
            }
        }
    }
    return list;
}

std::string revocations_text(const Revocations& list) {
    Json json = Json::object();
    for (const auto& [code, issuer] : list.by_issuer) {
        Json reissues = Json::object();
        for (const auto& [user, at] : issuer.issued_before) {
            reissues[user] = instant_text(at);
        }
        json[code] = {{"cards", digests(issuer.cards)},
                      {"issued_before", std::move(reissues)},
                      {"used_coupons", digests(issuer.used_coupons)}};
    }
    return json.dump();
}

}  // namespace sango::card
