#!/usr/bin/env python3
"""Random queries over an archive, for comparing the engine with the judge: one JSON per line.

The same archive, seed and options give the same queries. Words come from the text with every frequency, from
the most common to those that stand once; phrases are cut out of passages; values of fields are real or not.
"""

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import oracle

# What the format of the archive never says, but readers and their devices do.
ODDITIES = [
    "naïve", "NAIVE", "ＣＳＥ", "ﬁndings", "caf\u00e9", "cafe\u0301", "safe\u00adguarding", "multi\u2011agency",
    "multi\u2010agency", "child\u2018s", "child\u2019S", "\u200bpolice", "po\u200dlice", "\ufeffhealth", "½", "⅓", "²",
    "Ⅳ", "İstanbul", "ΣΊΣΥΦΟΣ", "straße", "Ärzte", "llŷn", "日本語", "한국어", "हिन्दी", "🙂", "a\u0301\u0308", "\u0301x",
    "x" * 70, "é" * 40, "multi-" * 20, "4.2.1.", ".5", "1..2", "a--b", "e.g.", "i.e", "24/7", "A&E", "O'Brien", "'s", "s's",
    "—", "–police–", "«help»", "„help“", "#finding-12", "0-19", "0 to 19", "16+", "50%", "£1.5m", "\u2028", "\u00a0",
]
GARBAGE = list("()\"“”-=*:. '’") + [
    "OR", "or", "AND", "NOT", "((", "))", "--", "-(", "-\"", "=\"", "**", "theme:", "date:", "kind", ":x", "..", "\t", "=-a", "-=a*",
    "theme:\"", "xx:yy", "(OR)", "-OR", "=OR", "OR OR", "\u0000", "\u001f", "\\", "<script>", "%00", "&amp;",
]


