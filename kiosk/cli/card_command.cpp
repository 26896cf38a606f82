#include "kiosk/cli/command.h"
#include "shared/base/clock.h"
#include "shared/base/file.h"
#include "shared/card/issue.h"
#include "shared/card/pem.h"
#include "shared/card/read.h"

#include <cerrno>
#include <memory>
#include <optional>

#include <CLI/CLI.hpp>
#include <fcntl.h>
#include <unistd.h>

namespace sango::cli {
namespace {

constexpr std::size_t kMaxTextBytes = 16 * 1024 * 1024;  // a list of revoked cards

struct Arguments {
    std::filesystem::path trust;
    std::filesystem::path revoked;
    std::filesystem::path image;
    std::filesystem::path key;
    std::filesystem::path claims;
    std::filesystem::path out;
    std::filesystem::path public_key;
    std::string at;
};

Error wrong_time() {
    return error("wrong_time",
                 "--atの時刻が読めません。「2026-05-01T09:00:00+09:00」の形で指定してください。",
                 "The time after --at cannot be read. Write it like 2026-05-01T09:00:00+09:00.");
}

Error missing_file(const std::filesystem::path& file) {
    return error("file_missing",
                 "ファイル「" + file.string() + "」を開けません。場所と名前をご確認ください。",
                 "The file " + file.string() + " cannot be opened. Check its place and name.");
}

Error not_written(const std::filesystem::path& file) {
    return error("not_written",
                 "ファイル「" + file.string() +
                     "」を書き込めません。同じ名前のファイルがないか、書き込める場所かをご確認ください。",
                 "The file " + file.string() +
                     " cannot be written. Check that it does not exist yet and that the place is writable.");
}

/// Creates the file; an existing one is left alone, since it may be the only copy of a key.
Result<Done> write_new(const std::filesystem::path& file, std::string_view text, mode_t mode) {
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (descriptor < 0) {
        return not_written(file);
    }
    bool ok = true;
    while (ok && !text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written > 0) {
            text.remove_prefix(static_cast<std::size_t>(written));
        } else {
            ok = written < 0 && errno == EINTR;
        }
    }
    ok = ::fsync(descriptor) == 0 && ok;
    ok = ::close(descriptor) == 0 && ok;
    if (!ok) {
        return not_written(file);
    }
    return Done{};
}

std::optional<Instant> moment(const std::string& at) {
    return at.empty() ? SystemClock().now() : parse_instant(at);
}

int refuse(card::Failure failure) {
    std::printf("{\"ok\":false,\"reason\":\"%s\"}\n", std::string(word(failure)).c_str());
    return fail(Error{std::string(word(failure)), sentence(failure)}, kRefused);
}

int read(const Arguments& arguments) {
    const auto now = moment(arguments.at);
    if (!now) {
        return fail(wrong_time(), kMalformed);
    }
    const auto trust = card::Trust::load(arguments.trust);
    if (!trust) {
        return fail(trust.error(), kMalformed);
    }
    card::Revocations revocations;
    if (!arguments.revoked.empty()) {
        const auto text = read_file(arguments.revoked, kMaxTextBytes);
        if (!text) {
            return fail(missing_file(arguments.revoked), kMalformed);
        }
        auto list = card::parse_revocations(*text);
        if (!list) {
            return fail(list.error(), kMalformed);
        }
        revocations = std::move(list).value();
    }
    const auto image = card::read_image(arguments.image);
    if (!image && image.error().code == "picture_missing") {
        return fail(image.error(), kMalformed);
    }
    if (!image) {
        return refuse(card::Failure::unreadable);  // there is a file, but no picture in it: cut short, say
    }
    const auto claims = card::read_picture(image->view(), card::Effort::hard, *trust, revocations, *now);
    if (!claims) {
        return refuse(claims.error());
    }
    std::printf("%s\n", card::claims_line(*claims).c_str());
    return kOk;
}

int issue(const Arguments& arguments) {
    const auto now = moment(arguments.at);
    if (!now) {
        return fail(wrong_time(), kMalformed);
    }
    const auto pem = read_file(arguments.key, kMaxTextBytes);
    const auto json = read_file(arguments.claims, kMaxTextBytes);
    if (!pem || !json) {
        return fail(missing_file(!pem ? arguments.key : arguments.claims), kMalformed);
    }
    const auto key = card::read_private_pem(*pem);
    if (!key) {
        return fail(key.error(), kMalformed);
    }
    const auto claims = card::parse_claims(*json, system_random(), *now);
    if (!claims) {
        return fail(claims.error(), kMalformed);
    }
    const auto text = card::issue(*claims, *key);
    if (!text) {
        return fail(text.error(), kMalformed);
    }
    const auto written = card::write_qr_png(arguments.out, *text);
    return written ? kOk : fail(written.error(), kRefused);
}

int make_key(const Arguments& arguments) {
    const card::PrivateKey key = card::make_private_key(system_random());
    auto written = write_new(arguments.out, card::write_private_pem(key), 0600);
    if (written) {
        written = write_new(arguments.public_key, card::write_public_pem(card::public_key_of(key)), 0644);
    }
    return written ? kOk : fail(written.error(), kRefused);
}

}  // namespace

void add_card_command(CLI::App& app, Options& options) {
    const auto arguments = std::make_shared<Arguments>();
    CLI::App* card = app.add_subcommand("card", "Read and issue user cards and coupons");
    card->require_subcommand(1);

    CLI::App* reading = card->add_subcommand("read", "Read the card in a PNG or JPEG picture");
    reading->add_option("--trust", arguments->trust, "Folder of <code>*.pem, the municipalities' public keys")
        ->required();
    reading->add_option("--at", arguments->at, "The time to check the card at, instead of now (RFC 3339)");
    reading->add_option("--revoked", arguments->revoked, "List of revoked cards and used coupons (JSON)");
    reading->add_option("image", arguments->image, "The picture")->required();
    reading->callback([arguments, &options] { options.exit_code = read(*arguments); });

    CLI::App* issuing = card->add_subcommand("issue", "Sign a card and write its QR code as a PNG picture");
    issuing->add_option("--key", arguments->key, "The municipality's Ed25519 private key (PEM)")->required();
    issuing->add_option("--claims", arguments->claims, "What stands on the card (JSON)")->required();
    issuing->add_option("--out", arguments->out, "The picture to write")->required();
    issuing->add_option("--at", arguments->at, "The time of issue where the claims name none (RFC 3339)");
    issuing->callback([arguments, &options] { options.exit_code = issue(*arguments); });

    CLI::App* making = card->add_subcommand("key", "Make a new key pair for signing cards");
    making->add_option("--out", arguments->out, "The private key to write (PEM)")->required();
    making->add_option("--public", arguments->public_key, "The public key to write (PEM)")->required();
    making->callback([arguments, &options] { options.exit_code = make_key(*arguments); });
}

}  // namespace sango::cli
