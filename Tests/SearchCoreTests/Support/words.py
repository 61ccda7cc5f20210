#!/usr/bin/env python3
"""Says what the words of texts are, without the engine: with Python's Unicode data and PyPI's Snowball stemmer.

usage: words.py scalars | stems CONTENT | texts CONTENT

Writes pairs of a question and its answer, each as its length (four bytes, the lowest first) and its bytes:

    scalars  the version of the Unicode data; then every scalar that is a letter, number or mark, and what
             it folds to, behind `letter ` or `mark `
    stems    a form and its stem: all of CONTENT, and at least 30,000 that are made up
    texts    a text, which need not be UTF-8, and a line for each of its words: kind, position, first byte, end,
             form, stem
"""

import functools
import pathlib
import random
import re
import string
import sys
import unicodedata

from snowballstemmer.english_stemmer import EnglishStemmer

IGNORED = "\u00ad\u200c\u200d\u2060\ufeff"
APOSTROPHES = "'’‘"
JOINERS = {"-": "-", "‐": "-", "‑": "-", ".": "."}
LONGEST = 64

stem = functools.lru_cache(maxsize=None)(EnglishStemmer().stemWord)


# Words

def kind(character):
    return unicodedata.category(character)[0]


@functools.lru_cache(maxsize=None)
def folded(character):
    text = unicodedata.normalize("NFKD", character)
    text = unicodedata.normalize("NFKD", "".join(part.lower() for part in text))
    return "".join(part for part in text if kind(part) in "LN")


def cut(word):
    return word.encode()[:LONGEST].decode(errors="ignore")


def role(character):
    if character in "sS":
        return "s"
    if character in APOSTROPHES:
        return "'"
    if kind(character) in "LNM":
        return "m" if kind(character) == "M" else "l"
    return JOINERS.get(character, " ")


def words(text):
    """The words of a text in bytes: kind, position, first byte, end, form."""
    scalars, place = [], 0
    for character in text.decode(errors="surrogateescape"):
        end = place + len(character.encode(errors="surrogateescape"))
        if character not in IGNORED:
            scalars.append((character, place, end))
        place = end
    roles = "".join(role(character) for character, _, _ in scalars)
    runs = []
    for match in re.finditer("([ls][lsm]*)('s(?![lsm]))?", roles):
        run = scalars[match.start(1) : match.end(1)]
        form = "".join(folded(character) for character, _, _ in run)
        if form:
            runs.append((match, run[0][1], run[-1][2], form))
    compounds = [runs[:1]] if runs else []
    for last, run in zip(runs, runs[1:]):
        gap = roles[last[0].end() : run[0].start()]
        if gap in ("-", ".") and not last[0].group(2):
            compounds[-1].append(run)
        else:
            compounds.append([run])
    position = 0
    for parts in compounds:
        first = position
        for _, start, end, form in parts:
            yield "single" if len(parts) == 1 else "part", position, start, end, cut(form)
            position += 1
        if len(parts) > 1:
            whole = parts[0][3]
            for match, _, _, form in parts[1:]:
                whole += roles[match.start() - 1] + form
            yield "whole", first, parts[0][1], parts[-1][2], cut(whole)


def listing(text):
    return "".join(" ".join(map(str, word)) + f" {stem(word[4])}\n" for word in words(text))


# Questions

def contents(folder):
    paths = sorted(pathlib.Path(folder).rglob("*.md"))
    assert paths, f"no documents in {folder}"
    return [path.read_bytes() for path in paths]


SUFFIXES = """
    s es ies ied sses us ss ' 's 's' ed eed ing edly eedly ingly at bl iz y ly li bli abli alli fulli lessli ousli
    entli ally fully lessly ously ently ably ibly enci anci ency ancy ogi ogy ogist ologist ization ation ator izer
    ize ise alism aliti ality iviti ivity biliti bility iveness fulness ousness tional ational icate ative alize
    iciti icity ical ful ness al ance ence er ic able ible ant ement ment ent ism ate iti ity ous ive ion sion tion
    e l ll le bb dd ff gg mm nn pp rr tt bbed dding ffed gging mming nned pping rred tting yed ying
""".split()
ROOTS = """
    arsen commun emerg gener inter later organ past univers succ proc exc even cann inn earr herr out andes atlas
    bias cosmos early gently howe idly news only singly skies skis sky ugly add egg off odd ebb err safeguard child
    polic hop fail agre tr tan cr dy l t say boy yield youth syzyg rhythm beaut eye oyo ayy kni snow box Ýy é naïv
    école łódź 4.2.1 multi-agenc ec 2019 a e i o u y 'twas '' ' ''s
""".split()


