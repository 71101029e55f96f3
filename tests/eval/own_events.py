"""The made-up events of tests/data/events, in the forms of the gold in tests/data/gold.

Those that are `kept` were kept out of learning.
"""
import json
import os

FOLDER = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "data/events")


def load():
    out = []
    for name in sorted(n for n in os.listdir(FOLDER) if n.endswith(".json")):
        with open(os.path.join(FOLDER, name), encoding="utf-8") as f:
            out.append(json.load(f))
    return out


def article_id(event, article):
    return f"{event['id']}-{article}"


def set_of(event):
    return "kept" if event.get("kept") else "learned"


def rows(event):
    """Its articles as the data of the clusters have theirs, by id."""
    return {article_id(event, a["id"]): {"id": article_id(event, a["id"]), "set": set_of(event),
                                         "cluster": event["id"], "date": a["published"], "source": a["source"], "url": None,
                                         "title": a["title"], "text": a["text"]} for a in event["articles"]}


def judged(event):
    """The figures that are written down of it, as a pass has them: (article, start, end) for words."""
    texts = {a["id"]: a["text"] for a in event["articles"]}

    def spot(x):
        start = texts[x["article"]].index(x["text"])
        return article_id(event, x["article"]), start, start + len(x["text"])

    return {"conflicts": [{"kind": c["kind"], "values": [{"evidence": [spot(x) for x in v["evidence"]]} for v in c["values"]]}
                          for c in event["conflicts"]],
            "figures": []}
