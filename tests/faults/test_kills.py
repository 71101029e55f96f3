"""kill -9 of the daemon at random under load: what it acknowledged is there, once, and the feed goes on without a gap.

PARALLAX_KILLS says how many: 100 by default, fewer under a sanitizer, which is also given more time (PARALLAX_SLOWER).
The draw's seed is printed; PARALLAX_SEED repeats it.
"""
import json
import os
import random
import statistics
import subprocess
import sys
import threading
import time
import unittest

import zmq

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../integration"))
from follower import Follower, daemon_state, wait_until_settled  # noqa: E402
from parallax_daemon import Daemon  # noqa: E402
from reports import report  # noqa: E402

PARALLAX = os.environ.get("PARALLAX", "parallax")
KILLS = int(os.environ.get("PARALLAX_KILLS", "100"))
SEED = int(os.environ.get("PARALLAX_SEED", str(random.SystemRandom().randrange(1 << 30))))
IN_FLIGHT = 32
READY_S = 1.0


class Load:
    """Publishes without end, a window at a time, and remembers what was acknowledged: {id: number}."""

    def __init__(self, daemon, draw):
        self.context, self.endpoint = zmq.Context(), daemon.settings["endpoint"]
        self.draw, self.next, self.acknowledged, self.fault = draw, 0, {}, None
        self.again = []  # what was under way when the daemon died

    def article(self, n):
        return report(n // 4, n % 4)

    def run(self, some):
        """In a thread: until the daemon is gone. `some` is set after the first acknowledgement."""
        socket = self.context.socket(zmq.DEALER)
        socket.linger = 0
        socket.connect(self.endpoint)
        under_way = {}
        self.stop = False
        try:
            while not self.stop:
                while len(under_way) < IN_FLIGHT:
                    n = self.again.pop() if self.again else self.next
                    self.next += n == self.next
                    under_way[n] = True
                    socket.send_multipart([b"PUT", str(n).encode(), json.dumps(self.article(n)).encode()])
                if not socket.poll(20):
                    continue
                ident, status, body = socket.recv_multipart()
                if status == b"full":
                    self.again.append(int(ident))
                    time.sleep(json.loads(body)["retry_ms"] / 10000)
                else:
                    self.take(int(ident), status.decode(), json.loads(body))
                del under_way[int(ident)]
                some.set()
        except Exception as e:  # the test's thread must hear of it
            self.fault = e
        finally:
            self.again += list(under_way)
            socket.close()
            some.set()

    def take(self, n, status, body):
        if status not in ("stored", "duplicate"):
            raise AssertionError(f"article {n}: {status} {body}")
        before = self.acknowledged.get(body["id"])
        if before not in (None, body["number"]):
            raise AssertionError(f"article {n} is number {body['number']} and was {before}")
        self.acknowledged[body["id"]] = body["number"]


class Kills(unittest.TestCase):
    def read_feed(self, daemon, known, follower):
        """Reads the feed again from its start: what was read before must come again, byte for byte."""
        reader = daemon.subscriber()
        status, body = reader.open(**{"from": 1, "credit": 10000000})
        self.assertEqual(status, "ok", body)
        number = 0
        while True:
            frames = reader.receive()
            if frames[1] == b"live":
                break
            self.assertEqual(frames[1], b"item")
            number += 1
            self.assertEqual(int(frames[2]), number)
            if number <= len(known):
                self.assertEqual(frames[4], known[number - 1])
            else:
                known.append(frames[4])
                follower.apply(number, json.loads(frames[4]))
        self.assertGreaterEqual(number, len(known), "the feed became shorter")
        reader.close()
        daemon.peers.remove(reader)

    def check_store(self, daemon):
        done = subprocess.run([PARALLAX, "check", daemon.path("store")], stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stdout)

    def published(self, peer, article):
        """What is answered as soon as the daemon, which works off what it has, is not full."""
        while True:
            status, body = peer.ask("PUT", article)
            if status != "full":
                return status, body
            time.sleep(body["retry_ms"] / 1000)

    def check_acknowledged(self, daemon, load, draw):
        """Each is there under its number; some are published again, and are duplicates."""
        peer = daemon.peer()
        for ident in draw.sample(sorted(load.acknowledged), min(20, len(load.acknowledged))):
            status, body = peer.ask("ARTICLE", {"id": ident})
            self.assertEqual(status, "ok", ident)
            self.assertEqual(body["number"], load.acknowledged[ident])
            _, event, _, outlet = ident.split("-")
            status, body = self.published(peer, load.article(4 * int(event) + int(outlet)))
            self.assertEqual((status, body["number"]), ("duplicate", load.acknowledged[ident]))
        peer.close()
        daemon.peers.remove(peer)

    def test_nothing_acknowledged_is_lost(self):
        draw = random.Random(SEED)
        print(f"seed {SEED}, {KILLS} kills", flush=True)
        daemon = Daemon(workers_paused="no", store_bytes="2G", jobs_high="400", jobs_low="200", expect_status=-9)
        load, known, follower, starts = Load(daemon, draw), [], Follower(), []
        try:
            for n in range(KILLS):
                started = time.monotonic()
                daemon.start()
                starts.append(time.monotonic() - started)
                if n % 10 == 9:
                    self.read_feed(daemon, known, follower)
                    self.check_acknowledged(daemon, load, draw)
                some = threading.Event()
                thread = threading.Thread(target=load.run, args=(some,))
                thread.start()
                some.wait(60)
                # The one wait for a time: a kill must come at a moment that nobody chose.
                time.sleep(draw.random() * 0.4)
                daemon.kill()
                daemon.wait()
                load.stop = True
                thread.join()
                if load.fault:
                    raise load.fault
                self.check_store(daemon)
            self.finish(daemon, load, known, follower)
        finally:
            if daemon.process and daemon.process.poll() is None:
                daemon.kill()
            daemon.__exit__(None if sys.exc_info()[0] is None else sys.exc_info()[0])
            load.context.term()
        # The median: a single start may meet a machine that is busy with something else.
        print(f"{len(load.acknowledged)} acknowledged, {len(known)} in the feed, start median "
              f"{statistics.median(starts):.2f} s, slowest {max(starts):.2f} s")
        self.assertLess(statistics.median(starts), READY_S * float(os.environ.get("PARALLAX_SLOWER", "1")))

    def finish(self, daemon, load, known, follower):
        """All is worked off; then each acknowledged article has one result, and the feed adds up."""
        daemon.start()
        peer = daemon.peer()
        wait_until_settled(peer)
        numbers = set()
        for ident, number in load.acknowledged.items():
            status, body = peer.ask("ARTICLE", {"id": ident})
            self.assertEqual((status, body["number"]), ("ok", number))
            self.assertIsNotNone(body.get("extraction"), ident)
            self.assertNotIn(number, numbers)
            numbers.add(number)
        self.read_feed(daemon, known, follower)
        self.assertEqual(follower.events, daemon_state(peer))
        daemon.kill()
        daemon.wait()
        self.check_store(daemon)


if __name__ == "__main__":
    unittest.main()
