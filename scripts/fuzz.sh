#!/usr/bin/env bash
# Runs every libFuzzer target, or those named, for SECONDS_EACH seconds (60), starting from its saved inputs. A finding is left in
# build-fuzz/findings/TARGET/: minimise it, save it under the room's testdata/fuzz/, and mend.
# scripts/fuzz_corpus.py keeps the few inputs of a long run that reach most.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v clang++-14 >/dev/null || { scripts/install_packages.sh --tests; apt-get install -y -qq clang-14 libclang-rt-14-dev; }
cmake --preset fuzz >/dev/null
if [[ $# -gt 0 ]]; then cmake --build build-fuzz --target "$@"; else cmake --build --preset fuzz; fi
status=0
for source in src/*/*_fuzz.cc; do
  target=$(basename "$source" .cc)
  [[ $# -eq 0 || " $* " == *" $target "* ]] || continue
  subject=${target%_fuzz}
  dictionary=()
  [[ -f fuzz/$subject.dict ]] && dictionary=(-dict="fuzz/$subject.dict")
  mkdir -p "build-fuzz/corpus/$target" "build-fuzz/findings/$target"
  echo "== $target"
  "build-fuzz/$target" -max_total_time="${SECONDS_EACH:-60}" -timeout=10 -max_len=65536 -print_final_stats=1 \
    "${dictionary[@]}" -artifact_prefix="build-fuzz/findings/$target/" "build-fuzz/corpus/$target" \
    "$(dirname "$source")/testdata/fuzz/$subject" examples 2>&1 | tail -n 4 || status=1
done
exit $status
