#pragma once

#include "shared/clinic/demo_story.h"

namespace sango::clinic {

/// What the municipalities shared of some mothers before their use: decisions, support plans, an assessment.
void tell_papers(DemoStory& story);

}  // namespace sango::clinic
