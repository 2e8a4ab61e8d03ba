#!/usr/bin/env python3
"""synoptic serve from outside, what is asked rightly and what is asked wrongly: server_test.py PROGRAM"""
import base64
import http.client
import http.server
import json
import os
import pathlib
import resource
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.parse
import xml.etree.ElementTree

PROGRAM = sys.argv.pop(1)
STRAIT = sorted((pathlib.Path(__file__).parent.parent / "examples/strait").glob("[0-9]*"))
TOKEN, READ_TOKEN = "write-0123456789abcdef", "read-0123456789abcdef"
ATOM = "{http://www.w3.org/2005/Atom}"
REPORT = "Weir opens\n\nBy Ada Lint\n\nDUNE, March 4, 2031 - The new weir opened on Monday, Mayor Bo Lint said. \"It took nine years,\" Lint said.\n"


class Service:
    """A running service on a store of its own."""

    def __init__(self, *options, store=None):
        self.folder = tempfile.TemporaryDirectory()
        self.store = store or os.path.join(self.folder.name, "s.db")
        self.process = subprocess.Popen([PROGRAM, "serve", "--store", self.store, "--port", "0", *options],
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        assert " at http://" in line, line + self.process.stderr.read()
        self.port = int(line.rsplit(":", 1)[1].rstrip("/\n"))

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(timeout=30)
        self.process.stdout.close()
        self.process.stderr.close()
        self.folder.cleanup()
        return code

    def ask(self, method, path, body=None, headers=None):
        """Status, headers and body; JSON is read."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        if isinstance(body, (dict, list)):
            body, headers = json.dumps(body), {"Content-Type": "application/json", **(headers or {})}
        connection.request(method, path, body, headers or {})
        answer = connection.getresponse()
        text = answer.read()
        connection.close()
        assert answer.headers["X-Content-Type-Options"] == "nosniff", (path, answer.headers)
        assert "default-src '" in answer.headers["Content-Security-Policy"], (path, answer.headers)
        if text and "json" in (answer.headers["Content-Type"] or ""):
            text = json.loads(text)
        return answer.status, answer.headers, text

    def get(self, path, **headers):
        return self.ask("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})

    def raw(self, data, patience=20):
        """What comes back for these bytes until the service closes."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=patience) as connection:
            answer = b""
            try:
                connection.sendall(data)
                while more := connection.recv(65536):
                    answer += more
            except (ConnectionResetError, BrokenPipeError):
                pass
            return answer

    def add(self, text=REPORT, **members):
        return self.ask("POST", "/api/reports", {"reports": [{"text": text, **members}]})[2]["results"][0]


class OpenService(unittest.TestCase):
    """On loopback, without tokens, with the story of examples/strait."""

    @classmethod
    def setUpClass(cls):
        cls.service = Service("--patience", "1.5", "--body-limit", "1", "--offline")
        for path in STRAIT:
            status, _, answer = cls.service.ask("POST", f"/api/reports?name={path.name}", path.read_bytes(),
                                                {"Content-Type": "application/octet-stream"})
            assert status == 201, answer
            cls.story = answer["results"][0]["story"]
            cls.report = answer["results"][0]["id"]

    @classmethod
    def tearDownClass(cls):
        assert cls.service.stop() == 0

    def problem(self, answer, status, says="", pointer=None):
        self.assertEqual(answer[0], status, answer[2])
        self.assertEqual(answer[1]["Content-Type"], "application/problem+json")
        self.assertEqual(answer[2]["status"], status)
        self.assertIn(says, answer[2]["detail"])
        if pointer is not None:
            self.assertEqual(answer[2].get("pointer", ""), pointer)

    # -- asked rightly

    def test_lists_are_cut_into_pages_that_hold_each_item_once(self):
        whole = self.service.get("/api/reports?limit=200")[2]
        self.assertEqual(whole["total"], len(STRAIT))
        seen, path = [], "/api/reports?limit=2"
        while path:
            page = self.service.get(path)[2]
            self.assertLessEqual(len(page["items"]), 2)
            seen += [item["id"] for item in page["items"]]
            path = page["next"]
        self.assertEqual(seen, [item["id"] for item in whole["items"]])
        findings = self.service.get(f"/api/stories/{self.story}/findings?limit=200")[2]
        seen, path = [], f"/api/stories/{self.story}/findings?limit=3"
        while path:
            page = self.service.get(path)[2]
            seen += page["items"]
            path = page["next"]
        self.assertEqual(seen, findings["items"])
        self.assertEqual(findings["items"][0]["status"], "disputed")

    def test_what_has_not_changed_is_not_sent_again(self):
        for path in ["/api/stories", f"/api/stories/{self.story}", f"/api/reports/{self.report}", "/openapi.json", "/api/search?q=talks",
                     f"/feeds/stories/{self.story}"]:
            status, headers, _ = self.service.get(path)
            self.assertEqual(status, 200, path)
            status, again, body = self.service.get(path, If_None_Match=f'W/"other", {headers["ETag"]}')
            self.assertEqual((status, again["ETag"], body), (304, headers["ETag"], b""), path)
            self.assertEqual(self.service.get(path, If_None_Match='"other"')[0], 200, path)

    def test_spans_cut_out_what_hits_say(self):
        hits = self.service.get("/api/search?q=truce&limit=5")[2]["items"]
        self.assertTrue(hits)
        for hit in hits:
            text = self.service.get("/api/reports/" + urllib.parse.quote(hit["report"], safe=""))[2]["text"]
            self.assertIn("truce", text[hit["begin"]:hit["end"]].lower() + hit["snippet"].lower())

    def test_the_same_report_is_not_added_twice(self):
        first = self.service.add(url="http://x.example/1")
        self.assertEqual(first["outcome"], "added")
        self.assertEqual(self.service.add(url="http://x.example/1")["outcome"], "unchanged")
        self.assertEqual(self.service.add(REPORT + "More.\n", url="http://x.example/1")["outcome"], "revised")
        path = "/api/reports/" + urllib.parse.quote(first["id"], safe="")
        self.assertEqual(self.service.ask("DELETE", path)[0], 204)
        self.problem(self.service.ask("DELETE", path), 404)
        self.problem(self.service.get(path), 404)

    def test_ids_may_hold_anything(self):
        for name in ["http://x.example/a?b=c#d", "../../etc/passwd", "a b+c%20", "é\u202e<script>"]:
            added = self.service.add(REPORT + name, id=name)
            path = "/api/reports/" + urllib.parse.quote(added["id"], safe="")
            status, _, report = self.service.get(path)
            self.assertEqual((status, report["id"]), (200, added["id"]), name)
            self.assertEqual(self.service.ask("DELETE", path)[0], 204)

    def test_corrections_are_kept_and_taken_back(self):
        note = {"kind": "note", "story": self.story, "note": "Ask the harbour master."}
        status, _, made = self.service.ask("POST", "/api/corrections", note)
        self.assertEqual(status, 201, made)
        listed = self.service.get(f"/api/corrections?story={self.story}")[2]["items"]
        self.assertIn(made, listed)
        self.assertEqual(self.service.ask("DELETE", "/api/corrections/" + made["id"])[0], 204)
        self.problem(self.service.ask("DELETE", "/api/corrections/" + made["id"]), 404)

    def test_feeds_are_atom(self):
        for path in [f"/feeds/stories/{self.story}", "/feeds/search?q=talks", "/feeds/speakers?name=Velkov"]:
            status, headers, text = self.service.get(path)
            self.assertEqual((status, headers["Content-Type"]), (200, "application/atom+xml; charset=utf-8"), path)
            feed = xml.etree.ElementTree.fromstring(text)
            entries = feed.findall(ATOM + "entry")
            self.assertTrue(entries, path)
            ids = [entry.find(ATOM + "id").text for entry in entries]
            self.assertEqual(len(ids), len(set(ids)), path)
            for entry in entries:
                self.assertTrue(entry.find(ATOM + "title").text)
                self.assertRegex(entry.find(ATOM + "updated").text, r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
        self.problem(self.service.get("/feeds/stories/none"), 404)
        self.problem(self.service.get("/feeds/speakers"), 400, "name")

    def test_changes_are_told_and_who_resumes_misses_none(self):
        listening = socket.create_connection(("127.0.0.1", self.service.port), timeout=20)
        listening.sendall(b"GET /api/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
        text = self.read_until(listening, b"id: ")
        self.assertIn(b"Content-Type: text/event-stream", text)
        added = self.service.add(REPORT + "Events.\n")
        text = self.read_until(listening, b'"id":"' + added["id"].encode())
        self.assertIn(b"event: report\ndata: {", text)
        # The story is compared without being asked for, and what came out of it is told.
        text += self.read_until(listening, b"event: finding\ndata: {")
        listening.close()
        # Another program's change is told too, also to one who comes later.
        last = text.split(b"id: ")[1].split(b"\n")[0]
        with tempfile.NamedTemporaryFile("w", suffix=".txt") as report:
            report.write(REPORT + "By another program.\n")
            report.flush()
            subprocess.run([PROGRAM, "add", "--store", self.service.store, report.name], check=True, stdout=subprocess.DEVNULL)
            name = pathlib.Path(report.name).stem.encode()
        with socket.create_connection(("127.0.0.1", self.service.port), timeout=20) as later:
            later.sendall(b"GET /api/events HTTP/1.1\r\nHost: localhost\r\nLast-Event-ID: " + last + b"\r\n\r\n")
            self.assertIn(b'"id":"' + name, self.read_until(later, name))
        for name in [name.decode(), added["id"]]:
            self.assertEqual(self.service.ask("DELETE", "/api/reports/" + name)[0], 204)

    def read_until(self, connection, wanted):
        text, end = b"", time.monotonic() + 20
        while wanted not in text and time.monotonic() < end:
            text += connection.recv(65536)
        self.assertIn(wanted, text)
        return text

    # -- asked wrongly

    def test_what_is_not_there_is_404(self):
        for path in ["/api/stories/none", "/api/stories/none/findings", "/api/reports/none", "/api", "/api/none", "/feeds/none",
                     f"/api/stories/{self.story}/none", f"/api/stories/{self.story}/findings/1", "/assets/none.js", "/none.php"]:
            self.problem(self.service.get(path), 404)
        self.problem(self.service.ask("POST", "/api/corrections", {"kind": "note", "story": "none", "note": "x"}), 404)

    def test_a_method_that_is_not_offered_is_405(self):
        for method, path, allowed in [("PUT", "/api/reports", "GET, HEAD, POST"), ("POST", "/api/stories", "GET, HEAD"), ("DELETE", "/", "GET, HEAD"),
                                      ("OPTIONS", "/api/reports/x", "GET, HEAD, DELETE"), ("TRACE", "/api/status", "GET, HEAD")]:
            answer = self.service.ask(method, path)
            self.problem(answer, 405)
            self.assertEqual(answer[1]["Allow"], allowed)

    def test_json_that_is_none_is_400_with_its_place(self):
        kind = {"Content-Type": "application/json"}
        post = lambda body: self.service.ask("POST", "/api/reports", body, kind)
        self.problem(post('{"reports": [\n {"text": "x",}]}'), 400, "line 2, column 15")
        self.problem(post(""), 400, "line 1, column 1")
        self.problem(post(b'{"reports": [{"text": "\xff"}]}'), 400, "line 1, column 24")
        self.problem(post("[" * 500_000), 400, "not JSON")
        self.problem(post("{}"), 400, "a list is needed", "/reports")
        self.problem(post("[]"), 400, "not an object", "")
        self.problem(post('{"reports": []}'), 400, "no report", "/reports")
        self.problem(post('{"reports": [{"text": "x"}, {"text": 7}]}'), 400, "not a string", "/reports/1/text")
        self.problem(post('{"reports": [{"title": "x"}]}'), 400, "a report has a text", "/reports/0/text")
        self.problem(post('{"reports": [{"text": " \\n"}]}'), 400, "a report has a text", "/reports/0/text")
        self.problem(post('{"reports": [{"text": "x", "published": "soon"}]}'), 400, "ISO 8601", "/reports/0/published")
        self.problem(post('{"reports": [{"text": "x", "colour": "red"}]}'), 400, "no member", "/reports/0/colour")
        self.problem(post('{"reports": [{"text": "x", "a/b~c": 1}]}'), 400, "no member", "/reports/0/a~1b~0c")
        self.problem(post(json.dumps({"reports": [{"text": "x", "é" * 5000: 1}]})), 400, "no member", "/reports/0/" + "é" * 194 + "…")
        self.problem(post('{"reports": [{"url": "http://x.example/"}]}'), 403, "does not use the network", "/reports/0/url")
        self.problem(self.service.ask("POST", "/api/corrections", '{"kind": "guess"}', kind), 400, "not one of", "/kind")
        self.problem(self.service.ask("POST", "/api/corrections", '{"kind": "note", "x": 1}', kind), 400, "no member", "/x")
        self.problem(self.service.ask("POST", "/api/corrections", '{"kind": "note", "actors": [1]}', kind), 400, "string", "/actors")

    def test_a_form_that_is_no_report_is_refused(self):
        self.problem(self.service.ask("POST", "/api/reports", "x", {"Content-Type": "image/png"}), 415)
        self.problem(self.service.ask("POST", "/api/reports", "x"), 415)
        self.problem(self.service.ask("POST", "/api/corrections", "{}", {"Content-Type": "text/plain"}), 415)
        self.problem(self.service.ask("POST", "/api/reports?published=soon", "x", {"Content-Type": "text/plain"}), 400, "published")

    def test_parameters_are_checked(self):
        for path, says in [("/api/stories?limit=0", "limit"), ("/api/stories?limit=201", "limit"), ("/api/stories?limit=x", "limit"),
                           ("/api/stories?cursor=none", "cursor"), (f"/api/stories/{self.story}/findings?cursor=-1", "cursor"),
                           ("/api/reports?from=soon", "from"), ("/api/reports?to=2031-02-30", "to"), ("/api/reports?colour=red", "colour"),
                           ("/api/reports?limit=1&limit=2", "limit"), ("/api/search?q=a&in=here", "in"), ("/api/search", ""),
                           ("/api/search?q=%22%22", ""), ("/api/ledger?kind=none", "kind"), ("/api/ledger?status=none", "status"), ("/api/status?x=1", "x"),
                           ("/api/events?x=1", "x")]:
            self.problem(self.service.get(path), 400, says)
        self.problem(self.service.get("/api/events", Last_Event_ID="x"), 400, "Last-Event-ID")

    def test_search_takes_any_words(self):
        for words in ["'; DROP TABLE reports; --", "NEAR(a b)", '"open', "a AND", "*", "(", "-talks", "talks OR", "text:talks", "\u202e", "x" * 5000]:
            status, _, answer = self.service.get("/api/search?q=" + urllib.parse.quote(words))
            self.assertIn(status, (200, 400), (words, answer))

    def test_bodies_over_the_limit_are_413(self):
        self.problem(self.service.ask("POST", "/api/reports", "x" * ((1 << 20) + 1), {"Content-Type": "text/plain"}), 413)
        answer = self.service.raw(b"POST /api/reports HTTP/1.1\r\nHost: localhost\r\nContent-Length: 999999999999\r\n\r\n")
        self.assertTrue(answer.startswith(b"HTTP/1.1 413 "), answer[:80])

    def test_paths_lead_nowhere_else(self):
        for path in ["/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/assets/..%2f..%2fetc/passwd", "/assets/%2e%2e/%2e%2e/etc/passwd", "//etc/passwd",
                     "/..%5c..%5cetc%5cpasswd", "/assets/%00", "/file:///etc/passwd", "/etc/passwd"]:
            answer = self.service.raw(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
            self.assertNotIn(b"root:", answer)
            self.assertIn(answer.split(b" ")[1], (b"400", b"404", b"200"), path)

    def test_nothing_asked_becomes_a_header(self):
        for path in ["/api/search?q=x%0d%0aSet-Cookie:%20a=b", "/api/stories/%0d%0aSet-Cookie:%20a=b", "/feeds/speakers?name=%0aSet-Cookie:%20a=b",
                     "/x%0d%0aSet-Cookie:a=b"]:
            status, headers, _ = self.service.get(path)
            self.assertEqual((status, headers["Set-Cookie"]), (400, None), path)
        answer = self.service.raw(b"GET /api/status HTTP/1.1\r\nHost: localhost\r\nOrigin: http://a\r\n Set-Cookie: folded\r\nConnection: close\r\n\r\n")
        self.assertNotIn(b"\nSet-Cookie", answer)

    def test_heads_over_the_limit_are_431(self):
        for head in [b"X: " + b"h" * 40_000, b"\r\n".join(b"X-%d: %s" % (i, b"h" * 50) for i in range(1000)), b"X: " + b"h" * 5_000_000]:
            answer = self.service.raw(b"GET /api/status HTTP/1.1\r\nHost: localhost\r\n" + head + b"\r\n\r\n")
            self.assertTrue(answer == b"" or answer.startswith(b"HTTP/1.1 431 "), answer[:80])
        answer = self.service.raw(b"GET /" + b"a" * 40_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n")
        self.assertTrue(answer.startswith(b"HTTP/1.1 4"), answer[:80])

    def test_slow_clients_are_cut_off(self):
        start = time.monotonic()
        with socket.create_connection(("127.0.0.1", self.service.port)) as connection:
            with self.assertRaises(OSError):
                for _ in range(200):
                    connection.sendall(b"G")
                    time.sleep(0.05)
        self.assertLess(time.monotonic() - start, 8)
        self.assertEqual(self.service.raw(b"GET /api/status HTTP/1.1\r\nHost: loc"), b"")
        self.assertEqual(self.service.raw(b"POST /api/reports HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 9\r\n\r\nabc"), b"")
        self.assertEqual(self.service.get("/api/status")[0], 200)

    def test_other_sites_do_not_reach_it(self):
        self.problem(self.service.get("/api/status", Host="evil.example"), 421)
        self.problem(self.service.get("/", Host="evil.example"), 421)
        self.problem(self.service.get("/api/status", Host="localhost.evil.example:80"), 421)
        body = {"reports": [{"text": REPORT}]}
        for headers in [{"Origin": "http://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "http://127.0.0.1:1"}]:
            self.problem(self.service.ask("POST", "/api/reports", body, headers), 403)
        self.problem(self.service.ask("DELETE", "/api/reports/" + self.report, headers={"Origin": "http://evil.example"}), 403)
        self.assertIsNone(self.service.get("/api/status", Origin="http://evil.example")[1]["Access-Control-Allow-Origin"])


class Rights(unittest.TestCase):
    def test_reading_and_writing_are_apart(self):
        service = Service("--token", TOKEN, "--read-token", READ_TOKEN)
        self.addCleanup(service.stop)
        basic = "Basic " + base64.b64encode(f"any:{READ_TOKEN}".encode()).decode()
        body = {"reports": [{"text": REPORT}]}
        note = {"kind": "note", "note": "x", "story": "none"}
        writes = [("POST", "/api/reports", body, 201), ("DELETE", "/api/reports/none", None, 404), ("POST", "/api/corrections", note, 404),
                  ("DELETE", "/api/corrections/none", None, 404)]
        reads = ["/api/stories", "/api/stories/none", "/api/reports", "/api/search?q=x", "/api/quotes", "/api/ledger", "/api/timeline", "/api/corrections",
                 "/api/status", "/api/events?x=1", "/feeds/search?q=x", "/openapi.json"]
        for token in [None, "Bearer wrong", "Bearer " + TOKEN[:-1], "Basic !", "Bearer"]:
            headers = {"Authorization": token} if token else {}
            for path in reads:
                status, answer_headers, _ = service.ask("GET", path, headers=headers)
                self.assertEqual(status, 401, (token, path))
                self.assertIn("Bearer", answer_headers["WWW-Authenticate"])
            for method, path, content, _ in writes:
                self.assertEqual(service.ask(method, path, content, headers)[0], 401, (token, path))
        for token in ["Bearer " + READ_TOKEN, basic]:
            for path in reads:
                self.assertIn(service.get(path, Authorization=token)[0], (200, 404, 400), path)
            for method, path, content, _ in writes:
                self.assertEqual(service.ask(method, path, content, {"Authorization": token})[0], 403, path)
            self.assertEqual(service.get("/api/status", Authorization=token)[2]["may"], ["read"])
        write = {"Authorization": "Bearer " + TOKEN}
        for method, path, content, expected in writes:
            self.assertEqual(service.ask(method, path, content, write)[0], expected, path)
        self.assertEqual(service.get("/api/status", **write)[2]["may"], ["read", "write"])

    def test_what_others_reach_needs_a_token(self):
        for options in [["--bind", "0.0.0.0"], ["--bind", "::"], ["--bind", "0.0.0.0", "--token", "short"], ["--token", TOKEN, "--read-token", TOKEN]]:
            with tempfile.TemporaryDirectory() as folder:
                store = os.path.join(folder, "s.db")
                run = subprocess.run([PROGRAM, "serve", "--store", store, "--port", "0", *options], capture_output=True, text=True, timeout=60)
                self.assertEqual(run.returncode, 2, options)
                self.assertIn("token", run.stderr)
                self.assertFalse(os.path.exists(store))
        service = Service("--bind", "0.0.0.0", "--token", TOKEN)
        self.addCleanup(service.stop)
        self.assertEqual(service.get("/api/status")[0], 401)
        self.assertEqual(service.get("/api/status", Authorization="Bearer " + TOKEN, Host="news.example")[0], 200)


class Running(unittest.TestCase):
    def test_ten_thousand_idle_connections_do_not_stop_it(self):
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
        self.addCleanup(resource.setrlimit, resource.RLIMIT_NOFILE, (soft, hard))
        service = Service("--patience", "600")
        self.addCleanup(service.stop)
        idle = []
        self.addCleanup(lambda: [connection.close() for connection in idle])
        for number in range(min(10_000, hard - 200)):
            connection = socket.create_connection(("127.0.0.1", service.port), timeout=10)
            if number % 2:
                connection.sendall(b"GET /api/status HTTP/1.1\r\nHost: lo")
            idle.append(connection)
        times = []
        for _ in range(20):
            start = time.monotonic()
            self.assertEqual(service.get("/api/status")[0], 200)
            times.append(time.monotonic() - start)
        self.assertEqual(service.add()["outcome"], "added")
        self.assertLess(sorted(times)[10], 1)

    def test_few_files_are_enough(self):
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        service = None
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (200, hard))
            run = f"ulimit -Hn 200; exec {PROGRAM} serve --store $0 --port 0 --patience 600"
            with tempfile.TemporaryDirectory() as folder:
                process = subprocess.Popen(["bash", "-c", run, os.path.join(folder, "s.db")], stdout=subprocess.PIPE, text=True)
                resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
                port = int(process.stdout.readline().rsplit(":", 1)[1].rstrip("/\n"))
                idle = [socket.create_connection(("127.0.0.1", port), timeout=10) for _ in range(400)]
                connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
                connection.request("GET", "/api/status")
                self.assertEqual(connection.getresponse().status, 200)
                connection.close()
                for item in idle:
                    item.close()
                process.terminate()
                self.assertEqual(process.wait(timeout=30), 0)
                process.stdout.close()
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))

    def test_a_full_disk_loses_nothing(self):
        with tempfile.TemporaryDirectory() as folder:
            if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "none", folder], capture_output=True, check=False).returncode != 0:
                self.skipTest("no right to mount a small disk")
            try:
                service = Service(store=os.path.join(folder, "s.db"))
                added = 0
                for number in range(100):
                    text = REPORT + " ".join(f"Weir {number} of {word} opened." for word in range(2000))
                    status, headers, answer = service.ask("POST", "/api/reports", {"reports": [{"text": text}]})
                    if status != 201:
                        break
                    added += 1
                self.assertEqual((status, headers["Content-Type"]), (507, "application/problem+json"), answer)
                self.assertNotIn(folder, answer["detail"])
                self.assertEqual(service.get("/api/reports")[2]["total"], added)
                self.assertGreater(added, 0)
                self.assertEqual(service.stop(), 0)
            finally:
                subprocess.run(["umount", folder], check=True)

    def test_reports_are_read_from_addresses(self):
        page = b"<html><head><title>Weir opens</title></head><body><article><h1>Weir opens</h1>" + \
               b"<p>The new weir on the Dune river opened on Monday after nine years of work, the mayor said.</p>" * 3 + b"</article></body></html>"

        class Site(http.server.BaseHTTPRequestHandler):
            def log_message(self, *_):
                pass

            def do_GET(self):
                self.send_response(200 if self.path == "/weir" else 404)
                self.send_header("Content-Length", str(len(page)))
                self.end_headers()
                self.wfile.write(page)

        site = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
        threading.Thread(target=site.serve_forever, daemon=True).start()
        self.addCleanup(site.server_close)
        self.addCleanup(site.shutdown)
        root = f"http://127.0.0.1:{site.server_address[1]}"
        service = Service("--allow-private")
        self.addCleanup(service.stop)
        added = service.ask("POST", "/api/reports", {"reports": [{"url": root + "/weir"}]})
        self.assertEqual(added[0], 201, added[2])
        report = service.get("/api/reports/" + urllib.parse.quote(added[2]["results"][0]["id"], safe=""))[2]
        self.assertEqual((report["url"], report["title"]), (root + "/weir", "Weir opens"))
        for url, status in [(root + "/none", 502), ("file:///etc/passwd", 400), ("ftp://x.example/", 400), ("http://", 400)]:
            answer = service.ask("POST", "/api/reports", {"reports": [{"url": url}]})
            self.assertEqual((answer[0], answer[2]["pointer"]), (status, "/reports/0/url"), answer[2])
        careful = Service()
        self.addCleanup(careful.stop)
        self.assertEqual(careful.ask("POST", "/api/reports", {"reports": [{"url": root + "/weir"}]})[0], 502)

    def test_it_stops_and_what_was_added_is_there(self):
        with tempfile.TemporaryDirectory() as folder:
            store = os.path.join(folder, "s.db")
            service = Service(store=store)
            added = service.add()
            listening = socket.create_connection(("127.0.0.1", service.port), timeout=20)
            listening.sendall(b"GET /api/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
            listening.recv(1000)
            self.assertEqual(service.stop(), 0)
            listening.close()
            again = Service(store=store)
            self.assertEqual(again.get("/api/reports/" + added["id"])[0], 200)
            self.assertEqual(again.stop(), 0)

    def test_it_says_why_it_does_not_start(self):
        service = Service()
        self.addCleanup(service.stop)
        with tempfile.TemporaryDirectory() as folder:
            not_a_store = os.path.join(folder, "x.db")
            pathlib.Path(not_a_store).write_text("no store " * 1000, encoding="utf-8")
            for options, code, says in [(["--port", str(service.port)], 1, "another program listens there"), (["--bind", "192.0.2.1", "--token", TOKEN], 1, "192.0.2.1"),
                                        (["--bind", "example.org", "--token", TOKEN], 1, "not an IP address"), (["--port", "70000"], 2, "port"),
                                        (["--port", "0", "--store", not_a_store], 3, not_a_store), (["--port", "0", "--store", folder + "/none/s.db"], 3, "none")]:
                run = subprocess.run([PROGRAM, "serve", "--store", os.path.join(folder, "s.db"), *options] if "--store" not in options else
                                     [PROGRAM, "serve", *options], capture_output=True, text=True, timeout=60)
                self.assertEqual(run.returncode, code, (options, run.stderr))
                self.assertIn(says, run.stderr)
            self.assertTrue(pathlib.Path(not_a_store).read_text(encoding="utf-8").startswith("no store"))


unittest.main()
