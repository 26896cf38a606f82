#pragma once

namespace sango {

/// First in every program that holds the clinic's data: what it writes is its owner's alone (umask 077), and
/// a crash leaves no picture of its memory (core files of 0 bytes).
void take_least_privilege();

}  // namespace sango
