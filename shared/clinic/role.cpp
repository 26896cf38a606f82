#include "shared/clinic/role.h"

#include "shared/clinic/clinic.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include <fmt/format.h>

namespace sango::clinic {
namespace {

constexpr std::array kRoles{Role::desk, Role::night, Role::manager, Role::watcher, Role::terminal};
constexpr std::array kRights{Right::screen,   Right::watch,     Right::care,    Right::incident,
                             Right::read,     Right::reception, Right::booking, Right::month,
                             Right::settings, Right::staff,     Right::erasure};

constexpr unsigned bit(Role role) {
    return 1U << static_cast<unsigned>(role);
}

constexpr unsigned kDesk = bit(Role::desk);
constexpr unsigned kNight = bit(Role::night);
constexpr unsigned kManager = bit(Role::manager);
constexpr unsigned kWatcher = bit(Role::watcher);
constexpr unsigned kTerminal = bit(Role::terminal);
constexpr unsigned kPeople = kDesk | kNight | kManager;

constexpr unsigned who_may(Right right) {
    switch (right) {
        case Right::screen:
            return kPeople | kWatcher | kTerminal;
        case Right::watch:
            return kPeople | kWatcher;
        case Right::care:
            return kPeople;
        case Right::incident:
        case Right::read:
        case Right::reception:
        case Right::booking:
            return kPeople | kTerminal;
        case Right::month:
            return kDesk | kManager | kTerminal;
        case Right::settings:
            return kManager | kTerminal;
        case Right::staff:
        case Right::erasure:
            return kManager;
    }
    return 0;
}

}  // namespace

std::span<const Role> all_roles() {
    return kRoles;
}
std::span<const Right> all_rights() {
    return kRights;
}

bool may(Role role, Right right) {
    return (who_may(right) & bit(role)) != 0;
}

Result<Done> require(const Clinic& clinic, Right right) {
    const std::optional<Role> role = clinic.actor.role;
    if (right == Right::screen || (role && may(*role, right))) return Done{};
    if (!role || *role == Role::watcher)
        return error("signed_out", "担当者がサインインしてから、もう一度行ってください。",
                     "Sign in first, then do this again.");
    std::string ja;
    std::string en;
    for (const Role one : {Role::desk, Role::night, Role::manager}) {
        if (!may(one, right)) continue;
        ja += (ja.empty() ? "" : "・") + name_of(one).ja;
        en += (en.empty() ? "" : ", ") + name_of(one).en;
    }
    return error("not_allowed", fmt::format("この操作ができるのは{}です。交代してから行ってください。", ja),
                 fmt::format("Only these may do this: {}. Let one of them sign in.", en));
}

std::string_view word(Role role) {
    switch (role) {
        case Role::desk:
            return "desk";
        case Role::night:
            return "night";
        case Role::manager:
            return "manager";
        case Role::watcher:
            return "watcher";
        case Role::terminal:
            break;
    }
    return "terminal";
}

std::optional<Role> role_from(std::string_view text) {
    for (const Role role : {Role::desk, Role::night, Role::manager})
        if (word(role) == text) return role;
    return std::nullopt;
}

Message name_of(Role role) {
    switch (role) {
        case Role::desk:
            return {"受付", "Front desk"};
        case Role::night:
            return {"夜勤", "Night"};
        case Role::manager:
            return {"管理者", "Manager"};
        case Role::watcher:
            return {"見守り", "Watch"};
        case Role::terminal:
            break;
    }
    return {"端末", "Terminal"};
}

}  // namespace sango::clinic
