#!/usr/bin/env python3
"""Checks of the judge itself, worked out by hand from the specification; and a fuzz of its parser."""

import random
import sys
import unittest
from datetime import date

from oracle import (
    All, Any, Archive, Document, Entry, Not, Parser, Passage, answer, days, flattened, fold, tokens, value_names, words, FIELDS,
)

sys.setrecursionlimit(100_000)


def forms(text: str) -> list[tuple[str, int]]:
    return [(word.form, word.position) for word in words(text)]


def archive_of(*texts: list[Passage] | str) -> Archive:
    documents = [
        Document(
            f"/letters/d{number}/",
            {"theme": frozenset(["mental-health"] if number == 0 else ["neglect"]), "area": frozenset([f"a{number}"]),
             "inspectorate": frozenset(["hmi-probation"]), "type": frozenset(["letters"]),
             "programme": frozenset(), "wording": frozenset(["summary"])},
            date(2018 + number, 5, 9),
            [Passage(f"/letters/d{number}/", "paragraph", text)] if isinstance(text, str) else text)
        for number, text in enumerate(texts)
    ]
    archive = Archive(documents, [Entry("MASH", "multi-agency safeguarding hub")], {})
    archive.names = {name: value_names(name, archive, None) for name in FIELDS if name != "date"}
    return archive


def hits(archive: Archive, query: str, expands: bool = True) -> list[int]:
    return [int(url[len("/letters/d"):-1]) for url in answer(archive, query, expands)["documents"]]


class WordTests(unittest.TestCase):
    def test_runs(self):
        self.assertEqual(forms("Élan, 2nd Straße!"), [("elan", 0), ("2nd", 1), ("straße", 2)])

    def test_ignored(self):
        self.assertEqual(forms("safe\u00adguar\u200bding \ufeffx"), [("safeguar", 0), ("ding", 1), ("x", 2)])

    def test_marks_begin_no_run(self):
        self.assertEqual(forms("\u0301a\u0301b"), [("ab", 0)])

    def test_fractions(self):
        self.assertEqual(fold("⅓"), "13")

    def test_compounds(self):
        self.assertEqual(
            forms("Multi‑Agency 4.2.1 a--b e.g. x"),
            [("multi-agency", 0), ("multi", 0), ("agency", 1), ("4.2.1", 2), ("4", 2), ("2", 3), ("1", 4),
             ("a", 5), ("b", 6), ("e.g", 7), ("e", 7), ("g", 8), ("x", 9)])

    def test_possessives(self):
        self.assertEqual(forms("child’s children's-home it'sx O'S S'S'S"),
                         [("child", 0), ("children", 1), ("home", 2), ("it", 3), ("sx", 4), ("o", 5), ("s", 6), ("s", 7)])

    def test_cut(self):
        self.assertEqual(forms("é" + "ж" * 40)[0][0], "e" + "ж" * 31)
        self.assertEqual(forms("a" * 70 + "-b"), [("a" * 64, 0), ("a" * 64, 0), ("b", 1)])

    def test_run_that_folds_to_nothing(self):
        self.assertEqual(forms("a-\uff9e-b"), [("a", 0), ("b", 1)])

    def test_dotless(self):
        self.assertEqual(fold("İΣ"), "iσ")


