#include "kiosk/cli/at_hand.h"
#include "kiosk/cli/export_options.h"
#include "shared/sync/outbox_sending.h"
#include "shared/sync/sending_log.h"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace sango::cli {
namespace outbox_cli {
namespace {

using Json = nlohmann::ordered_json;
using sync::OutboxItem;
using sync::SendTry;

struct Asked {
    std::string programme;
    std::string id;
    std::string folder;
    std::string at;
    int most = 50;
};

std::string say(const Message& message) {
    return speaks_japanese() ? message.ja : message.en;
}

Json or_null(const std::optional<Instant>& at) {
    return at ? Json(instant_text(*at)) : Json();
}

Json words_of(const std::vector<Message>& messages) {
    Json list = Json::array();
    for (const Message& message : messages) list.push_back({{"ja", message.ja}, {"en", message.en}});
    return list;
}

void put(const Json& json) {
    std::puts(json.dump(-1, ' ', false, Json::error_handler_t::replace).c_str());
}

void print(const OutboxItem& item, bool json) {
    if (json)
        return put({{"id", item.outbox_id},
                    {"kind", item.kind},
                    {"programme", item.programme},
                    {"subject", item.subject},
                    {"state", word(item.state)},
                    {"created_at", instant_text(item.created_at)},
                    {"bytes", item.bytes},
                    {"tries", item.tries},
                    {"next_try_at", or_null(item.next_try_at)},
                    {"receipt", item.receipt_number},
                    {"received_at", or_null(item.received_at)},
                    {"reasons", words_of(item.reasons)}});
    std::string line =
        fmt::format("{}  {} {} {}: {}", item.outbox_id, item.programme, say(sync::kind_name(item.kind)),
                    item.subject, item.receipt_number.empty() ? word(item.state) : item.receipt_number);
    if (item.next_try_at)
        line += (speaks_japanese() ? "、次に送る時刻 " : ", next try ") + time_text(*item.next_try_at);
    std::puts(line.c_str());
    for (const Message& reason : item.reasons) std::puts(("  × " + say(reason)).c_str());
}

void print(const SendTry& one, bool json) {
    if (json)
        return put({{"id", one.outbox_id},
                    {"kind", one.kind},
                    {"programme", one.programme},
                    {"subject", one.subject},
                    {"outcome", one.outcome},
                    {"http_status", one.http_status},
                    {"ended_at", instant_text(one.ended_at)},
                    {"next_try_at", or_null(one.next_try_at)},
                    {"said", {{"ja", one.said.ja}, {"en", one.said.en}}},
                    {"reasons", words_of(one.reasons)}});
    std::puts(fmt::format("{}  {} {} {}: {} {} {}", instant_text(one.ended_at), one.programme,
                          say(sync::kind_name(one.kind)), one.subject, one.outcome, one.http_status,
                          say(one.said))
                  .c_str());
}

int list(clinic::Clinic& clinic, const Options& options, const Asked& asked) {
    const auto items = sync::outbox_items(clinic, asked.programme, asked.most);
    if (!items) return fail_with(items.error());
    for (const OutboxItem& item : *items) print(item, options.json);
    return kOk;
}

int log(clinic::Clinic& clinic, const Options& options, const Asked& asked) {
    const auto tries = sync::send_tries(clinic, asked.programme, asked.most);
    if (!tries) return fail_with(tries.error());
    for (const SendTry& one : *tries) print(one, options.json);
    return kOk;
}

int again(clinic::Clinic& clinic, const Options& options, const Asked& asked) {
    const auto released = sync::release_refused(clinic, asked.id);
    if (!released) return fail_with(released.error());
    if (options.json) std::puts("{\"ok\":true}");
    return kOk;
}

int proof(clinic::Clinic& clinic, const Options& options, const Asked& asked) {
    const auto endpoints = sync::load_endpoints(options.data);
    if (!endpoints) return fail_with(endpoints.error());
    const auto items = sync::outbox_items(clinic, asked.programme, 1'000'000);
    if (!items) return fail_with(items.error());
    std::vector<std::filesystem::path> folders;
    for (const OutboxItem& item : *items) {
        if (item.state != OutboxItem::State::accepted) continue;
        if (!asked.id.empty() && item.outbox_id != asked.id && item.receipt_number != asked.id) continue;
        const auto endpoint = std::ranges::find(*endpoints, item.programme, &sync::Endpoint::programme);
        if (endpoint == endpoints->end()) continue;
        auto folder = sync::export_proof(clinic, *endpoint, item.outbox_id, asked.folder);
        if (!folder) return fail_with(folder.error());
        folders.push_back(std::move(*folder));
    }
    if (folders.empty())
        return fail(error("no_receipt", "受理書がまだ届いていません。", "There is no receipt yet."),
                    kRefused);
    print_files(folders, options.json);
    return kOk;
}

}  // namespace

void add(CLI::App& app, Options& options) {
    CLI::App* outbox = app.add_subcommand("outbox", "What the municipalities must know, and how far it is");
    outbox->require_subcommand(1);
    const auto asked = std::make_shared<Asked>();
    const auto subcommand = [&](const char* name, const char* what,
                                int (*run)(clinic::Clinic&, const Options&, const Asked&)) {
        CLI::App* command = outbox->add_subcommand(name, what);
        command->add_option("--at", asked->at, "Let the clock stand here (demo clinics)");
        command->callback([asked, &options, run] {
            auto hand = open_clinic(options, asked->at);
            if (hand) options.exit_code = run(hand->clinic(), options, *asked);
        });
        return command;
    };
    for (CLI::App* command : {subcommand("list", "Print the items, those still open first", list),
                              subcommand("log", "Print every try to send, newest first", log)}) {
        command->add_option("--programme", asked->programme, "The programme's id; all where it is left out");
        command->add_option("--most", asked->most, "At most so many lines; 50")
            ->check(CLI::Range(1, 1'000'000));
    }
    subcommand("again", "Send a refused item once more, unchanged", again)
        ->add_option("ID", asked->id, "The item")
        ->required();
    CLI::App* command = subcommand("proof", "Write receipts with what is needed to verify them", proof);
    command->add_option("--programme", asked->programme, "The programme's id; all where it is left out");
    command->add_option("--id", asked->id, "Of this item or receipt number only");
    command->add_option("--out", asked->folder, "The folder to write to")->required();
}

}  // namespace outbox_cli

void add_outbox_command(CLI::App& app, Options& options) {
    outbox_cli::add(app, options);
}

}  // namespace sango::cli
