#!/usr/bin/env python3
"""Runs the real program as a person or a script would: cli_test.py PATH/TO/synoptic"""
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
STORY = sorted((ROOT / "examples/strait").glob("[0-9]*"))
SEEDS = sorted((ROOT.parent / "shared/seeds").glob("*.txt"))
BINARY = ""


def run(*args, stdin=""):
    done = subprocess.run([BINARY, *map(str, args)], input=stdin, capture_output=True, timeout=300,
                          text=isinstance(stdin, str), encoding="utf-8" if isinstance(stdin, str) else None)
    return done


def compare(*paths):
    return json.loads(run("compare", "--format", "json", *paths).stdout)


PAGE = """<html><head><title>Ferry talks &amp; more</title></head><body><article><h1>Ferry talks &amp; more</h1>
<p>Envoys of both shores met on Tuesday in the old customs house. “We <i>will&nbsp;not</i> sign at the Caf&eacute;,” Ana Orlec said.</p>
<figure><img src="a.jpg"><figcaption>The harbour caf&eacute; at dawn</figcaption></figure>
<p>They will meet again on Friday, a spokesman for the harbour said to reporters.</p></article></body></html>
"""


def spans_of(node, report=None):
    """(report id or None, begin, end) of every object below `node` that has a place."""
    if isinstance(node, dict):
        report = node.get("report", report)
        if isinstance(node.get("begin"), int):
            yield report, node["begin"], node["end"]
        for value in node.values():
            yield from spans_of(value, report)
    elif isinstance(node, list):
        for value in node:
            yield from spans_of(value, report)


