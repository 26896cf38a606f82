#pragma once

#include <cassert>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace sango {

/// One sentence for a person, in the clinic's two languages. It says what to do, not only what failed.
struct Message {
    std::string ja;
    std::string en;

    bool operator==(const Message&) const = default;
};

/// What went wrong. `code` is stable and machine-readable (snake_case: "disk_full", "bad_signature");
/// `message` is for whoever stands at the desk. Neither ever holds personal data.
struct Error {
    std::string code;
    Message message;

    bool operator==(const Error&) const = default;
};

[[nodiscard]] inline Error error(std::string_view code, std::string_view ja, std::string_view en) {
    return Error{std::string(code), Message{std::string(ja), std::string(en)}};
}

/// The value of an operation that ended well and has nothing to say.
struct Done {
    bool operator==(const Done&) const = default;
};

/// A value or the reason why there is none. Errors are values up to the screen that shows them;
/// exceptions stay inside the wrapper of the library that throws them.
template <class T = Done, class E = Error>
class [[nodiscard]] Result {
public:
    using value_type = T;
    using error_type = E;

    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(E error) : state_(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool ok() const noexcept { return state_.index() == 0; }
    explicit operator bool() const noexcept { return ok(); }

    [[nodiscard]] const T& value() const& {
        assert(ok());
        return *std::get_if<0>(&state_);
    }
    [[nodiscard]] T& value() & {
        assert(ok());
        return *std::get_if<0>(&state_);
    }
    [[nodiscard]] T&& value() && {
        assert(ok());
        return std::move(*std::get_if<0>(&state_));
    }
    [[nodiscard]] const E& error() const {
        assert(!ok());
        return *std::get_if<1>(&state_);
    }

    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

private:
    std::variant<T, E> state_;
};

}  // namespace sango
