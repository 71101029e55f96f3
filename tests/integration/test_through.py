"""The whole way, with workers: article in, event compared, feed out; and what is asked of it."""
import json
import unittest

from parallax_daemon import Daemon, article

FERRY = ("A ferry with 40 passengers ran aground off Vik on Monday morning, police said. "
         "“Nobody was hurt,” said Anna Berg, the harbour master of Vik. "
         "The ferry Havsula left Oslo on Sunday evening.")
FERRY_2 = ("Police in Vik said on Monday that a ferry carrying 30 passengers had run aground. "
           "“Nobody was hurt,” Anna Berg, the harbour master, told reporters. "
           "The Havsula had left Oslo on Sunday.")
ELECTION = ("Voters in Ruritania elected a new parliament on Sunday. "
            "Turnout was 61 percent, the electoral commission said.")
MONDAY = {"published": "2026-05-04T10:00:00Z"}


def reports():
    return [article("harbour-1", "The Harbour Post", FERRY, title="Ferry runs aground off Vik", **MONDAY),
            article("coast-1", "Coast Radio", FERRY_2, title="Ferry aground off Vik", **MONDAY),
            article("capital-1", "The Capital", ELECTION, title="Ruritania elects parliament", **MONDAY)]


class Picture:
    """What a subscriber knows: events and their articles, from the feed alone."""

    def __init__(self):
        self.events = {}
        self.last = 0

    def apply(self, number, previous, cloud_event):
        assert previous == self.last, (previous, self.last)
        assert int(cloud_event["sequence"]) == number
        self.last = number
        data = cloud_event["data"]
        kind = cloud_event["type"]
        if kind in ("event.merged", "event.retracted"):
            self.events.pop(data["event"])
            return
        articles = self.events.setdefault(data["event"], set())
        articles.difference_update(data["articles_removed"])
        articles.update(data["articles_added"])


