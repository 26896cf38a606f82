#include "shared/store/locked.h"

#include <sodium.h>

namespace sango::store {

void FreeLocked::operator()(std::uint8_t* memory) const {
    sodium_free(memory);
}

Locked lock_bytes(std::size_t size) {
    return sodium_init() < 0 ? nullptr : Locked(static_cast<std::uint8_t*>(sodium_malloc(size)));
}

Error out_of_memory() {
    return error("out_of_memory", "メモリが足りません。ほかのプログラムを終了して、もう一度お試しください。",
                 "There is not enough memory. Close other programs and try again.");
}

}  // namespace sango::store