class Forms(unittest.TestCase):
    def check_report(self, report):
        for key in ("id", "path", "url", "title", "source", "authors", "credit", "published", "published_from", "language",
                    "text", "sections", "sentences", "mentions", "actors", "times", "quantities", "quotes", "statements"):
            self.assertIn(key, report)
        length = len(report["text"])
        count = 0
        for _, begin, end in spans_of(report):
            self.assertTrue(0 <= begin < end <= length, (report["id"], begin, end))
            count += 1
        self.assertGreater(count, 0)
        actors = {actor["id"] for actor in report["actors"]}
        for mention in report["mentions"]:
            self.assertTrue(mention["actor"] is None or mention["actor"] in actors, mention)
        for statement in report["statements"]:
            self.assertLessEqual(set(statement["attributed_to"]), actors)
            for index in statement["times"]:
                self.assertLess(index, len(report["times"]))

    def check_comparison(self, answer):
        lengths = {report["id"]: len(report["text"]) for report in answer["reports"]}
        self.assertEqual(len(lengths), len(answer["reports"]), "ids are unique")
        for report in answer["reports"]:
            self.check_report(report)
        for part in ("utterances", "findings", "ledger", "timeline"):
            for report, begin, end in spans_of(answer[part]):
                self.assertTrue(0 <= begin < end <= lengths[report], (part, report, begin, end))
        for edge in answer["lineage"]["edges"]:
            for passage in edge["passages"]:
                self.assertLessEqual(passage["from"]["end"], lengths[edge["from"]])
                self.assertLessEqual(passage["to"]["end"], lengths[edge["to"]])
        counted = [report for origin in answer["lineage"]["origins"] for report in origin["reports"]]
        self.assertEqual(sorted(counted), sorted(lengths), "every report is in one origin")
        quotes = {report["id"]: {quote["id"] for quote in report["quotes"]} for report in answer["reports"]}
        for utterance in answer["utterances"]:
            for reading in utterance["readings"]:
                self.assertIn(reading["quote"], quotes[reading["report"]])

    def test_annotate_answers_a_line_a_report_in_the_order_given(self):
        done = run("annotate", "--format", "jsonl", *reversed(STORY))
        reports = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual([report["path"] for report in reports], [str(path) for path in reversed(STORY)])
        for report in reports:
            self.check_report(report)
            self.assertNotIn("tokens", report)

    def test_tokens_are_written_when_asked_for(self):
        report = json.loads(run("annotate", "--tokens", STORY[0]).stdout)
        self.assertGreater(len(report["tokens"]), 100)
        for token in report["tokens"]:
            self.assertRegex(token["pos"], r"^[A-Z]+$")
            self.assertTrue(token["lemma"])

    def test_every_span_of_the_story_lies_in_its_text(self):
        answer = compare(*STORY)
        self.assertEqual(len(answer["reports"]), len(STORY))
        self.check_comparison(answer)

    def test_every_span_of_the_seeds_lies_in_its_text(self):
        if not SEEDS:
            self.skipTest("the shared reports are not beside this checkout")
        self.check_comparison(compare(*SEEDS))

    def test_positions_count_code_points(self):
        text = "“Nous y allons” 😀, said Émile Zorn on 4 March 2031 in Port Alva.\n"
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "a.txt")
            path.write_text(text, encoding="utf-8")
            report = json.loads(run("annotate", path).stdout)
        self.assertEqual(report["text"], text)
        self.assertIn("4 March 2031", [text[time["begin"]:time["end"]] for time in report["times"]])

    def test_a_page_is_cited_by_its_bytes(self):
        page = PAGE.encode("windows-1252")
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "page.html")
            path.write_bytes(page)
            text = json.loads(run("extract", path).stdout)["text"]
            begin = text.index("“We will not")
            end = text.index(",” Ana")
            done = run("extract", "--cite", f"{begin}:{end}", "--cite", "9000:9999", "--source-map", path)
            answer = json.loads(done.stdout)
            report = json.loads(run("annotate", "--source-map", path).stdout)
            self.assertEqual(run("extract", "--cite", "7", path).returncode, 2)
            plain = json.loads(run("annotate", "--source-map", STORY[0]).stdout)
        cited, beyond = answer["cited"]
        self.assertEqual(cited["text"], "“We will not sign at the Café")
        self.assertEqual(cited["markup"], "“We <i>will&nbsp;not</i> sign at the Caf&eacute;")
        self.assertEqual(page[cited["source_begin"]:cited["source_end"]].decode("windows-1252"), cited["markup"])
        self.assertEqual((beyond["text"], beyond["source_begin"], beyond["markup"]), ("", None, None))
        source_map = answer["source_map"]
        self.assertEqual(source_map["encoding"], "windows-1252")
        for runs, of in ((source_map["text"], text), (source_map["title"], answer["title"]), (source_map["captions"][0], answer["captions"][0])):
            for part in runs:
                if part["kind"] == "copied":
                    self.assertEqual(page[part["source_begin"]:part["source_end"]].decode(), of[part["begin"]:part["end"]])
        self.assertEqual(report["source_map"]["text"], source_map["text"])
        said = [page[place["source_begin"]:place["source_end"]] for quote in report["quotes"] for place in quote["content"]]
        self.assertIn(b"We <i>will&nbsp;not</i> sign at the Caf&eacute;", [part.rstrip(b",") for part in said])
        self.assertIsNone(plain["source_map"])

    def test_copies_and_revisions_are_told(self):
        lines = [{"id": "a", "url": "https://d.example/1?utm_source=x", "text": "Envoys met in Port Alva."},
                 {"id": "b", "text": "Envoys met  in Port Alva."},
                 {"id": "c", "url": "http://www.d.example/1", "text": "Envoys met in Port Alva and parted."}]
        text = "".join(json.dumps(line) + "\n" for line in lines)
        reports = [json.loads(line) for line in run("annotate", "-", stdin=text).stdout.splitlines()]
        self.assertEqual([(report.get("duplicate_of"), report.get("revision_of")) for report in reports],
                         [(None, None), ("a", None), (None, "a")])

    def test_exchange_formats(self):
        lines = [json.loads(line) for line in run("annotate", "--format", "webannotation", STORY[0]).stdout.splitlines()]
        text = STORY[0].read_text(encoding="utf-8")
        for line in lines:
            place, words = line["target"]["selector"]
            self.assertEqual(text[place["start"]:place["end"]], words["exact"])
        for line in run("annotate", "--format", "conllu", STORY[0]).stdout.splitlines():
            self.assertTrue(line == "" or line.startswith("#") or len(line.split("\t")) == 10, line)


def documented_fields():
    """Place of an object -> the fields that doc/formats.md gives it."""
    text = (ROOT / "doc/formats.md").read_text(encoding="utf-8")
    fields = {}
    for place, block in re.findall(r"<!-- fields: (\S+) -->\n(.*?)(?:\n\n|\Z)", text, re.S):
        if block.startswith("|"):
            block = "\n".join(line.split("|")[1] for line in block.splitlines()[2:])
        else:  # "`list`: `field` (`value`, …), `field`": values stand in brackets
            block = re.sub(r"\([^()]*\)", "", block.split(":", 1)[1])
        fields[place] = set(re.findall(r"`([a-z_A-Z]+)`", block))
    return fields


