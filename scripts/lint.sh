#!/usr/bin/env bash
# clang-format over every source; clang-tidy over sources that differ from BASE (default: the merge base with
# main, or everything with --all). Exit 1 where either complains.
set -euo pipefail
cd "$(dirname "$0")/.."

status=0
git ls-files '*.cc' '*.h' | xargs clang-format-14 --dry-run --Werror || status=1
scripts/check_rooms.py || status=1

if [[ "${1:-}" == --all ]]; then
  files=$(git ls-files 'src/*.cc' 'apps/*.cc')
else
  base=$(git merge-base HEAD "${BASE:-main}" 2>/dev/null || git hash-object -t tree /dev/null)
  files=$(git diff --name-only --diff-filter=d "$base" -- 'src/*.cc' 'apps/*.cc')
fi
[[ -n "$files" ]] || exit $status
cmake --preset dev >/dev/null
cmake --build build-dev --target synoptic_data >/dev/null
xargs -P "$(nproc)" -n 4 clang-tidy-14 --quiet -p build-dev <<<"$files" 2>/dev/null || status=1
exit $status
