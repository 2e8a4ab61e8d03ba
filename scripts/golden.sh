#!/usr/bin/env bash
# Writes the golden outputs of examples/ anew with a built program: golden.sh [PROGRAM]
set -euo pipefail
cd "$(dirname "$0")/.."
program=${1:-build/synoptic}
mkdir -p tests/golden
"$program" compare examples/strait/[0-9]* >tests/golden/strait.txt
"$program" compare --format md examples/strait/[0-9]* >tests/golden/strait.md
"$program" compare --format json examples/strait/[0-9]* | python3 -m json.tool --indent 1 --no-ensure-ascii >tests/golden/strait.json
git --no-pager diff --stat -- tests/golden || true
