"""From articles to a feed: what a subscriber is told adds up to what the daemon has, and to what `compare` prints."""
import json
import os
import subprocess
import unittest

from follower import Follower, daemon_state, wait_until_settled
from parallax_daemon import Daemon
from reports import report, stream

PARALLAX = os.environ.get("PARALLAX", "parallax")
DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../data/stockholm")


def stockholm():
    out = []
    for name in sorted(os.listdir(DATA)):
        with open(os.path.join(DATA, name), encoding="utf-8") as f:
            out.append({"id": name[:3], "source": "outlet-" + name[:3], "text": f.read()})
    return out


def follow(daemon):
    """A follower that has read the whole feed."""
    reader, follower = daemon.subscriber(), Follower()
    status, body = reader.open(**{"from": 1, "credit": 1000000})
    assert status == "ok", body
    for kind, number, previous, item in reader.items_until_live():
        assert kind == "item", kind
        assert previous == follower.last or follower.last == 0
        follower.apply(number, item)
    return follower


class Story(unittest.TestCase):
    def publish(self, peer, articles):
        waiting = [peer.send("PUT", a) for a in articles]
        for ident in waiting:
            status, body = peer.reply(ident)
            self.assertIn(status, ("stored", "version", "retracted"), body)

    def assert_same_picture(self, daemon, peer):
        self.assertEqual(follow(daemon).events, daemon_state(peer))

    def test_the_five_reports_become_one_event(self):
        with Daemon(workers_paused="no") as daemon:
            peer = daemon.peer()
            self.publish(peer, stockholm())
            wait_until_settled(peer)
            state = daemon_state(peer)
            self.assertEqual([e["articles"] for e in state.values()], [{"000", "001", "002", "003", "004"}])
            self.assert_same_picture(daemon, peer)

    def test_a_subscriber_ends_with_the_daemons_state(self):
        articles = stream(12, 4)
        with Daemon(workers_paused="no") as daemon:
            peer = daemon.peer()
            self.publish(peer, articles[:30])
            wait_until_settled(peer)
            # New versions, some of which belong to another event now; retractions, of founders too; a revival.
            changed = [dict(articles[k], text=report(40 + k, 0)["text"] if k % 2 else articles[k]["text"] + "\n\nUpdated.")
                       for k in range(0, 10)]
            gone = [{"id": a["id"], "source": a["source"], "meta": {"status": "canceled"}} for a in articles[5:15]]
            self.publish(peer, changed + gone)
            self.publish(peer, articles[30:] + articles[5:7])
            wait_until_settled(peer)
            self.assert_same_picture(daemon, peer)
            for name, event in daemon_state(peer).items():
                for a in gone[2:]:
                    self.assertNotIn(a["id"], event["articles"], name)

    def test_an_event_whose_articles_are_all_retracted_is_retracted(self):
        with Daemon(workers_paused="no") as daemon:
            peer = daemon.peer()
            one = report(3, 0)
            self.publish(peer, [one])
            wait_until_settled(peer)
            self.publish(peer, [{"id": one["id"], "source": one["source"], "meta": {"status": "canceled"}}])
            wait_until_settled(peer)
            self.assertEqual(follow(daemon).events, {})
            self.assertEqual(peer.ask("SHOW", {"event": "e1"})[0], "not-found")

    def test_compare_prints_the_daemons_bytes(self):
        articles = stockholm() + stream(8, 3)
        # The same again, an update, and one that now tells of something else.
        articles += [articles[5], dict(articles[6], text=articles[6]["text"] + "\n\nFour were hurt."),
                     dict(articles[7], text=report(20, 0)["text"])]
        lines = "".join(json.dumps(a) + "\n" for a in articles).encode()
        alone = subprocess.run([PARALLAX, "compare", "--json", "-"], input=lines, check=True,
                               stdout=subprocess.PIPE).stdout.splitlines()
        with Daemon(workers_paused="no") as daemon:
            peer = daemon.peer()
            for a in articles:  # one at a time: the order of the log is that of the inputs
                self.assertIn(peer.ask("PUT", a)[0], ("stored", "duplicate", "version"))
            wait_until_settled(peer)
            shown = []
            for event in sorted(daemon_state(peer), key=lambda e: int(e[1:])):
                ident = peer.send("SHOW", {"event": event})
                frames = peer.receive()
                self.assertEqual(frames[0], ident)
                shown.append(frames[2])
        self.assertEqual(shown, alone)

    def test_extract_prints_the_daemons_bytes(self):
        articles = stockholm()
        lines = "".join(json.dumps(a) + "\n" for a in articles).encode()
        alone = subprocess.run([PARALLAX, "extract", "--json", "-"], input=lines, check=True,
                               stdout=subprocess.PIPE).stdout.decode().splitlines()
        with Daemon(workers_paused="no") as daemon:
            peer = daemon.peer()
            self.publish(peer, articles)
            wait_until_settled(peer)
            for a, line in zip(articles, alone):
                status, body = peer.ask("ARTICLE", {"id": a["id"]})
                self.assertEqual(status, "ok")
                self.assertEqual(body["extraction"], json.loads(line))
                # The reply holds the extraction's bytes as they are.
                peer.send("ARTICLE", {"id": a["id"]})
                self.assertIn(line.encode(), peer.receive()[2])

    def test_events_come_out_the_same_however_the_articles_were_batched(self):
        articles = stream(6, 4)
        pictures = []
        for step in (1, len(articles)):
            with Daemon(workers_paused="no") as daemon:
                peer = daemon.peer()
                for k in range(0, len(articles), step):
                    for a in articles[k:k + step]:
                        self.assertEqual(peer.ask("PUT", a)[0], "stored")
                    wait_until_settled(peer)
                pictures.append({name: peer.ask("SHOW", {"event": name})[1] for name in daemon_state(peer)})
        self.assertEqual(pictures[0], pictures[1])


if __name__ == "__main__":
    unittest.main()
