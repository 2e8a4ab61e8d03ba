#!/usr/bin/env bash
# Runs every benchmark of a build folder, one after the other.
set -euo pipefail
for program in "${1:-build}"/*_bench; do
  echo "== $(basename "$program")"
  "$program" --benchmark_min_time=0.5 2>/dev/null
done
