"""The command line as scripts use it: what it reads, what it refuses, how it exits."""
import glob
import json
import os
import pty
import subprocess
import unittest

from parallax_daemon import Daemon, article

PARALLAX = os.environ["PARALLAX"]
USAGE, FAILED, PARTLY = 2, 1, 4
REPORTS = sorted(glob.glob(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../data/stockholm/*.txt")))


def run(*words, status=0, shell=False, **more):
    command = " ".join([PARALLAX, *words]) if shell else [PARALLAX, *words]
    done = subprocess.run(["bash", "-c", command] if shell else command, capture_output=True, text=True, timeout=60,
                          **more)
    assert done.returncode == status, (words, done.returncode, done.stdout, done.stderr)
    return done


class WrongUse(unittest.TestCase):
    def test_what_is_no_number_is_wrong_usage(self):
        for words in (["subscribe", "--from", "x"], ["subscribe", "--count", "-1"], ["subscribe", "--count", "0"],
                      ["subscribe", "--filter", "origins=many"], ["show", "e1", "--version", "last"],
                      ["dead", "drop", "all"], ["dead", "mend", "3"], ["dead", "requeue"],
                      ["subscribe", "--from", "3", "--cursor", "desk"]):
            with self.subTest(words=words):
                run(*words, status=USAGE)


class Table(unittest.TestCase):
    def compare(self, width, *words):
        return run("compare", *words, *REPORTS, env=dict(os.environ, COLUMNS=str(width))).stdout

    def test_it_fits_every_width_and_says_the_values_in_words(self):
        for width in (40, 80, 119, 120, 200):
            for words in ([], ["--all"]):
                with self.subTest(width=width, words=words):
                    text = self.compare(width, *words)
                    self.assertLessEqual(max(map(len, text.splitlines())), width)
                    self.assertIn("40 minutes", text)
                    self.assertIn("30 minutes", text)
                    self.assertNotIn("\033", text)

    def test_nothing_is_cut_silently(self):
        self.assertRegex(self.compare(80), r"… and \d+ more: --all shows them")
        self.assertNotRegex(self.compare(80, "--all"), r"… and \d+ more")

    def test_on_a_terminal_there_is_colour_unless_it_is_not_wanted(self):
        for more, wanted in (({}, True), ({"NO_COLOR": "1"}, False)):
            reader, writer = pty.openpty()
            environment = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS")}
            shown = subprocess.Popen([PARALLAX, "compare", *REPORTS], stdout=writer, env=environment | more)
            os.close(writer)
            text = b""
            try:
                while part := os.read(reader, 65536):
                    text += part
            except OSError:  # the terminal has nobody who writes to it any more
                pass
            os.close(reader)
            self.assertEqual(shown.wait(), 0)
            self.assertEqual(b"\033[1m" in text, wanted)


class WithDaemon(unittest.TestCase):
    def setUp(self):
        self.daemon = Daemon(workers_paused="no")
        self.daemon.__enter__()
        self.addCleanup(self.daemon.__exit__, None)
        self.environment = dict(os.environ, PARALLAX_ENDPOINT=self.daemon.settings["endpoint"])

    def parallax(self, *words, **more):
        return run(*words, env=self.environment, **more)

    def test_a_pipe_named_as_a_file_is_read_to_its_end(self):
        path = self.daemon.path("articles.jsonl")
        with open(path, "w") as file:
            for i in range(3):
                file.write(json.dumps(article(f"a-{i}")) + "\n")
        told = self.parallax("publish", f"<(cat {path})", shell=True)
        self.assertIn("3 stored", told.stdout)

    def test_what_is_too_large_is_not_sent_and_the_next_goes_through(self):
        for name, values in (("one.json", article("big", text="x" * (100 << 20))),
                             ("list.json", [article("big", text="x" * (40 << 20)), article("small")]),
                             ("escaped.json", [article("escaped", text="\x01" * (7 << 20)), article("small-2")])):
            path = self.daemon.path(name)
            with open(path, "w") as file:
                json.dump(values, file)
            with self.subTest(name=name):
                told = self.parallax("publish", path, status=FAILED if name == "one.json" else PARTLY)
                self.assertIn("at most 8 MiB", told.stderr)
            os.unlink(path)
        self.assertEqual(self.daemon.status()["store"]["articles"], 2)

    def test_a_follower_goes_on_when_the_daemon_was_started_anew(self):
        for words in (["--from", "1"], ["--cursor", "desk"]):
            with self.subTest(words=words):
                self.publish(f"before-{words[1]}")
                follower = subprocess.Popen([PARALLAX, "subscribe", "--follow", *words], env=self.environment,
                                            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
                self.addCleanup(follower.stdout.close)
                self.addCleanup(follower.wait, 30)
                self.addCleanup(follower.kill)
                seen = []
                while not self.read_until(follower, seen, f"before-{words[1]}"):
                    pass
                self.daemon.kill()
                self.daemon.wait()
                self.daemon.start()
                self.publish(f"after-{words[1]}")
                while not self.read_until(follower, seen, f"after-{words[1]}"):
                    pass
                self.assertEqual(seen, list(range(1, len(seen) + 1)))

    def publish(self, ident):
        peer = self.daemon.peer()
        self.assertEqual(peer.ask("PUT", article(ident))[0], "stored")

    def read_until(self, follower, seen, ident):
        item = json.loads(follower.stdout.readline())
        seen.append(int(item["sequence"]))
        return ident in item["data"]["articles_added"]

    def test_what_an_article_says_does_not_reach_the_terminal_as_it_is(self):
        value = article("escapes", text="One line.\nAnother \x1b[31mred\x1b[0m \u202eone.", title="A \x1b]0;title\x07")
        self.assertEqual(self.daemon.peer().ask("PUT", value)[0], "stored")
        self.parallax("status", "--wait")
        told = self.parallax("article", "escapes").stdout
        self.assertNotIn("\x1b", told)
        self.assertNotIn("\u202e", told)
        self.assertIn("Another", told)


if __name__ == "__main__":
    unittest.main()
