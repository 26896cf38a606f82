#include "kiosk/platform/damage.h"

#include "kiosk/ui/picture.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include <imgui.h>

namespace sango::platform {
namespace {

std::uint64_t mixed(std::uint64_t hash, std::uint64_t more) {
    hash = (hash ^ more) * 0x9e37'79b9'7f4a'7c15U;
    return hash ^ std::rotr(hash, 29);
}

std::uint64_t pair_of(float a, float b) {
    return std::uint64_t{std::bit_cast<std::uint32_t>(a)} << 32U | std::bit_cast<std::uint32_t>(b);
}

std::uint64_t hash_of(const ImDrawVert& corner) {
    std::uint64_t hash = mixed(corner.col, pair_of(corner.pos.x, corner.pos.y));
    return mixed(hash, pair_of(corner.uv.x, corner.uv.y));
}

/// The tiles from first to last, both inside, in columns and rows.
struct TileRange {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
};

int count_of(int pixels) {
    return (pixels + Damage::kTile - 1) / Damage::kTile;
}

struct Grid {
    std::vector<std::uint64_t>& tiles;
    int columns;
    int rows;

    /// The range that lies in the picture; empty (right < left) if there is none.
    [[nodiscard]] TileRange range(float left, float top, float right, float bottom) const {
        const auto tile = [](float at, int count) {
            return static_cast<int>(
                std::clamp(std::floor(at / Damage::kTile), -1.0F, static_cast<float>(count)));
        };
        return {std::max(tile(left, columns), 0), std::max(tile(top, rows), 0),
                std::min(tile(right, columns), columns - 1), std::min(tile(bottom, rows), rows - 1)};
    }
    void touch(const TileRange& range, std::uint64_t hash) {
        for (int row = range.top; row <= range.bottom; ++row)
            for (int column = range.left; column <= range.right; ++column) {
                std::uint64_t& tile = tiles[static_cast<std::size_t>(row * columns + column)];
                tile = mixed(tile, hash);
            }
    }
};

void touch_command(Grid& grid, const ImDrawList& list, const ImDrawCmd& command, std::uint64_t seed) {
    const ImVec4& clip = command.ClipRect;
    const ImDrawVert* corners = list.VtxBuffer.Data + command.VtxOffset;
    const ImDrawIdx* index = list.IdxBuffer.Data + command.IdxOffset;
    seed = mixed(mixed(seed, pair_of(clip.x, clip.y)), pair_of(clip.z, clip.w));
    for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
        const ImDrawVert& a = corners[index[i]];
        const ImDrawVert& b = corners[index[i + 1]];
        const ImDrawVert& c = corners[index[i + 2]];
        const TileRange range = grid.range(std::max(clip.x, std::min({a.pos.x, b.pos.x, c.pos.x})),
                                           std::max(clip.y, std::min({a.pos.y, b.pos.y, c.pos.y})),
                                           std::min(clip.z, std::max({a.pos.x, b.pos.x, c.pos.x})),
                                           std::min(clip.w, std::max({a.pos.y, b.pos.y, c.pos.y})));
        if (range.right < range.left || range.bottom < range.top) continue;
        grid.touch(range, mixed(mixed(mixed(seed, hash_of(a)), hash_of(b)), hash_of(c)));
    }
}

std::uint64_t texture_seed(const ImDrawCmd& command, const Damage::Ground& ground) {
    const auto number = reinterpret_cast<std::uint64_t>(command.TextureId);
    if (number < ui::kPictureTextures || number - ui::kPictureTextures >= ground.pictures.size())
        return number;
    return mixed(number, ground.pictures[number - ui::kPictureTextures]);
}

int area(const PixelRect& rect) {
    return rect.w * rect.h;
}

PixelRect around(const PixelRect& a, const PixelRect& b) {
    const int x = std::min(a.x, b.x);
    const int y = std::min(a.y, b.y);
    return {x, y, std::max(a.x + a.w, b.x + b.w) - x, std::max(a.y + a.h, b.y + b.h) - y};
}

bool overlap(const PixelRect& a, const PixelRect& b) {
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

/// Joins the two whose common frame adds least, until there are few and none overlap.
void join(std::vector<PixelRect>& rects) {
    for (;;) {
        std::size_t first = 0;
        std::size_t second = 0;
        int least = 0;
        for (std::size_t i = 0; i < rects.size(); ++i)
            for (std::size_t k = i + 1; k < rects.size(); ++k) {
                const int added = overlap(rects[i], rects[k])
                                      ? -1
                                      : area(around(rects[i], rects[k])) - area(rects[i]) - area(rects[k]);
                if (second != 0 && added >= least) continue;
                first = i;
                second = k;
                least = added;
            }
        if (second == 0 || (rects.size() <= Damage::kMostRects && least > 0)) return;
        rects[first] = around(rects[first], rects[second]);
        rects.erase(rects.begin() + static_cast<std::ptrdiff_t>(second));
    }
}

/// The changed tiles as one rectangle for each run of rows that have any.
std::vector<PixelRect> rects_of(const std::vector<std::uint64_t>& before, const Grid& grid) {
    std::vector<PixelRect> rects;
    for (int row = 0; row < grid.rows; ++row) {
        int first = grid.columns;
        int last = -1;
        for (int column = 0; column < grid.columns; ++column) {
            const auto tile = static_cast<std::size_t>(row * grid.columns + column);
            if (before[tile] == grid.tiles[tile]) continue;
            first = std::min(first, column);
            last = column;
        }
        if (last < 0) continue;
        const PixelRect rect{first * Damage::kTile, row * Damage::kTile, (last - first + 1) * Damage::kTile,
                             Damage::kTile};
        PixelRect* above = rects.empty() ? nullptr : &rects.back();
        if (above != nullptr && above->x == rect.x && above->w == rect.w && above->y + above->h == rect.y)
            above->h += rect.h;
        else
            rects.push_back(rect);
    }
    return rects;
}

}  // namespace

std::vector<PixelRect> Damage::next(const ImDrawData& data, int width, int height, const Ground& ground) {
    const int columns = count_of(width);
    const int rows = count_of(height);
    tiles_.assign(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows),
                  mixed(ground.glyph_shape, ground.colour));
    Grid grid{tiles_, columns, rows};
    for (int list = 0; list < data.CmdListsCount; ++list)
        for (const ImDrawCmd& command : data.CmdLists[list]->CmdBuffer)
            touch_command(grid, *data.CmdLists[list], command, texture_seed(command, ground));

    std::vector<PixelRect> rects;
    if (width != width_ || height != height_) {
        width_ = width;
        height_ = height;
        rects = {{0, 0, width, height}};
    } else {
        rects = rects_of(before_, grid);
        join(rects);
        for (PixelRect& rect : rects) {
            rect.w = std::min(rect.w, width - rect.x);
            rect.h = std::min(rect.h, height - rect.y);
        }
    }
    before_.swap(tiles_);
    return rects;
}

}  // namespace sango::platform
