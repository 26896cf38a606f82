#include "kiosk/app/clinic_thread.h"

#include "kiosk/app/first_start_desk.h"
#include "kiosk/app/front.h"
#include "shared/clinic/first_start.h"
#include "shared/sync/pull.h"

#include <atomic>
#include <utility>

namespace sango::app {
namespace {

constexpr int kPagesInASlice = 64;  // some milliseconds

}  // namespace

struct ClinicThread::Sending {
    std::atomic<bool> cancelled{false};
    std::atomic<int> percent{0};
};

ClinicThread::ClinicThread(clinic::OpenRequest request, const Clock& clock, Random random, Publish publish,
                           Failed failed, devices::Printing printing)
    : publish_(std::move(publish)),
      failed_(std::move(failed)),
      data_(request.data),
      printing_with_(std::move(printing)),
      under_way_(std::make_shared<Sending>()) {
    thread_.post([this, request = std::move(request), &clock, random = std::move(random)] {
        open(request, clock, random);
    });
}

void ClinicThread::open(const clinic::OpenRequest& request, const Clock& clock, const Random& random) {
    auto opened = clinic::open(request, clock, random);
    if (!opened && opened.error().code != "no_clinic") return failed_(opened.error());
    if (opened) {
        const auto due = clinic::papers_due(*opened);
        if (!due) return failed_(due.error());
        if (!*due) return begin(std::move(*opened), false);
        first_start_ = std::make_unique<FirstStartDesk>(request, std::move(*opened), random);
    } else {
        first_start_ = std::make_unique<FirstStartDesk>(request, clock, random);
    }
    publish_(first_view());
}

screens::KioskView ClinicThread::first_view() const {
    screens::KioskView view;
    view.first_start = first_start_->view();
    return view;
}

void ClinicThread::begin(clinic::Clinic clinic, bool stays) {
    auto endpoints = sync::load_endpoints(data_);
    if (!endpoints.ok()) return failed_(endpoints.error());
    const auto state = under_way_;
    Front::Network network;
    network.send = [this, state](sync::Endpoint endpoint, sync::Job job, auto then) {
        state->cancelled = false;
        state->percent = 0;
        sending_.post(
            [this, state, endpoint = std::move(endpoint), job = std::move(job), then = std::move(then)] {
                sync::Answer answer =
                    sync::deliver(endpoint, job, [this, state](std::size_t sent, std::size_t total) {
                        const int percent = total == 0 ? 0 : static_cast<int>(sent * 100 / total);
                        if (percent / 5 != state->percent.exchange(percent) / 5) with_front([](Front&) {});
                        return !state->cancelled && !sending_.dropping();
                    });
                with_front([then, answer = std::move(answer)](Front&) { then(answer); });
            });
    };
    network.ask = [this](sync::Endpoint endpoint, std::string path, auto then) {
        asking_.post([this, endpoint = std::move(endpoint), path = std::move(path), then = std::move(then)] {
            Result<std::string> answer =
                sync::fetch(endpoint, path, sync::kUsualFetch, [this] { return !asking_.dropping(); });
            with_front([then, answer = std::move(answer)](Front&) { then(answer); });
        });
    };
    network.cancel = [state] { state->cancelled = true; };
    network.percent = [state] { return state->percent.load(); };

    front_ = std::make_unique<Front>(std::move(clinic), std::move(endpoints).value(), std::move(network),
                                     printers(printing_with_), stays);
    publish_(front_->view());
    front_->ask_municipalities();
    front_->tick();
    publish_(front_->view());  // with the deadlines that stand on the bar
    check_further();
}

/// Printers take their time: both happen on the worker that prints.
PaperTray::Printers ClinicThread::printers(const devices::Printing& printing) {
    PaperTray::Printers printers;
    if (printing.known)
        printers.look = [this, known = printing.known](auto then) {
            printing_.post([this, known, then = std::move(then)] {
                with_front([then, found = known()](Front&) { then(found); });
            });
        };
    if (printing.print)
        printers.print = [this, print = printing.print](devices::PrintJob job, auto then) {
            printing_.post([this, print, job = std::move(job), then = std::move(then)] {
                with_front(
                    [then, end = print(job, [this] { return printing_.dropping(); })](Front&) { then(end); });
            });
        };
    return printers;
}

ClinicThread::~ClinicThread() {
    // The network ends first, what is under way cut off (it hands nothing over any more), then the database
    // closes where it lived.
    asking_.drop();
    sending_.drop();
    keeping_.drop();
    printing_.drop();
    thread_.post([this] {
        first_start_.reset();
        front_.reset();
    });
    thread_.finish();
}

void ClinicThread::with_front(std::function<void(Front&)> use) {
    thread_.post([this, use = std::move(use)] {
        if (!front_) return;
        use(*front_);
        publish_(front_->view());
    });
}

void ClinicThread::check_further() {
    // Slice after slice at the end of the queue: a tap that came meanwhile is served first.
    thread_.post([this] {
        if (!front_) return;
        if (front_->check_further()) return check_further();
        if (front_->finding()) publish_(front_->view());
        back_up_if_due();
    });
}

void ClinicThread::back_up_if_due() {
    if (backing_up_) return;
    auto backup = front_->begin_backup(data_);
    if (!backup) return;
    backing_up_ = true;
    copy_further(std::make_shared<clinic::ClinicBackup>(std::move(*backup)));
}

void ClinicThread::copy_further(std::shared_ptr<clinic::ClinicBackup> backup) {
    thread_.post([this, backup = std::move(backup)] {
        if (!front_) return;
        const auto ended = [this](Result<std::filesystem::path> file) {
            with_front([this, file = std::move(file)](Front& front) {
                backing_up_ = false;
                front.backup_ended(file);
            });
        };
        const auto copied = backup->step(kPagesInASlice);
        if (!copied) return ended(copied.error());
        if (!*copied) return copy_further(backup);
        keeping_.post([backup, ended] { ended(backup->finish()); });
    });
}

void ClinicThread::post(screens::Intent intent) {
    thread_.post([this, intent = std::move(intent)] {
        if (front_) {
            front_->handle(intent);
            publish_(front_->view());
        } else if (first_start_) {
            first_start_->handle(intent);
            if (!first_start_->done()) return publish_(first_view());
            const auto finished = std::move(first_start_);
            begin(finished->take_clinic(), true);
        }
    });
}

void ClinicThread::tick() {
    with_front([this](Front& front) {
        front.tick();
        back_up_if_due();
    });
}

void ClinicThread::show_reports(bool visible) {
    with_front([visible](Front& front) { front.show_reports(visible); });
}

void ClinicThread::show_figures(bool visible) {
    with_front([visible](Front& front) { front.show_figures(visible); });
}

void ClinicThread::show_settings(bool visible) {
    with_front([visible](Front& front) { front.show_settings(visible); });
}

}  // namespace sango::app