class Formats(unittest.TestCase):
    def written_fields(self, node, place, found):
        if isinstance(node, list):
            for item in node:
                self.written_fields(item, place, found)
        elif isinstance(node, dict):
            found.setdefault(place, set()).update(node)
            for key, value in node.items():
                self.written_fields(value, f"{place}.{key}", found)

    def test_the_document_names_what_the_program_writes(self):
        found = {}
        answer = compare(*STORY)
        self.written_fields(answer, "comparison", found)
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "page.html")
            path.write_text(PAGE, encoding="utf-8")
            for options in (("--tokens", *STORY), ("--source-map", path)):
                self.written_fields([json.loads(line) for line in run("annotate", *options).stdout.splitlines()], "report", found)
        documented = documented_fields()
        self.assertGreater(len(documented), 15)
        for place, fields in documented.items():
            self.assertIn(place, found, "nothing of that kind in the examples")
            self.assertLessEqual(found[place], fields, place)
        always = {"comparison", "comparison.findings", "comparison.ledger", "comparison.timeline", "comparison.utterances",
                  "comparison.lineage.edges", "report.sections", "report.source_map.text", "report.tokens"}
        for place in always:
            self.assertEqual(found[place], documented[place], place)


class Golden(unittest.TestCase):
    """tests/golden holds what the program makes of examples/strait; `make golden` writes it anew."""

    def test_the_outputs_are_those_that_were_read_and_agreed(self):
        paths = [path.relative_to(ROOT) for path in STORY]
        for name, form in (("strait.txt", "text"), ("strait.md", "md"), ("strait.json", "json")):
            done = subprocess.run([BINARY, "compare", "--format", form, *map(str, paths)], capture_output=True, text=True,
                                  encoding="utf-8", cwd=ROOT)
            golden = (ROOT / "tests/golden" / name).read_text(encoding="utf-8")
            if form == "json":
                self.assertEqual(json.loads(done.stdout), json.loads(golden), name)
            else:
                self.assertEqual(done.stdout, golden, name)


class Order(unittest.TestCase):
    def test_neither_order_nor_threads_change_the_answer(self):
        paths = list(STORY)
        first = run("compare", "--format", "json", *paths).stdout
        for seed in range(3):
            random.Random(seed).shuffle(paths)
            again = run("compare", "--format", "json", "--threads", seed + 1, *paths).stdout
            self.assertEqual(first, again, f"order {seed}")

    def test_the_locale_does_not_change_the_answer(self):
        plain = run("annotate", STORY[0]).stdout
        os.environ["LC_ALL"] = "tr_TR.UTF-8"
        self.assertEqual(run("annotate", STORY[0]).stdout, plain)
        del os.environ["LC_ALL"]


class BadInput(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def file(self, name, content):
        path = pathlib.Path(self.folder.name, name)
        path.write_bytes(content)
        return path

    def test_each_gets_one_clear_line_and_the_rest_goes_on(self):
        cases = {
            self.file("empty.txt", b""): "empty",
            self.file("binary.txt", b"\x7fELF\0\0\0"): "binary, not text",
            self.file("huge.txt", b"word " * (20 << 20)): "over the limit",
            pathlib.Path(self.folder.name, "missing.txt"): "No such file",
            pathlib.Path(self.folder.name): "a folder",
            self.file("bad.jsonl", b'{"text":\n'): "not JSON",
        }
        for path, why in cases.items():
            done = run("annotate", path, STORY[0])
            self.assertEqual(done.returncode, 1, path)
            self.assertEqual(len(done.stdout.splitlines()), 1, path)
            lines = done.stderr.splitlines()
            self.assertEqual(len(lines), 1, done.stderr)
            self.assertIn(why, lines[0])
            self.assertIn(path.name, lines[0])

    def test_the_same_file_twice_is_read_once(self):
        done = run("compare", "--format", "json", STORY[0], STORY[1], STORY[0])
        self.assertEqual(done.returncode, 1)
        self.assertIn("given twice", done.stderr)
        self.assertEqual(len(json.loads(done.stdout)["reports"]), 2)

    def test_what_is_not_utf8_is_read_and_named(self):
        done = run("annotate", self.file("latin.txt", b"The caf\xe9 \x93closed\x94 on Monday."))
        self.assertEqual(done.returncode, 0)
        self.assertIn("Windows-1252", done.stderr)
        self.assertEqual(json.loads(done.stdout)["text"], "The café “closed” on Monday.")

    def test_stdin(self):
        done = run("annotate", "-", stdin="Envoys met in Port Alva on 4 March 2031.")
        self.assertEqual(done.returncode, 0)
        self.assertEqual(json.loads(done.stdout)["text"], "Envoys met in Port Alva on 4 March 2031.")
        done = run("annotate", "-", stdin='{"id":"x","text":"Envoys met."}\n{"id":"y","text":"They parted."}\n')
        self.assertEqual([json.loads(line)["id"] for line in done.stdout.splitlines()], ["x", "y"])

    def test_nothing_to_compare(self):
        done = run("compare", self.folder.name)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stdout, "")
        self.assertIn("nothing to compare", done.stderr)

    def test_one_report_alone(self):
        answer = compare(STORY[0])
        self.assertIn("nothing to compare it with", " ".join(answer["notes"]))
        self.assertFalse([f for f in answer["findings"] if f["status"] == "corroborated"])

    def test_the_same_text_twice_is_one_origin(self):
        twin = self.file("twin.txt", STORY[0].read_bytes())
        answer = compare(STORY[0], twin)
        self.assertEqual(len(answer["lineage"]["origins"]), 1)
        self.assertFalse([f for f in answer["findings"] if f["status"] in ("corroborated", "disputed") and f["between"] != "actors"])
        self.assertIn("letter for letter", " ".join(answer["notes"]))

    def test_reports_of_different_events(self):
        other = self.file("cup.txt", b"Orchard Town won the regional bowls cup in Lindale, 3 May 2019\n\n"
                          b"Orchard Town beat Mill Lane 21-14 in the final of the regional bowls cup. Captain Rosa Pell "
                          b"bowled the last end. It was the first title of the club, which was founded by gardeners.\n")
        answer = compare(STORY[0], other)
        self.assertFalse(answer["one_event"])
        self.assertEqual(answer["findings"], [])
        self.assertIn("do not tell one event", " ".join(answer["notes"]))

    def test_hostile_text_ends_in_time(self):
        for content in (b'"' * 200_000, b"word " * 200_000, b"(" * 100_000, b"A" * 1_000_000, b"\xe2\x80\x9c" * 50_000,
                        b"He said " * 50_000, b"1 2 3 " * 60_000):
            done = run("annotate", self.file("hostile.txt", content))
            self.assertEqual(done.returncode, 0)


