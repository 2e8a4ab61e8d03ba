#!/usr/bin/env python3
"""Stories of several kinds of diplomacy against what a careful reader finds in them (tests/readings/*/expected).

    readings_test.py BINARY [--errors]

Fails where something expected is not found and not marked as a gap, where a gap is found (its mark must go), where
readings that belong apart are put against each other, where a dispute rests on words that do not hold its value, and
where a figure falls under the floor kept here. A told span and an expected one meet when they share half of the shorter.
"""
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
HERE = ROOT / "tests" / "readings"
# Figures that may not fall: share of the expected found, share of the told expected.
FLOORS = {
    "exchange": {"disputes_recall": 0.42, "disputes_precision": 0.8, "facet_acc": 0.85, "corroborated_recall": 0.9, "corroborated_precision": 0.85, "ledger_f1": 0.78},
    "river": {"disputes_recall": 0.75, "disputes_precision": 0.85, "facet_acc": 0.75, "corroborated_recall": 0.65, "corroborated_precision": 0.8, "ledger_f1": 0.7},
}
# (story, day, kind, actor): the states that an entry may have at the end of that day; none where it may not be there yet.
AS_OF = {
    ("exchange", "2031-03-08", "ceasefire", "meridian-front"): set(),
    ("exchange", "2031-03-10", "ceasefire", "meridian-front"): {"in-force"},
    ("exchange", "2031-03-25", "ceasefire", "meridian-front"): {"expired"},
    ("exchange", "2031-03-10", "demand", "ilena-marsh"): set(),
    ("exchange", "2031-03-14", "demand", "ilena-marsh"): {"proposed"},
    ("exchange", "2031-03-14", "sanction-threat", "ilena-marsh"): {"threatened"},
    ("river", "2032-09-05", "proposal", "omar-selik"): set(),
    ("river", "2032-09-06", "proposal", "omar-selik"): {"proposed"},
    ("river", "2032-09-07", "mediation", "aksel-thorn"): set(),
    ("river", "2032-09-09", "mediation", "aksel-thorn"): {"claimed", "planned", "in-force"},
}


def blocks(path):
    made = []
    for chunk in path.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in chunk.splitlines() if line.strip() and not line.startswith("#")]
        if not lines:
            continue
        head, topic = lines[0].split(": ", 1)
        block = {"what": head.split(), "topic": topic, "readings": [], "gap": None}
        for line in lines[1:]:
            first, rest = line.strip().split(" ", 1)
            if first == "gap:":
                block["gap"] = rest
            else:
                block["readings"].append((first, rest))
        made.append(block)
    return made


def meet(a, b):
    shared = min(a[2], b[2]) - max(a[1], b[1])
    return a[0] == b[0] and shared > 0 and 2 * shared >= min(a[2] - a[1], b[2] - b[1])


def covers(expected, told):
    met = [span for span in expected if any(meet(span, other) for other in told)]
    if len({span[0] for span in expected}) > 1:
        return len({span[0] for span in met}) > 1
    return len(met) > 1 or (len(expected) == 1 and bool(met))


