#!/usr/bin/env bash
# Installs the Debian 12 packages that building and testing need, without questions. Does nothing, and needs
# no rights, where they are all there.
set -euo pipefail

packages=(
  build-essential cmake ninja-build pkg-config python3 git ca-certificates
  libicu-dev libtbb-dev libxml2-dev libxxhash-dev rapidjson-dev libcli11-dev libstemmer-dev
  zlib1g-dev libzstd-dev libsqlite3-dev libcurl4-openssl-dev libmicrohttpd-dev python3-yaml poppler-utils nodejs npm
)
if [[ "${1:-}" == --tests ]]; then
  packages+=(libgtest-dev libgmock-dev libbenchmark-dev chromium fonts-liberation graphviz
             clang-format-14 clang-tidy-14)
fi

provided() {  # npm and node may come from elsewhere than Debian
  case "$1" in
    nodejs) command -v node ;;
    npm) command -v npm ;;
    *) [[ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" == installed ]] ;;
  esac >/dev/null
}

missing=()
for package in "${packages[@]}"; do
  provided "$package" || missing+=("$package")
done
[[ ${#missing[@]} -eq 0 ]] && exit 0

as_root=()
if [[ $EUID -ne 0 ]]; then
  command -v sudo >/dev/null || { echo "install_packages.sh: not root and no sudo; please install: ${missing[*]}" >&2; exit 1; }
  as_root=(sudo)
fi
export DEBIAN_FRONTEND=noninteractive
echo "installing: ${missing[*]}"
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
