#pragma once

#include "shared/clinic/care_note.h"
#include "shared/clinic/feed_days.h"
#include "shared/report/document.h"

#include <optional>
#include <span>

namespace sango::report {

// The pictures of ケア on paper, without colour: what differs, differs in shape and grey.

/// 24 hours of one child on one day: feeds (a bar, with its ml; breast: a hollow one), nappies (a ring: wet;
/// a disc: stool), sleep (an area), temperatures in figures.
[[nodiscard]] Sketch day_sketch(const std::vector<clinic::Note>& notes, std::string_view child_id, Date day);
/// Weights over days, each with its grams and the percentage since birth; the weight at birth as a line.
[[nodiscard]] Sketch weight_sketch(const std::vector<clinic::WeightPoint>& weights,
                                   std::optional<int> birth_weight_g);
/// What was drunk day by day: ml and times.
[[nodiscard]] Sketch feed_sketch(std::span<const clinic::FeedDay> days);

}  // namespace sango::report