class Generator:
    def __init__(self, archive: oracle.Archive, seed: int) -> None:
        self.dice = random.Random(seed)
        self.archive = archive
        self.texts = [passage.text for passage in archive.passages]
        counts = Counter(raw for text in self.texts for raw in raw_words(text))
        # Words by how often they stand there: ranks 1 to 2, 3 to 4, 5 to 8, ..., so that each band is as likely.
        ranked = sorted(counts, key=lambda word: (-counts[word], word))
        self.bands = [ranked[start : 2 * start + 1] for start in powers(len(ranked))]
        self.days = sorted({document.released for document in archive.documents})

    # Words

    def word(self) -> str:
        return self.dice.choice(self.dice.choice(self.bands))

    def cased(self, word: str) -> str:
        return self.dice.choice([word, word, word, word.lower(), word.upper(), word.title()])

    def misspelt(self) -> str:
        word = self.word()
        if len(word) < 3:
            return word + "q"
        place = self.dice.randrange(1, len(word) - 1)
        before, here, after = word[:place], word[place], word[place + 1 :]
        return self.dice.choice([before + after, before + here * 2 + after, before + "z" + after, before + after[0] + here + after[1:]])

    def prefix(self) -> str:
        word = self.word()
        return word[: self.dice.randint(1, len(word))] + "*"

    def exact(self) -> str:
        return "=" + self.cased(self.word())

    def near(self) -> str:
        """Some words of one passage, which are likely to meet."""
        found = list(raw_words(self.dice.choice(self.texts)))
        return " ".join(self.dice.sample(found, min(len(found), self.dice.randint(2, 4)))) if found else self.word()

    # Phrases

    def cut_out(self) -> str:
        """Two to six tokens of a passage as they stand there, with what is between them."""
        text = oracle.cleaned(self.dice.choice(self.texts))
        found = list(oracle.tokens(text))
        if not found:
            return self.word()
        first = self.dice.randrange(len(found))
        last = min(first + self.dice.randint(0, 5), len(found) - 1)
        return text[found[first].start : found[last].end].replace('"', " ")

    def phrase(self) -> str:
        text = self.cut_out()
        if self.dice.random() < 0.15:
            text = self.dice.choice([text.replace("-", " "), text.replace(" ", "-"), text + " " + self.word()])
        opening, closing = self.dice.choice([('"', '"'), ('"', '"'), ("“", "”"), ('"', "")])
        return opening + text + closing

    # Filters

    def value(self, name: str) -> str:
        known = sorted(oracle.all_values(name, self.archive))
        if not known or self.dice.random() < 0.1:
            return self.dice.choice(["nowhere", "no-such-thing", "EC99", '"no such thing"', self.word()])
        value = self.dice.choice(known)
        return self.dice.choice([value, value, value, value.upper(), self.name(name, value)])

    def name(self, name: str, value: str) -> str:
        """What else the value may be called."""
        keys = [" ".join(key) for key, ids in sorted(self.archive.names[name].items()) if value in ids]
        return f'"{self.dice.choice(keys)}"'

    def day(self) -> str:
        found = self.dice.choice(self.days)
        return self.dice.choice([f"{found:%Y}", f"{found:%Y-%m}", f"{found:%Y-%m-%d}", f"{found.year + self.dice.randint(-2, 2)}"])

    def date(self) -> str:
        wrong = ["2019-13", "2019-02-30", "19", "yesterday", "2019...2020", "0000", "2019-1", ".."]
        return self.dice.choice([
            self.day(), self.day(), f"{self.day()}..{self.day()}", f"..{self.day()}", f"{self.day()}..", self.dice.choice(wrong)])

    def filter(self) -> str:
        name = self.dice.choice([*oracle.FIELDS, "kind", "agency", "theme"])
        value = self.date() if name == "date" else self.value(name)
        return self.dice.choice(["", "", "", "", "-"]) + f"{name}:{value}"

    # Abbreviations

    def abbreviation(self) -> str:
        if not self.archive.glossary:
            return self.word()
        entry = self.dice.choice(self.archive.glossary)
        return self.dice.choice([
            entry.term, entry.term.lower(), entry.expansion, entry.expansion.replace("-", " "), f'"{entry.expansion}"', "=" + entry.term,
            entry.expansion.rsplit(" ", 1)[0]])

    # Queries

    def atom(self) -> str:
        makers: list[tuple[int, Callable[[], str]]] = [
            (30, lambda: self.cased(self.word())), (12, self.phrase), (8, self.near), (6, self.prefix), (6, self.exact), (5, self.misspelt),
            (6, self.abbreviation), (8, self.filter), (4, self.cut_out), (3, lambda: self.dice.choice(ODDITIES)),
            (1, lambda: self.dice.choice(GARBAGE)),
        ]
        return self.dice.choices([maker for _, maker in makers], [weight for weight, _ in makers])[0]()

    def expression(self, depth: int = 0) -> str:
        items = []
        for _ in range(self.dice.choice([1, 1, 2, 2, 3, 4]) if depth else self.dice.choice([1, 1, 1, 2, 2, 2, 3, 3, 4, 6])):
            item = self.atom()
            if depth < 3 and self.dice.random() < 0.12:
                item = f"({self.expression(depth + 1)})"
            items.append(self.dice.choice(["-", *[""] * 9]) + item)
        joined = items[0]
        for item in items[1:]:
            joined += self.dice.choice([" ", " ", " ", " ", " OR "]) + item
        return joined

    def garbage(self) -> str:
        pieces = [self.dice.choice([self.dice.choice(GARBAGE), self.dice.choice(ODDITIES), self.word()]) for _ in range(self.dice.randint(0, 14))]
        return self.dice.choice(["", " "]).join(pieces)

    def huge(self) -> str:
        """At and beyond the bounds of 64 atoms and 1,000 bytes."""
        return self.dice.choice([
            " ".join(self.word() for _ in range(self.dice.randint(60, 70))), " OR ".join(self.word() for _ in range(self.dice.randint(60, 70))),
            "(" * self.dice.randint(1, 1100), '"' + " ".join(self.texts)[:1200], "é" * 600, "-" * 300 + self.word()])

    def query(self) -> str:
        chance = self.dice.random()
        if chance < 0.03:
            return self.garbage()
        if chance < 0.04:
            return self.huge()
        if chance < 0.14:
            return " ".join(self.filter() for _ in range(self.dice.randint(1, 3)))
        return self.expression()

    def line(self) -> str:
        return json.dumps({"query": self.query(), "expand": self.dice.random() < 0.85})


def raw_words(text: str) -> list[str]:
    """The runs and compounds as they are written, but for what is ignored."""
    text = oracle.cleaned(text)
    return [text[token.start : token.end] for token in oracle.tokens(text)]


def powers(limit: int) -> list[int]:
    return [2**power - 1 for power in range(limit.bit_length()) if 2**power - 1 < limit]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("site", type=Path, help="a built site, which has data/")
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--glossary", type=Path, help="glossary.yml")
    parser.add_argument("--lists", type=Path, help="the content, for the names of areas, themes, ... and the time zone")
    options = parser.parse_args()
    archive = oracle.read_archive(
        options.site / "data", oracle.time_zone(options.lists), options.lists, options.glossary)
    generator = Generator(archive, options.seed)
    for _ in range(options.count):
        print(generator.line())
    return 0


if __name__ == "__main__":
    sys.exit(main())