class Story:
    def __init__(self, folder, binary):
        self.name = folder.name
        files = sorted(folder.glob("[0-9]*.txt"))
        done = subprocess.run([binary, "compare", "--format", "json", *map(str, files)], capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"{self.name}: exit {done.returncode}: {done.stderr}")
        self.binary, self.files = binary, files
        self.answer = json.loads(done.stdout)
        self.texts = {pathlib.Path(report["path"]).name.split("_")[0]: report["text"] for report in self.answer["reports"]}
        self.number = {report["id"]: pathlib.Path(report["path"]).name.split("_")[0] for report in self.answer["reports"]}
        self.aliases = {}
        for report in self.answer["reports"]:
            for actor in report["actors"]:
                names = self.aliases.setdefault(actor["id"], {actor["id"]})
                names |= {name.lower().replace(" ", "-") for name in [actor["name"], *actor["aliases"]]}
        self.blocks = blocks(folder / "expected")
        for block in self.blocks:
            block["spans"] = [self.place(*reading) for reading in block["readings"]]
        self.failures = []

    def place(self, number, words):
        at = self.texts[number].find(words)
        if at < 0:
            sys.exit(f"{self.name}: report {number} does not say: {words}")
        return number, at, at + len(words)

    def spans(self, rows):
        return [(self.number[row["report"]], row["begin"], row["end"]) for row in rows]

    def same_actor(self, wanted, given):
        names = set()
        for actor in given if isinstance(given, list) else [given] if given else []:
            names |= self.aliases.get(actor, {actor})
            names |= {name.removesuffix("-person") for name in names}
        return "" in wanted or bool(wanted & names)

    def meets_entry(self, block, entry):
        kind, status, actors = block["what"][1], block["what"][2].split("|"), set(block["what"][3].split("|"))
        if entry["kind"] != kind or not self.same_actor(actors, entry["actor"]):
            return False
        return any(meet(a, b) for a in block["spans"] for b in self.spans(entry["evidence"]))

    def check(self):
        told = {status: [(row, self.spans(row["readings"])) for row in self.answer["findings"] if row["status"] == status]
                for status in ("disputed", "corroborated")}
        entries = self.answer["ledger"]
        count = dict.fromkeys(["disputes", "disputes_found", "facets", "agreed", "agreed_found", "ledger", "ledger_found", "status"], 0)
        used, used_agreed, used_entries = set(), set(), set()
        for block in self.blocks:
            sort = block["what"][0]
            if sort == "disputed":
                hits = [row for row, spans in told["disputed"] if covers(block["spans"], spans)]
                used |= {row["id"] for row in hits}
                if "open" in block["what"]:
                    continue
                count["disputes"] += 1
                count["disputes_found"] += bool(hits)
                right = any(row["facet"] == block["what"][1] for row in hits)
                count["facets"] += right
                self.judge(block, right, "told as " + ", ".join(str(row["facet"]) for row in hits) if hits else "not found")
            elif sort == "agreed":
                hits = [row for row, spans in told["corroborated"] if covers(block["spans"], spans)]
                count["agreed"] += 1
                count["agreed_found"] += bool(hits)
                self.judge(block, bool(hits), "not found")
            elif sort == "ledger":
                hits = [entry for entry in entries if self.meets_entry(block, entry)]
                used_entries |= {entry["id"] for entry in hits}
                right = any(entry["status"] in block["what"][2].split("|") for entry in hits)
                count["ledger"] += 1
                count["ledger_found"] += bool(hits)
                count["status"] += right
                self.judge(block, right, "has status " + ", ".join(entry["status"] for entry in hits) if hits else "not found")
            elif sort == "apart":
                hits = [row for row, _ in told["disputed"] if self.sets_against(block["spans"], row)]
                self.judge(block, not hits, "put against each other: " + "; ".join(row["explanation"] for row in hits))
        for row, spans in told["corroborated"]:
            if any(covers(block["spans"], spans) for block in self.blocks if block["what"][0] in ("agreed", "disputed")):
                used_agreed.add(row["id"])
        self.superfluous = [f"{row['facet']}: {row['explanation']}" for row, _ in told["disputed"] if row["id"] not in used]
        self.superfluous += [f"{e['kind']} {e['actor']}: {e['what']}" for e in entries if e["id"] not in used_entries]
        share = lambda part, whole: round(part / whole, 3) if whole else 0.0
        recall, precision = share(count["ledger_found"], count["ledger"]), share(len(used_entries), len(entries))
        self.figures = {
            "disputes_recall": share(count["disputes_found"], count["disputes"]),
            "disputes_precision": share(len(used), len(told["disputed"])),
            "facet_acc": share(count["facets"], count["disputes_found"]),
            "corroborated_recall": share(count["agreed_found"], count["agreed"]),
            "corroborated_precision": share(len(used_agreed), len(told["corroborated"])),
            "ledger_recall": recall,
            "ledger_precision": precision,
            "ledger_f1": round(2 * recall * precision / (recall + precision), 3) if recall + precision else 0.0,
            "ledger_status_acc": share(count["status"], count["ledger_found"]),
        }
        self.failures += unfounded(self.answer)
        self.check_days()
        for name, floor in FLOORS.get(self.name, {}).items():
            if self.figures[name] < floor:
                self.failures.append(f"{name} is {self.figures[name]}, under {floor}")

    def judge(self, block, right, why):
        title = f"{' '.join(block['what'])}: {block['topic']}"
        if not right and not block["gap"]:
            self.failures.append(f"{title}: {why}")
        if right and block["gap"]:
            self.failures.append(f"{title}: found now; remove its gap: {block['gap']}")

    def sets_against(self, spans, row):
        values = set()
        for reading in row["readings"]:
            place = (self.number[reading["report"]], *self.value_place(reading))
            values |= {(reading["value"], span) for span in spans if meet(span, place)}
        return any(a[0] != b[0] and a[1] != b[1] for a in values for b in values)

    @staticmethod
    def value_place(reading):
        place = reading.get("value_span") or reading
        return place["begin"], place["end"]

    def check_days(self):
        for (story, day, kind, actor), states in AS_OF.items():
            if story != self.name:
                continue
            done = subprocess.run([self.binary, "ledger", "--as-of", day, "--format", "json", *map(str, self.files)], capture_output=True, text=True)
            rows = json.loads(done.stdout)
            rows = rows["ledger"] if isinstance(rows, dict) else rows
            found = {row["status"] for row in rows if row["kind"] == kind and self.same_actor({actor}, row["actor"])}
            if not found <= states or bool(found) != bool(states):
                self.failures.append(f"as of {day} the {kind} of {actor} is {sorted(found)}, not {sorted(states)}")


