"""Syncs that fail once, or take their time: nothing is acknowledged that is not on the disk, and the loop never waits."""
import os
import sys
import time
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../integration"))
from parallax_daemon import Daemon, Timeout, article  # noqa: E402

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

    def test_killed_between_commit_and_acknowledgement(self):
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


if __name__ == "__main__":
    unittest.main()
