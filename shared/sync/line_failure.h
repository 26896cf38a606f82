#pragma once

#include "shared/base/result.h"

#include <string_view>

namespace sango::sync {

/// Why no answer came, in a sentence that says what to do. `curl_code` is a CURLcode, `verify_result`
/// OpenSSL's X509_V_ERR_* (0: the chain holds), `words` libcurl's own text, which is looked at but never
/// shown.
[[nodiscard]] Error line_failure(int curl_code, long verify_result, std::string_view words);

[[nodiscard]] Error clinic_not_accepted();
[[nodiscard]] Error cancelled();
[[nodiscard]] Error answer_too_large();
[[nodiscard]] Error no_memory();

}  // namespace sango::sync
