#!/usr/bin/env python3
"""Compares `findings search` with the judge over random queries, and with the engine of the search page.

usage: compare.py FINDINGS SITE CONTENT COUNT [--seed N]

SITE was built from CONTENT, with the page's engine among its assets. Prints a line for each query that is answered
otherwise; the exit code is 1 if there is one. The order of the documents is the engine's own matter, but terminal and
page answer with the same bytes.
"""

import argparse
import json
import subprocess
import sys
import urllib.parse
from collections.abc import Iterator
from pathlib import Path

import oracle
from client import Client
from queries import Generator

# `findings search` shows so many documents at most.
MOST_HITS = 1000


def asked(findings: Path, site: Path, query: dict[str, object]) -> bytes:
    command = [findings, "search", "--index", site, "--limit", str(MOST_HITS), "--format", "json"]
    if not query["expand"]:
        command.append("--no-expand")
    return subprocess.run([*command, "--", text(query)], capture_output=True, check=True).stdout


def text(query: dict[str, object]) -> bytes:
    # No argument of a command can hold a zero byte.
    return str(query["query"]).encode("utf-8", "replace").replace(b"\0", b" ")


def request(query: dict[str, object]) -> bytes:
    """What the page asks its engine."""
    expand = "yes" if query["expand"] else "no"
    return urllib.parse.urlencode({"q": text(query), "limit": MOST_HITS, "expand": expand}).encode()


def differences(wanted: dict, found: dict) -> Iterator[str]:
    if (wanted["total"], wanted["partial"]) != (found["total"], found["partial"]):
        yield f"{wanted['total']} documents{', partial' * wanted['partial']}, and not {found['total']}"
    hits = {hit["url"]: hit for hit in found["hits"]}
    if set(wanted["documents"]) != set(hits):
        yield f"other documents: {sorted(set(wanted['documents']) ^ set(hits))[:5]}"
    for url, labels in wanted["passages"].items():
        expected = sorted(label.rsplit(" ", 1)[0] for label in labels)
        if url in hits and expected != sorted(passage["url"] for passage in hits[url]["passages"]):
            yield f"other passages of {url}: {expected}"
            break
    counts = {
        facet: {value["id"]: value["count"] for value in values if value["count"]}
        for facet, values in found["facets"].items()
    }
    for facet, values in wanted["facets"].items():
        if values != counts.get(facet, {}):
            yield f"other counts of {facet}: {values}, and not {counts.get(facet)}"
    if sorted(map(str, wanted["expanded"])) != sorted(map(str, found["expanded"])):
        yield f"expanded as {wanted['expanded']}, and not {found['expanded']}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("findings", type=Path)
    parser.add_argument("site", type=Path)
    parser.add_argument("content", type=Path)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    sys.setrecursionlimit(20_000)
    glossary = options.content / "glossary.yml"
    archive = oracle.read_archive(
        options.site / "data", oracle.time_zone(options.content), options.content,
        glossary if glossary.exists() else None)
    generator = Generator(archive, options.seed)
    [engine] = options.site.glob("assets/search-*.wasm")
    page = Client(engine, options.site / "search" / "index")
    failures = 0
    for _ in range(options.count):
        query = json.loads(generator.line())
        expected = oracle.answer(archive, query["query"], query["expand"])
        found = asked(options.findings, options.site, query)
        differing = list(differences(expected, json.loads(found)))
        if page.answer(request(query)) + b"\n" != found:
            differing.append("the page's engine answers with other bytes")
        failures += len(differing)
        for difference in differing:
            print(f"{json.dumps(query['query'])}: {difference}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
