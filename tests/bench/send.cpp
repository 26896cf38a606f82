#include "shared/clinic/outbox.h"
#include "shared/sync/delivery.h"
#include "shared/sync/receipt.h"
#include "tests/bench/big_clinic.h"
#include "tests/bench/measure.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>

#include <fmt/format.h>

namespace sango::bench {
namespace {

constexpr int kRounds = 25;

/// curl's own count from connecting to the last byte of the answer, in milliseconds.
double by_curl(const sync::Endpoint& endpoint, const sync::Job& job, const std::filesystem::path& body,
               const std::string& digest) {
    const std::string command = fmt::format(
        "curl --silent --output /dev/null --http1.1 --write-out '%{{time_total}} %{{http_code}}' --cacert "
        "'{}' --cert '{}' "
        "--key '{}' -H 'Content-Type: application/json' -H 'Expect:' -H 'Idempotency-Key: \"{}\"' -H "
        "'Content-Digest: {}' "
        "--data-binary '@{}' '{}{}'",
        endpoint.authority.string(), endpoint.certificate.string(), endpoint.key.string(),
        job.idempotency_key, digest, body.string(), endpoint.url, job.path);
    FILE* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) throw std::runtime_error("curl cannot be started");
    double seconds = 0;
    int status = 0;
    const int read = std::fscanf(pipe, "%lf %d", &seconds, &status);
    pclose(pipe);
    if (read != 2 || status < 200 || status > 299)
        throw std::runtime_error(fmt::format("curl was answered with {}", status));
    return seconds * 1'000;
}

/// The closed month as it lies in the outbox.
sync::Job report_of(const clinic::Clinic& clinic) {
    sync::Job job;
    (void)must(clinic.database.query("SELECT id, path, idempotency_key FROM outbox WHERE kind = 'report'", {},
                                     [&job](const store::Row& row) {
                                         job.outbox_id = row.text(0);
                                         job.path = row.text(1);
                                         job.idempotency_key = row.text(2);
                                         return false;
                                     }));
    if (job.outbox_id.empty()) throw std::runtime_error("the month is not closed");
    job.kind = "report";
    job.programme = "nerima";
    job.body = must(clinic::announced_body(clinic, job.outbox_id));
    return job;
}

}  // namespace

/// The same closed month sent to the reference receiver by Sango and by curl in turn, over mutual TLS: 20,
/// 200 and 2,000 uses. After the first time it is answered with the receipt that is there already.
void month_sent(const Places& places) {
    for (const int size : {1, 10, 100}) {
        const auto data = places.work / fmt::format("clinic-{}", size);
        const auto endpoints = must(sync::load_endpoints(data));
        if (endpoints.empty()) throw std::runtime_error("no endpoint: see tests/bench/run.sh");
        BigClinic big(data, size);
        const sync::Job job = report_of(big.clinic());
        const auto body = places.work / "body.json";
        std::ofstream(body, std::ios::binary) << job.body;
        const std::string digest = sync::content_digest(job.body);
        const auto send = [&] {
            const auto answer = sync::deliver(endpoints.front(), job, {});
            if (answer.outcome != sync::Answer::Outcome::accepted)
                throw std::runtime_error(
                    "not accepted: " + answer.error.message.en +
                    (answer.reasons.empty() ? "" : " " + answer.reasons.front().text.en));
        };
        send();
        Samples ours;
        Samples theirs;
        for (int i = 0; i < kRounds; ++i) {
            ours.add(milliseconds(send));
            theirs.add(by_curl(endpoints.front(), job, body, digest));
        }
        print({fmt::format("month sent, {} uses, {} kB", big.uses(), job.body.size() / 1'000),
               ms(ours.median()), "curl", ms(theirs.median()), times(ours.median() / theirs.median()),
               "1.30x", ours.n()});
    }
}

}  // namespace sango::bench
