// The C function of an app's extension, where it stands in this repository: what KithExtension is built on.
#include "../../../c/include/kith_extension.h"
