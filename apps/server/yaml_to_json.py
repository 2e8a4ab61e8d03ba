#!/usr/bin/env python3
"""Writes a YAML file as JSON: yaml_to_json.py FROM TO. A top-level `definitions` only holds what others point at."""
import json
import sys

import yaml

with open(sys.argv[1], encoding="utf-8") as source:
    document = yaml.safe_load(source)
document.pop("definitions", None)
with open(sys.argv[2], "w", encoding="utf-8") as target:
    json.dump(document, target, ensure_ascii=False, separators=(",", ":"))
