#include "shared/card/cose.h"

#include "shared/card/cbor.h"

namespace sango::card {
namespace {

constexpr std::uint64_t kTagSign1 = 18;
constexpr std::uint64_t kTagCwt = 61;
constexpr std::int64_t kAlgorithm = 1;
constexpr std::int64_t kCritical = 2;
constexpr std::int64_t kContentType = 3;
constexpr std::int64_t kKeyId = 4;
constexpr std::int64_t kEdDsa = -8;

Bytes copy(BytesView view) {
    return {view.begin(), view.end()};
}

const cbor::Item* untag(const cbor::Item& item, std::uint64_t number) {
    return item.type == cbor::Type::tag && item.number == number ? &item.items[0] : nullptr;
}

/// The header map inside the protected byte string; an empty string stands for an empty map.
std::optional<cbor::Item> protected_map(BytesView encoded) {
    if (encoded.empty()) {
        cbor::Item empty;
        empty.type = cbor::Type::map;
        return empty;
    }
    return cbor::read(encoded);
}

/// A label may stand in one of the two headers only (RFC 9052, 3).
const cbor::Item* find_once(const cbor::Item& protect, const cbor::Item& open, std::int64_t label) {
    const cbor::Item* a = protect.find(label);
    const cbor::Item* b = open.find(label);
    return a != nullptr && b != nullptr ? nullptr : (a != nullptr ? a : b);
}

Bytes signed_bytes(BytesView protected_header, BytesView payload) {
    cbor::Writer writer;
    writer.array(4).text("Signature1").bytes(protected_header).bytes({}).bytes(payload);
    return writer.take();
}

}  // namespace

std::optional<Sign1> read_sign1(BytesView encoded) {
    const auto outer = cbor::read(encoded);
    if (!outer) {
        return std::nullopt;
    }
    const cbor::Item* inner = untag(*outer, kTagCwt);
    const cbor::Item* message = untag(inner != nullptr ? *inner : *outer, kTagSign1);
    if (message == nullptr || message->type != cbor::Type::array || message->items.size() != 4) {
        return std::nullopt;
    }
    const auto protected_bytes = message->items[0].bytes();
    const cbor::Item& open = message->items[1];
    const auto payload = message->items[2].bytes();
    const auto signature = message->items[3].bytes();
    if (!protected_bytes || open.type != cbor::Type::map || !payload || !signature) {
        return std::nullopt;
    }
    const auto protect = protected_map(*protected_bytes);
    if (!protect || protect->type != cbor::Type::map) {
        return std::nullopt;
    }
    const cbor::Item* algorithm = find_once(*protect, open, kAlgorithm);
    const cbor::Item* kid = find_once(*protect, open, kKeyId);
    if (algorithm == nullptr || algorithm->integer() != kEdDsa || kid == nullptr || !kid->bytes() ||
        protect->find(kCritical) != nullptr || open.find(kCritical) != nullptr) {
        return std::nullopt;
    }
    const cbor::Item* type = protect->find(kContentType);
    return Sign1{copy(*protected_bytes), copy(*kid->bytes()), copy(*payload), copy(*signature),
                 std::string(type != nullptr ? type->text().value_or("") : "")};
}

bool verify_sign1(const Sign1& message, const PublicKey& key) {
    return verify(signed_bytes(message.protected_header, message.payload), message.signature, key);
}

Bytes sign1(BytesView payload, const PrivateKey& key, std::string_view content_type) {
    const KeyId kid = key_id(public_key_of(key));
    cbor::Writer header;
    header.map(content_type.empty() ? 2 : 3).integer(kAlgorithm).integer(kEdDsa);
    if (!content_type.empty()) header.integer(kContentType).text(content_type);
    header.integer(kKeyId).bytes(kid);
    const Bytes protected_header = header.take();
    const Signature signature = sign(signed_bytes(protected_header, payload), key);

    cbor::Writer writer;
    writer.tag(kTagSign1).array(4).bytes(protected_header).map(0).bytes(payload).bytes(signature);
    return writer.take();
}

}  // namespace sango::card
