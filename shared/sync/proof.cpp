#include "shared/card/pem.h"
#include "shared/clinic/outbox.h"
#include "shared/report/export.h"
#include "shared/store/audit.h"
#include "shared/sync/sending_log.h"

#include <algorithm>
#include <array>
#include <system_error>

namespace sango::sync {
namespace {

constexpr std::string_view kHowTo =
    R"(受理書の確かめ方 / How to verify this receipt

1. 署名 / Signature: the municipality signed exactly the bytes of receipt.json (Ed25519).

     openssl pkeyutl -verify -pubin -inkey receipt-key.pem -rawin -in receipt.json -sigfile receipt.sig

   "Signature Verified Successfully" が出れば、受理書は自治体のものです。
   receipt-key.pem は施設に登録された自治体の受理鍵です。自治体にも確かめてください。
   receipt-key.pem is the municipality's receipt key as it is registered here; compare it with theirs.

2. 中身 / Content: receipt.json names the digest of what was sent ("content_digest").

     openssl dgst -sha256 -binary sent.json | base64

   が content_digest の sha-256=: と : の間と同じなら、受理されたのは sent.json です。
   If it equals what stands between "sha-256=:" and ":", what was accepted is sent.json.
)";

/// Where the text of what was sent was erased after its retention.
constexpr std::string_view kRedacted =
    R"(
3. 保存期間を過ぎた方の番号は消去しました / Numbers whose retention has ended were erased

   sent-redacted.json は、送った報告書からその方の番号を消したものです。送ったものの要約値は
   sent.sha256 にあり、content_digest と同じです。送ったもの自体は自治体にあります。
   sent-redacted.json is what was sent without the numbers of those whose retention has ended. The digest
   of what was sent stands in sent.sha256 and equals content_digest; the text itself is with the municipality.
)";

}  // namespace

Result<std::filesystem::path> export_proof(clinic::Clinic& clinic, const Endpoint& endpoint,
                                           std::string_view outbox_id, const std::filesystem::path& folder) {
    std::string number;
    Bytes body;
    Bytes signature;
    const auto read =
        clinic.database.query("SELECT number, body, signature FROM receipt WHERE outbox_id = ?1",
                              {store::value(outbox_id)}, [&](const store::Row& row) {
                                  number = row.text(0);
                                  body = row.bytes(1);
                                  signature = row.bytes(2);
                                  return false;
                              });
    if (!read) return read.error();
    if (number.empty())
        return error("no_receipt", "受理書がまだ届いていません。", "There is no receipt yet.");
    const auto sent = clinic::announced_body(clinic, outbox_id);
    if (!sent) return sent.error();

    const auto digest = clinic::kept_digest(clinic, outbox_id);
    if (!digest) return digest.error();

    card::PublicKey key;
    if (endpoint.receipt_key.size() == key.bytes.size())
        std::copy(endpoint.receipt_key.begin(), endpoint.receipt_key.end(), key.bytes.begin());

    const std::filesystem::path into = folder / number;
    std::error_code failed;
    std::filesystem::create_directory(into, failed);
    if (failed)
        return error("no_folder", "書き出す先のフォルダーがありません。選び直してください。",
                     "There is no such folder to export to. Choose another one.");
    const std::array<std::pair<const char*, std::string_view>, 3> exact{
        {{"receipt.json", text_of(body)},
         {"receipt.sig", text_of(signature)},
         {*digest ? "sent-redacted.json" : "sent.json", *sent}}};
    for (const auto& [name, bytes] : exact)
        if (auto done = report::write_file(into / name, bytes); !done) return done.error();
    if (auto done = report::write_file(into / "receipt-key.pem", card::write_public_pem(key)); !done)
        return done.error();
    std::string how_to(kHowTo);
    if (*digest) {
        how_to += kRedacted;
        const std::string line = base64(**digest) + "\n";
        if (auto done = report::write_file(into / "sent.sha256", line); !done) return done.error();
    }
    if (auto done = report::write_file(into / "VERIFY.txt", how_to); !done) return done.error();
    const auto noted = store::note_action(clinic.database, "receipt", outbox_id,
                                          {clinic.clock.now(), clinic.actor.staff_id}, "export");
    if (!noted) return noted.error();
    return into;
}

}  // namespace sango::sync
