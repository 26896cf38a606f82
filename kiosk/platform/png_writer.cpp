#include "kiosk/platform/png_writer.h"

#include <fstream>
#include <string>

#include <stb_image_write.h>

namespace sango::platform {

Result<> write_png(const std::filesystem::path& file, const Image& image) {
    const auto not_written = [&] {
        return error("not_written", "画像を書き込めませんでした。置き場所の空きと権限を確かめてください。",
                     "The picture was not written. Check the folder's free space and permission.");
    };
    if (image.width <= 0 || image.height <= 0 ||
        image.rgb.size() !=
            static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 3)
        return not_written();
    std::error_code failed;
    if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path(), failed);
    std::string bytes;
    const auto take = [](void* into, void* data, int size) {
        static_cast<std::string*>(into)->append(static_cast<const char*>(data),
                                                static_cast<std::size_t>(size));
    };
    if (stbi_write_png_to_func(take, &bytes, image.width, image.height, 3, image.rgb.data(),
                               image.width * 3) == 0)
        return not_written();
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) return not_written();
    return Done{};
}

}  // namespace sango::platform