class Through(unittest.TestCase):
    def setUp(self):
        self.daemon = Daemon(workers_paused="no")
        self.daemon.__enter__()
        self.addCleanup(self.daemon.__exit__, None)
        self.peer = self.daemon.peer()
        self.reader = self.daemon.subscriber()
        self.picture = Picture()
        self.assertEqual(self.reader.open(**{"from": 1, "credit": 1000})[0], "ok")

    def ok(self, verb, body):
        status, answer = self.peer.ask(verb, body)
        self.assertEqual(status, "ok", answer)
        return answer

    def put(self, *articles):
        for value in articles:
            status, answer = self.peer.ask("PUT", value)
            self.assertIn(status, ("stored", "version", "retracted"), answer)

    def read_until(self, condition):
        """Follows the feed until the picture is as expected."""
        while not condition(self.picture.events):
            kind, number, previous, value = self.reader.next()
            if kind == "item":
                self.picture.apply(number, previous, value)

    def show_articles(self, event):
        return {a["id"] for a in self.ok("SHOW", {"event": event})["articles"]}

    def test_two_reports_make_one_event_and_everything_can_be_asked(self):
        self.put(*reports())
        self.read_until(lambda events: sorted(map(sorted, events.values())) ==
                        [["capital-1"], ["coast-1", "harbour-1"]])
        event = next(e for e, a in self.picture.events.items() if len(a) == 2)
        self.assertEqual(event, "e1")
        comparison = self.ok("SHOW", {"event": event})
        self.assertEqual({a["source"] for a in comparison["articles"]},
                         {"The Harbour Post", "Coast Radio"})
        self.expect_events()
        self.expect_articles(event)
        self.expect_versions(event, comparison)
        self.expect_why(event, comparison)

    def expect_events(self):
        everything = self.ok("EVENTS", {})
        self.assertEqual([e["event"] for e in everything], ["e3", "e1"])
        self.assertEqual([e["event"] for e in self.ok("EVENTS", {"match": "FERRY"})], ["e1"])
        self.assertEqual([e["event"] for e in self.ok("EVENTS", {"limit": 1})], ["e3"])
        self.assertEqual([e["event"] for e in self.ok("EVENTS", {"before": "e3"})], ["e1"])
        self.assertEqual(self.ok("EVENTS", {"since": "2036-01-01"}), [])
        for since in ("2026", "2026-05", "2026-05-03", "2026-05-03T10:00Z"):
            self.assertIn("e1", [e["event"] for e in self.ok("EVENTS", {"since": since})], since)
        self.assertEqual(self.peer.ask("EVENTS", {"since": "yesterday"})[0], "invalid")

    def expect_articles(self, event):
        answer = self.ok("ARTICLE", {"id": "harbour-1"})
        self.assertEqual((answer["status"], answer["event"], answer["number"]), ("extracted", event, 1))
        self.assertEqual(answer["article"]["title"], "Ferry runs aground off Vik")
        self.assertEqual(answer["extraction"]["article"], "harbour-1")
        self.assertEqual(self.ok("ARTICLE", {"number": 1}), answer)

    def expect_versions(self, event, comparison):
        again = self.ok("SHOW", {"event": event, "version": comparison["version"]})
        self.assertEqual(again, comparison)
        self.assertEqual(self.peer.ask("SHOW", {"event": event, "version": 0})[0], "not-found")

    def expect_why(self, event, comparison):
        lists = ("agreements", "conflicts", "quotes", "only")
        findings = [f["id"] for name in lists for f in comparison[name]]
        self.assertTrue(findings)
        for finding in findings:
            why = self.ok("WHY", {"event": event, "finding": finding})
            self.assertEqual(why["finding"]["id"], finding)
            self.assertIn(why["kind"], lists)
            text = json.dumps(why["finding"])
            self.assertIn('"sentence": "', text)
            self.assertIn('"source": "', text)
        self.assertEqual(self.peer.ask("WHY", {"event": event, "finding": "c00000000"})[0], "not-found")

    def test_a_retraction_and_a_new_version_reach_the_subscriber(self):
        first, second, third = reports()
        self.put(first, second)
        self.read_until(lambda events: list(events.values()) == [{"harbour-1", "coast-1"}])
        self.put({"id": "coast-1", "source": "Coast Radio", "meta": {"status": "canceled"}})
        self.read_until(lambda events: list(events.values()) == [{"harbour-1"}])
        self.assertEqual(self.show_articles("e1"), {"harbour-1"})
        self.put({"id": "harbour-1", "source": "The Harbour Post", "meta": {"status": "canceled"}})
        self.read_until(lambda events: not events)
        self.assertEqual(self.peer.ask("SHOW", {"event": "e1"})[0], "not-found")
        self.put(first, third)
        self.read_until(lambda events: sorted(map(sorted, events.values())) ==
                        [["capital-1"], ["harbour-1"]])

    def test_the_feed_is_the_same_when_read_again(self):
        self.put(*reports())
        self.read_until(lambda events: len(events) == 2 and sum(map(len, events.values())) == 3)
        readings = []
        for _ in range(2):
            reader = self.daemon.subscriber()
            reader.open(**{"from": 1, "credit": 1000})
            readings.append(reader.items_until_live())
        self.assertEqual(readings[0], readings[1])
        self.assertEqual([n for _, n, _, _ in readings[0]], list(range(1, len(readings[0]) + 1)))

    def test_a_cursor_survives_a_kill(self):
        self.put(reports()[0])
        self.read_until(lambda events: len(events) == 1)
        holder = self.daemon.subscriber()
        self.assertEqual(holder.open(cursor="desk", credit=10)[0], "ok")
        number = holder.items_until_live()[-1][1]
        self.assertEqual(holder.ask("ACK", {"cursor": "desk", "number": number + 1})[0], "invalid")
        self.assertEqual(holder.ask("ACK", {"cursor": "desk", "number": number})[0], "ok")
        self.daemon.kill()
        self.daemon.wait()
        self.daemon.start()
        after = self.daemon.subscriber()
        status, answer = after.open(cursor="desk", credit=10)
        self.assertEqual((status, answer["from"]), ("ok", number + 1))
        self.assertEqual(after.items_until_live(), [])

    def test_a_filter_on_the_source(self):
        self.put(*reports())
        self.read_until(lambda events: len(events) == 2 and sum(map(len, events.values())) == 3)
        reader = self.daemon.subscriber()
        reader.open(**{"from": 1, "credit": 1000, "filter": {"source": "the capital"}})
        subjects = {value["subject"] for _, _, _, value in reader.items_until_live()}
        self.assertLessEqual(subjects, {"e3"})
        self.assertEqual(reader.open(ident=b"t", filter={"colour": "red"})[0], "invalid")

    def test_status_tells_of_every_part(self):
        status = self.daemon.status()
        for part in ("store", "intake", "feed", "commit", "sockets", "workers", "jobs"):
            self.assertIn(part, status)
        self.assertEqual(status["store"]["articles"], 0)


if __name__ == "__main__":
    unittest.main()
