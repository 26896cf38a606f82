#pragma once

#include "shared/report/document.h"

#include <string>

namespace sango::test {

/// Everything that stands on a paper.
[[nodiscard]] inline std::string words_on(const report::Document& document) {
    std::string words = document.title + document.caption;
    for (const report::Block& block : document.blocks) {
        if (const auto* paragraph = std::get_if<report::Paragraph>(&block)) words += paragraph->text + "|";
        if (const auto* heading = std::get_if<report::Heading>(&block)) words += heading->text + "|";
        if (const auto* issuer = std::get_if<report::Issuer>(&block))
            for (const std::string& line : issuer->lines) words += line + "|";
        if (const auto* table = std::get_if<report::Table>(&block))
            for (const auto* rows : {&table->rows, &table->sums})
                for (const auto& row : *rows)
                    for (const std::string& cell : row) words += cell + "|";
        if (const auto* form = std::get_if<report::Form>(&block))
            for (const auto& [label, text] : form->fields) words += label + ":" + text + "|";
        if (const auto* sketch = std::get_if<report::Sketch>(&block)) words += sketch->caption + "|";
        if (const auto* sketch = std::get_if<report::Sketch>(&block))
            for (const auto& one : sketch->words) words += one.text + "|";
    }
    return words;
}

}  // namespace sango::test
