"""Honest work inside the sandbox: whatever page comes, nothing that a stage needs is forbidden to it.

A forbidden call would kill the worker; `bad_ends` counts that. The pages are in the charsets and shapes that make libraries
load what they did not load before: converters, tables, entities.
"""
import os
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../integration"))
from follower import wait_until_settled  # noqa: E402
from parallax_daemon import Daemon, article  # noqa: E402
from reports import report  # noqa: E402

BODY = ("<article><h1>{title}</h1><p>{text} {text}</p><p>“{text}”, sagte sie am Dienstag; 40 % of 1,200 people, "
        "&eacute;&nbsp;&hellip;&#x41f;.</p></article>")
TEXTS = {
    "utf-8": "Ein Schiff lief am 3. März 2021 vor Vik auf Grund, — судно село на мель. 船が座礁した。",
    "windows-1251": "Судно село на мель у берегов в понедельник.",
    "koi8-r": "Судно село на мель у берегов в понедельник.",
    "iso-8859-1": "Un bateau s'est échoué près de Vík lundi.",
    "windows-1252": "Un bateau s'est échoué près de Vík – lundi.",
    "iso-8859-2": "Loď uvázla na mělčině u Víku v pondělí.",
    "iso-8859-15": "Un bateau s'est échoué, 40 €.",
    "windows-1256": "جنحت السفينة يوم الاثنين",
    "iso-8859-8": "הספינה עלתה על שרטון",
    "shift_jis": "船が月曜日に座礁した。",
    "euc-jp": "船が月曜日に座礁した。",
    "iso-2022-jp": "船が月曜日に座礁した。",
    "gb18030": "一艘船周一在海岸附近搁浅。",
    "big5": "一艘船週一在海岸附近擱淺。",
    "euc-kr": "배가 월요일에 좌초했다.",
    "utf-16": "A ferry ran aground off Vik on Monday.",
    "utf-16-be": "A ferry ran aground off Vik on Monday.",
    "utf-32": "A ferry ran aground off Vik on Monday.",
    "utf-7": "A ferry ran aground off Vik on Monday.",
    "cp437": "A ferry ran aground off Vik on Monday.",
}


def page(charset, declared):
    html = BODY.format(title="A ferry runs aground", text=TEXTS[charset])
    meta = f'<meta charset="{declared}">' if declared else ""
    text = f"<!doctype html><html lang=en><head>{meta}<title>Ferry</title></head><body>{html}</body></html>"
    return text.encode(charset, "replace")


def pages():
    """(article, raw page): each charset as told by the header, by the page, wrongly, and not at all."""
    n = 0
    for charset in TEXTS:
        for told, declared in ((charset, None), (None, charset), ("no-such-charset", charset), (None, "ebcdic-us"),
                               ("utf-8", "shift_jis"), (None, None)):
            n += 1
            value = {"id": f"page-{n}", "source": "The Harbour Post"}
            if told:
                value["charset"] = told
            yield value, page(charset, declared)


ODD = [
    b"", b"\0" * 1000, b"\xff\xfe", b"\xef\xbb\xbf", b"<", b"<!doctype html>" * 1000,
    b"<div>" * 20000, b"<p a='" + b"x" * 100000 + b"'>", b"&amp;" * 10000 + b"&lt;&notanentity;&#99999999;&#x110000;",
    b"<?xml version='1.0' encoding='utf-16'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
    b"<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"A\",\"datePublished\":\"2021-12-02\"}</script><p>A.",
    b"<svg><math><template><p>A ferry ran aground.</p></template></math></svg>",
    bytes(range(256)) * 200,
]


class InTheSandbox(unittest.TestCase):
    def setUp(self):
        # What counts here is the sandbox, not the time: a sanitizer makes a large text take long.
        self.daemon = Daemon(workers_paused="no", workers="2", worker_attempt="120s", worker_attempts="300s")
        self.daemon.__enter__()
        self.peer = self.daemon.peer()

    def tearDown(self):
        self.daemon.__exit__(None)

    def all_goes_through(self):
        wait_until_settled(self.peer)
        workers = self.peer.ask("STATUS")[1]["workers"]
        self.assertEqual(workers["bad_ends"], 0, workers)
        for letter in self.peer.ask("DEAD", {"do": "list"})[1]:
            self.assertEqual(letter["attempts"], 1, letter)

    def publish(self, pairs):
        waiting = [self.peer.send("PUT", value, raw) for value, raw in pairs]
        for ident in waiting:
            status, body = self.peer.reply(ident)
            self.assertIn(status, ("stored", "invalid"), body)

    def test_pages_in_all_charsets(self):
        self.publish(list(pages()))
        self.all_goes_through()

    def test_odd_pages(self):
        self.publish([({"id": f"odd-{i}", "source": "x"}, raw) for i, raw in enumerate(ODD)])
        self.all_goes_through()

    def test_texts_in_all_languages(self):
        self.publish([(article(f"t-{i}", text=(text + " ") * 40, published="2021-12-02"), None)
                      for i, text in enumerate(TEXTS.values())])
        self.all_goes_through()

    def test_comparisons(self):
        self.publish([(report(n // 5, n % 5), None) for n in range(40)])
        self.all_goes_through()
        for event in self.peer.ask("EVENTS", {})[1]:
            self.assertEqual(self.peer.ask("SHOW", {"event": event["event"]})[0], "ok")
        self.all_goes_through()

    def test_a_large_text(self):
        text = " ".join(f"On {1 + i % 28} May 20{i % 100:02} the ferry {i} of Captain Ada Berg{i % 97} ran aground off Vik."
                        for i in range(12000))
        self.publish([(article("large", text=text), None)])
        self.all_goes_through()


if __name__ == "__main__":
    unittest.main()
