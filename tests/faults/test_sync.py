"""Syncs that fail once, or take their time: nothing is acknowledged that is not on the disk, and the loop never waits.

And a clock that steps: leases are by monotonic time, and what comes later has the higher number.
"""
import os
import signal
import sys
import time
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../integration"))
from follower import Follower, daemon_state, wait_until_settled  # noqa: E402
from parallax_daemon import Daemon, Timeout, article  # noqa: E402
from reports import report  # noqa: E402

PRELOAD = os.environ.get("SYNC_FAULT")


def touch(daemon, name):
    open(daemon.path(name), "wb").close()


@unittest.skipUnless(PRELOAD, "a sanitizer must be the first library")
class Syncs(unittest.TestCase):
    def daemon(self, **settings):
        daemon = Daemon(environment={"LD_PRELOAD": PRELOAD, "WATCHDOG_USEC": "4000000"}, **settings)
        daemon.environment["PARALLAX_SYNC_FAULT"] = daemon.directory
        return daemon

    def test_a_failed_sync_is_no_acknowledgement_and_a_new_start(self):
        with self.daemon() as daemon:
            peer = daemon.peer()
            kept = peer.ask("PUT", article("before"))[1]
            touch(daemon, "eio")
            try:
                status, _ = peer.reply(peer.send("PUT", article("unlucky")), 5)
                self.assertEqual(status, "error")
            except Timeout:
                pass
            self.assertEqual(daemon.wait(), 1)
            self.assertFalse(os.path.exists(daemon.path("eio")))
            self.assertIn("cannot be written any more", daemon.log_text())
            daemon.start()
            after = daemon.peer()
            self.assertEqual(after.ask("PUT", article("before")), ("duplicate", kept))
            self.assertIn(after.ask("PUT", article("unlucky"))[0], ("stored", "duplicate"))

    def test_a_slow_sync_is_latency_and_nothing_else(self):
        with self.daemon() as daemon:
            peer, other = daemon.peer(), daemon.peer()
            touch(daemon, "slow")
            begun = time.monotonic()
            ident = peer.send("PUT", article("slow"))
            while not peer.socket.poll(0):
                asked = time.monotonic()
                self.assertEqual(other.ask("HELLO")[0], "ok")
                self.assertEqual(other.ask("STATUS")[0], "ok")
                self.assertLess(time.monotonic() - asked, 1)
                daemon.wait_notify("WATCHDOG=1")
            self.assertEqual(peer.reply(ident)[0], "stored")
            self.assertGreaterEqual(time.monotonic() - begun, 4.9)
            os.unlink(daemon.path("slow"))

    def test_killed_before_a_commit_is_through(self):
        with self.daemon() as daemon:
            peer = daemon.peer()
            touch(daemon, "slow")
            peer.send("PUT", article("retried"))
            daemon.wait_notify("WATCHDOG=1")
            daemon.kill()
            daemon.wait()
            os.unlink(daemon.path("slow"))
            daemon.start()
            again = daemon.peer()
            status, body = again.ask("PUT", article("retried"))
            self.assertIn(status, ("stored", "duplicate"))
            self.assertEqual(again.ask("PUT", article("retried")), ("duplicate", body))

    def test_killed_between_commit_and_acknowledgement(self):
        with self.daemon() as daemon:
            peer = daemon.peer()
            number = peer.ask("PUT", article("before"))[1]["number"]
            touch(daemon, "committed")
            ident = peer.send("PUT", article("retried"))
            self.assertEqual(daemon.wait(), -signal.SIGKILL)
            self.assertFalse(os.path.exists(daemon.path("committed")))
            with self.assertRaises(Timeout):
                peer.reply(ident, 0.2)
            daemon.start()
            self.assertEqual(daemon.peer().ask("PUT", article("retried")),
                             ("duplicate", {"number": number + 1, "id": "retried"}))

    def test_a_clock_that_steps(self):
        with self.daemon(worker_attempt="20s", worker_attempts="60s", workers_paused="no") as daemon:
            peer, numbers, times = daemon.peer(), [], []
            for n, name in enumerate((None, "ahead", "behind", None)):
                for other in ("ahead", "behind"):
                    if os.path.exists(daemon.path(other)):
                        os.unlink(daemon.path(other))
                if name:
                    touch(daemon, name)
                numbers += [peer.ask("PUT", report(10 * n + i, 0))[1]["number"] for i in range(10)]
                wait_until_settled(peer)
            self.assertEqual(numbers, list(range(1, 41)))
            body = peer.ask("STATUS")[1]
            self.assertEqual((body["jobs"]["extract"]["retries"], body["workers"]["bad_ends"]), (0, 0))
            reader, follower = daemon.subscriber(), Follower()
            reader.open(**{"from": 1, "credit": 1000})
            for _, number, _, item in reader.items_until_live():
                follower.apply(number, item)
                times.append(item["time"])
            self.assertEqual(follower.events, daemon_state(peer))
            self.assertNotEqual(times, sorted(times), "the clock did not step")


if __name__ == "__main__":
    unittest.main()
