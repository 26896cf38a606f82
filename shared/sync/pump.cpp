#include "shared/sync/pump.h"

#include "shared/sync/outbox_sending.h"

#include <algorithm>
#include <set>

namespace sango::sync {

Result<SendAll> send_all(clinic::Clinic& clinic, std::span<const Endpoint> endpoints, const Told& told,
                         const Progress& progress, std::optional<Instant> pressed_at,
                         std::chrono::seconds limit) {
    SendAll sum;
    std::set<std::string> tried;
    for (;;) {
        auto job = next_job(clinic, endpoints, pressed_at);
        if (!job) return job.error();
        // A wait of zero seconds makes an item due at once; it still gets one try a call.
        if (!*job || !tried.insert((*job)->outbox_id).second) return sum;
        const auto endpoint = std::find_if(endpoints.begin(), endpoints.end(), [&](const Endpoint& one) {
            return one.programme == (*job)->programme;
        });
        Sent sent{std::move(**job), {}};
        sent.answer = deliver(*endpoint, sent.job, progress, limit);
        if (auto recorded = record_answer(clinic, *endpoint, sent.job, sent.answer); !recorded)
            return recorded.error();
        switch (sent.answer.outcome) {
            case Answer::Outcome::accepted:
                ++sum.accepted;
                break;
            case Answer::Outcome::refused:
                ++sum.refused;
                break;
            case Answer::Outcome::later:
                ++sum.later;
                break;
        }
        if (told) told(sent);
    }
}

}  // namespace sango::sync
