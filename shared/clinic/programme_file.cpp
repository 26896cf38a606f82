#include "shared/clinic/programme_file.h"

#include "shared/base/text.h"
#include "shared/card/cose.h"
#include "shared/clinic/writing.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::clinic {
namespace {

using programme::Programme;
using store::value;

std::string_view word(CameFrom came_from) {
    return came_from == CameFrom::municipality ? "municipality" : "file";
}

Error in_file(std::string_view name, const Error& wrong) {
    return error(wrong.code, fmt::format("{}: {}", name, wrong.message.ja),
                 fmt::format("{}: {}", name, wrong.message.en));
}

Error not_signed() {
    return error(
        "not_signed",
        "自治体の署名つきの事業ファイルではありません。自治体から受け取ったファイルを選んでください。",
        "this is not a programme file signed by a municipality; choose the file that it sent.");
}

/// The codes of all whose key signed this: two municipalities may share one key.
std::vector<std::string> signers_of(const card::Sign1& message, const std::vector<card::TrustedKey>& keys) {
    std::vector<std::string> signers;
    for (const card::TrustedKey& one : keys)
        if (card::verify_sign1(message, one.key)) signers.push_back(one.issuer);
    return signers;
}

Result<SignedProgramme> read_message(const card::Trust& trust, BytesView file, std::string_view name) {
    if (file.size() > kLargestProgrammeFile) return not_signed();
    auto message = card::read_sign1(file);
    if (!message || message->content_type != kProgrammeContentType) return not_signed();
    const auto keys = trust.candidates(message->key_id);
    if (keys.empty())
        return error(
            "unknown_signer",
            "この端末に公開鍵のない相手が署名しています。自治体の公開鍵を登録してから取り込んでください。",
            "it is signed with a key that this terminal does not know; add the municipality's "
            "public key first.");
    const auto signers = signers_of(*message, keys);
    if (signers.empty())
        return error(
            "bad_signature",
            "署名が合いません。途中で書き換えられたか壊れています。自治体から受け取り直してください。",
            "the signature does not hold: it was changed or damaged on the way; get it from the "
            "municipality again.");
    if (!is_utf8(text_of(message->payload))) return not_signed();
    auto loaded = programme::load_programme(text_of(message->payload), name);
    if (!loaded) return loaded.error();
    if (std::ranges::find(signers, loaded->code()) == signers.end())
        return error(
            "other_municipality",
            fmt::format("{}の事業ですが、別の自治体（{}）が署名しています。取り込めません。",
                        loaded->name().ja, signers.front()),
            fmt::format("it holds {}'s programme, but another municipality ({}) signed it; it cannot "
                        "be taken in.",
                        loaded->name().en, signers.front()));
    return SignedProgramme{*std::move(loaded), hex(message->key_id), std::move(message->payload)};
}

Error older_version(const Programme& fresh) {
    return error(
        "older_version",
        fmt::format("いまの決まりと同じか、より古い版です（{}から、第{}版）。取り込みません。",
                    era_date_text(fresh.valid_from()), fresh.revision()),
        fmt::format("it is not newer than the rules that are here (from {}, revision {}); it was not "
                    "taken in.",
                    english_date_text(fresh.valid_from()), fresh.revision()));
}

/// Against the signed files that are here.
Result<Done> check_newer_than_signed(const Clinic& clinic, const SignedProgramme& file) {
    const Programme& fresh = file.programme;
    std::optional<Error> wrong;
    const auto read = clinic.database.query(
        "SELECT valid_from, revision, message FROM programme_file WHERE programme = ?1 ORDER BY id",
        {value(fresh.id())}, [&](const store::Row& row) {
            const auto message = card::read_sign1(row.bytes(2));
            if (message && message->payload == file.payload)
                wrong = error("already_taken", "すでに取り込まれています。何も変えていません。",
                              "it has been taken in already; nothing was changed.");
            else if (row.date(0) == fresh.valid_from() && row.integer(1) >= fresh.revision() && !wrong)
                wrong = older_version(fresh);
            return true;
        });
    if (!read) return read.error();
    if (wrong) return *wrong;
    return Done{};
}

/// Against every version that is known, those that came with Sango too.
Result<Done> check_fits(const Clinic& clinic, const Programme& fresh) {
    for (const Programme& known : clinic.programmes.all()) {
        if (!same_programme(known, fresh)) continue;
        if (known.id() != fresh.id() || known.code() != fresh.code())
            return error("other_programme",
                         fmt::format("id「{}」と団体コード「{}」の組み合わせが、この端末の事業と合いません。"
                                     "自治体に確かめてください。",
                                     fresh.id(), fresh.code()),
                         fmt::format("its id {} and code {} do not go together here; ask the municipality.",
                                     fresh.id(), fresh.code()));
        if (known.valid_from() > fresh.valid_from()) return older_version(fresh);
    }
    return Done{};
}

Result<TakenIn> take_in_within(Clinic& clinic, BytesView bytes, std::string_view name, CameFrom came_from) {
    const auto file = read_signed_programme(clinic.trust, bytes, name);
    if (!file) return file.error();
    const Programme& fresh = file->programme;
    if (auto newer = check_newer_than_signed(clinic, *file); !newer) return in_file(name, newer.error());
    if (auto fits = check_fits(clinic, fresh); !fits) return in_file(name, fits.error());
    const store::Stamp now = stamp(clinic);
    const auto kept = store::insert(clinic.database, "programme_file",
                                    {{"id", value(clinic.ids.next())},
                                     {"programme", value(fresh.id())},
                                     {"code", value(fresh.code())},
                                     {"valid_from", value(fresh.valid_from())},
                                     {"revision", value(fresh.revision())},
                                     {"key_id", value(file->key_id)},
                                     {"message", value(Bytes(bytes.begin(), bytes.end()))},
                                     {"came_from", value(word(came_from))},
                                     {"taken_in_at", value(now.at)},
                                     {"taken_in_by", value(now.actor)}},
                                    now, "take_in_programme");
    if (!kept) return kept.error();
    clinic.programmes = clinic.programmes.with({fresh});
    return TakenIn{fresh.id(), fresh.name(), fresh.valid_from(), fresh.revision()};
}

Result<std::vector<TakenIn>> take_in_newer_within(Clinic& clinic, const std::vector<Bytes>& files,
                                                  CameFrom came_from) {
    std::vector<std::pair<Programme, const Bytes*>> sorted;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const auto file = read_signed_programme(clinic.trust, files[i], fmt::format("programmes/{}", i));
        if (!file) return file.error();
        sorted.emplace_back(file->programme, &files[i]);
    }
    std::ranges::stable_sort(
        sorted, {}, [](const auto& one) { return std::pair(one.first.valid_from(), one.first.revision()); });
    std::vector<TakenIn> taken;
    for (const auto& [programme, bytes] : sorted) {
        auto one = take_in_within(clinic, *bytes, programme.id(), came_from);
        if (one)
            taken.push_back(*std::move(one));
        else if (one.error().code != "already_taken" && one.error().code != "older_version")
            return one.error();
    }
    return taken;
}

