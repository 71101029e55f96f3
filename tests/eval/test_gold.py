#!/usr/bin/python3
"""The gold's own tools, on reports of our own invention."""
import os
import sys
import tempfile
import unittest

import gold
import gold_agree
import gold_candidates as candidates
from gold_scratch import Scratch, ScratchError, written_back

FERRY = ("The ferry Alma left Rodby at 6.10 on Monday with 212 people aboard, the harbour master said. "
         "It ran onto a sandbank off the lighthouse and stayed there until the tide came back in the late afternoon "
         "of the same day.\n“Nobody was ever in danger on board,” the captain told us.\nAbout 30 lorries were aboard.")
OTHER = ("The ferry Alma left Rodby at 6.40 on Monday with more than 200 people aboard. "
         "It ran onto a sandbank off the lighthouse and stayed there until the water rose again in the late afternoon "
         "of the same day.\nThe captain said that nobody was in danger.\n\"Nobody was ever in danger,\" he said later.")
EVENT = {"id": "ferry", "set": "own", "cluster": None, "half": "open", "articles": ["x", "y"]}
TEXTS = {"x": FERRY, "y": OTHER}
SCRATCH = """# a scratch file
conflict time of the start
  6:10 | A1{6.10}
  6:40 | B1{6.40}
precision number of people aboard
  212 | A1{212 people}
  more than 200 | B{more than … aboard}
figures other rest
variant the captain
  Aq1 ~B3{nobody was in danger} Bq1
quotes not rest
copy 1 A->B text
origins A B
shared the ferry ran onto a sandbank | A2 B2
only thirty lorries were aboard | A4
"""


def read(scratch):
    return Scratch(EVENT, TEXTS, gold.Offered(TEXTS)).read(scratch)


class Candidates(unittest.TestCase):
    def test_sentences_end_at_marks_and_lines_not_at_titles(self):
        text = "Dr. Lind left. “We go.” U.S. ships wait\nA heading"
        self.assertEqual([text[s:e] for s, e in candidates.sentences(text)],
                         ["Dr. Lind left.", "“We go.”", "U.S. ships wait", "A heading"])

    def test_quotations_of_all_marks_without_their_marks(self):
        text = "“One,” `` two '', \"three\" and 'four words it is', but not it's or the boys' things"
        self.assertEqual([text[s:e] for s, e in candidates.quoted(text)], ["One,", "two", "three", "four words it is"])

    def test_figures_are_worth_what_they_say(self):
        text = "twenty-five ships, $2.5 million, 40 minutes, 3 per cent"
        self.assertEqual([m[2:] for m in candidates.mentions(text)],
                         [("count", 25.0), ("money", 2.5e6), ("duration", (40.0, "minute")), ("percent", 3.0)])

    def test_figures_that_differ_are_offered(self):
        pairs = {(FERRY[a[1]:a[2]], OTHER[b[1]:b[2]]) for _, a, b, _ in candidates.figure_pairs(TEXTS)}
        self.assertIn(("6.10", "6.40"), pairs)
        self.assertIn(("212", "200"), pairs)

    def test_a_passage_goes_on_over_a_small_change(self):
        (one, two, count), = candidates.passages(FERRY, OTHER)
        self.assertTrue(FERRY[slice(*one)].endswith("the same day"))
        self.assertIn("the water rose again", OTHER[slice(*two)])
        self.assertGreaterEqual(count, candidates.COPY_WORDS)

    def test_words_in_quotation_marks_are_no_copy(self):
        said = "“" + " ".join(f"w{n}" for n in range(30)) + "”"
        self.assertEqual(candidates.passages("He said " + said, "She said " + said), [])


class Scratches(unittest.TestCase):
    def test_words_become_places(self):
        row = read(SCRATCH)
        article, start, end = row["conflicts"][1]["values"][1]["evidence"][0]
        self.assertEqual(TEXTS[article][start:end], "more than 200 people aboard")
        self.assertEqual(list(gold.faults(row, EVENT, TEXTS)), [])

    def test_an_entry_judges_the_candidates_in_it(self):
        verdicts = {(FERRY[p["a"][1]:p["a"][2]], OTHER[p["b"][1]:p["b"][2]]): p["judgement"]
                    for p in read(SCRATCH)["figures"]}
        self.assertEqual(verdicts["6.10", "6.40"], "conflict")
        self.assertEqual(verdicts["212", "200"], "precision")

    def test_it_can_be_written_back(self):
        row, offered = read(SCRATCH), gold.Offered(TEXTS)
        again = "\n".join(written_back(row, EVENT, TEXTS, offered))
        self.assertEqual(Scratch(EVENT, TEXTS, offered).read(again), row)

    def test_what_is_wrong_names_its_line(self):
        for line, complaint in (("  1 | A1{not there}", "not there"), ("variant X\n  A99", "of them"),
                                ("guess 1", "what is")):
            with self.assertRaisesRegex(ScratchError, complaint):
                read("conflict x\n" + line)

    def test_nothing_stays_unjudged(self):
        with self.assertRaisesRegex(ScratchError, "not judged"):
            read(SCRATCH.replace("figures other rest\n", ""))
        with self.assertRaisesRegex(ScratchError, "copies not judged"):
            read(SCRATCH.replace("copy 1 A->B text\n", ""))


class Passes(unittest.TestCase):
    def test_joined_rows_hold_the_literal_words(self):
        row = gold.joined(read(SCRATCH), EVENT, TEXTS)
        self.assertEqual(row["conflicts"][0]["values"][0]["evidence"],
                         [{"article": "x", "text": "6.10", "span": [FERRY.index("6.10"), FERRY.index("6.10") + 4]}])
        self.assertEqual(row["copies"][0]["direction"], "a->b")

    def test_the_file_holds_no_words_of_the_articles(self):
        text = gold.written(read(SCRATCH))
        self.assertFalse([w for w in ("harbour", "lighthouse", "Nobody was") if w in text])

    def test_two_passes_are_compared(self):
        one = read(SCRATCH)
        two = read(SCRATCH.replace("precision number", "conflict number").replace("A->B ", ""))
        self.assertEqual(list(gold_agree.differences(one, one)), [])
        self.assertTrue(any("precision / conflict" in d for d in gold_agree.differences(one, two)))

    def test_folders_are_read(self):
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, "ferry.json"), "w", encoding="utf-8") as f:
                f.write(gold.written(read(SCRATCH)))
            self.assertEqual(gold_agree.read(folder, "ferry.json"), read(SCRATCH))


if __name__ == "__main__":
    sys.exit(not unittest.main(exit=False).result.wasSuccessful())
