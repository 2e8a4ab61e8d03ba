#!/usr/bin/env python3
"""Stories and lineage through the real program: stories_test.py PATH/TO/synoptic"""
import gzip
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parent.parent
STORY = sorted((ROOT / "examples/strait").glob("[0-9]*"))
SHARED = ROOT.parent / "shared"
SEEDS = sorted((SHARED / "seeds").glob("*.txt"))
NEWSWIRE = SHARED / "bench/throughput/data/reuters.jsonl.gz"
OTHERS = 200
BINARY = ""


def run(*args):
    return subprocess.run([BINARY, *map(str, args)], capture_output=True, text=True, timeout=300, encoding="utf-8")


def clusters(*args):
    """Report id -> story, as printed."""
    done = run("cluster", *args)
    if done.returncode:
        raise AssertionError(done.stderr)
    return {row["id"]: row["story"] for row in map(json.loads, done.stdout.splitlines())}


def groups(stories):
    """The stories as sets of reports, whatever they are called."""
    found = {}
    for report, story in stories.items():
        found.setdefault(story, set()).add(report)
    return {frozenset(reports) for reports in found.values()}


def made_stream(seed, events):
    """Fictional reports of `events` matters, some told two to five times in words of their own."""
    chance = random.Random(seed)
    syllables = "bra del fon gar hil kem lor mun nor pel rud sta tev vil wes zan".split()
    word = lambda: "".join(chance.choice(syllables) for _ in range(3))
    common = [word() for _ in range(300)]
    reports = []
    for event in range(events):
        name, place = word().title(), word().title()
        own = [word() for _ in range(12)]
        for telling in range(chance.choice([1, 1, 2, 3, 5])):
            sentences = []
            for _ in range(6):
                words = [chance.choice(own) if chance.random() < 0.5 else chance.choice(common) for _ in range(12)]
                sentences.append(f"{name} {' '.join(words)} in {place}.")
            day = 1 + (event * 20 // events + telling // 2) % 28
            reports.append({"id": f"e{event}t{telling}", "title": f"{name} {own[0]} {place}", "text": " ".join(sentences),
                            "published": None if chance.random() < 0.1 else f"2031-03-{day:02}T{chance.randrange(24):02}:00:00Z"})
    return reports


class Folder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def jsonl(self, name, reports):
        path = self.folder / name
        path.write_text("".join(json.dumps(report) + "\n" for report in reports), encoding="utf-8")
        return path


class Deterministic(Folder):
    def test_threads_do_not_change_the_answer(self):
        path = self.jsonl("stream.jsonl", made_stream(1, 300))
        for listed in ("reports", "stories", "changes"):
            one = run("cluster", "--list", listed, "--threads", 1, path).stdout
            self.assertEqual(run("cluster", "--list", listed, "--threads", 2, path).stdout, one)
            self.assertEqual(run("cluster", "--list", listed, "--threads", 7, path).stdout, one)

    def test_neither_does_the_order_of_reports_and_files(self):
        reports = made_stream(2, 300)
        once = run("cluster", self.jsonl("stream.jsonl", reports)).stdout
        self.assertGreater(len({json.loads(line)["story"] for line in once.splitlines()}), 200)
        for seed in range(2):
            random.Random(seed).shuffle(reports)
            half = len(reports) // 2
            paths = [self.jsonl(f"{seed}b.jsonl", reports[half:]), self.jsonl(f"{seed}a.jsonl", reports[:half])]
            self.assertEqual(run("cluster", *paths).stdout, once)

    def test_the_tellings_of_an_event_are_one_story(self):
        reports = made_stream(3, 300)
        gold = {report["id"]: report["id"].split("t")[0] for report in reports}
        found = groups(clusters(self.jsonl("stream.jsonl", reports)))
        right = sum(len(group) for group in groups(gold) if group in found)
        self.assertGreater(right / len(reports), 0.9)


class KeptApart(Folder):
    """A story stays one, and by itself, among reports of other matters."""

    def check(self, story, others):
        path = self.jsonl("others.jsonl", others)
        stories = clusters(*story, path)
        strangers = {report["id"] for report in others}
        ours = {name for report, name in stories.items() if report not in strangers}
        theirs = {stories[report] for report in strangers}
        self.assertEqual(len(stories), len(story) + len(others))
        self.assertEqual(len(ours), 1, "the story is one")
        self.assertFalse(ours & theirs, "and nothing else is in it")

    def newswire(self, first):
        if not NEWSWIRE.exists():
            self.skipTest("the shared newswire is not beside this checkout")
        with gzip.open(NEWSWIRE, "rt", encoding="utf-8") as lines:
            return [json.loads(line) for number, line in enumerate(lines) if first <= number < first + OTHERS]

    def test_the_examples_among_made_reports(self):
        self.check(STORY, made_stream(4, OTHERS)[:OTHERS])

    def test_the_examples_among_newswire(self):
        self.check(STORY, self.newswire(3000))

    def test_the_seeds_among_newswire(self):
        others = self.newswire(9000)
        if not SEEDS:
            self.skipTest("the shared reports are not beside this checkout")
        self.check(SEEDS, others)

    def test_the_seeds_among_newswire_that_tells_no_day(self):
        others = [report | {"published": None} for report in self.newswire(6000)]
        if not SEEDS:
            self.skipTest("the shared reports are not beside this checkout")
        self.check(SEEDS, others)


class Lineage(Folder):
    def test_publishers_of_ones_own(self):
        story = self.jsonl("story.jsonl", [
            {"id": "a", "source": "Ostrel Herald", "text": "Rain fell on the Sill valley for nine days and the river rose."},
            {"id": "b", "source": "Sill Courier", "text": "The Sill rose after nine days of rain, and farmers fear for wheat."}])
        table = self.folder / "publishers.tsv"
        table.write_text("Ostrel Herald\t\tQuay Press\t\nSill Courier\t\tQuay Press\t\nQuay Post\t\t\tpaper\n", encoding="utf-8")
        origins = lambda done: json.loads(done.stdout)["lineage"]["origins"]
        self.assertEqual(len(origins(run("compare", "--format", "json", story))), 2)
        done = run("compare", "--format", "json", "--publishers", table, story)
        self.assertEqual([origin["reports"] for origin in origins(done)], [["a", "b"]])
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stderr.strip(), f"synoptic: {table}: line 3: kind is 'paper', not agency or outlet")
        done = run("compare", "--format", "json", "--publishers", self.folder / "none.tsv", story)
        self.assertEqual((done.returncode, len(origins(done))), (1, 2))
        self.assertIn("none.tsv", done.stderr)

    def test_what_all_rest_on_is_said_in_every_form(self):
        said = '"The northern quay stays closed until autumn," Mayor Lida Sorn said on Monday.'
        story = self.jsonl("story.jsonl", [
            {"id": "a", "source": "Ostrel Herald", "text": f"Ships must go round. {said} Fishermen protested at the gate."},
            {"id": "b", "source": "Sill Courier", "text": f"No repairs have begun in Ostrel. {said}"}])
        answer = json.loads(run("compare", "--format", "json", story).stdout)
        ground = answer["lineage"]["common_ground"]
        self.assertRegex(ground, "^all on (one statement by|the words of) .*Lida Sorn$")
        for form in ("text", "md"):
            self.assertIn(f"2 reports, 2 origins, {ground}", run("compare", "--format", form, story).stdout)
        self.assertIn(f"from 2 origins, <bdi>{ground}</bdi>", run("compare", "--format", "html", story).stdout)

    def test_graphml_is_the_lineage(self):
        story = self.odd_story()
        lineage = json.loads(run("compare", "--format", "json", story).stdout)["lineage"]
        name = "{http://graphml.graphdrawing.org/xmlns}"
        graph = ElementTree.fromstring(run("compare", "--format", "graphml", story).stdout).find(name + "graph")
        data = lambda node: {item.get("key"): item.text for item in node.findall(name + "data")}
        nodes = {node.get("id"): data(node) for node in graph.findall(name + "node")}
        self.assertEqual({node["id"] for node in nodes.values()}, {report for origin in lineage["origins"] for report in origin["reports"]})
        edges = [(nodes[edge.get("source")]["id"], nodes[edge.get("target")]["id"], data(edge)["kind"], edge.get("directed"))
                 for edge in graph.findall(name + "edge")]
        self.assertEqual(edges, [(edge["from"], edge["to"], edge["kind"], str(edge["directed"]).lower()) for edge in lineage["edges"]])
        self.assertTrue(edges)

    def test_dot_is_read_by_graphviz(self):
        if not shutil.which("dot"):
            self.skipTest("graphviz is not installed")
        for paths in (STORY, [self.odd_story()]):
            drawn = subprocess.run(["dot", "-Tsvg"], input=run("compare", "--format", "dot", *paths).stdout, capture_output=True,
                                   text=True, encoding="utf-8", timeout=60)
            self.assertEqual((drawn.returncode, drawn.stderr), (0, ""))
            self.assertIn("</svg>", drawn.stdout)

    def odd_story(self):
        """Ids that a form of output could trip over."""
        text = "The harbour council of Ostrel voted on Monday to close the northern quay for repairs until autumn, after engineers found cracks."
        return self.jsonl("odd.jsonl", [{"id": 'a "quoted" \\ <b>&amp;', "text": text}, {"id": "b\n]]>\t{label}", "text": text},
                                        {"id": "c", "text": "Snow fell."}])


if __name__ == "__main__":
    BINARY = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main()
