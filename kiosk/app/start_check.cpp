#include "kiosk/app/start_check.h"

#include <utility>

namespace sango::app {
namespace {

constexpr std::int64_t kLinksInASlice = 200;  // some 4 ms

}  // namespace

StartCheck::StartCheck(const clinic::Clinic& clinic) {
    const auto read =
        clinic.database.query("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", {},
                              [this](const store::Row& row) {
                                  tables_.push_back(row.text(0));
                                  return true;
                              });
    auto chain = store::AuditWalk::begin(clinic.database);
    if (chain)
        chain_ = std::move(*chain);
    else
        found(chain.error().message);
    if (!read) found(read.error().message);
}

bool StartCheck::step(const clinic::Clinic& clinic) {
    if (finding_) return false;
    if (!tables_.empty()) {
        const std::string table = std::move(tables_.back());
        tables_.pop_back();
        if (const auto sound = clinic.database.check_integrity(table); !sound) found(sound.error().message);
        return !finding_;
    }
    if (!chain_) return false;
    const auto audit = chain_->step(clinic.database, kLinksInASlice);
    if (!audit)
        found(audit.error().message);
    else if (!*audit)
        return true;
    else if ((*audit)->broken)
        found(store::sentence(*(*audit)->broken));
    chain_.reset();
    return false;
}

void StartCheck::found(Message what) {
    finding_ = std::move(what);
}

}  // namespace sango::app
