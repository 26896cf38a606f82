#include "kiosk/screens/settings_parts.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/dialog.h"
#include "kiosk/ui/scroll.h"
#include "kiosk/ui/text.h"

#include <fmt/format.h>

namespace sango::screens {

void draw_files(ui::Context& ui, const std::vector<FileLine>& files, std::vector<Intent>& intents) {
    constexpr float kFile = 68;
    constexpr float kHeight = 4 * kFile;
    const std::string title = ui.tr("settings.files_title");
    const std::string sentence = ui.tr(files.empty() ? "settings.files_none" : "settings.files_sentence");
    const std::string again = ui.tr("settings.files_again");
    const std::string close = ui.tr("frame.close");
    const ui::DialogWords words{.title = title, .sentence = sentence, .confirm = again, .cancel = close};
    ui::Rect inside = ui::begin_dialog(ui, "settings.choose", words, files.empty() ? 0 : kHeight, 760);
    if (!files.empty()) {
        ui::Rect list =
            ui::begin_scroll(ui, "settings.choose.list", inside, kFile * static_cast<float>(files.size()));
        for (std::size_t i = 0; i < files.size(); ++i) {
            ui::Rect line = list.cut_top(kFile);
            if (ui::row(ui, fmt::format("settings.file.{}", i), line, files[i].name))
                intents.push_back(TakeInFile{files[i].path});
            line = line.inset(8, 8);
            ui::text(ui, "", line.cut_top(28), files[i].name, {.type = ui::Type::strong, .ink = {}});
            ui::text(ui, "", line, files[i].folder, {.type = ui::Type::source, .ink = ui.theme().quiet_ink});
        }
        ui::end_scroll(ui);
    }
    switch (ui::end_dialog(ui, "settings.choose", words)) {
        case ui::Answer::none:
            break;
        case ui::Answer::cancelled:
            intents.push_back(CloseFiles{});
            break;
        case ui::Answer::confirmed:
            intents.push_back(LookForFiles{});
            break;
    }
}

}  // namespace sango::screens
