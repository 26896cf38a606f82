#include "shared/store/schema.h"

#include "shared/store/schema_parts.h"

#include <array>

namespace sango::store {

std::span<const std::string_view> migrations() {
    static const std::array kMigrations{
        kFirst,    kOutboxKinds, kBoard, kMonth, kDesk,       kCards,         kPapers,       kNight, kCare,
        kIncident, kSettings,    kStaff, kSlip,  kOutboxBody, kQuestionnaire, kCoordination, kDraft};
    return kMigrations;
}

}  // namespace sango::store
