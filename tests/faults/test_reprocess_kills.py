"""Articles that are analysed again, with kill -9 in the midst of it, with more articles than one request takes, with a full store.

The workers change between two makes that find different things, so that there is news to be told of. The draw's seed is
printed; PARALLAX_SEED repeats it.
"""
import os
import random
import subprocess
import sys
import time
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../integration"))
from follower import Follower, daemon_state, wait_until_settled  # noqa: E402
from parallax_daemon import article  # noqa: E402
from reports import report  # noqa: E402
from test_reprocess import PARALLAX, ChangingDaemon, comparisons  # noqa: E402

SEED = int(os.environ.get("PARALLAX_SEED", str(random.SystemRandom().randrange(1 << 30))))
KILLS = max(6, int(os.environ.get("PARALLAX_KILLS", "100")) // 5)
EVENTS, OUTLETS = 12, 4
REPROCESS_MAX = 1024  # articles in one request


def publish(peer, articles):
    waiting = [peer.send("PUT", a) for a in articles]
    return [peer.reply(ident)[0] for ident in waiting]


def articles_of(shown):
    return {name: sorted(a["id"] for a in c["articles"]) for name, c in shown.items()}


class Case(unittest.TestCase):
    def expect_sound(self, daemon):
        """Of a daemon that was ended."""
        done = subprocess.run([PARALLAX, "check", daemon.path("store")], stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stdout)

    def expect_followed(self, daemon, peer):
        """Who reads the feed from its start has the daemon's own picture, but for versions that told nothing."""
        items = daemon.feed()
        follower = Follower()
        for number, item in enumerate(items, 1):
            follower.apply(number, item)
        state = daemon_state(peer)
        self.assertEqual({name: event["articles"] for name, event in follower.events.items()},
                         {name: event["articles"] for name, event in state.items()})
        for name, event in follower.events.items():
            self.assertLessEqual(event["version"], state[name]["version"])
        return items


class Kills(Case):
    def test_kills_in_the_midst_of_a_run_leave_all_as_it_should_be(self):
        draw = random.Random(SEED)
        print(f"PARALLAX_SEED={SEED}, {KILLS} kills", flush=True)
        daemon, known, hit = ChangingDaemon(), [], 0
        with daemon:
            peer = daemon.peer()
            publish(peer, [report(e, o) for e in range(EVENTS) for o in range(OUTLETS)])
            wait_until_settled(peer)
            before = comparisons(peer)
            for n in range(KILLS):
                run = subprocess.Popen([PARALLAX, "reprocess", "--all", "--endpoint", daemon.settings["endpoint"]],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                # The one wait for a time: a kill must come at a moment that nobody chose.
                time.sleep(draw.random() * 0.4)
                store = daemon.status()["store"]
                hit += store["jobs"] > 0 or store["dirty"] > 0
                daemon.kill()
                daemon.wait()
                run.kill()
                run.wait()
                self.expect_sound(daemon)
                daemon.behave(draw.choice(("deaf", "honest")))
                daemon.start()
                if n % 5 == 4:
                    peer = daemon.peer()
                    wait_until_settled(peer)
                    items = self.expect_followed(daemon, peer)
                    self.assertEqual(items[:len(known)], known)
                    known = items
                    self.assertEqual(articles_of(comparisons(peer)), articles_of(before))
            self.assertGreater(hit, 0, "no kill met a run")
            peer = daemon.start_anew("honest")
            wait_until_settled(peer)
            daemon.parallax("reprocess", "--all")
            wait_until_settled(peer)
            self.assertEqual(comparisons(peer), before)
            items = self.expect_followed(daemon, peer)
            self.assertEqual(items[:len(known)], known)
            daemon.kill()
            daemon.wait()
            self.expect_sound(daemon)
            daemon.start()


class Many(Case):
    def test_an_event_of_more_articles_than_one_request_takes(self):
        n = REPROCESS_MAX + 40
        with ChangingDaemon() as daemon:
            peer = daemon.peer()
            publish(peer, [report(1, o) for o in range(n)])
            wait_until_settled(peer)
            before = articles_of(comparisons(peer))
            name = max(before, key=lambda e: len(before[e]))
            self.assertGreater(len(before[name]), REPROCESS_MAX)
            status, first = peer.ask("REPROCESS", {"event": name})
            self.assertEqual((status, first["articles"]), ("ok", REPROCESS_MAX))
            status, second = peer.ask("REPROCESS", {"event": name, "from": first["next"]})
            self.assertEqual((status, second["articles"]), ("ok", len(before[name]) - REPROCESS_MAX))
            self.assertIsNone(second["next"])
            wait_until_settled(peer)
            self.assertEqual(articles_of(comparisons(peer)), before)
            self.assertIn(f" {len(before[name])} articles", daemon.parallax("reprocess", name))
            wait_until_settled(peer)
            self.assertEqual(articles_of(comparisons(peer)), before)
            self.expect_followed(daemon, peer)
            daemon.kill()
            daemon.wait()
            self.expect_sound(daemon)
            daemon.start()


class Full(Case):
    def test_a_full_store_refuses_and_goes_on_when_there_is_room(self):
        with ChangingDaemon(store_bytes="64M") as daemon:
            peer = daemon.peer()
            publish(peer, [report(e, o) for e in range(EVENTS) for o in range(OUTLETS)])
            wait_until_settled(peer)
            before = comparisons(peer)
            told = daemon.feed()
            daemon.kill()
            daemon.wait()
            daemon.settings["workers_paused"] = "yes"
            daemon.start()
            peer = daemon.peer()
            for size in (1000000, 10000, 1000, 0):
                stored = True
                while stored:
                    fill = article(text=f"Filler {os.urandom(8).hex()}.", meta={"fill": os.urandom(size // 2).hex()})
                    stored = peer.ask("PUT", fill)[0] == "stored"
            articles = daemon.status()["store"]["articles"]
            for name in before:
                status, body = peer.ask("REPROCESS", {"event": name})
                self.assertEqual(status, "full", body)
                self.assertGreater(body["error"]["retry_ms"] if "error" in body else body["retry_ms"], 0)
            self.assertEqual(daemon.status()["store"]["articles"], articles)
            self.assertEqual(daemon.feed(), told)
            daemon.kill()
            daemon.wait()
            self.expect_sound(daemon)
            daemon.settings.update(store_bytes="512M", workers_paused="no")
            daemon.start()
            peer = daemon.peer()
            wait_until_settled(peer)
            for name in before:
                self.assertEqual(peer.ask("REPROCESS", {"event": name})[1]["articles"], len(before[name]["articles"]))
            wait_until_settled(peer)
            shown = comparisons(peer)
            self.assertEqual({name: shown[name] for name in before}, before)
            self.expect_followed(daemon, peer)


if __name__ == "__main__":
    unittest.main(verbosity=2)
