#include "tests/municipality/authority.h"

#include <array>
#include <memory>

#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

namespace sango::municipality {
namespace {

template <auto Free>
struct Freed {
    template <class T>
    void operator()(T* object) const {
        Free(object);
    }
};
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Memory = std::unique_ptr<BIO, Freed<BIO_free>>;

Error failed() {
    return error("certificate", "証明書を作れませんでした。", "The certificate could not be made.");
}

std::string text_in(BIO* memory) {
    char* first = nullptr;
    const long size = BIO_get_mem_data(memory, &first);
    return {first, static_cast<std::size_t>(size)};
}

Certificate read_certificate(const std::string& pem) {
    const Memory memory(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    return Certificate(PEM_read_bio_X509(memory.get(), nullptr, nullptr, nullptr));
}

Key read_key(const std::string& pem) {
    const Memory memory(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    return Key(PEM_read_bio_PrivateKey(memory.get(), nullptr, nullptr, nullptr));
}

bool extend(X509* certificate, X509* issuer, int kind, const std::string& value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str());
    if (extension == nullptr) return false;
    const bool added = X509_add_ext(certificate, extension, -1) == 1;
    X509_EXTENSION_free(extension);
    return added;
}

bool number(X509* certificate) {
    std::array<unsigned char, 16> serial{};
    if (RAND_bytes(serial.data(), static_cast<int>(serial.size())) != 1) return false;
    serial[0] &= 0x7f;
    BIGNUM* big = BN_bin2bn(serial.data(), static_cast<int>(serial.size()), nullptr);
    const bool set = big != nullptr && BN_to_ASN1_INTEGER(big, X509_get_serialNumber(certificate)) != nullptr;
    BN_free(big);
    return set;
}

struct Wish {
    std::string name;
    Validity validity;
    std::vector<std::pair<int, std::string>> extensions;
};

/// Signed by `authority`, or by itself where that is nullptr.
Result<Identity> make(const Wish& wish, const Identity* authority) {
    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate(X509_new());
    if (!key || !certificate || !number(certificate.get())) return failed();
    X509_set_version(certificate.get(), 2);
    ASN1_TIME_set(X509_getm_notBefore(certificate.get()), wish.validity.from.time_since_epoch().count());
    ASN1_TIME_set(X509_getm_notAfter(certificate.get()), wish.validity.to.time_since_epoch().count());
    X509_set_pubkey(certificate.get(), key.get());
    X509_NAME* name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>(wish.name.data()),
                               static_cast<int>(wish.name.size()), -1, 0);

    const Certificate issuer = authority ? read_certificate(authority->certificate) : nullptr;
    const Key issuer_key = authority ? read_key(authority->key) : nullptr;
    if (authority != nullptr && (!issuer || !issuer_key)) return failed();
    X509* signer = authority ? issuer.get() : certificate.get();
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(signer));
    for (const auto& [kind, value] : wish.extensions)
        if (!extend(certificate.get(), signer, kind, value)) return failed();
    if (X509_sign(certificate.get(), authority ? issuer_key.get() : key.get(), EVP_sha256()) == 0)
        return failed();

    const Memory certificate_text(BIO_new(BIO_s_mem()));
    const Memory key_text(BIO_new(BIO_s_mem()));
    if (PEM_write_bio_X509(certificate_text.get(), certificate.get()) != 1 ||
        PEM_write_bio_PrivateKey(key_text.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return failed();
    return Identity{text_in(certificate_text.get()), text_in(key_text.get())};
}

bool is_address(std::string_view host) {
    return host.find_first_not_of("0123456789.") == std::string_view::npos;
}

}  // namespace

Result<Identity> make_authority(std::string_view name, const Validity& validity) {
    return make({std::string(name),
                 validity,
                 {{NID_basic_constraints, "critical,CA:TRUE,pathlen:0"},
                  {NID_key_usage, "critical,keyCertSign,cRLSign"},
                  {NID_subject_key_identifier, "hash"}}},
                nullptr);
}

Result<Identity> issue_server(const Identity& authority, const std::vector<std::string>& hosts,
                              const Validity& validity) {
    std::string names;
    for (const std::string& host : hosts)
        names += (names.empty() ? "" : ",") + std::string(is_address(host) ? "IP:" : "DNS:") + host;
    return make({hosts.empty() ? "server" : hosts.front(),
                 validity,
                 {{NID_basic_constraints, "critical,CA:FALSE"},
                  {NID_key_usage, "critical,digitalSignature"},
                  {NID_ext_key_usage, "serverAuth"},
                  {NID_subject_alt_name, names},
                  {NID_authority_key_identifier, "keyid"}}},
                &authority);
}

Result<Identity> issue_client(const Identity& authority, std::string_view clinic, const Validity& validity) {
    return make({std::string(clinic),
                 validity,
                 {{NID_basic_constraints, "critical,CA:FALSE"},
                  {NID_key_usage, "critical,digitalSignature"},
                  {NID_ext_key_usage, "clientAuth"},
                  {NID_authority_key_identifier, "keyid"}}},
                &authority);
}

}  // namespace sango::municipality
