#!/usr/bin/env python3
"""Fails on an #include between rooms of src/ that this table does not allow. Run by ctest as `rooms`."""
import pathlib
import re
import sys

STAGE = "base doc text"
MAY_INCLUDE = {
    "base": "",
    "doc": "base",
    "fetch": "base",
    "text": "base doc",
    "ingest": STAGE,
    "names": STAGE,
    "times": STAGE,
    "quotes": STAGE,
    "statements": STAGE,
    "reuse": STAGE,
    "stories": STAGE,
    "collate": STAGE,
    "ledger": STAGE,
    "store": "base doc",
    "show": "base doc",
    "engine": f"{STAGE} ingest names times quotes statements reuse stories collate ledger store show",
}
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"/]+)/[^"]+"')


def main() -> int:
    source = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent) / "src"
    checked, broken = 0, []
    for path in sorted(p for p in source.rglob("*") if p.suffix in (".h", ".cc")):
        room = path.relative_to(source).parts[0]
        if room not in MAY_INCLUDE:
            broken.append(f"{path}: no such room: {room}")
            continue
        allowed = {room, *MAY_INCLUDE[room].split()}
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found = INCLUDE.match(line)
            checked += bool(found)
            if found and found[1] not in allowed:
                broken.append(f"{path}:{number}: {room} may not include {found[1]}")
    print("\n".join(broken) or f"{checked} includes between rooms, all allowed")
    return 1 if broken or not checked else 0


sys.exit(main())
