#!/usr/bin/env python3
"""The store from outside, also where the program is killed and where the disk is full.

store_test.py PATH/TO/synoptic [--kills N]    N kills at random moments (default 10; 200 takes minutes)
"""
import json
import os
import pathlib
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
STORY = sorted((ROOT / "examples/strait").glob("[0-9]*"))
BINARY, KILLS = "", 10
PLACES = ("Brenn", "Karsk", "Ostrava Bay", "Velmara", "Dunholt", "Lissow")
EVENTS = ("The ferry crews of {0} went on strike on Tuesday after their union rejected an offer of four percent.",
          "An earthquake closed the mountain road above {0}, where three houses fell and nobody was hurt.",
          "The mayor of {0} opened the grain market. \"This is a good day for {0},\" Mayor Anna Holt said.",
          "Regulators in {0} approved the merger of two banks, which must sell forty branches by June.")


def made_reports(count, seed=1):
    dice = random.Random(seed)
    for number in range(count):
        place = dice.choice(PLACES)
        text = " ".join([dice.choice(EVENTS).format(place), f"Note {number} of the day went to all members.",
                         dice.choice(EVENTS).format(dice.choice(PLACES))])
        yield {"id": f"r{number}", "title": f"News of {place}, {number}", "source": "Tidewire",
               "published": f"2031-03-{1 + number * 20 // count:02d}T09:00:00Z", "text": text}


class StoreTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.store = self.folder / "s.db"

    def run_it(self, command, *args, code=0, **options):
        done = subprocess.run([BINARY, command, "--store", str(self.store), *map(str, args)], capture_output=True,
                              text=True, timeout=600, **options)
        self.assertEqual(done.returncode, code, done.stderr)
        return done

    def lines(self, command, *args):
        return [json.loads(line) for line in self.run_it(command, *args, "--format", "jsonl").stdout.splitlines()]

    def written(self, reports, name="r.jsonl"):
        path = self.folder / name
        path.write_text("".join(json.dumps(report) + "\n" for report in reports), encoding="utf-8")
        return path

    def checked(self):
        self.assertIn("nothing is wrong", self.run_it("check").stdout)