/// A manager's use case in one transaction; where it fails the rules are as they were.
template <class UseCase>
auto or_as_before(Clinic& clinic, UseCase&& use_case) -> decltype(use_case()) {
    programme::Catalogue before = clinic.programmes;
    auto result = transact(clinic, Right::settings, use_case);
    if (!result) clinic.programmes = std::move(before);
    return result;
}

}  // namespace

Result<SignedProgramme> read_signed_programme(const card::Trust& trust, BytesView file,
                                              std::string_view name) {
    auto read = read_message(trust, file, name);
    if (read || read.error().code == "malformed") return read;  // malformed names the file itself
    return in_file(name, read.error());
}

Result<TakenIn> take_in_programme(Clinic& clinic, BytesView file, std::string_view name, CameFrom came_from) {
    return or_as_before(clinic, [&] { return take_in_within(clinic, file, name, came_from); });
}

Result<std::vector<TakenIn>> take_in_newer(Clinic& clinic, const std::vector<Bytes>& files,
                                           CameFrom came_from) {
    return or_as_before(clinic, [&] { return take_in_newer_within(clinic, files, came_from); });
}

Result<std::vector<Programme>> signed_programmes(const store::Database& database) {
    std::vector<Programme> all;
    std::optional<Error> wrong;
    const auto read = database.query(
        "SELECT programme, message FROM programme_file ORDER BY id", {}, [&](const store::Row& row) {
            const auto message = card::read_sign1(row.bytes(1));
            auto loaded = programme::load_programme(message ? text_of(message->payload) : std::string_view(),
                                                    row.text(0));
            if (!loaded) {
                wrong = loaded.error();
                return false;
            }
            all.push_back(*std::move(loaded));
            return true;
        });
    if (wrong) return *wrong;
    if (!read) return read.error();
    return all;
}

Result<std::optional<Origin>> origin_of(const Clinic& clinic, const Programme& version) {
    std::optional<Origin> origin;
    const auto read = clinic.database.query(
        "SELECT came_from, taken_in_at, s.name FROM programme_file p LEFT JOIN staff s ON s.id = "
        "p.taken_in_by "
        "WHERE programme = ?1 AND valid_from = ?2 AND revision = ?3 ORDER BY p.id DESC LIMIT 1",
        {value(version.id()), value(version.valid_from()), value(version.revision())},
        [&](const store::Row& row) {
            origin = Origin{row.text(0) == "file" ? CameFrom::file : CameFrom::municipality, row.instant(1),
                            row.text(2)};
            return false;
        });
    if (!read) return read.error();
    return origin;
}

}  // namespace sango::clinic