class CommandLine(unittest.TestCase):
    def test_a_wrong_command_line_is_2(self):
        for args in ((), ("compre",), ("annotate",), ("annotate", "--format", "xml", STORY[0]),
                     ("annotate", "--published", "Tuesday", STORY[0]), ("annotate", "--threads", "-1", STORY[0]), ("help", "me")):
            done = run(*args)
            self.assertEqual(done.returncode, 2, args)
            self.assertEqual(done.stdout, "")
            self.assertTrue(done.stderr)

    def test_help_man_and_completion_name_every_command(self):
        commands = ("compare", "annotate", "names", "relate", "code", "version", "help", "man", "completion")
        for how in (("help",), ("man",), ("completion",), ("--help",)):
            done = run(*how)
            self.assertEqual(done.returncode, 0, how)
            for command in commands:
                self.assertIn(command, done.stdout)
        self.assertRegex(run("version").stdout, r"^synoptic \d+\.\d+\.\d+\n$")
        self.assertIn("--published", run("help", "annotate").stdout)
        subprocess.run(["bash", "-n"], input=run("completion").stdout, text=True, check=True)

    def test_pages_come_in_every_form(self):
        self.assertTrue(run("compare", "--format", "html", *STORY).stdout.startswith("<!doctype html>"))
        self.assertTrue(run("compare", "--format", "md", *STORY).stdout.startswith("# "))
        text = run("compare", *STORY).stdout
        self.assertNotIn("\x1b", text, "no colours into a pipe")
        self.assertIn("origins", text)

    def test_lines_in_lines_out(self):
        names = "Ilse Torvald\n\nDmitar Velkov\nTORVALD, Ilse\n"
        answer = [json.loads(line) for line in run("names", "--format", "jsonl", stdin=names).stdout.splitlines()]
        self.assertEqual([row["name"] for row in answer], ["Ilse Torvald", "Dmitar Velkov", "TORVALD, Ilse"])
        self.assertEqual(answer[0]["actor"], answer[2]["actor"])
        self.assertNotEqual(answer[0]["actor"], answer[1]["actor"])
        pair = json.loads(run("names", "--pairs", stdin="Dmitar Velkov\tVelkov Dmitar\n").stdout)
        self.assertEqual(set(pair), {"a", "b", "same", "score"})
        for command in ("relate", "code"):
            done = run(command, stdin="Velmara shelled Brenn.\tVelmara\tBrenn\n\nx\n")
            self.assertEqual(len(done.stdout.splitlines()), 3, command)

    def test_a_reader_who_goes_away_is_no_error(self):
        command = f"{BINARY} annotate {' '.join(map(str, STORY))} | head -c 10"
        done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True)
        self.assertEqual(done.stderr, "")


if __name__ == "__main__":
    BINARY = os.path.abspath(sys.argv.pop(1))
    unittest.main(verbosity=1)