class Commands(StoreTest):
    def test_a_story_from_adding_to_removing(self):
        added = [json.loads(line) for line in self.run_it("add", *STORY).stdout.splitlines()]
        self.assertEqual(len(added), 7)
        self.assertEqual({line["outcome"] for line in added}, {"added"})
        self.assertEqual({json.loads(line)["outcome"] for line in self.run_it("add", *STORY).stdout.splitlines()},
                         {"unchanged"})
        story = added[0]["story"]
        rows = self.lines("stories")
        self.assertEqual([row["id"] for row in rows], [story])
        self.assertEqual(rows[0]["reports"], 7)
        shown = json.loads(self.run_it("show", story, "--format", "json").stdout)
        self.assertEqual(shown["story"], story)
        self.assertIs(shown["stale"], False)
        self.assertFalse(self.lines("stories")[0]["stale"])
        compared = json.loads(subprocess.run([BINARY, "compare", "--format", "json", *map(str, STORY)],
                                             capture_output=True, text=True).stdout)
        for part in ("findings", "utterances", "ledger", "timeline", "lineage", "reports"):
            self.assertEqual(shown[part], compared[part], part)
        texts = {report["id"]: report["text"] for report in shown["reports"]}
        for hit in self.lines("search", "hospital"):
            self.assertIn("hospital", texts[hit["report"]][hit["begin"]:hit["end"]].lower())
        self.assertTrue(self.lines("quotes", "--speaker", "Velkov"))
        for hit in self.lines("quotes"):
            part = hit["quote"]["content"][0]
            self.assertTrue(hit["text"].startswith(" ".join(texts[hit["report"]][part["begin"]:part["end"]].split())))
        self.assertEqual([hit["entry"] for hit in sorted(self.lines("ledger"), key=lambda hit: int(hit["entry"]["id"][1:]))],
                         shown["ledger"])
        self.assertEqual(len(self.lines("timeline")), len(shown["timeline"]))
        day = ("--as-of", "2031-03-04")
        then = self.lines("ledger", *day)
        self.assertLess(len(then), len(shown["ledger"]))
        for limit in (1, len(then) - 1, len(then)):  # what is left out of that day is not counted
            self.assertEqual(self.lines("ledger", *day, "--limit", str(limit)), then[:limit])
        for status in ("planned", "expired"):  # those of that day
            self.assertEqual(self.lines("ledger", *day, "--status", status),
                             [hit for hit in then if hit["entry"]["status"] == status])
        for form in ("text", "html", "md", "dot", "graphml"):
            self.assertTrue(self.run_it("show", story, "--format", form).stdout)
        self.checked()
        self.run_it("remove", *texts)
        self.assertEqual(self.lines("stories"), [])
        self.run_it("remove", "1_tidewire", code=1)
        self.run_it("show", story, code=1)
        self.run_it("vacuum")
        self.checked()

    def test_earlier_texts_are_shown_with_what_changed(self):
        url = "https://ledger.example/harbour"
        texts = ["Four were injured at Brenn.", "Seven were injured at Brenn.", "Seven were injured at Brenn, two badly."]
        self.run_it("add", self.written([{"id": f"r{i}", "url": url, "text": text} for i, text in enumerate(texts)]))
        shown = json.loads(self.run_it("show", "r0", "--format", "json").stdout)
        self.assertEqual((shown["text"], shown["revision"]), (texts[2], 3))
        self.assertNotIn("revision_of", shown)
        self.assertEqual([one["text"] for one in shown["revisions"]], texts[:2])
        for before, after, one in zip(texts, texts[1:], shown["revisions"]):
            change = one["difference"]
            self.assertEqual(before[:change["begin"]] + change["new"] + before[change["begin"] + len(change["old"]):], after)
        self.checked()

    def test_what_is_exported_is_there_already(self):
        self.run_it("add", *STORY, self.written(made_reports(20)))
        out = self.folder / "out.jsonl"
        out.write_text(self.run_it("export").stdout, encoding="utf-8")
        self.assertEqual({json.loads(line)["outcome"] for line in self.run_it("add", out).stdout.splitlines()},
                         {"unchanged"})
        self.store = self.folder / "other.db"
        again = [json.loads(line) for line in self.run_it("add", out).stdout.splitlines()]
        self.assertEqual(len(again), 27)
        self.assertEqual({line["outcome"] for line in again}, {"added"})
        def told(lines):
            return [(row["id"], row["published"], row["url"], row["text"]) for row in map(json.loads, lines.splitlines())]

        self.assertEqual(told(self.run_it("export").stdout), told(out.read_text(encoding="utf-8")))

    def test_threads_and_runs_give_the_same_store(self):
        path = self.written(made_reports(300))
        dumps = []
        for name, threads in (("a.db", 1), ("b.db", 4)):
            self.store = self.folder / name
            dumps.append(self.run_it("add", path, "--threads", threads).stdout)
            dumps.append(self.run_it("export", "--what", "annotations").stdout)
        self.assertEqual(dumps[:2], dumps[2:])

    def test_what_cannot_be_used_is_refused_in_a_line(self):
        self.run_it("stories", code=3)
        self.store.write_text("not a database, but a text of more than a hundred bytes " * 4)
        before = self.store.read_bytes()
        for command in (("add", STORY[0]), ("stories",), ("check",), ("vacuum",), ("search", "x"), ("ledger",)):
            done = self.run_it(*command, code=3)
            self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)
            self.assertIn(str(self.store), done.stderr)
        self.assertEqual(self.store.read_bytes(), before)

    def test_a_newer_store_is_not_touched(self):
        self.run_it("add", STORY[0])
        with sqlite3.connect(self.store) as database:
            database.execute("PRAGMA user_version = 9000")
            database.execute("PRAGMA journal_mode = DELETE")
        database.close()
        before = self.store.read_bytes()
        for command in (("add", STORY[1]), ("stories",), ("check",), ("vacuum",)):
            self.assertIn("version 9000", self.run_it(*command, code=3).stderr)
        self.assertEqual(self.store.read_bytes(), before)
        self.assertEqual([path.name for path in self.folder.iterdir()], ["s.db"])

    def test_searching_for_nothing_is_refused(self):
        self.run_it("add", STORY[0])
        self.assertIn("no word", self.run_it("search", "?!", code=1).stderr)


