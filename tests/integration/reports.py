"""Reports on made-up events, for tests that need articles which link and compare.

Each event has its own people, place and figures; each outlet tells it in sentences of its own order. A draw decides
all of it, so a test can make a thousand articles and say from the number alone what they are.
"""
import random

PLACES = ["Vik", "Harnes", "Oldbury", "Castro Verde", "Lindholm", "Marwick", "Tarrega", "Novi Dol", "Eastmere",
          "Kallavesi", "Porto Alto", "Redfield", "Sandvik", "Torrehill", "Umberg", "Wexcombe"]
NAMES = ["Anna Lindqvist", "Peter Hale", "Marta Oliveira", "Jonas Reuter", "Ivo Kralj", "Sara Whitfield", "Tom Brandt",
         "Elena Petrou", "Karl Nystrom", "Rosa Delgado", "Hugh Carrow", "Mina Farouk", "Lars Aune", "Vera Simic"]
EVENTS = ["ferry ran aground", "bridge collapsed", "warehouse burned down", "train left the rails", "dam gave way",
          "factory shut its gates", "hospital wing was evacuated", "school roof fell in", "tunnel was flooded",
          "museum was robbed", "mine shaft caved in", "power station failed"]
OUTLETS = ["The Harbour Post", "Coast Radio", "Morning Herald", "The Valley Times", "North Wire", "City Ledger",
           "Evening Star", "The Observer of Umberg"]


def report(event, outlet):
    """Outlet number `outlet` on event number `event`, as a flat article."""
    draw = random.Random(event)
    place, what = draw.choice(PLACES), draw.choice(EVENTS)
    chief, witness = draw.sample(NAMES, 2)
    hurt, minutes, day = draw.randint(2, 90), draw.choice([20, 30, 40, 50, 90]), 1 + event % 27
    tell = random.Random(f"{event}/{outlet}")
    count = hurt + (tell.random() < 0.2)
    sentences = [
        f"At least {count} people were hurt on May {day} when a {what.split()[0]} in {place} {' '.join(what.split()[1:])}.",
        f"“We have never seen anything like it in {place},” said {witness}, who lives nearby.",
        f"Police chief {chief} said the rescue lasted {minutes} minutes.",
        f"{chief} told reporters that an inquiry into the {what.split()[0]} would begin next week.",
        f"The {what.split()[0]} in {place} had been inspected in March, the town said in statement {event}.",
    ]
    first, rest = sentences[0], sentences[1:]
    tell.shuffle(rest)
    name = OUTLETS[outlet % len(OUTLETS)]
    return {"id": f"event-{event}-outlet-{outlet}", "source": name, "published": f"2026-05-{day:02d}T{6 + outlet % 16:02d}:00:00Z",
            "title": f"{count} hurt as {what} in {place}", "text": "\n\n".join([first, *rest])}


def stream(events, outlets, seed=1):
    """All reports of `events` events by `outlets` outlets, in an order that a draw decides."""
    out = [report(e, o) for e in range(events) for o in range(outlets)]
    random.Random(seed).shuffle(out)
    return out
