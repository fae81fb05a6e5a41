# What the checks of Swift have in common: sourced by the check of this folder and by that of apps/ios.

# The program swift, beside the PATH too; fails where there is none.
find_swift() {
  local folder
  command -v swift && return
  for folder in /opt/swift/usr/bin /usr/local/swift/usr/bin "$HOME/.swiftly/bin" "$HOME/.local/share/swiftly/bin"; do
    if [ -x "$folder/swift" ]; then
      echo "$folder/swift"
      return
    fi
  done
  return 1
}

# in_package SWIFT BUILD COMMAND OPTION ...: swift test, swift build; everything that is written lies below BUILD (the
# modules of C where CLANG_MODULE_CACHE_PATH says, for every tool of Swift).
in_package() {
  local swift=$1 build=$2 command=$3
  shift 3
  mkdir -p "$build/home"
  "$swift" "$command" --cache-path "$build/home/cache" \
    --config-path "$build/home/config" --security-path "$build/home/security" --quiet "$@"
}

# stand_ins SWIFT FOLDER MADE: the modules of Apple's that stand there, as far as our sources use them.
stand_ins() {
  local stub name
  mkdir -p "$3"
  for stub in "$2"/*.swift; do
    name=$(basename "$stub" .swift)
    "${1}c" -swift-version 6 -emit-module -parse-as-library -module-name "$name" -I "$3" \
      -emit-module-path "$3/$name.swiftmodule" "$stub"
  done
}

# apple_glue SWIFT PACKAGE MODULES MADE: KithApple against stand-ins of what it uses of Apple's systems: it fits together,
# and no more is known. MODULES has Kith's, MADE gets the stand-ins and KithApple.
apple_glue() {
  stand_ins "$1" "$2/AppleStubs" "$4"
  "${1}c" -swift-version 6 -warnings-as-errors -parse-as-library -I "$4" -I "$3" \
    -Xcc "-fmodule-map-file=$2/Sources/CKith/module.modulemap" -module-name KithApple \
    -emit-module -emit-module-path "$4/KithApple.swiftmodule" "$2"/Sources/KithApple/*.swift
}
