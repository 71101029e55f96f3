"""What hostile peers send: a clear error, nothing lost, and nobody else disturbed."""
import json
import os
import random
import unittest

import zmq
from parallax_daemon import Daemon, article

DEEP = 100000


class Hostile(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.daemon = Daemon().start()
        cls.other = cls.daemon.peer()
        cls.serial = 0

    @classmethod
    def tearDownClass(cls):
        cls.daemon.__exit__(None)

    def tearDown(self):
        """Whatever was sent: the next article goes through."""
        Hostile.serial += 1
        name = f"next-{self.serial}"
        self.assertEqual(self.other.ask("PUT", article(name))[0], "stored")

    def refuse(self, body, verb="PUT", raw=None):
        status, answer = self.daemon.peer().ask(verb, body, raw)
        self.assertEqual(status, "invalid", answer)
        self.assertEqual(set(answer["error"]), {"pointer", "expected", "found"})

    # ------------------------------------------------------------ bodies

    def test_deep_json(self):
        self.refuse(b"[" * DEEP)
        self.refuse(b"[" * DEEP + b"]" * DEEP)
        self.refuse(b'{"source":"s","text":"x","meta":' + b'{"a":' * DEEP + b"1" + b"}" * DEEP + b"}")

    def test_duplicate_keys(self):
        self.refuse(b'{"source":"a","source":"b","text":"x"}')

    def test_invalid_utf8(self):
        for bad in (b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"\xe2\x82"):
            with self.subTest(bad=bad):
                self.refuse(b'{"source":"s","text":"' + bad + b'"}')

    def test_nul(self):
        self.refuse(b'{"source":"s","text":"a\\u0000b"}')
        self.refuse(b'{"source":"s\\u0000","text":"a"}')
        self.refuse(b'{"source":"s",\0"text":"a"}')

    def test_numbers_out_of_range(self):
        for number in (b"1e400", b"-1e400", b"%d" % 2**80, b"1e-400000", b"NaN"):
            with self.subTest(number=number):
                status, _ = self.daemon.peer().ask(
                    "PUT", b'{"source":"s","text":"x","meta":{"n":' + number + b"}}")
                self.assertIn(status, ("invalid", "stored", "duplicate", "version"))
        self.refuse(b'{"source":"s","text":"x","published":1e400}')

    def test_lone_surrogates(self):
        self.refuse(b'{"source":"s","text":"\\ud800"}')

    def test_truncated_and_empty_bodies(self):
        whole = json.dumps(article("truncated")).encode()
        for size in range(0, len(whole), 7):
            self.refuse(whole[:size])

    def test_binary_files(self):
        for seed in range(20):
            self.refuse(random.Random(seed).randbytes(2000))

    def test_an_error_shows_no_control_characters(self):
        status, answer = self.daemon.peer().ask(
            "PUT", json.dumps(article("x", published="\x1b[2J\n\u202e")))
        self.assertEqual(status, "invalid")
        found = answer["error"]["found"]
        self.assertFalse(any(ord(c) < 32 or c == "\u202e" for c in found), found)

    def test_queries_with_nonsense(self):
        peer = self.daemon.peer()
        for verb in ("EVENTS", "SHOW", "ARTICLE", "WHY", "DEAD"):
            for body in (b"[]", b"1", b"{", b"\xff", b"[" * DEEP,
                         b'{"event":"e0","id":"","number":-1,"do":"x","limit":0}',
                         b'{"event":"e99999999999999999999","id":1,"number":"x","do":1,"limit":"y"}',
                         b'{"event":[],"id":{},"number":1e400,"finding":7,"limit":-1}'):
                with self.subTest(verb=verb, body=body[:40]):
                    self.assertEqual(peer.ask(verb, body)[0], "invalid")

    def test_what_does_not_exist_is_not_found(self):
        peer = self.daemon.peer()
        for verb, body in (("SHOW", {"event": "e9999999"}), ("WHY", {"event": 9999999, "finding": "c1"}),
                           ("ARTICLE", {"id": "never"}), ("ARTICLE", {"number": 99999999}),
                           ("DEAD", {"do": "show", "number": 5}), ("DEAD", {"do": "drop", "number": 5}),
                           ("DEAD", {"do": "requeue", "number": 5})):
            with self.subTest(verb=verb, body=body):
                status, answer = peer.ask(verb, body)
                self.assertEqual(status, "not-found", answer)
                self.assertIn("error", answer)

    # ------------------------------------------------------------ frames

    def test_random_frames_on_every_socket(self):
        source = random.Random(7)
        verbs = [b"PUT", b"PUTS", b"HELLO", b"OPEN", b"ACK", b"CREDIT", b"CLOSE", b"", b"\0"]
        for url in (self.daemon.settings["endpoint"], f"ipc://{self.daemon.path('feed')}"):
            peer = self.daemon.context.socket(zmq.DEALER)
            peer.linger = 0
            peer.sndhwm = 0
            peer.connect(url)
            for _ in range(2000):
                frames = [source.randbytes(source.choice((0, 1, 3, 64, 65, 300)))
                          for _ in range(source.randint(1, 12))]
                if source.random() < 0.6:
                    frames[0] = source.choice(verbs)
                peer.send_multipart(frames)
                while peer.poll(0):
                    peer.recv_multipart()
            # Answered in order: when this one is, all before it were taken.
            peer.send_multipart([b"NOTHING", b"last", b""])
            while peer.poll(20000):
                frames = peer.recv_multipart()
                if b"last" in frames:
                    break
            self.assertIn(b"unknown-verb", frames)
            peer.close()

    def test_a_message_of_many_parts_is_refused(self):
        peer = self.daemon.peer()
        peer.socket.send_multipart([b"PUT", b"many"] + [b"x"] * 5000)
        frames = peer.receive()
        self.assertEqual(frames[:2], [b"many", b"invalid"])

    def test_a_request_id_over_its_limit_is_refused(self):
        peer = self.daemon.peer()
        peer.socket.send_multipart([b"HELLO", b"x" * 65, b""])
        self.assertEqual(peer.receive()[1], b"invalid")

    def test_a_hundred_megabytes_cut_their_sender_off_alone(self):
        ended = self.daemon.status()["sockets"]["requests"]["peers_ended"]
        large = self.daemon.context.socket(zmq.DEALER)
        large.linger = 0
        monitor = large.get_monitor_socket(zmq.EVENT_DISCONNECTED)
        large.connect(self.daemon.settings["endpoint"])
        large.send_multipart([b"PUT", b"1", b"x" * (100 << 20)])
        self.assertTrue(monitor.poll(20000), "the sender was not cut off")
        self.assertFalse(large.poll(0))
        large.disable_monitor()
        monitor.close()
        large.close()
        self.assertEqual(self.other.ask("HELLO")[0], "ok")
        self.assertGreater(self.daemon.status()["sockets"]["requests"]["peers_ended"], ended)

    def test_bytes_that_are_no_zmtp(self):
        for seed in range(10):
            plain = self.daemon.raw_connection()
            plain.sendall(random.Random(seed).randbytes(500))
        plain = self.daemon.raw_connection()
        plain.sendall(b"GET / HTTP/1.1\r\n\r\n")

    def test_connections_that_say_nothing(self):
        for _ in range(200):
            self.daemon.raw_connection()

    def test_no_edge_was_lost(self):
        sockets = self.daemon.status()["sockets"]
        self.assertEqual(sockets["requests"]["edges_lost"], 0)
        self.assertEqual(sockets["feed"]["edges_lost"], 0)


class Pipelines(unittest.TestCase):
    def test_a_peer_that_reads_no_replies_does_not_hold_up_others(self):
        with Daemon() as daemon:
            deaf = daemon.context.socket(zmq.DEALER)
            deaf.linger = 0
            deaf.sndhwm = 0
            deaf.rcvhwm = 1
            deaf.connect(daemon.settings["endpoint"])
            daemon.peers.append(deaf)
            for i in range(60000):
                deaf.send_multipart([b"HELLO", os.urandom(64), b""])
            self.assertEqual(daemon.peer().ask("PUT", article("a"))[0], "stored")


if __name__ == "__main__":
    unittest.main()