def made_up(rng):
    for root in ROOTS:
        yield from (root, root + "s", root + "e", "un" + root)
        for suffix in SUFFIXES:
            yield root + suffix
    letters = string.ascii_lowercase + "aeiouy" * 4 + "'éß中-𝛼"
    for _ in range(30_000):
        root = rng.choice(ROOTS) if rng.random() < 0.3 else "".join(rng.choices(letters, k=rng.randrange(1, 8)))
        yield root + "".join(rng.choices(SUFFIXES, k=rng.randrange(4)))
    for length in (1, 2, 3, 4):
        for _ in range(2_500):
            yield "".join(rng.choices(letters, k=length))


PIECES = (
    ["a", "b", "word", "Agencies", "EC7", "4", "2", "1", "s", "S", "'s", "’s", "‘S", "ʼ", "ś", "s\u0301"]
    + ["'", "’", "‘", "-", "‐", "‑", ".", "–", " ", "\n", "_", "/", "...", "--", "-.", "'s-", "’s."]
    + list(IGNORED) + ["\u0301", "\u0308", "\u0345", "\ufe0f", "\u20e3", "\U000e0100"]
    + ["É", "ﬁ", "ǅ", "İ", "ẞ", "Σ", "ς", "⅓", "①", "⑽", "Ⅻ", "ª", "²", "Å", "K", "ŉ", "Ǻ", "ｶﾞ", "ﾞ", "\u037a", "\ufc5e"]
    + ["\ufdfa", "㍿", "㌀", "각", "한", "\u1100\u1161", "豈", "\U0002f800", "𝔸", "𝟙", "Ꭰ", "ꭰ", "Ა", "\u1e9b\u0323", "ŵ"]
    + ["é" * 40, "a" * 63, "a" * 64, "b" * 65, "中" * 22, "𝔸" * 70, "ﷺ" * 3, "x" * 62 + "é", "x" * 63 + "é", "yz" * 30 + "ing"]
)
BAD = [b"\x80", b"\xff", b"\xc3", b"\xe2\x80", b"\xe2", b"\xf0\x9d\x94", b"\xc0\xaf", b"\xe0\x80\xaf", b"\xed\xa0\x80"]
BAD += [b"\xf4\x90\x80\x80", b"\xf8\x88\x80\x80\x80", b"\xc1\x81", b"\xf0\x80\x80\x80"]


def random_texts(rng):
    for _ in range(6_000):
        pieces = rng.choices(PIECES, k=rng.randrange(1, 12))
        text = [piece.encode() for piece in pieces]
        if rng.random() < 0.2:
            text.insert(rng.randrange(len(text) + 1), rng.choice(BAD))
        yield b"".join(text)
    for _ in range(1_500):
        scalars = [rng.randrange(rng.choice([0x250, 0x3000, 0x30000, 0x110000])) for _ in range(rng.randrange(12))]
        yield "".join(chr(scalar) for scalar in scalars if not 0xD800 <= scalar < 0xE000).encode()
    for _ in range(1_500):
        yield rng.randbytes(rng.randrange(30))
    for _ in range(1_500):
        yield bytes(rng.choices(b"aZ09 -.'\xe2\x80\x99\x90\xc3\xa9\xcc\x81", k=rng.randrange(30)))


# Answers

def put(question, answer):
    for text in (question, answer):
        sys.stdout.buffer.write(len(text).to_bytes(4, "little") + text)


def main():
    command, *folder = sys.argv[1:]
    rng = random.Random(20190501)
    if command == "scalars":
        put(b"", unicodedata.unidata_version.encode())
        for scalar in range(0x110000):
            character = chr(scalar)
            if kind(character) in "LNM":
                put(character.encode(), f"{'mark' if kind(character) == 'M' else 'letter'} {folded(character)}".encode())
    elif command == "stems":
        forms = {word[4] for text in contents(*folder) for word in words(text)}
        made = {form for form in made_up(rng) if len(form.encode()) <= LONGEST}
        assert len(made) >= 30_000, len(made)
        for form in sorted(forms | made):
            put(form.encode(), stem(form).encode())
    elif command == "texts":
        for text in contents(*folder) + list(random_texts(rng)):
            put(text, listing(text).encode())


if __name__ == "__main__":
    main()