class Crashes(StoreTest):
    def test_killed_at_random_moments(self):
        path = self.written(made_reports(3000))
        began = time.time()
        self.run_it("add", path)
        whole = time.time() - began
        dice = random.Random(7)
        acknowledged = set()
        self.store = self.folder / "killed.db"
        late = 0
        for kill in range(KILLS):
            if kill % 10 == 0:
                for old in self.folder.glob("killed.db*"):
                    old.unlink()
                acknowledged.clear()
            adding = subprocess.Popen([BINARY, "add", "--store", str(self.store), str(path)], stdout=subprocess.PIPE,
                                      text=True)
            time.sleep(dice.uniform(0, whole / 4))
            late += adding.poll() is not None
            adding.send_signal(signal.SIGKILL)
            out, _ = adding.communicate()
            for line in out.splitlines(keepends=True):
                if line.endswith("\n"):
                    acknowledged.add(json.loads(line)["id"])
            if not self.store.exists():
                self.assertFalse(acknowledged)
                continue
            if kill % 10 in (0, 9):
                self.checked()
            with sqlite3.connect(self.store) as database:
                there = {row[0] for row in database.execute("SELECT id FROM reports")} if acknowledged else set()
            database.close()
            self.assertLessEqual(acknowledged, there)
        self.assertLess(late, KILLS, "it was never killed while it worked")
        self.run_it("add", path)
        self.checked()
        with sqlite3.connect(self.store) as database:
            self.assertEqual(database.execute("SELECT count(*) FROM reports").fetchone()[0], 3000)
        database.close()

    def fill_up(self, **options):
        """Adds until there is no space; returns what was acknowledged."""
        path = self.written(made_reports(3000), name="../" + self.folder.name + ".jsonl")
        self.addCleanup(path.unlink)
        done = self.run_it("add", path, code=3, **options)
        self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)
        self.assertRegex(done.stderr, "no space left|cannot be written")
        return {json.loads(line)["id"] for line in done.stdout.splitlines()}

    def test_no_file_may_grow(self):
        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (4 << 20, 4 << 20))

        acknowledged = self.fill_up(preexec_fn=limit)
        self.assertTrue(acknowledged)
        self.checked()
        self.assertLessEqual(acknowledged, {json.loads(line)["id"] for line in self.run_it("export").stdout.splitlines()})

    def test_full_disk(self):
        disk = self.folder / "disk"
        disk.mkdir()
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(disk)], capture_output=True)
        if mounted.returncode != 0:
            self.skipTest("mounting a small disk is not allowed here; test_no_file_may_grow stands for it")
        self.addCleanup(subprocess.run, ["umount", str(disk)])
        self.store = disk / "s.db"
        acknowledged = self.fill_up()
        self.assertTrue(acknowledged)
        self.assertLessEqual(acknowledged, {json.loads(line)["id"] for line in self.run_it("export").stdout.splitlines()})
        self.assertIn("nothing is wrong", self.run_it("check").stdout)


if __name__ == "__main__":
    BINARY = os.path.abspath(sys.argv.pop(1))
    if "--kills" in sys.argv:
        at = sys.argv.index("--kills")
        KILLS = int(sys.argv[at + 1])
        del sys.argv[at:at + 2]
    unittest.main()
