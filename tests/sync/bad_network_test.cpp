// Every way in which a line or a municipality can fail, over real TLS, for everything that is told and
// everything that is asked: each try ends in a clear state and sentence, and once the line is good again each
// thing is there exactly once, on both sides. One row, one test; the last one prints the table.
//
// SANGO_NETWORK_EVERY_BYTE=1 cuts the line at every byte instead of at some.

#include "shared/sync/pull.h"
#include "tests/sync/network_table.h"

#include <algorithm>
#include <cstdlib>
#include <set>

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::test;
using municipality::Misbehaviour;
using Outcome = sync::Answer::Outcome;
using State = sync::OutboxItem::State;
using Way = municipality::BadLine::Way;

namespace {

/// How a try may end: codes of what is said; "accepted" and "refused" beside them. For what is asked, `asked`
/// if its words are others.
struct Ends {
    std::set<std::string> told;
    std::set<std::string> asked = {};
};
enum class Trying { one_by_one, backwards, twice_at_once, at_once };
struct BadRow {
    const char* name;
    Ends ends;
    std::function<void(NetworkStage&)> spoil;
    Trying trying = Trying::one_by_one;
    bool asked_too = true;
};

/// One row while it runs.
struct RowTest {
    NetworkStage& stage;
    NetworkTable::Row& row;
    const BadRow& bad;

    Wrongs& of(const ToldItem& item) { return row.wrongs[item.kind]; }
    Wrongs& of_asked(std::size_t kind) { return row.wrongs[kToldKinds.size() + kind]; }
    static void found(int& wrong, bool is_wrong, const std::string& what) {
        if (is_wrong) ++wrong;
        CHECK_MESSAGE(!is_wrong, what);
    }
    void judge_try(const ToldTry& one) {
        Wrongs& wrongs = of(*one.item);
        ++wrongs.tries;
        const sync::Answer& answer = one.answer;
        const std::string code = answer.outcome == Outcome::accepted  ? "accepted"
                                 : answer.outcome == Outcome::refused ? "refused"
                                                                      : answer.error.code;
        const Message& said = answer.error.message;
        const bool silent = answer.outcome != Outcome::accepted && (said.ja.empty() || said.en.empty());
        found(wrongs.unclear, silent || !bad.ends.told.contains(code),
              std::string(kToldKinds[one.item->kind]) + ": " + code + " " + said.en);
    }
    /// What screen and command line say of it while the line is bad.
    void judge_state(const ToldItem& item) {
        const sync::OutboxItem now = stage.state_of(item);
        const bool accepted = now.state == State::accepted && !now.receipt_number.empty();
        if (now.state == State::superseded) return;  // a refused notice of a use that was undone
        const bool open = now.receipt_number.empty() && !now.said.ja.empty() && !now.said.en.empty() &&
                          (now.state == State::refused || (now.state == State::waiting && now.next_try_at));
        if (!accepted && (item.job.kind == "report" || item.job.kind == "invoice")) {
            const auto said = stage.said_on_screen(item);
            found(of(item).unclear, said.empty() || said.front().ja.empty() || said.front().en.empty(),
                  item.job.kind + " says nothing on the screen");
        }
        found(of(item).unclear, accepted ? !bad.ends.told.contains("accepted") : !open,
              std::string(kToldKinds[item.kind]) + " says: " + now.said.en);
    }
    void judge_end(const ToldItem& item) {
        const int held = stage.held(item);
        const State state = stage.state_of(item).state;
        // A refused notice of a use that was undone meanwhile is not sent any more, and must not be.
        const bool let_go = state == State::superseded && held == 0;
        found(of(item).lost, !let_go && (held == 0 || state != State::accepted),
              std::string(kToldKinds[item.kind]) + " is lost");
        found(of(item).doubled, held > 1, std::string(kToldKinds[item.kind]) + " is doubled");
    }

    void tell() {
        std::vector<ToldTry> tries;
        constexpr std::chrono::seconds kShort(1);
        switch (bad.trying) {
            case Trying::one_by_one:
                tries = stage.one_by_one();
                break;
            case Trying::backwards:
                tries = stage.backwards();
                break;
            case Trying::twice_at_once:
                tries = stage.at_once(2, std::chrono::seconds(10));
                break;
            case Trying::at_once:
                tries = stage.at_once(1, kShort);
                break;
        }
        for (const ToldTry& one : tries) judge_try(one);
        for (const ToldItem& item : stage.items()) judge_state(item);
    }
    void expect_told() {
        stage.send_the_rest();
        for (const ToldItem& item : stage.items()) judge_end(item);
        CHECK(stage.line.status().waiting == 0);
    }

