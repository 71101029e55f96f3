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
STREETS = ["Cobbler Lane", "Anchor Square", "Mill Street", "Bishop's Walk", "Lantern Hill", "Tanner Row", "Orchard Way",
           "Customs Quay", "Granite Steps", "Poplar Avenue", "Weaver Court", "Chapel Field", "Brickyard Road", "Swan Alley"]
TRADES = ["baker", "locksmith", "florist", "tailor", "glazier", "potter", "saddler", "brewer", "printer", "cooper", "chemist",
          "gardener", "organist", "beekeeper"]
FIRMS = ["Halvorsen Freight", "Pinto & Sons", "Oakbridge Holdings", "Norden Rail", "Sable Minerals", "Calder Insurance",
         "Vega Textiles", "Ostrander Works", "Lumen Power", "Tidewater Lines", "Corvid Security", "Mistral Foods"]
CAUSES = ["a broken axle", "a forgotten candle", "rust in a bearing", "a burst main", "a frayed cable", "a clogged valve",
          "an open hatch", "loose gravel", "a cracked beam", "a jammed signal", "wet plaster", "a stolen key"]

# What outlets tell of an event: how is its own, so that two events do not share their sentences.
WITNESSES = ["“We have never seen anything like it in {place},” said {witness}, who lives nearby.",
             "“It was as if {street} had been lifted and set down again,” said {witness}, a {trade}.",
             "{witness}, a {trade} from {street}, said: “First there was dust, and then nobody spoke.”",
             "“My windows rattled until breakfast,” the {trade} {witness} told a radio station in {street}."]
RESCUES = ["Police chief {chief} said the rescue lasted {minutes} minutes.",
           "It took {minutes} minutes to bring everybody to safety, according to fire officer {chief}.",
           "The road past {street} was closed for {minutes} minutes, said constable {chief}.",
           "Helpers from {firm} worked for {minutes} minutes before an all-clear came from {chief}."]
INQUIRIES = ["{chief} told reporters that an inquiry into the {thing} would begin next week.",
             "An engineer of {firm} named {cause} as the likely reason.",
             "The mayor wants to know by autumn whether {cause} was to blame.",
             "{firm}, which owns the {thing}, promised new checks after {cause} was found."]
HISTORIES = ["The {thing} in {place} had been inspected in March, the town said in statement {event}.",
             "{firm} bought the {thing} in auction number {event} and never insured it.",
             "Schoolchildren from {street} had visited the {thing} with class {event} a day earlier.",
             "A petition with {event} signatures had asked for repairs of the {thing} since winter."]


def report(event, outlet):
    """Outlet number `outlet` on event number `event`, as a flat article."""
    draw = random.Random(event)
    place, what = draw.choice(PLACES), draw.choice(EVENTS)
    chief, witness = draw.sample(NAMES, 2)
    hurt, minutes, day = draw.randint(2, 90), draw.choice([20, 30, 40, 50, 90]), 1 + event % 27
    tell = random.Random(f"{event}/{outlet}")
    count = hurt + (tell.random() < 0.2)
    details = {"place": place, "chief": chief, "witness": witness, "minutes": minutes, "event": event, "thing": what.split()[0],
               "street": draw.choice(STREETS), "trade": draw.choice(TRADES), "firm": draw.choice(FIRMS),
               "cause": draw.choice(CAUSES)}
    sentences = [f"At least {count} people were hurt on May {day} when a {what.split()[0]} in {place} {' '.join(what.split()[1:])}."]
    sentences += [draw.choice(ways).format(**details) for ways in (WITNESSES, RESCUES, INQUIRIES, HISTORIES)]
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


def unlike():
    """What no report of `report` could be taken for."""
    return {"id": "unlike", "source": "Concert Weekly", "published": "2026-01-17T09:00:00Z",
            "title": "Orchestra of Tarn names Ilse Quandt its conductor",
            "text": "The Philharmonic Orchestra of Tarn has chosen Ilse Quandt as its chief conductor.\n\n"
                    "Quandt, who led the opera in Brennmoor, will open the season with a symphony by Bruckner.\n\n"
                    "“An orchestra is a slow animal, and I like to walk,” Quandt told the musicians’ newsletter."}
