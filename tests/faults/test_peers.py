"""A peer that was let in and sends one message of endless parts; a daemon that aborts: ended, started again, nothing lost.

The unit bounds the daemon's memory (MemoryMax=) and starts it again; here a limit on its data stands in for the first.
"""
import os
import resource
import signal
import socket
import subprocess
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../integration"))
from follower import wait_until_settled  # noqa: E402
from parallax_daemon import PARALLAXD, Daemon, article  # noqa: E402

PARALLAX = os.environ.get("PARALLAX", "parallax")
UNIT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../systemd/parallax.service")
DATA_MAX = 512 << 20
LIMIT_S = 120
with open(PARALLAXD, "rb") as program:
    SANITIZED = b"__asan_init" in program.read()


def limit_data():
    resource.setrlimit(resource.RLIMIT_DATA, (DATA_MAX, DATA_MAX))


def read_until(plain, what):
    found = b""
    while what not in found:
        more = plain.recv(65536)
        assert more, f"cut off before {what}"
        found += more


def zmtp_connection(path):
    """A peer of ZMTP 3.0 without libzmq, that was let in and answered."""
    plain = socket.socket(socket.AF_UNIX)
    plain.settimeout(LIMIT_S)
    plain.connect(path)
    plain.sendall(b"\xff" + bytes(8) + b"\x7f\x03\x00" + b"NULL".ljust(20, b"\0") + bytes(32))
    body = b"\x05READY" + b"\x0bSocket-Type\x00\x00\x00\x06DEALER"
    plain.sendall(b"\x04" + bytes([len(body)]) + body)
    read_until(plain, b"\x05READY")
    plain.sendall(b"\x01\x05HELLO" + b"\x01\x02me" + b"\x00\x00")
    read_until(plain, b"\x02ok")
    return plain


def send_parts(plain, part, count):
    """True: as many as that were taken; False: the daemon had enough."""
    block = part * max(1, (1 << 20) // len(part))
    sent = 0
    try:
        while sent < count:
            plain.sendall(block)
            sent += len(block) // len(part)
    except (BrokenPipeError, ConnectionResetError, socket.timeout):
        return False
    return True


class Peers(unittest.TestCase):
    def setUp(self):
        self.daemon = Daemon(preexec=None if SANITIZED else limit_data)
        self.daemon.start()
        peer = self.daemon.peer()
        self.known = [article(f"before-{i}") for i in range(50)]
        for a in self.known:
            self.assertEqual(peer.ask("PUT", a)[0], "stored")

    def expect_nothing_lost(self):
        """The daemon has ended, or goes on; in either case it is started again, as systemd would."""
        if self.daemon.process.poll() is None:
            self.daemon.kill()
        self.daemon.wait()
        done = subprocess.run([PARALLAX, "check", self.daemon.path("store")], stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stdout)
        self.daemon.start()
        peer = self.daemon.peer()
        for a in self.known:
            self.assertEqual(peer.ask("PUT", a)[0], "duplicate")
        self.assertEqual(peer.ask("PUT", article("after"))[0], "stored")
        self.daemon.__exit__(None)

    def expect_bounded(self, part, count):
        """That many parts would not fit: the peer is cut off, or the daemon ends."""
        plain = zmtp_connection(self.daemon.path("s"))
        self.assertFalse(send_parts(plain, part, count), "all of it was taken")
        plain.close()
        self.expect_nothing_lost()

    @unittest.skipIf(SANITIZED, "its allocator wants more than any limit")
    def test_one_message_of_endless_large_parts(self):
        size = 16 << 20
        self.expect_bounded(b"\x03" + size.to_bytes(8, "big") + bytes(size), 2 * DATA_MAX // size)

    @unittest.skipIf(SANITIZED, "its allocator wants more than any limit")
    def test_one_message_of_endless_empty_parts(self):
        self.expect_bounded(b"\x01\x00", DATA_MAX // 16)

    def test_a_daemon_that_aborts(self):
        peer = self.daemon.peer()
        for i in range(2000):
            peer.send("PUT", article(f"load-{i}"))
        peer.receive()
        self.daemon.kill(signal.SIGABRT)
        self.assertEqual(self.daemon.wait(), -signal.SIGABRT)
        self.expect_nothing_lost()

    def tearDown(self):
        if self.daemon.process.poll() is None:
            self.daemon.kill()
            self.daemon.wait()


FEW_DESCRIPTORS = 100


def limit_descriptors():
    resource.setrlimit(resource.RLIMIT_NOFILE, (FEW_DESCRIPTORS, FEW_DESCRIPTORS))


class Descriptors(unittest.TestCase):
    def connect_many(self, daemon, count):
        """Plain connections; that one is made does not say that it was accepted."""
        made = []
        for _ in range(count):
            one = socket.socket(socket.AF_UNIX)
            self.addCleanup(one.close)
            one.connect(daemon.path("s"))
            made.append(one)
        return made

    def test_out_of_descriptors_new_ones_are_turned_away_and_the_old_served(self):
        with Daemon(preexec=limit_descriptors) as daemon:
            old = daemon.peer()
            self.assertEqual(old.ask("PUT", article("before"))[0], "stored")
            plain = self.connect_many(daemon, 3 * FEW_DESCRIPTORS)
            for i in range(100):
                self.assertEqual(old.ask("PUT", article(f"meanwhile-{i}"))[0], "stored")
            while old.ask("STATUS")[1]["sockets"]["turned_away"] <= FEW_DESCRIPTORS:
                pass  # until the test's limit
            new = daemon.peer()
            asked = new.send("HELLO")
            self.assertTrue(new.quiet(0.5))
            for one in plain:
                one.close()
            self.assertEqual(new.reply(asked)[0], "ok")  # it comes again by itself
            self.assertEqual(old.ask("PUT", article("before"))[0], "duplicate")

    def test_without_descriptors_work_goes_on_when_there_are_some_again(self):
        with Daemon(preexec=limit_descriptors, workers_paused="no") as daemon:
            old = daemon.peer()
            plain = self.connect_many(daemon, 3 * FEW_DESCRIPTORS)
            self.assertEqual(old.ask("PUT", article("meanwhile"))[0], "stored")
            for one in plain:
                one.close()
            wait_until_settled(old)
            self.assertEqual(old.ask("DEAD", {"do": "list"})[1], [])


class Unit(unittest.TestCase):
    def test_the_unit_bounds_the_memory_and_starts_it_again(self):
        with open(UNIT, encoding="utf-8") as unit:
            lines = unit.read().splitlines()
        self.assertTrue(any(line.startswith("MemoryMax=") for line in lines))
        self.assertIn("Restart=on-failure", lines)


if __name__ == "__main__":
    unittest.main(verbosity=2)
