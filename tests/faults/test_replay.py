"""Timing decides how many versions there are, never what the last one says: one log, taken in at different paces, with kills.

The draw's seed is printed; PARALLAX_SEED repeats it.
"""
import os
import random
import signal
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../integration"))
from follower import Follower, daemon_state, wait_until_settled  # noqa: E402
from parallax_daemon import Daemon  # noqa: E402
from reports import report  # noqa: E402

SEED = int(os.environ.get("PARALLAX_SEED", str(random.SystemRandom().randrange(1 << 30))))


def history(draw, n):
    """A log: new articles, new versions (some about another event), retractions, revivals."""
    log, alive, gone = [], [], []
    for k in range(n):
        kind = draw.random()
        if kind < 0.6 or len(alive) < 3:
            a = report(draw.randrange(6), k)
            alive.append(a)
        elif kind < 0.75:
            old = alive.pop(draw.randrange(len(alive)))
            a = dict(old, text=old["text"] + f"\n\nUpdated, {k}.")
            alive.append(a)
        elif kind < 0.83:
            old = alive.pop(draw.randrange(len(alive)))
            a = dict(old, text=report(draw.randrange(6), k)["text"])
            alive.append(a)
        elif kind < 0.95 or not gone:
            old = alive.pop(draw.randrange(len(alive)))
            gone.append(old)
            a = {"id": old["id"], "source": old["source"], "meta": {"status": "canceled"}}
        else:
            a = gone.pop(draw.randrange(len(gone)))
            alive.append(a)
        log.append(a)
    return log


def picture(daemon, test):
    """What is shown of every event; and what who follows the feed believes must be the same events."""
    peer, reader, follower = daemon.peer(), daemon.subscriber(), Follower()
    wait_until_settled(peer)
    state = daemon_state(peer)
    reader.open(**{"from": 1, "credit": 1000000})
    for _, number, _, item in reader.items_until_live():
        follower.apply(number, item)
    test.assertEqual(follower.events, state)
    return {name: peer.ask("SHOW", {"event": name})[1] for name in state}


class Replay(unittest.TestCase):
    def setUp(self):
        self.draw = random.Random(SEED)
        print(f"PARALLAX_SEED={SEED}", flush=True)

    def put(self, peer, entry):
        status, body = peer.ask("PUT", entry)
        self.assertIn(status, ("stored", "version", "retracted", "duplicate"), body)

    def at_once(self, log):
        with Daemon(workers_paused="no") as daemon:
            peer = daemon.peer()
            for entry in log:
                self.put(peer, entry)
            return picture(daemon, self)

    def step_by_step(self, log):
        with Daemon(workers_paused="no", workers="1") as daemon:
            peer = daemon.peer()
            for entry in log:
                self.put(peer, entry)
                if self.draw.random() < 0.5:
                    wait_until_settled(peer)
            return picture(daemon, self)

    def with_kills(self, log):
        with Daemon(workers_paused="no") as daemon:
            peer = daemon.peer()
            for k, entry in enumerate(log):
                self.put(peer, entry)
                if k % 20 == 19:
                    daemon.kill(signal.SIGKILL)
                    daemon.wait()
                    daemon.start()
                    # The old connection may not know yet that it is none, and would swallow a request.
                    peer = daemon.peer()
            return picture(daemon, self)

    def test_one_log_is_one_picture(self):
        log = history(self.draw, 120)
        expected = self.at_once(log)
        self.assertTrue(expected)
        self.assertEqual(self.step_by_step(log), expected)
        self.assertEqual(self.with_kills(log), expected)


if __name__ == "__main__":
    unittest.main()