def number_in(text):
    digits = "".join(character for character in text if character.isdigit() or character == ".").strip(".")
    return float(digits) if digits else None


def unfounded(answer):
    """Disputes of an answer whose values do not stand where they are said to, a line each."""
    reports = {report["id"]: report for report in answer["reports"]}
    wrong = []
    for row in answer["findings"]:
        if row["status"] != "disputed":
            continue
        if len({reading["value"] for reading in row["readings"]}) < 2:
            wrong.append(f"no two values: {row['explanation']}")
        if "\n" in row["explanation"]:
            wrong.append(f"more than a line: {row['explanation']}")
        for reading in row["readings"]:
            report, place = reports[reading["report"]], reading.get("value_span")
            if not place or not reading["begin"] <= place["begin"] < place["end"] <= reading["end"]:
                wrong.append(f"value outside its span: {row['explanation']}")
                continue
            words = report["text"][place["begin"]:place["end"]]
            inside = [time["value"] for time in report["times"] if time["begin"] < place["end"] and place["begin"] < time["end"]]
            if row["facet"] == "when" and reading["value"][:1].isdigit() and reading["value"] not in inside:
                wrong.append(f"no such day in '{words}': {row['explanation']}")
            said, meant = number_in(words), number_in(reading["value"])
            if row["facet"] == "number" and said is not None and said != meant and str(int(said)) not in reading["value"]:
                wrong.append(f"no such number in '{words}': {row['explanation']}")
            if row["facet"] == "role" and reading["value"].split()[0] not in words.lower():
                wrong.append(f"no such office in '{words}': {row['explanation']}")
    return wrong


def check_values_elsewhere(binary):
    """No dispute over the examples, and over the seeds where they are, rests on words that do not say its value."""
    folder = ROOT / "examples" / "strait"
    corpora = [sorted(path for path in folder.iterdir() if path.name[0].isdigit())]
    corpora += [files] if (files := sorted((ROOT.parent / "shared" / "seeds").glob("*.txt"))) else []
    wrong = []
    for files in corpora:
        done = subprocess.run([binary, "compare", "--format", "json", *map(str, files)], capture_output=True, text=True)
        wrong += unfounded(json.loads(done.stdout))
    return wrong


def main():
    failed = 0
    for folder in sorted(path for path in HERE.iterdir() if path.is_dir()):
        story = Story(folder, sys.argv[1])
        story.check()
        print(story.name, " ".join(f"{name} {value:.3f}" for name, value in story.figures.items()))
        if "--errors" in sys.argv:
            print("\n".join("  superfluous " + " ".join(row.split()) for row in story.superfluous))
        print("\n".join("  " + " ".join(row.split()) for row in story.failures))
        failed += len(story.failures)
    for row in check_values_elsewhere(sys.argv[1]):
        print("  " + row)
        failed += 1
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
