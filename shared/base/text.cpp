#include "shared/base/text.h"

#include <algorithm>

#include <iconv.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

namespace sango {
namespace {

/// One code point from the front of `text`, or nullopt where the bytes are not UTF-8 (RFC 3629).
struct Decoded {
    char32_t point;
    std::size_t length;
};
std::optional<Decoded> decode(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    if (first < 0x80) return Decoded{first, 1};
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < length) return std::nullopt;
    char32_t point = first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U) return std::nullopt;
        point = (point << 6) | (byte(i) & 0x3FU);
    }
    constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    if (point < least[length] || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF))
        return std::nullopt;
    return Decoded{point, length};
}

class Iconv {
public:
    Iconv(const char* to, const char* from) : handle_(iconv_open(to, from)) {}
    ~Iconv() {
        if (usable()) iconv_close(handle_);
    }
    Iconv(const Iconv&) = delete;
    Iconv& operator=(const Iconv&) = delete;

    [[nodiscard]] bool usable() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

    [[nodiscard]] std::optional<std::string> convert(std::string_view bytes) {
        if (!usable()) return std::nullopt;
        iconv(handle_, nullptr, nullptr, nullptr, nullptr);
        std::string input(bytes);
        std::string out(bytes.size() * 4 + 8, '\0');
        char* in_at = input.data();
        char* out_at = out.data();
        std::size_t in_left = input.size();
        std::size_t out_left = out.size();
        // A positive count means that something was replaced: that is a loss, not a success.
        if (iconv(handle_, &in_at, &in_left, &out_at, &out_left) != 0 || in_left != 0) return std::nullopt;
        out.resize(out.size() - out_left);
        return out;
    }

private:
    iconv_t handle_;
};

/// NFKC of the half-width and full-width forms alone: everything else stays as it was written.
std::u32string with_forms_composed(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
    const auto is_form = [](char32_t point) { return point >= U'\uFF01' && point <= U'\uFF9F'; };
    const std::u32string points = code_points(text);
    std::u32string out;
    for (std::size_t i = 0; i < points.size();) {
        std::size_t end = i;
        while (end < points.size() && is_form(points[end])) ++end;
        if (end == i) {
            out += points[i++];
            continue;
        }
        const std::string run = utf8(std::u32string_view(points).substr(i, end - i));
        std::string composed;
        if (U_SUCCESS(status))
            nfkc->normalize(icu::UnicodeString::fromUTF8(run), status).toUTF8String(composed);
        out += code_points(U_SUCCESS(status) ? composed : run);
        i = end;
    }
    return out;
}

}  // namespace

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        const auto one = decode(text);
        if (!one) return false;
        text.remove_prefix(one->length);
    }
    return true;
}

std::u32string code_points(std::string_view text) {
    std::u32string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const auto one = decode(text);
        out += one ? one->point : U'\uFFFD';
        text.remove_prefix(one ? one->length : 1);
    }
    return out;
}

void append_utf8(std::string& out, char32_t point) {
    const auto put = [&](char32_t byte) { out += static_cast<char>(byte); };
    if (point < 0x80) {
        put(point);
    } else if (point < 0x800) {
        put(0xC0 | (point >> 6));
        put(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        put(0xE0 | (point >> 12));
        put(0x80 | ((point >> 6) & 0x3F));
        put(0x80 | (point & 0x3F));
    } else {
        put(0xF0 | (point >> 18));
        put(0x80 | ((point >> 12) & 0x3F));
        put(0x80 | ((point >> 6) & 0x3F));
        put(0x80 | (point & 0x3F));
    }
}

std::string utf8(std::u32string_view points) {
    std::string out;
    for (const char32_t point : points) append_utf8(out, point);
    return out;
}

std::string fold_for_search(std::string_view text) {
    std::string out;
    for (char32_t point : with_forms_composed(text)) {
        if (point == U' ' || point == U'\t' || point == U'\u3000') continue;
        if (point >= U'\u30A1' && point <= U'\u30F6') point -= 0x60;
        if (point >= U'A' && point <= U'Z') point += U'a' - U'A';
        append_utf8(out, point);
    }
    return out;
}

std::string narrow(std::string_view text) {
    std::u32string points = code_points(text);
    for (char32_t& point : points) {
        if (point >= U'\uFF01' && point <= U'\uFF5E') point -= 0xFEE0;
        if (point == U'\u3000') point = U' ';
        if (point == U'\u2010' || point == U'\u2011' || point == U'\u2012' || point == U'\u2013' ||
            point == U'\u2212' || point == U'\u30FC')
            point = U'-';
    }
    return std::string(trim(utf8(points)));
}

std::string to_katakana(std::string_view text) {
    std::string out;
    for (char32_t point : with_forms_composed(text)) {
        if (point == U'\u3000') point = U' ';
        if (point >= U'\u3041' && point <= U'\u3096') point += 0x60;
        if (point >= U'a' && point <= U'z') point -= U'a' - U'A';
        append_utf8(out, point);
    }
    return std::string(trim(out));
}

std::string_view trim(std::string_view text) {
    constexpr std::string_view kSpace = " \t\r\n";
    const auto first = text.find_first_not_of(kSpace);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

std::vector<char32_t> missing_in_cp932(std::string_view text) {
    Iconv to("CP932", "UTF-8");
    std::vector<char32_t> missing;
    for (const char32_t point : code_points(text)) {
        std::string one;
        append_utf8(one, point);
        if (!to.convert(one) && std::ranges::find(missing, point) == missing.end()) missing.push_back(point);
    }
    return missing;
}

std::optional<std::string> to_cp932(std::string_view text) {
    return Iconv("CP932", "UTF-8").convert(text);
}
std::optional<std::string> from_cp932(std::string_view bytes) {
    return Iconv("UTF-8", "CP932").convert(bytes);
}

}  // namespace sango
