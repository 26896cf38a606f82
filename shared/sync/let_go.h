#pragma once

#include <string_view>

namespace sango::sync {

/// SQL over `o` (outbox) and `a` (its newest send_attempt, or none): nobody waits for this item any more. A
/// report or an invoice of which a later revision was closed; a refused notice of a use that was undone; what
/// was free before it was told anew.
inline constexpr std::string_view kLetGo =
    "(EXISTS (SELECT 1 FROM implementation_report r JOIN implementation_report n ON n.programme = "
    "r.programme "
    "AND n.month = r.month AND n.revision > r.revision WHERE r.outbox_id = o.id) "
    "OR EXISTS (SELECT 1 FROM invoice r JOIN invoice n ON n.programme = r.programme AND n.month = r.month "
    "AND n.revision > r.revision WHERE r.outbox_id = o.id) "
    "OR (a.outcome IS 'refused' AND o.kind = 'use' AND "
    "EXISTS (SELECT 1 FROM use_undone d WHERE d.use_id = o.subject UNION ALL "
    "SELECT 1 FROM deemed_use_withdrawn w WHERE w.deemed_id = o.subject)) "
    "OR (o.kind = 'free_places' AND EXISTS (SELECT 1 FROM outbox n WHERE n.kind = 'free_places' "
    "AND n.programme = o.programme AND n.id > o.id)))";

}  // namespace sango::sync
