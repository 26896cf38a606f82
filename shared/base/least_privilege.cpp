#include "shared/base/least_privilege.h"

#include <sys/resource.h>
#include <sys/stat.h>

namespace sango {

void take_least_privilege() {
    umask(077);
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
}

}  // namespace sango
