#!/usr/bin/python3
"""Makes base_verbs.txt and noun_plurals.txt from WordNet 3.0: make_base_forms.py FOLDER, with the Debian package
wordnet-base unpacked there.

Of the nouns only those plurals are kept that the rules of workers/text/lemma.c would take back to another word, of
nouns that texts were seen to use.
"""
import os
import sys

VERBS_HEAD = """# base_verbs - verbs in their base form
#
# Key: the verb, lower case; no value. Tells which of "hope" and "hop", "extradite" and "extradit" is a verb, when
# an ending is taken off. Made by make_base_forms.py from WordNet 3.0, copyright 2006 by Princeton University
# (see NOTICE).
"""
PLURALS_HEAD = """# noun_plurals - plurals that the rules would take back to a wrong singular
#
# Key: the plural, lower case. Value: its singular. Beside noun_forms.txt, which is kept by hand and comes first.
# Made by make_base_forms.py from WordNet 3.0, copyright 2006 by Princeton University (see NOTICE).
"""
HERE = os.path.dirname(os.path.abspath(__file__))


def words(folder, part):
    """Single words, and whether texts were seen to use them."""
    with open(os.path.join(folder, "index." + part), encoding="utf-8") as f:
        for line in f:
            c = line.split()
            if not line.startswith(" ") and c[0].isascii() and c[0].isalpha():
                yield c[0], int(c[5 + int(c[3])]) > 0


def plural(noun):
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


def by_rule(form):
    """What lemma.c makes of a plural."""
    if form.endswith(("ss", "us", "is")) or len(form) < 3:
        return form
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    if form.endswith(("sses", "xes", "ches", "shes", "zzes", "oes")):
        return form[:-2]
    return form[:-1]


def main():
    folder = os.path.join(sys.argv[1], "usr/share/wordnet")
    verbs = sorted({w for w, _ in words(folder, "verb") if len(w) > 1})
    nouns = dict(words(folder, "noun"))
    forms = {}
    for noun, seen in sorted(nouns.items()):
        form = plural(noun)
        if noun.endswith("s") and (noun[:-1] in nouns or noun[:-3] + "y" in nouns or noun.endswith(("ics", "ises"))):
            continue  # a plural itself
        # "bases" may be of two nouns; the one that the rule gives is taken where both are in use.
        if seen and len(noun) > 2 and by_rule(form) != noun and not nouns.get(by_rule(form)) and form not in nouns:
            forms.setdefault(form, noun)
    with open(os.path.join(folder, "noun.exc"), encoding="utf-8") as f:
        for line in f:
            form, *bases = line.split()
            if form.isalpha() and len(bases) == 1 and nouns.get(bases[0]) and form not in nouns:
                forms[form] = bases[0]
    kept = {form: noun for form, noun in forms.items() if by_rule(form) != noun}
    with open(os.path.join(HERE, "base_verbs.txt"), "w", encoding="utf-8") as f:
        f.writelines([VERBS_HEAD, *(v + "\n" for v in verbs)])
    with open(os.path.join(HERE, "noun_plurals.txt"), "w", encoding="utf-8") as f:
        f.writelines([PLURALS_HEAD, *(f"{form}\t{noun}\n" for form, noun in sorted(kept.items()))])


if __name__ == "__main__":
    main()
