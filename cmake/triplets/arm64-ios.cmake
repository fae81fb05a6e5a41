# Unproven: no build has been made with it. iOS 16, the oldest that we mean to run on.
set(VCPKG_TARGET_ARCHITECTURE arm64)
set(VCPKG_CRT_LINKAGE dynamic)
set(VCPKG_LIBRARY_LINKAGE static)
set(VCPKG_CMAKE_SYSTEM_NAME iOS)
set(VCPKG_OSX_DEPLOYMENT_TARGET 16.0)
set(VCPKG_BUILD_TYPE release)
set(VCPKG_C_FLAGS "-Os -ffunction-sections -fdata-sections -fvisibility=hidden")
set(VCPKG_CXX_FLAGS "${VCPKG_C_FLAGS} -fvisibility-inlines-hidden")
