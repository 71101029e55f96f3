"""Workers that crash, hang, lie and hoard, under the real daemon: the article is tried again, or told as dead; others go on.

The worker here is tests/unit/daemon/loop/fake_worker.c: it does its jobs as the real one, but for articles that name a fault.
"""
import os
import select
import signal
import stat
import subprocess
import sys
import time
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../integration"))
from follower import Follower, daemon_state, wait_until_settled  # noqa: E402
from parallax_daemon import PARALLAXD, Daemon, article  # noqa: E402
from reports import report, unlike  # noqa: E402

FAKE_WORKER = os.environ.get("FAKE_WORKER", "fake_worker")
PARALLAX = os.environ.get("PARALLAX", "parallax")
LIMIT_S = 60
with open(PARALLAXD, "rb") as program:
    SANITIZED = b"__asan_init" in program.read()
MEMORY_MAX = (1024 if SANITIZED else 200) << 20  # what is freed is kept for a while there


def faulty(name, mark="FAULT"):
    return article(f"bad-{name}", text=f"A ferry ran aground off Vik on Monday. {mark}={name}; it said.")


class FaultyDaemon(Daemon):
    """With workers that have faults, and short of patience."""

    def __init__(self, **settings):
        super().__init__(**{"workers_paused": "no", "worker_attempt": "1s", "worker_attempts": "4s",
                            "worker_memory": "256M", **settings})
        path = self.path("worker")
        with open(path, "w", encoding="utf-8") as script:
            script.write(f'#!/bin/sh\nexec {FAKE_WORKER} --behave=honest "$@"\n')
        os.chmod(path, stat.S_IRWXU)
        self.settings["worker"] = path

    def resident(self):
        with open(f"/proc/{self.process.pid}/statm", encoding="ascii") as f:
            return int(f.read().split()[1]) * os.sysconf("SC_PAGESIZE")


def children(daemon):
    with open(f"/proc/{daemon.process.pid}/task/{daemon.process.pid}/children", encoding="ascii") as f:
        return [int(pid) for pid in f.read().split()]


def wait_for(what, told):
    end = time.monotonic() + LIMIT_S
    while time.monotonic() < end:
        found = what()
        if found:
            return found
        time.sleep(0.02)
    raise AssertionError(f"never: {told}")


def publish(peer, articles):
    waiting = [peer.send("PUT", a) for a in articles]
    return [peer.reply(ident)[0] for ident in waiting]


def dead(peer):
    status, letters = peer.ask("DEAD", {"do": "list"})
    assert status == "ok", letters
    return {letter["id"]: letter for letter in letters}


def follow(daemon):
    reader, follower = daemon.subscriber(), Follower()
    reader.open(**{"from": 1, "credit": 1000000})
    for _, number, _, item in reader.items_until_live():
        follower.apply(number, item)
    return follower


