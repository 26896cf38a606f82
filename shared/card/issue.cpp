#include "shared/card/issue.h"

#include "shared/card/base45.h"
#include "shared/card/cose.h"
#include "shared/card/read.h"

namespace sango::card {
namespace {

Error bad_field(std::string_view field) {
    const std::string name(field);
    return error("bad_claims", "カードの項目「" + name + "」の値が正しくありません。値をご確認ください。",
                 "The card's field \"" + name + "\" is wrong. Check its value.");
}

}  // namespace

Result<std::string> issue(const Claims& claims, const PrivateKey& key) {
    if (const auto field = wrong_field(claims)) {
        return bad_field(*field);
    }
    Claims complete = claims;
    complete.weights_g.resize(complete.births.size());
    const Bytes message = sign1(encode_claims(complete), key);
    std::string text = std::string(kCardPrefix) + base45(message);
    if (message.size() > kMaxCardBytes || text.size() > kMaxCardCharacters) {
        return error("card_too_large", "カードの内容が多すぎます。項目を減らしてください。",
                     "The card holds too much. Leave fields out.");
    }
    return text;
}

}  // namespace sango::card
