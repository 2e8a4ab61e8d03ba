#!/usr/bin/env bash
# Lays the reports of examples/strait side by side: the findings in the terminal, everything in a page.
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p build/demo
build/synoptic compare --format html examples/strait/[0-9]* >build/demo/strait.html
build/synoptic compare --format json examples/strait/[0-9]* >build/demo/strait.json
build/synoptic compare examples/strait/[0-9]*
python3 - <<'PY'
import json
answer = json.load(open("build/demo/strait.json", encoding="utf-8"))
def of(status):
    return sum(finding["status"] == status and not finding["update"] for finding in answer["findings"])
print(f"""
{len(answer['reports'])} reports, {sum(o['distinct'] for o in answer['lineage']['origins'])} known origins: \
{of('disputed')} disputes, {of('corroborated')} facts that more than one origin tells, \
{len(answer['utterances'])} utterances, {len(answer['ledger'])} entries of the process.
The page with every word they rest on: build/demo/strait.html (open it in a browser)
The same as data: build/demo/strait.json
A place to work with them: build/synoptic add --store demo.db examples/strait/[0-9]* && build/synoptic serve --store demo.db""")
PY
