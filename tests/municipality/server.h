#pragma once

#include "shared/base/clock.h"
#include "tests/municipality/authority.h"
#include "tests/municipality/bad_line.h"
#include "tests/municipality/ledger.h"
#include "tests/municipality/misbehaviour.h"
#include "tests/municipality/office.h"

#include <memory>
#include <optional>

namespace sango::municipality {

struct ServeRequest {
    int port = 0;                        ///< 0: any free one
    bool bad_line = false;               ///< puts a BadLine in front, which reset and slow need
    std::optional<Identity> identity{};  ///< shown instead of the office's own certificate
};

/// The municipality at its desk: HTTPS on 127.0.0.1, mutual TLS, in threads of its own until it is destroyed.
class Server {
public:
    [[nodiscard]] static Result<std::unique_ptr<Server>> start(const Office& office, Ledger& ledger,
                                                               const Clock& clock,
                                                               const ServeRequest& request);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    [[nodiscard]] int port() const;       ///< where clinics connect
    [[nodiscard]] Mood& mood();           ///< towards what is written
    [[nodiscard]] Mood& question_mood();  ///< towards what is asked
    [[nodiscard]] BadLine* line();        ///< nullptr unless asked for

private:
    struct State;
    explicit Server(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace sango::municipality
