// The C ABI, where it stands in this repository: what the package Kith is built on, and nobody else needs to see.
#include "../../../c/include/kith.h"
