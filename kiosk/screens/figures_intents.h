#pragma once

#include <string>

namespace sango::screens {

// 統計
struct ShowFiguresYear {
    int year = 0;  ///< the fiscal year, by the year in which it begins
};
struct ShowFiguresOf {
    std::string programme;
};
struct ExportFigures {};  ///< the table as CSV, into the export folder

}  // namespace sango::screens
