#!/usr/bin/env python3
"""synoptic fetch and watch against a local server that misbehaves: fetch_test.py PROGRAM"""
import gzip
import http.server
import json
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import xml.etree.ElementTree

PROGRAM = sys.argv.pop(1)
PAGE = b"<html><head><title>T</title></head><body><article><h1>Weir opens</h1>" + \
       b"<p>The new weir on the Dune river opened on Monday after nine years of work, the mayor said.</p>" * 3 + b"</article></body></html>"
FEED = "<rss><channel><title>Dune</title><item><guid>1</guid><title>T{0}</title><description>Text {0}.</description></item></channel></rss>"


class Server(http.server.BaseHTTPRequestHandler):
    hits: dict = {}

    def log_message(self, *_):
        pass

    def answer(self, status=200, body=b"", **headers):
        self.send_response(status)
        headers.setdefault("Content_Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        hit = self.hits[self.path] = self.hits.get(self.path, 0) + 1
        try:
            self.reply(hit)
        except OSError:
            pass

    def reply(self, hit):
        if self.path == "/robots.txt":
            self.answer(body=b"User-agent: synoptic\nDisallow: /closed\n")
        elif self.path == "/slow":
            time.sleep(5)
        elif self.path == "/endless":
            self.send_response(200)
            self.end_headers()
            while True:
                self.wfile.write(b"x" * 65536)
        elif self.path == "/short":
            self.answer(body=PAGE, Content_Length=str(len(PAGE) + 100))
        elif self.path == "/circle":
            self.answer(302, Location="/circle")
        elif self.path == "/file":
            self.answer(302, Location="file:///etc/passwd")
        elif self.path == "/to-closed":
            self.answer(302, Location="/closed")
        elif self.path == "/bomb":
            self.answer(body=gzip.compress(bytes(200 << 20)), Content_Encoding="gzip")
        elif self.path == "/busy" and hit == 1:
            self.answer(429, Retry_After="1")
        elif self.path == "/long-busy":
            self.answer(429, Retry_After="9999")
        elif self.path == "/feed":
            tag = f'"v{hit // 2}"'  # changes every other time
            if self.headers.get("If-None-Match") == tag:
                self.hits["304"] = self.hits.get("304", 0) + 1
                self.send_response(304)
                self.end_headers()
            else:
                self.answer(body=FEED.format(hit // 2).encode(), ETag=tag, Content_Type="application/rss+xml")
        elif self.path == "/latin":
            self.answer(body=PAGE.replace(b"Dune", b"D\xfcne"), Content_Type='text/html; charset="windows-1250"')
        elif self.path == "/still":
            self.answer(body=FEED.format(0).encode())
        elif self.path == "/home":
            self.answer(body=b"<title>Dune</title><link rel=alternate type=application/rss+xml title='A &amp; \"B\"' href=/feed>" + PAGE)
        else:
            self.answer(body=PAGE, Content_Type="text/html")


class FetchTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
        cls.server.daemon_threads = True
        threading.Thread(target=cls.server.serve_forever, daemon=True).start()
        cls.base = f"http://127.0.0.1:{cls.server.server_port}"

    @classmethod
    def tearDownClass(cls):
        cls.server.shutdown()

    def fetch(self, path, *options, private=True):
        allow = ["--allow-private"] if private else []
        return subprocess.run([PROGRAM, "fetch", "--pause", "0", "--timeout", "2", *allow, *options, self.base + path],
                              capture_output=True, text=True, timeout=60, check=False)

    def refused(self, path, why, **options):
        done = self.fetch(path, **options)
        self.assertEqual(done.returncode, 1, path)
        self.assertEqual(done.stdout, "", path)
        self.assertIn(why, done.stderr)
        self.assertEqual(done.stderr.count("\n"), 1, done.stderr)

    def test_a_page_is_a_report(self):
        report = json.loads(self.fetch("/page").stdout)
        self.assertEqual(report["title"], "Weir opens")
        self.assertEqual(report["url"], self.base + "/page")

    def test_the_encoding_is_what_the_server_says(self):
        self.assertIn("D\u00fcne", json.loads(self.fetch("/latin").stdout)["text"])

    def test_feeds_become_one_list(self):
        with tempfile.NamedTemporaryFile("w", suffix=".opml") as opml:
            opml.write('<opml><body><outline text="W" xmlUrl="https://w.example/f"/></body></opml>')
            opml.flush()
            done = subprocess.run([PROGRAM, "feeds", "--allow-private", "--pause", "0", opml.name, self.base + "/home",
                                   self.base + "/still", opml.name, self.base + "/page"], capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
        self.assertIn("/page: names no feed", done.stderr)
        lines = [node.attrib for node in xml.etree.ElementTree.fromstring(done.stdout).iter("outline")]
        self.assertEqual([(line["text"], line["xmlUrl"]) for line in lines],
                         [("W", "https://w.example/f"), ('A & "B"', self.base + "/feed"), ("Dune", self.base + "/still")])

    def test_misbehaviour_is_one_line(self):
        self.refused("/page", "not a public address", private=False)
        self.refused("/closed", "robots.txt")
        self.refused("/to-closed", "robots.txt")
        self.refused("/slow", "not done in 2 seconds")
        self.refused("/endless", "MiB")
        self.refused("/bomb", "over the limit of 32 MiB")
        self.refused("/short", "ends before the length")
        self.refused("/circle", "more than 5 redirects")
        self.refused("/file", "not an http or https address")
        self.refused("/long-busy", "asks to wait 9999 seconds")

    def test_a_busy_server_is_asked_again(self):
        self.assertEqual(self.fetch("/busy").returncode, 0)

    def test_watch_prints_what_is_new(self):
        with tempfile.NamedTemporaryFile("w", suffix=".opml") as opml:
            opml.write(f'<opml><body><outline text="D" xmlUrl="{self.base}/feed"/></body></opml>')
            opml.flush()
            watch = subprocess.Popen([PROGRAM, "watch", "--allow-private", "--pause", "0", "--every", "0.002", opml.name],
                                     stdout=subprocess.PIPE, text=True)
            texts = [json.loads(watch.stdout.readline())["text"] for _ in range(3)]
            watch.kill()
            watch.communicate()
        self.assertEqual(texts, ["Text 0.", "Text 1.", "Text 2."])
        self.assertGreater(Server.hits.get("304", 0), 0)


unittest.main()
