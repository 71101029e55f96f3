"""Articles that are analysed again, by the same Parallax and by one that finds something else.

The other one is tests/unit/daemon/loop/fake_worker.c with --behave=deaf: it does not see opening quotation marks.
"""
import json
import os
import stat
import subprocess
import unittest

from follower import daemon_state, wait_until_settled
from parallax_daemon import Daemon
from reports import report

PARALLAX = os.environ["PARALLAX"]
FAKE_WORKER = os.environ["FAKE_WORKER"]
EVENTS, OUTLETS = 3, 4


class ChangingDaemon(Daemon):
    def __init__(self, **settings):
        super().__init__(**{"workers_paused": "no", **settings})
        self.settings["worker"] = self.path("worker")
        self.behave("honest")

    def behave(self, how):
        path = self.path("worker")
        with open(path, "w", encoding="utf-8") as script:
            script.write(f'#!/bin/sh\nexec {FAKE_WORKER} --behave={how} "$@"\n')
        os.chmod(path, stat.S_IRWXU)

    def start_anew(self, how):
        self.kill()
        self.wait()
        self.behave(how)
        self.start()
        return self.peer()

    def parallax(self, *words, status=0):
        done = subprocess.run([PARALLAX, *words], env=dict(os.environ, PARALLAX_ENDPOINT=self.settings["endpoint"]),
                              capture_output=True, text=True, timeout=60)
        assert done.returncode == status, (words, done.returncode, done.stdout, done.stderr)
        return done.stdout

    def feed(self):
        reader = self.subscriber()
        reader.open(**{"from": 1, "credit": 100000})
        return [item for _, _, _, item in reader.items_until_live()]


def comparisons(peer):
    """Every event's, without the version."""
    out = {}
    for name in daemon_state(peer):
        _, out[name] = peer.ask("SHOW", {"event": name})
        del out[name]["version"]
    return out


def members(events):
    """Without their origins: quotations are no copies, and who sees no marks finds copies in them."""
    return {name: [article["id"] for article in c["articles"]] for name, c in events.items()}


class Reprocess(unittest.TestCase):
    def setUp(self):
        self.daemon = ChangingDaemon()
        self.daemon.__enter__()
        self.addCleanup(self.daemon.__exit__, None)
        self.peer = self.daemon.peer()
        for event in range(EVENTS):
            for outlet in range(OUTLETS):
                self.peer.ask("PUT", report(event, outlet))
        wait_until_settled(self.peer)

    def test_the_same_parallax_tells_nothing(self):
        before, told = comparisons(self.peer), len(self.daemon.feed())
        answers = [json.loads(line) for line in self.daemon.parallax("reprocess", "--all", "--json").splitlines()]
        self.assertEqual(sum(a["articles"] for a in answers), EVENTS * OUTLETS)
        wait_until_settled(self.peer)
        self.assertEqual(self.daemon.status()["store"]["articles"], 2 * EVENTS * OUTLETS)
        self.assertEqual(comparisons(self.peer), before)
        self.assertEqual(len(self.daemon.feed()), told)

    def test_another_one_tells_what_differs_once(self):
        before, told = comparisons(self.peer), len(self.daemon.feed())
        self.assertTrue(any(c["quotes"] for c in before.values()))
        self.peer = self.daemon.start_anew("deaf")
        self.daemon.parallax("reprocess", "--all")
        wait_until_settled(self.peer)
        after, news = comparisons(self.peer), self.daemon.feed()[told:]
        self.assertNotEqual([c["quotes"] for c in after.values()], [c["quotes"] for c in before.values()])
        self.assertEqual(members(after), members(before))
        self.assertEqual(len(news), len({item["subject"] for item in news}), "an event was told of in halves")
        for item in news:
            self.assertEqual(item["type"], "event.updated")
            data = item["data"]
            self.assertEqual(data["articles_added"] + data["articles_removed"], [])
            self.assertTrue(any(data["changed"].values()), data)
        self.assertEqual({item["subject"] for item in news}, {name for name, c in before.items() if c != after[name]})
        self.daemon.parallax("reprocess", "--all")
        wait_until_settled(self.peer)
        self.assertEqual(len(self.daemon.feed()), told + len(news))

    def test_one_event_by_its_name(self):
        name = min(comparisons(self.peer))
        self.assertIn(name, self.daemon.parallax("reprocess", name))
        wait_until_settled(self.peer)
        self.assertEqual(self.daemon.status()["store"]["articles"], EVENTS * OUTLETS + OUTLETS)

    def test_what_is_there_not(self):
        self.daemon.parallax("reprocess", "e999", status=1)
        one, other = sorted(comparisons(self.peer))[:2]
        self.assertIn(other, self.daemon.parallax("reprocess", one, "e999", other, status=4))
        self.daemon.parallax("reprocess", status=2)
        self.daemon.parallax("reprocess", "--all", "e1", status=2)


if __name__ == "__main__":
    unittest.main(verbosity=2)
