#!/usr/bin/env python3
"""The judge of the search: brute force over the text, and nothing shared with the engine.

Reads the CSV files of a built site (never the index), takes one query per line of standard input, as JSON
`{"query": "...", "expand": true}`, and prints one line of JSON for each:

    {"total", "partial", "documents": [urls], "passages": {url: ["passage-url digest"]},
     "facets": {facet: {id: count}}, "expanded": [{"from", "to"}], "suggestions-for": [words]}

That is everything but order and scores. Every list is sorted; counts of nought are left out. The digest of a
passage is that of its text with white space collapsed (`digest`).

The rules
=========

Searched are the documents of `documents.csv` that are not withdrawn. The passages of one are its title, its
summary, then the rows of `passages.csv`; but the rows of one finding are one passage, with the text, kind,
agencies and criteria of `findings.csv`.

Words. A run is letters, digits and marks that begins with a letter or digit; it is folded scalar by scalar
(NFKD, lower case, NFKD, without marks and whatever is then no letter or digit) and cut to 64 bytes. A run
that folds to nothing is none. Directly after a run, an apostrophe and an s are swallowed. Runs with exactly
one joiner (hyphen or dot) between them make a compound: its parts are words at their own positions, and the
whole is one at the position of the first. A word has a form (its folded spelling) and a stem (Snowball).

Queries. `a OR b`, then `a b` (both), then `-a` (not), then what is not taken apart any further: a word or
compound (by its stem), `=word` (by its form), `word*` (by the beginning of its form), `"a phrase"` (parts, by
their stems, at consecutive positions of a passage), `( )`, and `field:value`, a filter of the whole query.
Values of one field are alternatives, fields must all hold, `-field:value` must not.

The unit is the document: it has what any of its passages has. With a filter on what passages are (kind,
agency, criterion) it is the passage: one must satisfy everything by itself, and its document is the hit.

Choices that the specification leaves open are marked `Decided:` where they are made.
"""

import argparse
import csv
import hashlib
import json
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property, lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

import snowballstemmer
import yaml

# MARK: Words

IGNORED = dict.fromkeys([0x00AD, 0x200C, 0x200D, 0x2060, 0xFEFF])
APOSTROPHES = "'’‘"
JOINERS = {"-": "-", "‐": "-", "‑": "-", ".": "."}
LONGEST_WORD = 64
# Unicode's White_Space; Python's own notion has U+001C to U+001F besides.
SPACE = "\t\n\v\f\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"


@dataclass(frozen=True)
class Word:
    form: str
    stem: str
    position: int
    is_whole: bool


@dataclass(frozen=True)
class Token:
    """A run or a compound: its parts, and the whole where there are several."""

    parts: tuple[str, ...]
    whole: str
    # Where it stands in the text; the end is behind a swallowed `'s`.
    start: int
    end: int


_stemmer = snowballstemmer.stemmer("english")


@lru_cache(maxsize=None)
def stem(form: str) -> str:
    return _stemmer.stemWord(form)


@lru_cache(maxsize=None)
def category(scalar: str) -> str:
    """The first letter of the general category."""
    return unicodedata.category(scalar)[0]


@lru_cache(maxsize=None)
def fold_scalar(scalar: str) -> str:
    lowered = "".join(part.lower() for part in unicodedata.normalize("NFKD", scalar))
    return "".join(part for part in unicodedata.normalize("NFKD", lowered) if category(part) in "LN")


def fold(run: str) -> str:
    return "".join(map(fold_scalar, run))


def cut(text: str, size: int = LONGEST_WORD) -> str:
    """The longest beginning of whole characters that has at most so many bytes."""
    return text.encode("utf-8", "replace")[:size].decode("utf-8", "ignore")


