"""A subscriber's own picture of the daemon's events, made of the feed alone."""


class Follower:
    """Applies feed items; `events` is {event: {"version", "articles"}}."""

    def __init__(self):
        self.events = {}
        self.last = 0

    def apply(self, number, item):
        assert number == self.last + 1, f"item {number} after {self.last}"
        assert item["id"] == item["sequence"] == f"{number:020d}", item
        self.last = number
        data, name = item["data"], item["subject"]
        kind = item["type"].split(".")[1]
        assert data["event"] == name, item
        getattr(self, kind)(name, data)

    def created(self, name, data):
        assert name not in self.events, f"{name} came to be twice"
        assert data["previous_version"] is None, data
        self.events[name] = {"version": 0, "articles": set()}
        self.change(name, data)

    def updated(self, name, data):
        assert name in self.events, f"{name} changed before it came to be"
        assert data["previous_version"] == self.events[name]["version"], (data["previous_version"], self.events[name])
        self.change(name, data)

    def merged(self, name, data):
        assert name in self.events, f"{name} merged before it came to be"
        assert data["into"] != name
        del self.events[name]

    def retracted(self, name, data):
        assert name in self.events, f"{name} retracted before it came to be"
        del self.events[name]

    def split(self, name, data):
        assert name in self.events, f"{name} split before it came to be"
        assert data["new"] != name

    def change(self, name, data):
        event = self.events[name]
        assert data["version"] > event["version"], f"{name}: version {data['version']} after {event['version']}"
        added, removed = set(data["articles_added"]), set(data["articles_removed"])
        assert not added & event["articles"], f"{name}: added twice: {added & event['articles']}"
        assert removed <= event["articles"], f"{name}: removed without being there: {removed - event['articles']}"
        event["articles"] = (event["articles"] | added) - removed
        event["version"] = data["version"]


def daemon_state(peer):
    """The same picture, asked of the daemon, page by page."""
    out, page = {}, {"limit": 1000}
    while True:
        status, listed = peer.ask("EVENTS", page)
        assert status == "ok", listed
        for event in listed:
            status, comparison = peer.ask("SHOW", {"event": event["event"]})
            assert status == "ok", comparison
            out[event["event"]] = {"version": comparison["version"],
                                   "articles": {a["id"] for a in comparison["articles"]}}
        if not listed:
            return out
        page["before"] = listed[-1]["event"]


def wait_until_settled(peer):
    """Until every article taken has been extracted, linked and compared: asks again when told of a change."""
    while True:
        status, body = peer.ask("STATUS")
        assert status == "ok", body
        store = body["store"]
        assert not body["stuck"], f"never compared: {body['stuck']}"
        if store["jobs"] == 0 and store["dirty"] == 0 and store["linked"] == store["articles"]:
            return body