    /// One question over the line as it is; nothing of a bad answer may stay.
    void ask(std::size_t kind, const AskedKind& asked, std::chrono::seconds limit) {
        Wrongs& wrongs = of_asked(kind);
        ++wrongs.tries;
        const auto answer = sync::fetch(stage.endpoint(), asked.path(), limit);
        const auto applied = answer.ok() ? asked.apply(stage, *answer) : Result<Done>(answer.error());
        const std::string code = applied.ok() ? "accepted" : applied.error().code;
        const auto& may_end = bad.ends.asked.empty() ? bad.ends.told : bad.ends.asked;
        const bool silent =
            !applied.ok() && (applied.error().message.ja.empty() || applied.error().message.en.empty());
        found(wrongs.unclear, silent || !may_end.contains(code), std::string(asked.name) + ": " + code);
        if (!applied.ok())
            found(wrongs.doubled, asked.known(stage, stage.row()) != 0,
                  std::string(asked.name) + ": something of a bad answer stayed");
    }
    void expect_known(std::size_t kind, const AskedKind& asked) {
        for (int time = 0; time < 2; ++time) {
            const auto answer = sync::fetch(stage.endpoint(), asked.path());
            const auto applied = answer.ok() ? asked.apply(stage, *answer) : Result<Done>(answer.error());
            const int known = asked.known(stage, stage.row());
            found(of_asked(kind).lost, !applied.ok() || known == 0,
                  std::string(asked.name) + (applied.ok() ? " is lost" : ": " + applied.error().message.en));
            found(of_asked(kind).doubled, known > 1, std::string(asked.name) + " is doubled");
        }
    }
};

void walk(const BadRow& bad) {
    const auto began = std::chrono::steady_clock::now();
    NetworkStage& stage = NetworkStage::shared();
    stage.mend();
    stage.begin_row();
    RowTest test{stage, NetworkTable::shared().add(bad.name), bad};
    const auto asked = asked_kinds();
    if (bad.asked_too)
        for (const AskedKind& one : asked) one.publish(stage, stage.row());
    bad.spoil(stage);
    test.tell();
    const bool slow = bad.trying == Trying::at_once;
    // A slow answer is a second of waiting: one kind stands for all of them there.
    for (std::size_t i = 0; bad.asked_too && i < (slow ? 1 : asked.size()); ++i)
        test.ask(i, asked[i], std::chrono::seconds(slow ? 1 : 10));
    stage.mend();
    test.expect_told();
    for (std::size_t i = 0; bad.asked_too && i < asked.size(); ++i) test.expect_known(i, asked[i]);
    test.row.took = std::chrono::steady_clock::now() - began;
}

std::function<void(NetworkStage&)> answered(Misbehaviour how, int status = 0) {
    return [how, status](NetworkStage& stage) { stage.behave(how, status); };
}

/// The municipality's certificate, made by its own authority or by a stranger's.
std::function<void(NetworkStage&)> certificate(const char* host, int from, int to, bool stranger = false) {
    return [=](NetworkStage& stage) {
        const auto authority = stranger ? *municipality::make_authority("stranger", years(-1, 1))
                                        : authority_of(stage.line.municipality);
        stage.show(municipality::issue_server(authority, {host}, years(from, to)).value());
    };
}

void elsewhere(NetworkStage& stage) {
    sync::Endpoint endpoint = stage.endpoint();
    endpoint.url = "https://municipality.invalid";
    stage.be(endpoint);
}

void trickling(NetworkStage& stage) {
    stage.behave(Misbehaviour::slow);
    stage.wire().trickle(true);
}

void with_a_strangers_certificate(NetworkStage& stage) {
    static const TempFolder folder;
    const auto stranger = municipality::make_authority("stranger", years(-1, 1));
    const auto shown = municipality::issue_client(*stranger, MunicipalityDesk::kClinic, years(-1, 1)).value();
    sync::Endpoint endpoint = stage.endpoint();
    endpoint.certificate = folder.path() / "clinic.pem";
    endpoint.key = folder.path() / "clinic.key";
    REQUIRE(municipality::write_file(endpoint.certificate, shown.certificate).ok());
    REQUIRE(municipality::write_file(endpoint.key, shown.key, true).ok());
    stage.be(endpoint);
}

/// Cuts the line at bytes all along, there or back, for every kind.
void walk_cuts(const char* name, Way way) {
    static const Ends kEnds{{"accepted", "broken_line", "tls", "unreachable"}};
    const BadRow bad{name, kEnds, [](NetworkStage&) {}};
    const auto began = std::chrono::steady_clock::now();
    NetworkStage& stage = NetworkStage::shared();
    stage.mend();
    stage.begin_row();
    RowTest test{stage, NetworkTable::shared().add(name), bad};
    const auto asked = asked_kinds();
    for (const AskedKind& one : asked) one.publish(stage, stage.row());
    const bool every = std::getenv("SANGO_NETWORK_EVERY_BYTE") != nullptr;
    // More than the handshake and the request; where nothing was cut any more, the end has been passed.
    const auto until_whole = [&](std::size_t bytes, auto&& one_try) {
        const std::size_t step = every ? 1 : bytes / 4 + 61;
        for (std::size_t at = 0;; at += step) {
            CAPTURE(at);
            stage.wire().reset_after(way, at);
            if (one_try()) break;
        }
        stage.wire().mend();
    };
    for (const ToldItem& item : stage.items())
        until_whole(2'500 + (way == Way::to_server ? item.job.body.size() : 0), [&] {
            const ToldTry one{&item, sync::deliver(stage.endpoint(), item.job, {})};
            test.judge_try(one);
            if (one.answer.outcome == Outcome::accepted) return true;
            stage.record(one);
            test.judge_state(item);
            return false;
        });
    for (std::size_t i = 0; i < asked.size(); ++i)
        until_whole(2'500, [&] {
            ++test.of_asked(i).tries;
            const auto answer = sync::fetch(stage.endpoint(), asked[i].path());
            if (answer.ok()) return true;
            RowTest::found(test.of_asked(i).unclear,
                           !kEnds.told.contains(answer.error().code) || answer.error().message.ja.empty(),
                           std::string(asked[i].name) + ": " + answer.error().code);
            return false;
        });
    stage.mend();
    test.expect_told();
    for (std::size_t i = 0; i < asked.size(); ++i) test.expect_known(i, asked[i]);
    test.row.took = std::chrono::steady_clock::now() - began;
}

}  // namespace

