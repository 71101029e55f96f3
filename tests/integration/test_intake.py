"""Articles in: ids, versions, duplicates, retractions, batches, and what is refused."""
import json
import unittest

import zmq
from parallax_daemon import Daemon, article


class Intake(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.daemon = Daemon().start()
        cls.peer = cls.daemon.peer()

    @classmethod
    def tearDownClass(cls):
        cls.daemon.__exit__(None)

    def put(self, value, raw=None):
        return self.peer.ask("PUT", value, raw)

    def expect(self, status, value, raw=None):
        found, body = self.put(value, raw)
        self.assertEqual(found, status, body)
        return body

    # ------------------------------------------------------------ hello

    def test_hello_tells_protocol_feed_and_limits(self):
        status, body = self.peer.ask("HELLO")
        self.assertEqual(status, "ok")
        self.assertEqual(body["protocol"], 1)
        self.assertEqual(body["feed"], f"ipc://{self.daemon.path('feed')}")
        self.assertIsNone(body["hints"])
        self.assertEqual(body["limits"]["article_bytes"], 8 << 20)

    def test_a_plain_req_socket_is_answered(self):
        plain = self.daemon.req()
        plain.send_multipart([b"PUT", b"1", json.dumps(article("req-1")).encode()])
        self.assertTrue(plain.poll(10000))
        ident, status, body = plain.recv_multipart()
        self.assertEqual((ident, status), (b"1", b"stored"))
        self.assertEqual(json.loads(body)["id"], "req-1")

    def test_the_request_id_comes_back_as_it_was(self):
        for ident in (b"", b"\x00\xff", b"x" * 64):
            self.peer.send("HELLO", ident=ident)
            self.assertEqual(self.peer.receive()[0], ident)

    # ------------------------------------------------------------ versions

    def test_the_same_again_is_a_duplicate_with_the_same_number(self):
        first = self.expect("stored", article("dup"))
        self.assertEqual(self.expect("duplicate", article("dup")), first)

    def test_a_b_a_makes_three_versions(self):
        numbers = [self.expect(status, article("aba", text=text))["number"]
                   for status, text in (("stored", "One."), ("version", "Two."),
                                        ("version", "One."))]
        self.assertEqual(len(set(numbers)), 3)
        self.assertEqual(numbers, sorted(numbers))

    def test_a_later_time_of_fetching_alone_is_a_duplicate(self):
        self.expect("stored", article("fetched", fetched="2026-05-04T07:30:00Z"))
        self.expect("duplicate", article("fetched", fetched="2026-05-05T07:30:00Z"))

    def test_the_same_id_from_another_source_is_invalid(self):
        self.expect("stored", article("mine", source="One"))
        body = self.expect("invalid", article("mine", source="Two"))
        self.assertEqual(body["error"]["pointer"], "/id")

    def test_an_id_is_made_from_source_and_url_without_fragment(self):
        url = "https://harbour.example/ferry"
        made = self.expect("stored", article(url=url))["id"]
        self.assertEqual(len(made), 32)
        again = self.put(article(url=url + "#comments"))[1]
        self.assertEqual(again["id"], made)

    def test_the_raw_frame_stands_for_the_html(self):
        value = {"source": "S", "id": "raw"}
        self.expect("stored", value, raw=b"<p>Caf\xe9 fire.</p>")
        self.expect("duplicate", value, raw=b"<p>Caf\xe9 fire.</p>")
        self.expect("version", value, raw=b"<p>Another.</p>")

    # ------------------------------------------------------------ retractions

    def retraction(self, **names):
        return {"source": "The Harbour Post", "meta": {"status": "canceled"}, **names}

    def test_retracted_then_revived(self):
        self.expect("stored", article("gone"))
        taken = self.expect("retracted", self.retraction(id="gone"))
        self.assertEqual(self.expect("retracted", self.retraction(id="gone")), taken)
        revived = self.expect("version", article("gone"))
        self.assertGreater(revived["number"], taken["number"])
        self.expect("duplicate", article("gone"))

    def test_a_retraction_by_source_and_url(self):
        url = "https://harbour.example/withdrawn"
        self.expect("stored", article(url=url))
        self.expect("retracted", self.retraction(url=url))

    def test_a_retraction_of_the_unknown_is_invalid(self):
        self.expect("invalid", self.retraction(id="never seen"))

    def test_a_retraction_by_another_source_is_invalid(self):
        self.expect("stored", article("kept"))
        self.expect("invalid", {**self.retraction(id="kept"), "source": "Another"})

    # ------------------------------------------------------------ PUTS

    def puts(self, *lines):
        status, body = self.peer.ask("PUTS", b"\n".join(lines))
        self.assertEqual(status, "ok", body)
        return body

    def test_each_line_stands_alone(self):
        good = json.dumps(article("l1")).encode()
        body = self.puts(good, b"{not json", b"", json.dumps({"source": "x"}).encode(), good)
        self.assertEqual([(e["line"], e["status"]) for e in body],
                         [(1, "stored"), (2, "invalid"), (4, "invalid"), (5, "duplicate")])
        self.assertEqual(body[0]["number"], body[3]["number"])
        self.assertEqual(set(body[0]), {"line", "status", "number", "id", "error"})
        self.assertIsNone(body[0]["error"])
        self.assertIn("pointer", body[1]["error"])

    def test_a_thousand_lines_keep_their_order(self):
        body = self.puts(*(json.dumps(article(f"many-{i}", text=f"Number {i}.")).encode()
                           for i in range(3000)))
        self.assertEqual([e["line"] for e in body], list(range(1, 3001)))
        self.assertEqual([e["id"] for e in body], [f"many-{i}" for i in range(3000)])
        numbers = [e["number"] for e in body]
        self.assertEqual(numbers, sorted(numbers))

    def test_too_many_lines_are_refused_as_a_whole(self):
        status, _ = self.peer.ask("PUTS", b"{}\n" * 10001)
        self.assertEqual(status, "invalid")

    def test_no_lines_give_an_empty_list(self):
        self.assertEqual(self.puts(b""), [])

    def test_a_line_that_is_too_large_is_told_and_the_next_goes_in(self):
        large = json.dumps(article("large", text="x" * (9 << 20))).encode()
        body = self.puts(large, json.dumps(article("behind")).encode())
        self.assertEqual([e["status"] for e in body], ["too-large", "stored"])

    # ------------------------------------------------------------ refusals

    def test_twenty_megabytes_are_too_large(self):
        self.expect("too-large", article("vast", text="x" * (20 << 20)))
        self.expect("too-large", {"source": "S", "id": "vast"}, raw=b"x" * (9 << 20))

    def test_an_unknown_verb_is_named(self):
        self.assertEqual(self.peer.ask("FROB", {})[0], "unknown-verb")
        self.assertEqual(self.peer.ask("OPEN", {})[0], "unknown-verb")

    def test_what_is_no_article_is_invalid(self):
        for value in ({}, [], 1, {"source": "S"}, {"source": "", "text": "x"},
                      {"source": "S", "text": "x", "html": "y"},
                      {"source": "S", "text": "x", "id": ""},
                      {"source": "S", "text": "x", "id": "y" * 257},
                      {"source": "S", "text": "x", "id": "a\nb"},
                      {"source": "S", "text": "x", "published": "yesterday"}):
            with self.subTest(value=value):
                self.assertIn("error", self.expect("invalid", value))

    def test_many_in_flight_are_each_answered_once(self):
        idents = {self.peer.send("PUT", article(f"flight-{i}")): f"flight-{i}"
                  for i in range(2000)}
        for ident, name in idents.items():
            status, body = self.peer.reply(ident)
            self.assertEqual((status, body["id"]), ("stored", name))


class Full(unittest.TestCase):
    def test_full_tells_when_to_try_again(self):
        with Daemon(jobs_high=5, jobs_low=1) as daemon:
            peer = daemon.peer()
            for i in range(5):
                self.assertEqual(peer.ask("PUT", article(f"a{i}"))[0], "stored")
            status, body = peer.ask("PUT", article("one more"))
            self.assertEqual(status, "full")
            self.assertGreater(body["retry_ms"], 0)
            status, body = peer.ask("PUTS", json.dumps(article("x")).encode())
            self.assertEqual(status, "full")

    def test_an_article_gives_the_commit_thread_no_work_beside_its_own(self):
        with Daemon() as daemon:
            peer = daemon.peer()
            for i in range(10):
                self.assertEqual(peer.ask("PUT", article(f"a{i}"))[0], "stored")
            self.assertEqual(peer.ask("STATUS")[1]["commit"]["works"], 10)

    def test_what_was_acknowledged_is_there_after_a_restart(self):
        with Daemon() as daemon:
            number = daemon.peer().ask("PUT", article("kept"))[1]["number"]
            daemon.kill()
            daemon.wait()
            daemon.start()
            self.assertEqual(daemon.peer().ask("PUT", article("kept")),
                             ("duplicate", {"number": number, "id": "kept"}))

    def test_a_peer_that_vanishes_before_its_reply_disturbs_nobody(self):
        with Daemon() as daemon:
            for i in range(50):
                gone = daemon.context.socket(zmq.DEALER)
                gone.linger = -1
                gone.connect(daemon.settings["endpoint"])
                gone.send_multipart([b"PUT", b"1", json.dumps(article(f"v{i}")).encode()])
                gone.close()
            self.assertEqual(daemon.peer().ask("PUT", article("other"))[0], "stored")


if __name__ == "__main__":
    unittest.main()