def cleaned(text: str) -> str:
    """Without what is ignored wherever it stands, and without halves of surrogate pairs."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text).translate(IGNORED)


def is_run_scalar(text: str, place: int) -> bool:
    return place < len(text) and category(text[place]) in "LNM"


def end_of_run(text: str, start: int) -> int:
    """Where the run that begins there ends; the same place where none does."""
    if start >= len(text) or category(text[start]) not in "LN":
        return start
    end = start
    while is_run_scalar(text, end):
        end += 1
    return end


def swallows_s(text: str, place: int) -> bool:
    """Whether an apostrophe and an s stand there, and no run goes on behind them."""
    return (
        text[place : place + 1] in tuple(APOSTROPHES)
        and text[place + 1 : place + 2] in ("s", "S")
        and not is_run_scalar(text, place + 2)
    )


def tokens(text: str) -> Iterator[Token]:
    """The runs and compounds of a text that is already cleaned."""
    place = 0
    while place < len(text):
        if end_of_run(text, place) == place:
            place += 1
            continue
        token = token_at(text, place)
        place = token.end
        if token.parts:
            yield token


def token_at(text: str, start: int) -> Token:
    """The run or compound that begins there.

    Decided: a run that folds to nothing is like a sign of punctuation: it ends a compound and has no position.
    Decided: the whole is joined from its uncut parts, then cut.
    """
    parts: list[str] = []
    whole, joiner, place = "", "", start
    while True:
        end = end_of_run(text, place)
        form = fold(text[place:end])
        if not form:
            # Nothing joins on to it; the run itself is passed over only where it is the first.
            end = end if not parts else place - 1
            break
        parts.append(cut(form))
        whole += joiner + form
        if swallows_s(text, end):
            end += 2
            break
        joiner = JOINERS.get(text[end : end + 1], "")
        if not joiner or end_of_run(text, end + 1) == end + 1:
            break
        place = end + 1
    return Token(tuple(parts), cut(whole), start, end)


def words(text: str) -> list[Word]:
    """The words of a passage, parts and wholes."""
    found: list[Word] = []
    position = 0
    for token in tokens(cleaned(text)):
        if len(token.parts) > 1:
            found.append(Word(token.whole, stem(token.whole), position, True))
        for part in token.parts:
            found.append(Word(part, stem(part), position, False))
            position += 1
    return found


def part_stems(text: str) -> tuple[str, ...]:
    return tuple(word.stem for word in words(text) if not word.is_whole)


def part_forms(text: str) -> tuple[str, ...]:
    return tuple(word.form for word in words(text) if not word.is_whole)


# MARK: Text


def collapsed(text: str) -> str:
    return re.sub(f"[{SPACE}]+", " ", text).strip(SPACE)


def digest(text: str) -> str:
    """Of the text with white space collapsed; halves of surrogate pairs cannot stand in a file."""
    return hashlib.sha256(collapsed(text).encode("utf-8", "replace")).hexdigest()[:16]


# The kinds of finding, which alone are values of `kind`.
FINDING_KINDS = frozenset([
    "headline", "priority-action", "improvement", "strength", "main", "context", "practice-effective",
    "practice-improvement",
])


@dataclass
class Passage:
    url: str
    kind: str
    text: str
    agencies: frozenset[str] = frozenset()
    criteria: frozenset[str] = frozenset()
    stems: frozenset[str] = field(init=False)
    forms: frozenset[str] = field(init=False)
    parts: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        found = words(self.text)
        self.stems = frozenset(word.stem for word in found)
        self.forms = frozenset(word.form for word in found)
        self.parts = tuple(word.stem for word in found if not word.is_whole)

    @property
    def label(self) -> str:
        return f"{self.url} {digest(self.text)}"

    def values(self, name: str) -> frozenset[str]:
        """What it is, in a field of passages."""
        kinds = frozenset([self.kind]) if self.kind in FINDING_KINDS else frozenset()
        return {"kind": kinds, "agency": self.agencies, "criterion": self.criteria}[name]


@dataclass
class Document:
    url: str
    fields: dict[str, frozenset[str]]
    released: date
    passages: list[Passage]

    def values(self, name: str) -> frozenset[str]:
        """What it is about, in a field of documents."""
        return self.fields[name]


@dataclass
class Entry:
    """An abbreviation of the glossary."""

    term: str
    expansion: str

    def __post_init__(self) -> None:
        self.term_stems = part_stems(self.term)
        self.expansion_stems = part_stems(self.expansion)


@dataclass
class Archive:
    documents: list[Document]
    glossary: list[Entry]
    # For each field, the ids by what they may be called, folded.
    names: dict[str, dict[tuple[str, ...], set[str]]]

    @property
    def passages(self) -> Iterator[Passage]:
        for document in self.documents:
            yield from document.passages


DOCUMENT_FIELDS = ("theme", "area", "inspectorate", "type", "programme", "wording")
PASSAGE_FIELDS = ("kind", "agency", "criterion")
FIELDS = DOCUMENT_FIELDS + PASSAGE_FIELDS + ("date",)

# MARK: Reading a built site


def rows(file: Path) -> list[dict[str, str]]:
    csv.field_size_limit(1 << 30)
    with open(file, encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def rows_by_document(rows: Iterable[dict[str, str]]) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        found.setdefault(row["document"], []).append(row)
    return found


def ids(cell: str) -> frozenset[str]:
    return frozenset(cell.split())


def address(document: str) -> str:
    """The address of a document: that of a page is without its collection."""
    return "/" + document.removeprefix("pages/") + "/"


def local_day(instant: str, zone: ZoneInfo) -> date:
    return datetime.fromisoformat(instant.replace("Z", "+00:00")).astimezone(zone).date()


def document_fields(row: dict[str, str]) -> dict[str, frozenset[str]]:
    return {
        "theme": ids(row["themes"]),
        "area": ids(row["area"]),
        "inspectorate": ids(row["inspectorates"]),
        "type": ids(row["collection"]),
        "programme": ids(row["programme"]),
        "wording": ids(row["wording"]),
    }


def read_archive(data: Path, zone: ZoneInfo, lists: Path | None, glossary: Path | None) -> Archive:
    passages = rows_by_document(rows(data / "passages.csv"))
    findings = rows_by_document(row for row in rows(data / "findings.csv") if row["state"] == "published")
    documents = [
        read_document(row, passages.get(row["document"], []), findings.get(row["document"], []), zone)
        for row in rows(data / "documents.csv")
        if row["state"] != "withdrawn"
    ]
    documents.sort(key=lambda document: document.url)
    archive = Archive(documents, [], {})
    archive.glossary = [entry for entry in read_glossary(glossary) if is_public(entry, archive)]
    archive.names = {name: value_names(name, archive, lists) for name in FIELDS if name != "date"}
    return archive


def read_document(
    row: dict[str, str], passages: list[dict[str, str]], findings: list[dict[str, str]], zone: ZoneInfo
) -> Document:
    url = address(row["document"])
    found = [Passage(url, "title", row["title"])]
    if row["summary"]:
        found.append(Passage(url, "summary", row["summary"]))
    ordered = sorted(passages, key=lambda passage: int(passage["number"]))
    current = {finding["id"]: finding for finding in findings if finding["edition"] == row["edition"]}
    found += body_passages(ordered, current, url)
    return Document(url, document_fields(row), local_day(row["published"], zone), found)


def passage_url(row: dict[str, str], url: str) -> str:
    """The address of the document, with the anchor of the row or of the heading above it.

    Decided: the nearest anchor, as in the column `url`, and not only an anchor of its own.
    """
    _, mark, anchor = row["url"].partition("#")
    return url + mark + anchor


def body_passages(
    passages: list[dict[str, str]], findings: dict[str, dict[str, str]], url: str
) -> list[Passage]:
    """The rows of the text, those of a finding together in the order of the text.

    Decided: a passage is a row of `passages.csv` (an item of a list is one), but for findings.
    """
    found: list[Passage] = []
    inside = ""
    for row in passages:
        finding = findings.get(row["finding"])
        text = collapsed(row["text"])
        if finding and row["finding"] == inside:
            found[-1] = replace(found[-1], text=found[-1].text + "\n" + text)
        elif finding:
            found.append(
                Passage(f"{url}#{row['finding']}", finding["kind"], text, ids(finding["agencies"]), ids(finding["criteria"]))
            )
        else:
            found.append(Passage(passage_url(row, url), row["kind"], text))
        inside = row["finding"]
    return found


# MARK: Names


def read_list(file: Path | None) -> list[dict[str, object]]:
    if file is None or not file.exists():
        return []
    return yaml.safe_load(file.read_text(encoding="utf-8")) or []


def read_glossary(file: Path | None) -> list[Entry]:
    """The entries with an expansion, where both sides have words."""
    entries = [Entry(str(row["term"]), str(row["expansion"])) for row in read_list(file) if row.get("expansion")]
    return [entry for entry in entries if entry.term_stems and entry.expansion_stems]


def is_public(entry: Entry, archive: Archive) -> bool:
    """Decided: an entry is known only where its term or its expansion stands in a searched text."""
    return any(
        has_sequence(passage.parts, entry.term_stems) or has_sequence(passage.parts, entry.expansion_stems)
        for passage in archive.passages
    )


LISTS = {"theme": "themes", "area": "areas", "inspectorate": "inspectorates", "agency": "agencies", "programme": "programmes"}

# As the pages name them.
FIXED_NAMES = {
    "type": {
        "letters": "Letters", "overviews": "Overviews", "guidance": "Guidance", "follow-ups": "Follow-ups",
        "announcements": "Announcements", "consultations": "Consultations", "pages": "Pages",
    },
    "kind": {
        "headline": "Headline findings", "priority-action": "Areas for priority action",
        "improvement": "Areas for improvement", "strength": "Strengths", "main": "Main findings",
        "context": "Context", "practice-effective": "Effective practice",
        "practice-improvement": "Practice to improve",
    },
    "wording": {"official": "Official text", "summary": "Our summary", "facts": "Facts only"},
}


def value_key(text: str) -> tuple[str, ...]:
    """Decided: values are compared by their folded words: `HMI Probation` is `hmi-probation`."""
    return part_forms(text)


def value_names(name: str, archive: Archive, lists: Path | None) -> dict[tuple[str, ...], set[str]]:
    known = all_values(name, archive)
    called = [(id, id) for id in known] + list(FIXED_NAMES.get(name, {}).items())
    if lists and name in LISTS:
        called += [(str(row["id"]), str(row["name"])) for row in read_list(lists / f"{LISTS[name]}.yml")]
    found: dict[tuple[str, ...], set[str]] = {}
    for id, text in called:
        if id in known:
            found.setdefault(value_key(text), set()).add(id)
    return found


def all_values(name: str, archive: Archive) -> set[str]:
    """The values of a field that the searched documents have."""
    units: Iterable[Document | Passage] = archive.passages if name in PASSAGE_FIELDS else archive.documents
    return {value for unit in units for value in unit.values(name)}


# MARK: Queries as values


@dataclass(frozen=True)
class Term:
    """What a passage may have: a word by its stem, a form, a beginning or a phrase."""

    kind: str  # "word", "exact", "prefix", "phrase"
    text: str
    # The stems of its parts: what a sequence of words is compared by.
    parts: tuple[str, ...] = ()


@dataclass(frozen=True)
class All:
    items: tuple["Node", ...]


@dataclass(frozen=True)
class Any:
    items: tuple["Node", ...]


@dataclass(frozen=True)
class Not:
    item: "Node"


@dataclass(frozen=True)
class Expanded:
    """Words of the query, or instead of them what the glossary says is the same."""

    words: tuple[Term, ...]
    others: tuple[Term, ...]


Node = Term | All | Any | Not | Expanded


@dataclass(frozen=True)
class Filter:
    name: str
    is_negative: bool
    # The ids; for dates the first and the last day. None where the value is unknown.
    values: frozenset[str] | None
    days: tuple[date, date] | None = None

    def holds(self, document: Document) -> bool:
        if self.name == "date":
            return self.days is not None and self.days[0] <= document.released <= self.days[1]
        return bool(self.values and self.values & document.values(self.name))

    def holds_for(self, passage: Passage) -> bool:
        return bool(self.values and self.values & passage.values(self.name))


@dataclass
class Query:
    expression: Node | None
    filters: list[Filter]
    expanded: list[tuple[str, str]]

    @property
    def is_empty(self) -> bool:
        return self.expression is None and not self.filters

    def without(self, name: str) -> "Query":
        """Without the values of a field. Decided: what is excluded stays excluded."""
        kept = [filter for filter in self.filters if filter.is_negative or filter.name != name]
        return Query(self.expression, kept, self.expanded)


# MARK: Parsing

LONGEST_QUERY = 1000
MOST_ATOMS = 64
# Decided: these quotation marks, any of which opens or closes.
QUOTES = '"“”„'
CHUNK_END = SPACE + QUOTES + "()"


class Parser:
    """Reads the query language by recursive descent; nothing is an error.

    Decided: a chunk is what stands between white space, parentheses and quotation marks; hyphens at its beginning
    negate all of it, then `=` makes all its words exact. The words of a chunk stand beside each other.
    """

    def __init__(self, text: str, archive: Archive, expands: bool) -> None:
        self.text = cleaned(cut(re.sub("[\ud800-\udfff]", "\ufffd", text), LONGEST_QUERY))
        self.place = 0
        self.archive = archive
        self.atoms = 0
        self.filters: list[Filter] = []
        self.expander = Expander(archive.glossary if expands else [])

    def query(self) -> Query:
        items = self.alternatives(depth=0)
        return Query(flattened(All(tuple(items))), self.filters, sorted(self.expander.used))

    # Grammar

    def alternatives(self, depth: int) -> list[Node]:
        """`a b OR c d`, as one node or none. Decided: an empty side of an OR is left out."""
        sides = [self.sequence(depth)]
        while self.skips_or():
            sides.append(self.sequence(depth))
        full = [side for side in sides if side is not None]
        if len(full) < 2:
            return full
        return [Any(tuple(full))]

    def sequence(self, depth: int) -> Node | None:
        """`a b -c`. A closing parenthesis that closes nothing is as if it were not there."""
        items: list[Node] = []
        while True:
            self.skip_space()
            if self.place >= len(self.text) or self.is_or():
                break
            if self.text[self.place] == ")":
                if depth:
                    break
                self.place += 1
                continue
            items += self.primary(depth)
        items = self.expander.expand(items)
        return All(tuple(items)) if items else None

    def primary(self, depth: int) -> list[Node]:
        """A group, a phrase or a chunk, with what stands before it."""
        is_negative = self.skips_hyphens()
        if self.starts("("):
            return self.negated(self.group(depth), is_negative)
        if self.starts(QUOTES):
            return self.negated(self.phrase(self.quoted()), is_negative)
        return self.chunk(is_negative)

    def group(self, depth: int) -> list[Node]:
        self.place += 1
        items = self.alternatives(depth + 1)
        if self.starts(")"):
            self.place += 1
        return items

    def phrase(self, text: str) -> list[Node]:
        parts = part_stems(text)
        return [Term("phrase", " ".join(part_forms(text)), parts)] if parts and self.takes_atom() else []

    def chunk(self, is_negative: bool) -> list[Node]:
        start = self.place
        while self.place < len(self.text) and self.text[self.place] not in CHUNK_END:
            self.place += 1
        text = self.text[start : self.place]
        if self.filter(text, is_negative):
            return []
        return self.negated(self.chunk_words(text), is_negative)

    def chunk_words(self, text: str) -> list[Node]:
        is_exact = text.startswith("=")
        return [
            self.term(token, is_exact, has_star=text[token.end : token.end + 1] == "*")
            for token in tokens(text)
            if self.takes_atom()
        ]

    def term(self, token: Token, is_exact: bool, has_star: bool) -> Term:
        """Decided: a star directly behind any word of a chunk is one, and weighs more than `=`."""
        if has_star and len(token.whole) >= 2:
            return Term("prefix", token.whole)
        if is_exact:
            return Term("exact", token.whole)
        return Term("word", token.whole, tuple(map(stem, token.parts)))

    def negated(self, items: list[Node], is_negative: bool) -> list[Node]:
        """Decided: of several words in one chunk, what has all of them is excluded."""
        return [Not(All(tuple(items)))] if is_negative and items else items

    # Filters

    def filter(self, text: str, is_negative: bool) -> bool:
        """Whether the chunk is a filter, which is then taken.

        Decided: the names of fields may have capitals. A field without a value that has a word is text.
        """
        name, colon, value = text.partition(":")
        if not colon or name.lower() not in FIELDS or not name.isascii():
            return False
        before = self.place
        if not value and self.starts(QUOTES):
            value = self.quoted()
        if not part_forms(value):
            self.place = before
            return False
        if self.takes_atom():
            self.filters.append(self.made_filter(name.lower(), value, is_negative))
        return True

    def made_filter(self, name: str, value: str, is_negative: bool) -> Filter:
        if name == "date":
            return Filter(name, is_negative, None, days(value))
        values = self.archive.names[name].get(value_key(value))
        return Filter(name, is_negative, frozenset(values) if values else None)

    # Characters

    def starts(self, characters: str) -> bool:
        return self.place < len(self.text) and self.text[self.place] in characters

    def skip_space(self) -> None:
        while self.starts(SPACE):
            self.place += 1

    def skips_hyphens(self) -> bool:
        """Decided: any number of hyphens is a not."""
        start = self.place
        while self.starts("-"):
            self.place += 1
        return self.place > start

    def is_or(self) -> bool:
        """Whether a chunk is exactly `OR`."""
        after = self.text[self.place + 2 : self.place + 3]
        return self.text.startswith("OR", self.place) and (not after or after in CHUNK_END) and self.is_chunk_start()

    def is_chunk_start(self) -> bool:
        return self.place == 0 or self.text[self.place - 1] in CHUNK_END

    def skips_or(self) -> bool:
        if not self.is_or():
            return False
        self.place += 2
        return True

    def quoted(self) -> str:
        """What is between quotation marks, of which the closing one may be missing."""
        start = self.place + 1
        end = next((place for place in range(start, len(self.text)) if self.text[place] in QUOTES), len(self.text))
        self.place = min(end + 1, len(self.text))
        return self.text[start:end]

    def takes_atom(self) -> bool:
        """Counts words, phrases and filters alike; whether this one is within the bound."""
        self.atoms += 1
        return self.atoms <= MOST_ATOMS


def days(value: str) -> tuple[date, date] | None:
    """The first and last day of a date or a range; None where it is none."""
    first, dots, last = value.partition("..")
    if not dots:
        return period(value)
    start = period(first) if first else (date.min, date.max)
    end = period(last) if last else (date.min, date.max)
    return (start[0], end[1]) if start and end else None


def period(text: str) -> tuple[date, date] | None:
    """The days of a year, a month or a day."""
    match = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", text)
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return first, first
    return first, last_day(first.year, month or 12)


def last_day(year: int, month: int) -> date:
    if month == 12:
        return date(year, 12, 31)
    return date.fromordinal(date(year, month + 1, 1).toordinal() - 1)


def flattened(node: Node) -> Node | None:
    """Without groups that say nothing: of one thing, or of things side by side within such.

    Decided: `(a b) c` is `a b c`, also where it is asked whether there is an OR at the top.
    """
    if isinstance(node, Not):
        inner = flattened(node.item)
        return Not(inner) if inner else None
    if isinstance(node, (All, Any)):
        items = [item for item in map(flattened, node.items) if item is not None]
        if isinstance(node, All):
            items = [part for item in items for part in (item.items if isinstance(item, All) else (item,))]
        if len(items) == 1:
            return items[0]
        return type(node)(tuple(items)) if items else None
    return node


# MARK: Abbreviations


class Expander:
    """Says the same in other words, by the glossary.

    Decided: only words that stand directly beside each other in one place of the query are taken together (filters
    between them do not count), the longest such sequence from the left, each word in one. Compared are the stems of
    their parts, so neither capitals nor hyphens matter. It also holds within what is excluded.
    """

    def __init__(self, glossary: list[Entry]) -> None:
        self.used: set[tuple[str, str]] = set()
        self.others: dict[tuple[str, ...], list[tuple[Entry, Term]]] = {}
        for entry in glossary:
            self.add(entry, entry.term_stems, entry.expansion)
            self.add(entry, entry.expansion_stems, entry.term)

    def add(self, entry: Entry, stems: tuple[str, ...], other: str) -> None:
        term = Term("phrase", " ".join(part_forms(other)), part_stems(other))
        self.others.setdefault(stems, []).append((entry, term))

    def expand(self, items: list[Node]) -> list[Node]:
        found: list[Node] = []
        place = 0
        while place < len(items):
            length = self.longest(items, place)
            if length:
                found.append(self.expanded(tuple(items[place : place + length])))
            else:
                found.append(self.within(items[place]))
            place += length or 1
        return found

    def longest(self, items: list[Node], place: int) -> int:
        """How many words from there are one side of an entry."""
        best, stems = 0, ()
        for count, item in enumerate(items[place:], start=1):
            if not (isinstance(item, Term) and item.kind == "word"):
                break
            stems += item.parts
            if stems in self.others:
                best = count
        return best

    def expanded(self, terms: tuple[Term, ...]) -> Node:
        stems = tuple(part for term in terms for part in term.parts)
        others = self.others[stems]
        for entry, term in others:
            is_term = entry.term_stems == stems
            self.used.add((entry.term, entry.expansion) if is_term else (entry.expansion, entry.term))
        return Expanded(terms, tuple(term for _, term in others))

    def within(self, item: Node) -> Node:
        """Words that are excluded have not been expanded yet."""
        if isinstance(item, Not) and isinstance(item.item, All):
            return Not(All(tuple(self.expand(list(item.item.items)))))
        return item


# MARK: Evaluation


def has_sequence(parts: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    size = len(wanted)
    return any(parts[start : start + size] == wanted for start in range(len(parts) - size + 1))


def has(passage: Passage, term: Term) -> bool:
    if term.kind == "word":
        return stem(term.text) in passage.stems
    if term.kind == "exact":
        return term.text in passage.forms
    if term.kind == "prefix":
        return any(form.startswith(term.text) for form in passage.forms)
    return has_sequence(passage.parts, term.parts)


def satisfies(passages: list[Passage], node: Node | None) -> bool:
    """Whether these passages together, those of a document or a single one, satisfy the expression."""
    match node:
        case None:
            return True
        case Term():
            return any(has(passage, node) for passage in passages)
        case All():
            return all(satisfies(passages, item) for item in node.items)
        case Any():
            return any(satisfies(passages, item) for item in node.items)
        case Not():
            return not satisfies(passages, node.item)
        case Expanded():
            return satisfies(passages, All(node.words)) or satisfies(passages, Any(node.others))


def leaves(node: Node | None, is_positive: bool = True) -> Iterator[tuple[Term, bool]]:
    """The terms, each with whether it is wanted rather than excluded."""
    match node:
        case Term():
            yield node, is_positive
        case All() | Any():
            for item in node.items:
                yield from leaves(item, is_positive)
        case Not():
            yield from leaves(node.item, not is_positive)
        case Expanded():
            for term in node.words + node.others:
                yield term, is_positive


def wanted_terms(node: Node | None) -> list[Term]:
    return [term for term, is_positive in leaves(node) if is_positive]


def loosened(node: Node | None) -> Node | None:
    """Any of the terms and all of the exclusions; None where the query has no partial matches.

    Decided: at the top there may be terms and exclusions, nothing else; two terms at least.
    """
    items = node.items if isinstance(node, All) else (node,)
    terms = [item for item in items if isinstance(item, (Term, Expanded))]
    exclusions = [item for item in items if isinstance(item, Not)]
    if len(terms) + len(exclusions) != len(items):
        return None
    if sum(len(term.words) if isinstance(term, Expanded) else 1 for term in terms) < 2:
        return None
    return All((Any(tuple(wanted_terms(All(tuple(terms))))), *exclusions))


@dataclass
class Result:
    is_partial: bool
    # The hits, with the passages that show why.
    hits: dict[str, list[Passage]]


class Evaluation:
    """One query over the whole archive."""

    def __init__(self, archive: Archive, query: Query) -> None:
        self.archive = archive
        self.query = query
        self.by_url = {document.url: document for document in archive.documents}

    def result(self) -> Result:
        """Decided: whether words are enough is a matter of the archive, not of what it is narrowed to."""
        # Decided: a query that says nothing finds nothing.
        if self.query.is_empty:
            return Result(False, {})
        expression = self.expression
        hits = self.hits(self.query, expression)
        return Result(bool(hits) and expression is not self.query.expression, hits)

    @cached_property
    def expression(self) -> Node | None:
        """What is asked for: any of the terms where no document has all, and one has some."""
        asked = self.query.expression
        loose = loosened(asked)
        if loose is None or any(satisfies(document.passages, asked) for document in self.archive.documents):
            return asked
        return loose

    def hits(self, query: Query, expression: Node | None, unit: str | None = None) -> dict[str, list[Passage]]:
        in_passages = unit == "passage" or any(filter.name in PASSAGE_FIELDS for filter in query.filters)
        found: dict[str, list[Passage]] = {}
        for document in self.archive.documents:
            if not holds_for_document(query.filters, document):
                continue
            if in_passages:
                shown = [
                    passage
                    for passage in document.passages
                    if holds_for_passage(query.filters, passage) and satisfies([passage], expression)
                ]
                if shown:
                    found[document.url] = shown
            elif satisfies(document.passages, expression):
                found[document.url] = matching(document, wanted_terms(expression))
        return found

    # Facets

    def facets(self, result: Result) -> dict[str, dict[str, int]]:
        counts = {name: self.counts(name, name, result) for name in DOCUMENT_FIELDS + PASSAGE_FIELDS}
        counts["year"] = self.counts("date", "year", result)
        return counts

    def counts(self, name: str, facet: str, result: Result) -> dict[str, int]:
        """How many documents would be hits with each value, the other values of its field removed."""
        query = self.query.without(name)
        unit = "passage" if name in PASSAGE_FIELDS else None
        return self.tally(self.hits(query, self.expression, unit), facet)

    def tally(self, hits: dict[str, list[Passage]], facet: str) -> dict[str, int]:
        counts: dict[str, int] = {}
        for url, passages in hits.items():
            for value in self.values(url, passages, facet):
                counts[value] = counts.get(value, 0) + 1
        return dict(sorted(counts.items()))

    def values(self, url: str, passages: list[Passage], facet: str) -> set[str]:
        if facet == "year":
            return {f"{self.by_url[url].released.year:04}"}
        if facet in PASSAGE_FIELDS:
            return {value for passage in passages for value in passage.values(facet)}
        return set(self.by_url[url].values(facet))


def matching(document: Document, terms: list[Term]) -> list[Passage]:
    return [passage for passage in document.passages if any(has(passage, term) for term in terms)]


def holds_for_document(filters: list[Filter], document: Document) -> bool:
    relevant = [filter for filter in filters if filter.name not in PASSAGE_FIELDS]
    return all_hold(relevant, lambda filter: filter.holds(document))


def holds_for_passage(filters: list[Filter], passage: Passage) -> bool:
    relevant = [filter for filter in filters if filter.name in PASSAGE_FIELDS]
    return all_hold(relevant, lambda filter: filter.holds_for(passage))


def all_hold(filters: list[Filter], holds: Callable[[Filter], bool]) -> bool:
    """One of the values of each field, and none of the excluded ones.

    Decided: an unknown value that is excluded excludes nothing.
    """
    if any(holds(filter) for filter in filters if filter.is_negative):
        return False
    wanted = [filter for filter in filters if not filter.is_negative]
    names = {filter.name for filter in wanted}
    return all(any(holds(filter) for filter in wanted if filter.name == name) for name in names)


# MARK: Answers


def unknown_words(archive: Archive, expression: Node | None) -> list[str]:
    """The words that nothing searched contains.

    Decided: words and exact forms that are wanted (not phrases, not beginnings); one that the glossary knows
    counts where neither it nor what it stands for is there.
    """
    found: set[str] = set()
    for term in single_words(expression):
        words = term.words if isinstance(term, Expanded) else (term,)
        others = term.others if isinstance(term, Expanded) else ()
        if not any(has(passage, other) for other in others for passage in archive.passages):
            found |= {word.text for word in words if not any(has(passage, word) for passage in archive.passages)}
    return sorted(found)


def single_words(node: Node | None) -> Iterator[Term | Expanded]:
    match node:
        case Term() if node.kind in ("word", "exact"):
            yield node
        case Expanded():
            yield node
        case All() | Any():
            for item in node.items:
                yield from single_words(item)
        case Not(Not(inner)):
            yield from single_words(inner)


def answer(archive: Archive, text: str, expands: bool = True) -> dict[str, object]:
    query = Parser(text, archive, expands).query()
    evaluation = Evaluation(archive, query)
    result = evaluation.result()
    return {
        "total": len(result.hits),
        "partial": result.is_partial,
        "documents": sorted(result.hits),
        # The title of a document stands above its passages already.
        "passages": {url: sorted(passage.label for passage in result.hits[url] if passage.kind != "title") for url in sorted(result.hits)},
        "facets": evaluation.facets(result),
        "expanded": [{"from": before, "to": after} for before, after in query.expanded],
        "suggestions-for": unknown_words(archive, query.expression),
    }


def time_zone(lists: Path | None) -> ZoneInfo:
    file = lists / "archive.yml" if lists else None
    settings = yaml.safe_load(file.read_text(encoding="utf-8")) if file and file.exists() else {}
    return ZoneInfo(settings.get("time-zone", "Europe/London"))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("site", type=Path, help="a built site, which has data/")
    parser.add_argument("--glossary", type=Path, help="glossary.yml")
    parser.add_argument("--lists", type=Path, help="the content, for the names of areas, themes, ... and the time zone")
    options = parser.parse_args()
    sys.setrecursionlimit(100_000)  # a thousand parentheses are a query too
    archive = read_archive(options.site / "data", time_zone(options.lists), options.lists, options.glossary)
    for line in sys.stdin:
        if line.strip():
            asked = json.loads(line)
            found = answer(archive, asked["query"], asked.get("expand", True))
            print(json.dumps(found), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