class ParserTests(unittest.TestCase):
    archive = archive_of("x")

    def shape(self, query: str):
        def show(node):
            match node:
                case All(): return ["all", *map(show, node.items)]
                case Any(): return ["any", *map(show, node.items)]
                case Not(): return ["not", show(node.item)]
                case None: return None
            return {"word": "", "exact": "=", "prefix": "*", "phrase": '"'}[node.kind] + node.text
        return show(Parser(query, self.archive, False).query().expression)

    def test_grammar(self):
        for query, shape in {
            "a b OR c": ["any", ["all", "a", "b"], "c"],
            "(a OR b) c": ["all", ["any", "a", "b"], "c"],
            "a or b": ["all", "a", "or", "b"],
            "OR a OR OR b OR": ["any", "a", "b"],
            "-a --b - c": ["all", ["not", "a"], ["not", "b"], "c"],
            "-(a OR -b)": ["not", ["any", "a", ["not", "b"]]],
            '"x  y-z': '"x y z',
            '-“one”two': ["all", ["not", '"one'], "two"],
            "ab* a* =Cd =e-f g-h*": ["all", "*ab", "a", "=cd", "=e-f", "*g-h"],
            "and/or": ["all", "and", "or"],
            "-and/or": ["not", ["all", "and", "or"]],
            "))a((b": ["all", "a", "b"],
            "foo:bar theme: x": ["all", "foo", "bar", "theme", "x"],
            "!!! ()": None,
            "4.2.1": "4.2.1",
            "(a b) (c)": ["all", "a", "b", "c"],
        }.items():
            self.assertEqual(self.shape(query), shape, query)

    def test_filters(self):
        query = Parser('(Theme:"Mental health" OR -area:a0) date:2019..2021-02 theme:none x', self.archive, False).query()
        self.assertEqual([(f.name, f.is_negative, f.values) for f in query.filters][:2],
                         [("theme", False, frozenset(["mental-health"])), ("area", True, frozenset(["a0"]))])
        self.assertEqual(query.filters[2].days, (date(2019, 1, 1), date(2021, 2, 28)))
        self.assertIsNone(query.filters[3].values)

    def test_dates(self):
        self.assertEqual(days("2020-02"), (date(2020, 2, 1), date(2020, 2, 29)))
        self.assertEqual(days("..2021"), (date.min, date(2021, 12, 31)))
        for wrong in ("2019-13", "2019-02-30", "19", "2019...2020", "0000", "2019-1", "x..2020"):
            self.assertIsNone(days(wrong), wrong)

    def test_bounds(self):
        self.assertEqual(len(self.shape("x " * 100)) - 1, 64)
        self.assertEqual(self.shape("a" * 999 + "é"), "a" * 64)

    def test_fuzz(self):
        dice = random.Random(4)
        pieces = list('abcORé()"“”-=*:.. \t\u00ad\u0301\ud800') + ["theme:", "date:", "kind:", "OR ", " -", "MASH", "2019", "'s", "(" * 40, "\x00"]
        archive = archive_of("MASH a b", "c multi-agency safeguarding hub", "é")
        for _ in range(20_000):
            query = "".join(dice.choices(pieces, k=dice.randint(0, 30)))
            try:
                answer(archive, query, dice.random() < 0.5)
            except Exception as error:
                raise AssertionError(repr(query)) from error
        answer(archive, "(" * 1000)
        answer(archive, "-(" * 500 + "a")


class EvaluationTests(unittest.TestCase):
    def test_documents_and_passages(self):
        first = [Passage("u#1", "strength", "police act", frozenset(["police"])), Passage("u#2", "improvement", "health waits")]
        archive = archive_of(first, "police and health services")
        self.assertEqual(hits(archive, "police health"), [0, 1])
        self.assertEqual(hits(archive, '"police act health"'), [])
        self.assertEqual(hits(archive, "kind:strength police"), [0])
        self.assertEqual(hits(archive, "kind:strength health"), [])
        self.assertEqual(hits(archive, "-kind:strength police"), [1])
        self.assertEqual(hits(archive, "agency:police"), [0])
        self.assertEqual(hits(archive, "-acting"), [1])
        self.assertEqual(hits(archive, "=acting"), [])
        self.assertEqual(answer(archive, "police")["facets"]["kind"], {"paragraph": 1, "strength": 1})

    def test_filters(self):
        archive = archive_of("one", "one", "two")
        self.assertEqual(hits(archive, "area:a0 area:a2"), [0, 2])
        self.assertEqual(hits(archive, "area:a0 theme:neglect"), [])
        self.assertEqual(hits(archive, "(area:a0 OR two)"), [])
        self.assertEqual(hits(archive, "date:2019.. one"), [1])
        self.assertEqual(hits(archive, "area:nowhere one"), [])
        self.assertEqual(hits(archive, "-area:nowhere one"), [0, 1])
        self.assertEqual(answer(archive, "one area:a2")["facets"]["area"], {"a0": 1, "a1": 1})

    def test_partial(self):
        archive = archive_of("one two", "two three", "four")
        self.assertEqual((hits(archive, "one three"), answer(archive, "one three")["partial"]), ([0, 1], True))
        self.assertEqual(hits(archive, "one three -two"), [])
        self.assertEqual(hits(archive, "(one OR nine) three"), [])
        self.assertEqual(answer(archive, "nine ten")["suggestions-for"], ["nine", "ten"])

    def test_expansion(self):
        archive = archive_of("the MASH", "a multi agency safeguarding hubs", "hub safeguarding multi-agency")
        self.assertEqual(hits(archive, "mash"), [0, 1])
        self.assertEqual(hits(archive, "mash", False), [0])
        self.assertEqual(hits(archive, "=mash"), [0])
        self.assertEqual(hits(archive, '"mash"'), [0])
        self.assertEqual(hits(archive, "multi-agency safeguarding hub"), [0, 2])
        self.assertEqual(hits(archive, "multi agency safeguarding hub"), [0, 1, 2])
        self.assertEqual(answer(archive, "mash")["expanded"], [{"from": "MASH", "to": "multi-agency safeguarding hub"}])


if __name__ == "__main__":
    unittest.main()
