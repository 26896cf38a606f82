#include "shared/clinic/redaction.h"

#include "shared/card/keys.h"
#include "shared/clinic/outbox.h"
#include "shared/clinic/writing.h"
#include "shared/store/erase.h"

#include <optional>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

namespace sango::clinic {
namespace {

using nlohmann::ordered_json;
using store::value;

using Numbers = std::set<std::string>;

/// Whether any text of the body is one of the numbers.
bool names_any(const ordered_json& body, const Numbers& numbers) {
    if (const auto* text = body.get_ptr<const std::string*>()) return numbers.contains(*text);
    if (!body.is_structured()) return false;
    for (const ordered_json& inner : body)
        if (names_any(inner, numbers)) return true;
    return false;
}

struct Item {
    std::string id;
    std::string kind;
    bool received = false;
    ordered_json body;
    card::Digest digest{};  ///< of the text as it stands now

    [[nodiscard]] bool is_report() const { return received && kind == "report"; }
};

/// What of the programme names any of them.
Result<std::vector<Item>> items_naming(const Clinic& clinic, std::string_view programme,
                                       const Numbers& numbers) {
    std::vector<Item> all;
    const auto read = clinic.database.query(
        "SELECT o.id, o.kind, r.outbox_id FROM outbox o LEFT JOIN receipt r ON r.outbox_id = o.id WHERE "
        "o.programme = ?1 ORDER BY o.id",
        {value(programme)}, [&](const store::Row& row) {
            all.push_back({row.text(0), row.text(1), !row.null(2), {}, {}});
            return true;
        });
    if (!read) return read.error();
    std::vector<Item> naming;
    for (Item& item : all) {
        const auto body = announced_body(clinic, item.id);
        if (!body) return body.error();
        item.body = ordered_json::parse(*body, nullptr, false);
        if (item.body.is_discarded() || !names_any(item.body, numbers)) continue;
        item.digest = card::sha256(bytes_of(*body));
        naming.push_back(std::move(item));
    }
    return naming;
}

/// Her rows keep what must be counted. One word for her in all rows of a report, so that its persons can
/// still be counted; it is made of the id of her first use there, which is erased as well, never of her
/// number.
void redact(ordered_json& body, const Numbers& numbers) {
    std::map<std::string, std::string> words;
    const auto rows = body.find("rows");
    if (rows == body.end() || !rows->is_array()) return;
    for (ordered_json& row : *rows) {
        const auto number = row.find("user_number");
        if (number == row.end() || !number->is_string() || !numbers.contains(number->get<std::string>()))
            continue;
        std::string& word = words[number->get<std::string>()];
        if (word.empty()) {
            const auto use = row.find("use");
            const std::string first = use != row.end() && use->is_string() ? use->get<std::string>() : "";
            word = "-" + hex(card::sha256(bytes_of(first))).substr(0, 16);
        }
        *number = word;
        for (const char* hers : {"care", "state_on_arrival", "state_on_leaving", "follow_up", "told"})
            row.erase(hers);
    }
    body["redacted"] = true;
}

/// The digest of what was sent, by now or before an earlier redaction.
Result<Bytes> digest_of_sent(const Clinic& clinic, const Item& item) {
    const auto kept = kept_digest(clinic, item.id);
    if (!kept) return kept.error();
    if (*kept) return **kept;
    return Bytes(item.digest.begin(), item.digest.end());
}

Result<std::int64_t> redact_report(Clinic& clinic, Item& item, const Numbers& numbers,
                                   const store::Stamp& now) {
    auto digest = digest_of_sent(clinic, item);
    if (!digest) return digest.error();
    auto rows = store::erase_with_dependents(clinic.database, "outbox_body", item.id, now);
    if (!rows) return rows.error();
    const auto before =
        clinic.database.text("SELECT id FROM outbox_redacted WHERE outbox_id = ?1", {value(item.id)});
    if (!before) return before.error();
    if (*before) {
        const auto older = store::erase_with_dependents(clinic.database, "outbox_redacted", **before, now);
        if (!older) return older.error();
        *rows += *older;
    }
    redact(item.body, numbers);
    const std::string id = clinic.ids.next();
    const std::string text = item.body.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
    const auto kept = store::insert(
        clinic.database, "outbox_redacted",
        {{"id", value(id)},
         {"outbox_id", value(item.id)},
         {"body_sealed", value(clinic.keys.seal_for_clinic({"outbox_redacted", "body_sealed", id}, text))},
         {"sent_digest", value(*std::move(digest))},
         {"redacted_at", value(now.at)},
         {"redacted_by", value(now.actor)}},
        now, "redact");
    if (!kept) return kept.error();
    return *rows;
}

}  // namespace

Result<Redaction> redact_outbox(Clinic& clinic, std::string_view programme, const Numbers& user_numbers) {
    auto items = items_naming(clinic, programme, user_numbers);
    if (!items) return items.error();
    Redaction done;
    const store::Stamp now = stamp(clinic);
    for (Item& item : *items) {
        const auto rows = item.is_report()
                              ? redact_report(clinic, item, user_numbers, now)
                              : store::erase_with_dependents(clinic.database, "outbox", item.id, now);
        if (!rows) return rows.error();
        done.rows += *rows;
        if (item.is_report()) ++done.reports;
    }
    return done;
}

Result<std::map<std::string, int>> accepted_reports_of(const Clinic& clinic, std::string_view programme) {
    std::vector<std::string> reports;
    const auto read = clinic.database.query(
        "SELECT o.id FROM outbox o JOIN receipt r ON r.outbox_id = o.id WHERE o.programme = ?1 AND o.kind = "
        "'report'",
        {value(programme)}, [&](const store::Row& row) {
            reports.push_back(row.text(0));
            return true;
        });
    if (!read) return read.error();
    std::map<std::string, int> naming;
    for (const std::string& id : reports) {
        const auto text = announced_body(clinic, id);
        if (!text) return text.error();
        const ordered_json body = ordered_json::parse(*text, nullptr, false);
        if (!body.is_object() || !body.contains("rows")) continue;
        Numbers named;
        for (const ordered_json& row : body["rows"])
            if (const auto number = row.find("user_number"); number != row.end() && number->is_string())
                named.insert(number->get<std::string>());
        for (const std::string& number : named) ++naming[number];
    }
    return naming;
}

}  // namespace sango::clinic
