#include "shared/clinic/staff.h"

#include "shared/base/text.h"
#include "shared/clinic/writing.h"

#include <algorithm>
#include <array>
#include <set>

#include <sodium.h>

namespace sango::clinic {
namespace {

using store::value;

/// Digits that go up or down by one all the way: 123456, 987654.
bool in_a_row(std::string_view pin) {
    const int step = pin[1] - pin[0];
    if (step < -1 || step > 1) return false;
    for (std::size_t i = 1; i < pin.size(); ++i)
        if (pin[i] - pin[i - 1] != step) return false;
    return true;
}

Result<std::set<std::string>> holders(const Clinic& clinic, std::string_view statement) {
    std::set<std::string> ids;
    const auto read = clinic.database.query(statement, {}, [&](const store::Row& row) {
        ids.insert(row.text(0));
        return true;
    });
    if (!read) return read.error();
    return ids;
}

}  // namespace

Result<std::vector<StaffAccess>> staff_access(const Clinic& clinic) {
    const auto people = staff(clinic);
    if (!people) return people.error();
    const auto pins = holders(clinic, "SELECT DISTINCT staff_id FROM staff_pin");
    if (!pins) return pins.error();
    const auto badges = holders(clinic, "SELECT DISTINCT staff_id FROM staff_badge");
    if (!badges) return badges.error();
    std::vector<StaffAccess> access;
    for (const Staff& one : *people)
        access.push_back({one, pins->contains(one.id), badges->contains(one.id)});
    return access;
}

Result<Done> check_pin(std::string_view pin) {
    if (pin.size() != kPinDigits || !std::ranges::all_of(pin, [](char c) { return c >= '0' && c <= '9'; }))
        return error("weak_pin", "暗証番号は数字6桁で決めてください。", "A PIN is six digits.");
    if (in_a_row(pin))
        return error("weak_pin", "同じ数字だけの番号や、続き番号は使えません。別の番号にしてください。",
                     "One digit alone, or digits in a row, are too easy to guess. Choose another PIN.");
    return Done{};
}

Error no_memory_to_hash() {
    return error("out_of_memory", "メモリが足りません。ほかのプログラムを終了して、もう一度お試しください。",
                 "There is not enough memory. Close other programs and try again.");
}

Result<std::string> pin_hash(std::string_view pin) {
    if (auto good = check_pin(pin); !good) return good.error();
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str_alg(hash.data(), pin.data(), pin.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                              crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return no_memory_to_hash();
    return std::string(hash.data());
}

Result<Done> insert_pin(store::Database& database, std::string_view id, std::string_view staff_id,
                        std::string_view hash, const store::Stamp& now) {
    return store::insert(database, "staff_pin",
                         {{"id", value(id)},
                          {"staff_id", value(staff_id)},
                          {"hash", value(hash)},
                          {"set_at", value(now.at)},
                          {"set_by", value(now.actor)}},
                         now, "set_pin");
}

Result<std::string> add_staff(Clinic& clinic, std::string_view name, Role role) {
    if (name.empty() || !is_line(name, kMostLineBytes))
        return error("bad_name", "担当者のお名前を1行で入力してください。", "Enter her name on one line.");
    if (!role_from(word(role))) return error("bad_role", "役割を選んでください。", "Choose a role.");
    return transact(clinic, Right::staff, [&]() -> Result<std::string> {
        const store::Stamp now = stamp(clinic);
        const std::string id = clinic.ids.next();
        const auto done = store::insert(clinic.database, "staff",
                                        {{"id", value(id)},
                                         {"name", value(name)},
                                         {"role", value(word(role))},
                                         {"added_at", value(now.at)}},
                                        now, "add_staff");
        if (!done) return done.error();
        return id;
    });
}

Result<Done> end_staff(Clinic& clinic, std::string_view staff_id) {
    const auto one = find_staff(clinic, staff_id);
    if (!one) return one.error();
    const auto people = staff(clinic);
    if (!people) return people.error();
    if (one->role == Role::manager && std::ranges::count(*people, Role::manager, &Staff::role) == 1)
        return error("last_manager", "管理者がいなくなります。先に別の管理者を登録してください。",
                     "There would be no manager. Register another one first.");
    return transact(clinic, Right::staff, [&] {
        const store::Stamp now = stamp(clinic);
        return store::insert(
            clinic.database, "staff_end",
            {{"staff_id", value(staff_id)}, {"ended_at", value(now.at)}, {"ended_by", value(now.actor)}}, now,
            "end_staff");
    });
}

Result<Done> set_pin(Clinic& clinic, std::string_view staff_id, std::string_view pin) {
    if (auto good = check_pin(pin); !good) return good;
    if (const auto one = find_staff(clinic, staff_id); !one) return one.error();
    const Right right = clinic.actor.staff_id == staff_id ? Right::read : Right::staff;
    if (auto allowed = require(clinic, right); !allowed) return allowed;
    const auto hash = pin_hash(pin);
    if (!hash) return hash.error();
    return transact(clinic, right, [&] {
        return insert_pin(clinic.database, clinic.ids.next(), staff_id, *hash, stamp(clinic));
    });
}

}  // namespace sango::clinic