class Workers(unittest.TestCase):
    def expect_dead(self, name, attempts, reason, **settings):
        """The article ends as a dead letter; those before and behind it are analysed."""
        with FaultyDaemon(**settings) as daemon:
            peer = daemon.peer()
            publish(peer, [report(1, 0), faulty(name), unlike()])
            wait_until_settled(peer)
            letters = dead(peer)
            self.assertEqual(list(letters), [f"bad-{name}"])
            letter = letters[f"bad-{name}"]
            self.assertIn(reason, letter["reason"])
            self.assertLessEqual(letter["attempts"], attempts)
            self.assertGreaterEqual(letter["attempts"], 1)
            self.assertEqual(follow(daemon).events, daemon_state(peer))
            self.assertEqual(len(daemon_state(peer)), 2)
            self.assertLess(daemon.resident(), MEMORY_MAX)
            return letter

    def test_a_worker_that_crashes_five_times_on_one_article(self):
        letter = self.expect_dead("crash", 5, "SIGKILL: assertion failed")
        self.assertEqual(letter["attempts"], 5)

    def test_a_worker_that_hangs(self):
        letter = self.expect_dead("hang", 5, "no answer after")
        self.assertEqual(letter["attempts"], 4)  # the time of all attempts is over before the fifth

    def test_a_worker_that_stops_itself(self):
        self.expect_dead("stop", 5, "no answer after")

    def test_a_worker_that_answers_garbage(self):
        self.expect_dead("garbage", 5, "answered garbage")

    def test_a_worker_whose_result_is_none(self):
        self.expect_dead("nonsense", 5, "not well formed")

    def test_a_worker_whose_extraction_is_none(self):
        self.expect_dead("spoilt", 5, "not well formed: /sentences/0: expected a span inside the text")

    def test_a_worker_that_answers_another_job(self):
        self.expect_dead("other-job", 5, "answered another job")

    def test_a_worker_that_sends_a_gigabyte(self):
        self.expect_dead("gigabyte", 5, "beyond the limit")

    def test_a_worker_that_floods_its_standard_error(self):
        self.expect_dead("flood", 5, "floods")

    def test_a_worker_that_eats_memory(self):
        self.expect_dead("hog", 5, "MiB of memory", worker_attempt="20s", worker_attempts="100s")

    def test_a_worker_that_eats_time(self):
        self.expect_dead("spin", 5, "ms")

    def test_what_a_worker_refuses_is_not_tried_again(self):
        letter = self.expect_dead("fail", 1, "it is no article")
        self.assertEqual(letter["attempts"], 1)

    def test_a_dead_letter_is_tried_again_when_asked(self):
        with FaultyDaemon() as daemon:
            peer = daemon.peer()
            publish(peer, [faulty("fail")])
            wait_until_settled(peer)
            status, body = peer.ask("DEAD", {"do": "requeue", "number": dead(peer)["bad-fail"]["number"]})
            self.assertEqual((status, body["number"]), ("ok", 2))
            wait_until_settled(peer)
            self.assertEqual(dead(peer)["bad-fail"]["number"], 2)

    def test_a_worker_killed_in_a_job_is_replaced_at_once(self):
        with FaultyDaemon(workers="1", worker_attempt="20s", worker_attempts="60s") as daemon:
            peer = daemon.peer()
            publish(peer, [faulty("slow")])
            wait_for(lambda: peer.ask("STATUS")[1]["workers"]["busy"], "a busy worker")
            for pid in children(daemon):
                os.kill(pid, signal.SIGKILL)
            wait_until_settled(peer)
            self.assertEqual(dead(peer), {})
            status = peer.ask("STATUS")[1]
            self.assertEqual(status["jobs"]["extract"]["retries"], 1)
            self.assertEqual(status["jobs"]["extract"]["done"], 1)

    def test_a_worker_stopped_past_its_time_is_fenced_off(self):
        with FaultyDaemon(workers="1", worker_attempt="3s", worker_attempts="30s") as daemon:
            peer = daemon.peer()
            publish(peer, [faulty("slow")])
            wait_for(lambda: peer.ask("STATUS")[1]["workers"]["busy"], "a busy worker")
            stopped = children(daemon)
            for pid in stopped:
                os.kill(pid, signal.SIGSTOP)
            wait_until_settled(peer)
            self.assertEqual(dead(peer), {})
            self.assertTrue(set(children(daemon)).isdisjoint(stopped))
            self.assertEqual(peer.ask("STATUS")[1]["jobs"]["extract"]["done"], 1)

    def test_a_daemon_told_to_stop_waits_for_no_hanging_worker(self):
        with FaultyDaemon(worker_attempt="60s", worker_attempts="60s") as daemon:
            peer = daemon.peer()
            publish(peer, [faulty("hang")])
            wait_for(lambda: peer.ask("STATUS")[1]["workers"]["busy"], "a busy worker")
            begun = time.monotonic()
            daemon.kill(signal.SIGTERM)
            self.assertEqual(daemon.wait(), 0)
            self.assertLess(time.monotonic() - begun, 10)

    def test_a_stopped_daemon_expires_nothing(self):
        with FaultyDaemon(workers="1", worker_attempt="4s", worker_attempts="8s") as daemon:
            peer = daemon.peer()
            publish(peer, [faulty("slow")])
            wait_for(lambda: peer.ask("STATUS")[1]["workers"]["busy"], "a busy worker")
            pids = children(daemon)
            for pid in pids:
                os.kill(pid, signal.SIGSTOP)
            os.kill(daemon.process.pid, signal.SIGSTOP)
            time.sleep(6)  # longer than the job may take: the time that is lost is what is tested
            os.kill(daemon.process.pid, signal.SIGCONT)
            for pid in pids:
                os.kill(pid, signal.SIGCONT)
            wait_until_settled(peer)
            self.assertEqual(peer.ask("STATUS")[1]["jobs"]["extract"]["retries"], 0)

    def test_an_event_that_cannot_be_compared_does_not_hold_up_the_others(self):
        with FaultyDaemon() as daemon:
            peer = daemon.peer()
            publish(peer, [faulty("crash", "FOLDING"), report(1, 0), unlike()])
            wait_for(lambda: peer.ask("STATUS")[1]["jobs"]["stuck"] == 1, "a stuck event")
            wait_for(lambda: len(follow(daemon).events) == 2, "the other two")
            self.assertEqual(dead(peer), {})
            self.assertIn("SIGKILL", peer.ask("STATUS")[1]["stuck"]["e1"])
            done = subprocess.run([PARALLAX, "status", "--wait", "--endpoint", daemon.settings["endpoint"]],
                                  capture_output=True, text=True, timeout=LIMIT_S, check=False)
            self.assertEqual(done.returncode, 1)
            self.assertRegex(done.stdout, r"(?m)^stuck +e1 +.*SIGKILL")
            self.assertIn("stuck", done.stderr)


class Sandbox(unittest.TestCase):
    def test_the_real_worker_says_what_holds_it(self):
        with Daemon(workers_paused="no") as daemon:
            peer = daemon.peer()
            publish(peer, [report(1, 0)])
            wait_until_settled(peer)
            self.assertEqual(peer.ask("STATUS")[1]["workers"]["layers"], "no_new_privs rlimits seccomp")

    def test_workers_end_with_a_killed_daemon_even_when_they_hang(self):
        with Daemon(workers_paused="no", expect_status=-signal.SIGKILL) as daemon:
            peer = daemon.peer()
            publish(peer, [report(1, 0)])
            wait_until_settled(peer)
            ends = []
            for pid in children(daemon):
                os.kill(pid, signal.SIGSTOP)
                ends.append(os.pidfd_open(pid))
            self.assertTrue(ends)
            daemon.kill()
            for end in ends:
                self.assertTrue(select.select([end], [], [], LIMIT_S)[0], "a worker outlives its daemon")
                os.close(end)


if __name__ == "__main__":
    unittest.main()