// One line, one row, one test.
#define BAD_NETWORK(name, ...)           \
    TEST_CASE("bad network: " name) {    \
        walk(BadRow{name, __VA_ARGS__}); \
    }

// clang-format off
BAD_NETWORK("nobody listens", {{"unreachable"}}, [](NetworkStage& stage) { stage.hang_up(); })
BAD_NETWORK("the host does not exist", {{"no_network"}}, elsewhere)
TEST_CASE("bad network: reset at any byte there") { walk_cuts("reset at any byte there", Way::to_server); }
TEST_CASE("bad network: reset at any byte back") { walk_cuts("reset at any byte back", Way::to_client); }
BAD_NETWORK("taken, then reset instead of the answer", {{"broken_line"}}, answered(Misbehaviour::reset))
BAD_NETWORK("the line trickles from the first byte", {{"timeout"}}, trickling, Trying::at_once)
BAD_NETWORK("taken, but the answer trickles in", {{"timeout", "accepted"}}, answered(Misbehaviour::slow), Trying::at_once)
BAD_NETWORK("taken, and half of the answer comes", {{"broken_line"}}, answered(Misbehaviour::truncated))
BAD_NETWORK("taken, and the answer stands twice", {{"bad_receipt"}, {"bad_answer"}}, answered(Misbehaviour::doubled))
BAD_NETWORK("each sent twice at the same instant", {{"accepted"}}, [](NetworkStage&) {}, Trying::twice_at_once)
BAD_NETWORK("the last sent first", {{"accepted"}}, [](NetworkStage&) {}, Trying::backwards)
BAD_NETWORK("each gets the answer to the one before", {{"bad_receipt"}, {"bad_answer", "server_error"}}, answered(Misbehaviour::reordered))
BAD_NETWORK("400 Bad Request", {{"refused"}}, answered(Misbehaviour::status, 400))
BAD_NETWORK("401 Unauthorized", {{"refused"}}, answered(Misbehaviour::status, 401))
BAD_NETWORK("403 Forbidden", {{"refused"}}, answered(Misbehaviour::status, 403))
BAD_NETWORK("404 Not Found", {{"refused"}, {"not_known"}}, answered(Misbehaviour::status, 404))
BAD_NETWORK("409 Conflict", {{"refused"}}, answered(Misbehaviour::status, 409))
BAD_NETWORK("413 Content Too Large", {{"refused"}}, answered(Misbehaviour::status, 413))
BAD_NETWORK("422 with reasons", {{"refused"}}, answered(Misbehaviour::refuse))
BAD_NETWORK("429 Too Many Requests", {{"busy"}}, answered(Misbehaviour::status, 429))
BAD_NETWORK("500 Internal Server Error", {{"server_error"}}, answered(Misbehaviour::status, 500))
BAD_NETWORK("503 Service Unavailable, Retry-After", {{"server_error"}}, answered(Misbehaviour::server_error))
BAD_NETWORK("504 Gateway Timeout", {{"server_error"}}, answered(Misbehaviour::status, 504))
BAD_NETWORK("a redirect to another place", {{"redirected"}}, answered(Misbehaviour::redirect))
BAD_NETWORK("a stranger's certificate", {{"stranger"}}, certificate("127.0.0.1", -1, 1, true))
BAD_NETWORK("an expired certificate; our clock a year ahead", {{"certificate_expired"}}, certificate("127.0.0.1", -2, -1))
BAD_NETWORK("one of tomorrow; our clock a year behind", {{"certificate_not_yet_valid"}}, certificate("127.0.0.1", 1, 2))
BAD_NETWORK("a certificate of another host", {{"wrong_host"}}, certificate("elsewhere.example", -1, 1))
BAD_NETWORK("our certificate is a stranger's to them", {{"clinic_not_accepted"}}, with_a_strangers_certificate)
BAD_NETWORK("a forged receipt", {{"bad_receipt"}}, answered(Misbehaviour::forged), Trying::one_by_one, false)
// clang-format on

