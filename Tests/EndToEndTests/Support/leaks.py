"""Looks for words that readers may not know yet, and for words that were lost.

usage: leaks.py MANIFEST PRUNED OUTPUT

For every n, OUTPUT/n/full is the site of the instant whose state `prune.py` wrote to PRUNED/n/public.json.
Paths and bytes are searched without regard to letter case, as they stand and with percent-encoding, JSON
escapes and character references decoded, and the pieces of the search index unpacked. Prints a line for each word that is where it should not be, or
is not where it should be; the exit code is 1 if there is one.
"""

import datetime as dt
import html
import json
import pathlib
import re
import sys
import urllib.parse

import index_words

MONTHS = "january february march april may june july august september october november december".split()
WORD = re.compile(r"zq[a-z]{7}q|19[3-7]\d-\d\d-\d\d")
DATE = re.compile(rf"(\d{{1,2}})(?: |&nbsp;|\u00a0)({'|'.join(MONTHS)})(?: |&nbsp;|\u00a0)(19[3-7]\d)")


def words(text):
    """The canary words of a text, dates in words among them."""
    found = set()
    for form in forms(text.lower()):
        found.update(WORD.findall(form))
        for day, month, year in DATE.findall(form):
            found.add(f"{year}-{MONTHS.index(month) + 1:02}-{int(day):02}")
    return found


def forms(text):
    yield text
    if "%" in text:
        yield urllib.parse.unquote(text)
    if "\\u" in text:
        yield re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), text)
    if "&#" in text:
        yield html.unescape(text)


def is_allowed(owner, state):
    """Whether readers may know what belongs to the owner."""
    match owner["kind"]:
        case "edition":
            # A removed document's former addresses lead to its tombstone.
            is_removed = owner["field"] == "redirect-from" and owner["edition"].split("#")[0] in state["removed"]
            return owner["edition"] in state["editions"] or is_removed
        case "document":
            return owner["id"] in state["documents"] or owner["id"] in state["removed"]
        case "file":
            return f"{owner['document']}/{owner['name']}" in state["files"]
        case "list":
            return owner["id"] in state["lists"][owner["list"]]
        case "dated":
            return owner["day"] <= state["day"]
        case "withdrawn":
            return owner["edition"] in state["editions"] and has_begun(owner, state)
        case "removed":
            return owner["edition"].split("#")[0] in state["removed"] and has_begun(owner, state)
    return False


def has_begun(owner, state):
    return dt.datetime.fromisoformat(owner["at"]) <= dt.datetime.fromisoformat(state["at"])


def is_due(owner, state):
    """Whether readers must find what belongs to the owner."""
    match owner["kind"]:
        case "edition":
            return owner.get("shown", False) and owner["edition"] in state["editions"]
        case "document":
            return owner["id"] in state["documents"]
        case "file":
            return is_allowed(owner, state)
    return False


def problems(manifest, state, site):
    places = {}
    for path in sorted(site.rglob("*")):
        name = str(path.relative_to(site))
        text = name + "\n" + (index_words.text(path.read_bytes()) if path.is_file() else "")
        for word in words(text):
            places.setdefault(word, name)
    for word, place in places.items():
        owner = manifest["words"].get(word)
        if owner and not is_allowed(owner, state):
            yield f"{word} of {owner} is in {place} at {state['at']}"
    for word, owner in manifest["words"].items():
        if word not in places and is_due(owner, state):
            yield f"{word} of {owner} is nowhere at {state['at']}"


def main():
    manifest = json.loads(pathlib.Path(sys.argv[1]).read_text())
    pruned, output = pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    found = []
    for folder in sorted(pruned.iterdir(), key=lambda path: int(path.name)):
        state = json.loads((folder / "public.json").read_text())
        found += problems(manifest, state, output / folder.name / "full")
    print("\n".join(found[:20]))
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
