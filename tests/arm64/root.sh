#!/usr/bin/env bash
# root.sh FOLDER: Debian's packages for 64-bit ARM, unpacked into FOLDER/root, for cmake/arm64.cmake.
#
# apt gets its own lists, cache and status below FOLDER, so that the system knows nothing of the other processor, and
# no right of root is wanted. What is there already is kept; to fetch anew, remove FOLDER. The last line of what it
# says when it fails is the reason.
set -euo pipefail
[ $# = 1 ] || { echo "root.sh FOLDER" >&2; exit 2; }
mkdir -p "$1"
folder=$(cd "$1" && pwd)
root=$folder/root
libraries=$root/usr/lib/aarch64-linux-gnu
packages=(
  libgrpc++-dev librocksdb-dev libsodium-dev libprotobuf-dev libssl-dev libutf8proc-dev libqrencode-dev
  libstdc++-12-dev libgtest-dev libgmock-dev libtomlplusplus-dev
  libcpp-httplib-dev prometheus-cpp-dev
)
anywhere=(nlohmann-json3-dev libcli11-dev)  # the same for every processor

wanted="${packages[*]} ${anywhere[*]} $root"
[ "$(cat "$folder/made" 2>/dev/null || true)" != "$wanted" ] || exit 0

apt() {
  apt-get -q -y --no-install-recommends -o APT::Architectures=amd64,arm64 -o Debug::NoLocking=1 \
    -o Dir::State::Lists="$folder/lists" -o Dir::Cache="$folder/cache" -o Dir::State::status="$folder/status" "$@"
}

rm -rf "$root" "$folder/made"
mkdir -p "$folder/lists/partial" "$folder/cache/archives/partial" "$root"
: >"$folder/status"  # nothing is installed: whatever they depend on comes too
apt update
apt --download-only install "${packages[@]/%/:arm64}" "${anywhere[@]}"
for package in "$folder"/cache/archives/*.deb; do
  dpkg -x "$package" "$root"
done

# Some packages say where they are by a full path.
sed -i "s#\"/usr/#\"$root/usr/#" "$libraries"/cmake/Snappy/*.cmake
# gRPC's wants its plugins to be where it is; those that run here are this machine's.
sed -n 's#.*"${_IMPORT_PREFIX}/bin/\(.*\)" )#\1#p' "$libraries/cmake/grpc/gRPCTargets-none.cmake" |
  while read -r plugin; do ln -sf "/usr/bin/$plugin" "$root/usr/bin/$plugin"; done
printf '%s\n' "$wanted" >"$folder/made"
