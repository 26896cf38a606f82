#include "tests/faults/failing_memory.h"

#include <sqlite3.h>

namespace sango::faults {
namespace {

sqlite3_mem_methods real;
int left = 0;  // until the one that fails
bool failed = false;

bool fails() {
    if (left == 0 || --left > 0) return false;
    failed = true;
    return true;
}

void* allocate(int size) {
    return fails() ? nullptr : real.xMalloc(size);
}
void* allocate_again(void* old, int size) {
    return fails() ? nullptr : real.xRealloc(old, size);
}

}  // namespace

void install_failing_memory() {
    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &real);
    sqlite3_mem_methods failing = real;
    failing.xMalloc = allocate;
    failing.xRealloc = allocate_again;
    sqlite3_config(SQLITE_CONFIG_MALLOC, &failing);
}

void fail_allocation(int nth) {
    left = nth;
    failed = false;
}

bool allocation_failed() {
    return failed;
}

}  // namespace sango::faults
