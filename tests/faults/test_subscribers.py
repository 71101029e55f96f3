"""A thousand subscribers that stopped: the feed goes on for the others, memory stays bounded, each resumes without a gap.

That they cost the others no rate is measured in tests/unit/daemon/loop/test_feed.c, by processor time.
"""
import os
import re
import resource
import signal
import subprocess
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "../integration"))
from follower import Follower, daemon_state, wait_until_settled  # noqa: E402
from parallax_daemon import PARALLAXD, Daemon  # noqa: E402
from reports import report  # noqa: E402

STOPPED = 1000
EVENTS, OUTLETS = 150, 3
DESCRIPTORS = 4 * STOPPED
MEMORY_MAX = 512 << 20
with open(PARALLAXD, "rb") as program:
    SANITIZED = re.search(b"__[at]san_init", program.read()) is not None


def raise_limit():
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


class Crowd:
    """tests/faults/crowd.py as a process."""

    def __init__(self, url):
        self.process = subprocess.Popen([sys.executable, os.path.join(HERE, "crowd.py"), url, str(STOPPED)],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, preexec_fn=raise_limit)
        assert self.process.stdout.readline() == "opened\n"

    def stop(self):
        self.process.send_signal(signal.SIGSTOP)

    def go_on(self, last):
        self.process.send_signal(signal.SIGCONT)
        self.process.stdin.write(f"read {last}\n")
        self.process.stdin.flush()
        return self.process.stdout.readline()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.communicate()


def resident_peak(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        return int(re.search(r"VmHWM:\s+(\d+) kB", status.read())[1]) << 10


@unittest.skipIf(resource.getrlimit(resource.RLIMIT_NOFILE)[1] < DESCRIPTORS, f"needs {DESCRIPTORS} descriptors")
class Stopped(unittest.TestCase):
    def test_a_thousand_that_stopped(self):
        with Daemon(workers_paused="no", preexec=raise_limit) as daemon, Crowd(f"ipc://{daemon.path('feed')}") as crowd:
            crowd.stop()
            peer, reader, follower = daemon.peer(), daemon.subscriber(), Follower()
            reader.open(**{"from": 1, "credit": 1000000})
            waiting = [peer.send("PUT", report(n, k)) for n in range(EVENTS) for k in range(OUTLETS)]
            for ident in waiting:
                self.assertEqual(peer.reply(ident)[0], "stored")
            wait_until_settled(peer)
            state = daemon_state(peer)
            while follower.events != state:
                kind, number, _, item = reader.next()
                if kind == "item":
                    follower.apply(number, item)
            feed = peer.ask("STATUS")[1]["feed"]
            self.assertEqual(feed["subscriptions"], STOPPED + 1)
            self.assertEqual(feed["blocked"], STOPPED)
            if not SANITIZED:
                self.assertLess(resident_peak(daemon.process.pid), MEMORY_MAX)
            print(f"{follower.last} entries, {resident_peak(daemon.process.pid) >> 20} MB")
            self.assertEqual(crowd.go_on(follower.last), "read\n")


if __name__ == "__main__":
    unittest.main()
