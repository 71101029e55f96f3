"""Input that is no article: told by its file and line, and the next one goes through; help and exit codes."""
import json
import os
import re
import subprocess
import tempfile
import unittest

from follower import wait_until_settled
from parallax_daemon import Daemon
from reports import report

PARALLAX = os.environ["PARALLAX"]
with open(PARALLAX, "rb") as program:
    SANITIZED = re.search(b"__[at]san_init", program.read()) is not None
VERBS = ["extract", "compare", "publish", "subscribe", "events", "show", "article", "why", "status", "dead", "check"]

BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\n\t\n",
    "binary.bin": bytes(range(256)) * 64,
    "image.txt": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + os.urandom(4096),
    "truncated.txt": "A ferry ran aground off Vik and a “quotation".encode()[:-9] + b"\xe2\x80",
    "error.html": b"<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1><hr>nginx</body></html>",
    "deep.json": b"[" * 100000,
    "deep.html": b"<div>" * 200000 + b"<p>A ferry ran aground off Vik.",
    "entities.html": b"<p>" + b"&amp;" * 200000,
    "attribute.html": b"<p title='" + b"x" * 3000000 + b"'>A ferry ran aground.",
    "half.json": b'{"source": "s", "text": "A',
}


class BadInput(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        for name, data in BAD.items():
            with open(os.path.join(self.folder, name), "wb") as f:
                f.write(data)
        with open(os.path.join(self.folder, "z-good.json"), "w", encoding="utf-8") as f:
            json.dump(report(1, 1), f)
        self.paths = [os.path.join(self.folder, n) for n in [*BAD, "z-good.json"]]

    def run_parallax(self, *words, **more):
        return subprocess.run([PARALLAX, *words], capture_output=True, text=True, timeout=120, check=False, **more)

    def test_extract_and_compare_go_on_behind_it(self):
        for verb in ("extract", "compare"):
            done = self.run_parallax(verb, "--json", *self.paths)
            self.assertIn(done.returncode, (0, 4), done.stderr)
            self.assertIn(report(1, 1)["id"], done.stdout)
            for line in done.stdout.splitlines():
                json.loads(line)
            self.assertIn("half.json", done.stderr)

    def test_a_line_without_end_is_told_by_its_number_and_takes_no_memory(self):
        good = json.dumps(report(1, 1)).encode()
        for verb in ("extract", "compare"):
            asked = subprocess.Popen([PARALLAX, verb, "--json"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                     stderr=subprocess.PIPE)
            asked.stdin.write(good + b"\n")
            for _ in range(400):
                asked.stdin.write(b"x" * (1 << 20))
            asked.stdin.flush()
            with open(f"/proc/{asked.pid}/status", encoding="ascii") as status:
                peak = int(re.search(r"VmHWM:\s+(\d+) kB", status.read())[1])
            out, errors = asked.communicate(b"\n\n" + good, timeout=120)
            self.assertEqual(asked.returncode, 4)
            self.assertEqual(errors.decode(), "parallax: -:2: expected a line of at most 8 MiB, found a longer one\n")
            self.assertEqual(out.count(report(1, 1)["id"].encode()) > 0, True)
            if not SANITIZED:
                self.assertLess(peak, 200 << 10)

    def test_a_file_that_is_no_article_is_told_to_be_other_or_refused(self):
        for name in ("error.html", "binary.bin", "image.txt", "empty.txt", "blank.txt"):
            done = self.run_parallax("extract", "--json", os.path.join(self.folder, name))
            if done.returncode == 0:
                found = json.loads(done.stdout)
                self.assertEqual((found["kind"], found["quotes"], found["acts"]), ("other", [], []), name)

    def test_the_daemon_goes_on_behind_it(self):
        with Daemon(workers_paused="no") as daemon:
            done = self.run_parallax("publish", "--endpoint", daemon.settings["endpoint"], *self.paths)
            self.assertIn(done.returncode, (0, 4), done.stderr)
            peer = daemon.peer()
            body = wait_until_settled(peer)
            self.assertEqual(body["workers"]["bad_ends"], 0, body["workers"])
            status, found = peer.ask("ARTICLE", {"id": report(1, 1)["id"]})
            self.assertEqual(status, "ok")
            self.assertEqual(found["extraction"]["kind"], "article")


class Words(unittest.TestCase):
    def test_every_verb_has_a_help_with_an_example(self):
        for verb in VERBS:
            done = subprocess.run([PARALLAX, verb, "--help"], capture_output=True, text=True, check=False)
            self.assertEqual(done.returncode, 0, verb)
            self.assertIn("Example", done.stdout, verb)
            self.assertIn(f"parallax {verb}", done.stdout)
            self.assertLessEqual(max(map(len, done.stdout.splitlines())), 84, verb)

    def test_exit_codes_are_the_contracts(self):
        def code(*words):
            return subprocess.run([PARALLAX, *words], capture_output=True, check=False).returncode
        self.assertEqual(code("--version"), 0)
        self.assertEqual(code(), 2)
        self.assertEqual(code("nosuchverb"), 2)
        self.assertEqual(code("extract", "--nosuchoption"), 2)
        self.assertEqual(code("status", "--endpoint", "ipc:///nonexistent/socket"), 3)
        self.assertEqual(code("extract", "/nonexistent/file"), 1)
        self.assertEqual(code("check", "/nonexistent/store"), 1)


if __name__ == "__main__":
    unittest.main()
