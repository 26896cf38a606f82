// A programme file that a municipality signed, from the line or from a stick: first byte 's': the rest is
// signed by a trusted key (the form behind the signature is tried), else the bytes are the file as it came.

#include "shared/base/text.h"
#include "shared/card/cose.h"
#include "shared/clinic/programme_file.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

using namespace sango;

struct Known {
    card::PrivateKey key = card::make_private_key(seeded_random(1));
    card::Trust trust;
    Known() { trust.add("131202", card::public_key_of(key)); }
};

void must(bool holds) {
    if (!holds) std::abort();
}

void read(const card::Trust& trust, BytesView file) {
    constexpr std::array<std::string_view, 5> kCodes{"not_signed", "unknown_signer", "bad_signature",
                                                     "malformed", "other_municipality"};
    const auto read = clinic::read_signed_programme(trust, file, "fuzz");
    if (read) return must(read->programme.code() == "131202");
    bool known = false;
    for (const std::string_view code : kCodes) known = known || read.error().code == code;
    must(known && is_utf8(read.error().message.ja) && !read.error().message.en.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Known known;
    if (size == 0) return 0;
    const BytesView rest(data + 1, size - 1);
    if (data[0] == 's')
        read(known.trust, card::sign1(rest, known.key, clinic::kProgrammeContentType));
    else
        read(known.trust, rest);
    return 0;
}
