#include "kiosk/ui/frame.h"

#include "kiosk/ui/imgui_compat.h"
#include "shared/base/text.h"

namespace sango::ui {
namespace {

constexpr double kScannerPause = 0.2;  // seconds

Input read_input(Context& ui, float scale, double& last_typed) {
    using compat::Key;
    using compat::key_pressed;
    const ImGuiIO& io = ImGui::GetIO();
    Input input;
    input.pointer = {io.MousePos.x / scale, io.MousePos.y / scale};
    input.down = io.MouseDown[0];
    input.pressed = ImGui::IsMouseClicked(0, false);
    input.released = ImGui::IsMouseReleased(0);
    input.wheel = io.MouseWheel;
    input.tab = key_pressed(Key::tab) && !io.KeyShift;
    input.back_tab = key_pressed(Key::tab) && io.KeyShift;
    input.escape = key_pressed(Key::escape);
    const bool had_typed = io.InputQueueCharacters.Size > 0;
    input.written = had_typed;
    const double now = ImGui::GetTime();
    input.quiet = now - last_typed > kScannerPause;
    if (had_typed) last_typed = now;
    if (ui.typing()) return input;
    input.enter = key_pressed(Key::enter);
    input.space = key_pressed(Key::space);
    input.up = key_pressed(Key::up);
    input.down_key = key_pressed(Key::down);
    input.left = key_pressed(Key::left);
    input.right = key_pressed(Key::right);
    input.page_up = key_pressed(Key::page_up);
    input.page_down = key_pressed(Key::page_down);
    std::string waiting;
    for (const char16_t character : compat::waiting_characters()) append_utf8(waiting, character);
    input.typed = ui.fonts().slots().restore(waiting);
    return input;
}

}  // namespace

void feed_text(Context& ui, std::string_view text) {
    ImGui::GetIO().AddInputCharactersUTF8(ui.fonts().shown(text).c_str());
}

void run_frame(Context& ui, float width, float height, const std::function<void(Context&)>& draw) {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = ImVec2(width, height);
    const float scale = scale_for(width, height);
    ui.fonts().set_scale(scale);
    if (io.DeltaTime <= 0) io.DeltaTime = 1.0F / 60;
    ImGui::NewFrame();
    ui.begin_frame(read_input(ui, scale, ui.last_typed()), width, height);
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(io.DisplaySize);
    ImGui::Begin("##screen", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBackground |
                     ImGuiWindowFlags_NoBringToFrontOnFocus);
    draw(ui);
    ImGui::End();
    ui.end_frame();
    ImGui::Render();
    if (ui.fonts().settle()) ui.settle();
}

Session::Session() {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigInputTextCursorBlink = false;  // a still cursor needs no frames
    io.MouseDrawCursor = false;
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    style.WindowRounding = 0;
    style.WindowMinSize = {1, 1};
    style.AntiAliasedLinesUseTex = false;
    style.CircleTessellationMaxError = 0.15F;
    style.CurveTessellationTol = 0.6F;
}

Session::~Session() {
    ImGui::DestroyContext();
}

}  // namespace sango::ui