namespace {
/// What fails while our clock stands wrong is due as soon as it is right again, without anyone pressing.
void walk_clock(const char* name, std::chrono::days off) {
    const BadRow bad{name, {{"server_error"}}, [](NetworkStage&) {}};
    const auto began = std::chrono::steady_clock::now();
    NetworkStage& stage = NetworkStage::shared();
    stage.mend();
    stage.begin_row();
    RowTest test{stage, NetworkTable::shared().add(name), bad};
    stage.behave(Misbehaviour::server_error);
    HandClock& clock = stage.line.desk.clock;
    const Instant right = clock.now();
    clock.jump_to(right + off);
    test.tell();
    stage.mend();
    clock.jump_to(right + std::chrono::hours(2));
    (void)stage.line.send();
    REQUIRE(clinic::confirm_clock(stage.clinic()).ok());
    for (const ToldItem& item : stage.items()) test.judge_end(item);
    test.row.took = std::chrono::steady_clock::now() - began;
}

}  // namespace

TEST_CASE("bad network: our clock a year behind while a server fails") {
    walk_clock("our clock a year behind while a server fails", -std::chrono::days(365));
}
TEST_CASE("bad network: our clock a year ahead while a server fails") {
    walk_clock("our clock a year ahead while a server fails", std::chrono::days(365));
}

TEST_CASE("the table of bad networks: nothing lost, nothing doubled, nothing unclear") {
    const NetworkTable& table = NetworkTable::shared();
    if (table.rows().empty()) return;  // none of its rows was asked for
    std::printf("%s", table.text().c_str());
    for (const NetworkTable::Row& row : table.rows())
        for (const Wrongs& wrongs : row.wrongs) CHECK(wrongs.sum() == 0);
    const auto audit = store::verify_audit(NetworkStage::shared().clinic().database);
    REQUIRE(audit.ok());
    CHECK_MESSAGE(!audit->broken, (audit->broken ? store::sentence(*audit->broken).en : std::string()));
}
