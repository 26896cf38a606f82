// What comes from outside the card room: the text of a code, the COSE message and the claims in it, and the
// files that stand beside: claims and revocations (JSON) and keys (PEM). The first byte chooses.

#include "shared/card/base45.h"
#include "shared/card/cose.h"
#include "shared/card/issue.h"
#include "shared/card/pem.h"
#include "shared/card/read.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using namespace sango;
using namespace sango::card;

void must(bool holds) {
    if (!holds) {
        std::abort();
    }
}

struct Known {
    PrivateKey key = make_private_key(seeded_random(1));
    Trust trust;
    Instant now = make_date(2026, 5, 1);
    Known() { trust.add("131202", public_key_of(key)); }
};

void read_code(std::string_view text, const Known& known) {
    const auto claims = read_text(text, known.trust, {}, known.now);
    if (claims) {
        must(!wrong_field(*claims).has_value());
    } else {
        must(!word(claims.error()).empty());
    }
}

void read_claims(BytesView payload, const Known& known) {
    const auto claims = decode_claims(payload);
    if (claims) {
        must(decode_claims(encode_claims(*claims)) == claims);
        must(!claims_line(*claims).empty());
    }
    // Signed, so that it is looked at behind the signature as well.
    read_code(std::string(kCardPrefix) + base45(sign1(payload, known.key)), known);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    const Known known;
    const BytesView bytes(data + 1, size - 1);
    switch (data[0] % 6) {
        case 0:
            read_code(text_of(bytes), known);
            break;
        case 1:
            read_code(std::string(kCardPrefix) + base45(bytes), known);
            break;
        case 2:
            read_claims(bytes, known);
            break;
        case 3:
            if (const auto claims = parse_claims(text_of(bytes), seeded_random(2), known.now)) {
                must(issue(*claims, known.key).ok());
            }
            break;
        case 4:
            if (const auto list = parse_revocations(text_of(bytes))) {
                const auto again = parse_revocations(revocations_text(*list));
                must(again.ok() && *again == *list);
            }
            break;
        default:
            if (const auto key = read_public_pem(text_of(bytes))) {
                must(read_public_pem(write_public_pem(*key)).ok());
            }
            if (const auto key = read_private_pem(text_of(bytes))) {
                must(read_private_pem(write_private_pem(*key)).ok());
            }
    }
    return 0;
}
