#pragma once

#include "shared/card/barcode.h"
#include "shared/card/issue.h"
#include "shared/card/pem.h"
#include "tests/app/terminal.h"

#include <filesystem>
#include <fstream>
#include <string>

#include <doctest/doctest.h>

namespace sango::test {

/// A municipality's key of our own beside the clinic's trusted ones, so that cards can be wrong in every way.
class Forge {
public:
    explicit Forge(const std::filesystem::path& data) {
        std::filesystem::create_directories(data / "trust");
        std::ofstream(data / "trust" / "131202-forge.pem")
            << card::write_public_pem(card::public_key_of(key_));
    }

    [[nodiscard]] card::Claims claims() const {
        const Instant at = *parse_instant(kDemoAt);
        card::Claims claims;
        claims.issuer = "131202";
        claims.user = DemoData::user(1);
        claims.issued_at = at - std::chrono::days(1);
        claims.not_before = claims.issued_at;
        claims.expires = at + std::chrono::days(300);
        claims.id = Bytes(16, 7);
        claims.kind = card::Kind::coupon;
        claims.births = {make_date(2026, 9, 12)};
        claims.weights_g = {2'480};
        claims.interview_on = make_date(2026, 6, 20);
        return claims;
    }
    [[nodiscard]] std::string issue(const card::Claims& claims) const { return issue(claims, key_); }
    [[nodiscard]] std::string issue(const card::Claims& claims, const card::PrivateKey& key) const {
        const auto text = card::issue(claims, key);
        REQUIRE(text.ok());
        return text.value();
    }
    /// A script's line that holds this code up to the camera.
    [[nodiscard]] std::string scan(const std::string& text) {
        const auto picture = folder_.path() / (std::to_string(++pictures_) + ".png");
        REQUIRE(card::write_qr_png(picture, text).ok());
        return "scan " + picture.string() + "\n";
    }
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }

private:
    TempFolder folder_;
    card::PrivateKey key_ = card::make_private_key(seeded_random(11));
    int pictures_ = 0;
};

}  // namespace sango::test
