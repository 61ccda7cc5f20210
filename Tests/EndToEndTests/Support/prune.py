"""Removes from an archive what is not public at an instant, by the front matter alone.

usage: prune.py CONTENT OUT INSTANT... [--digests FILE]

For the n-th instant OUT/n/editions receives the archive without the editions that are not public and the
files that only they link to; OUT/n/entries the same without the entries of lists and the dated names that
only they could have shown, and without the rules about time; OUT/n/public.json says what was kept. Written
from DESIGN.md and not from the sources, so that the two can be held against each other; the digests of
agreed texts, which no script can know, are read from FILE ({"letters/leeds-2024#1": digest}).
"""

import argparse
import datetime as dt
import json
import os
import pathlib
import re
import urllib.parse
import zoneinfo

import yaml

COLLECTIONS = ["letters", "overviews", "guidance", "follow-ups", "announcements", "consultations", "pages"]


class Text(yaml.CBaseLoader):
    """Reads every scalar as the text that stands there."""


def read(path):
    return yaml.load(path.read_text(), Loader=Text) if path.exists() else None


class Edition:
    def __init__(self, path, document, number):
        self.path, self.document, self.number = path, document, number
        _, front, self.body = path.read_text().split("---\n", 2)
        self.front = yaml.load(front, Loader=Text)

    @property
    def key(self):
        return f"{self.document.id}#{self.number}"

    def files(self):
        """The names of the files that the text links to."""
        links = re.findall(r"\]\(<?([^)>\s]+)", self.body) + re.findall(r"^\[[^\]^]+\]: *<?([^>\s]+)", self.body, re.M)
        return {urllib.parse.unquote(link.removeprefix("./").split("#")[0]) for link in links}


class Document:
    def __init__(self, id, home, paths, files):
        self.id, self.home, self.files = id, home, files
        self.collection = id.split("/")[0]
        self.editions = [Edition(path, self, number) for number, path in sorted(paths.items())]

    @property
    def is_removed(self):
        return any("removed" in edition.front for edition in self.editions)


class Archive:
    def __init__(self, content, digests):
        self.content, self.digests = content, digests
        self.settings = read(content / "archive.yml")
        self.zone = zoneinfo.ZoneInfo(self.settings.get("time-zone", "Europe/London"))
        hour, minute = self.settings.get("release-time", "00:00").split(":")
        self.release_time = dt.time(int(hour), int(minute))
        self.inspectorates = [entry["id"] for entry in read(content / "inspectorates.yml")]
        self.documents = [d for c in COLLECTIONS if (content / c).exists() for d in self.scan(c, content / c)]

    def scan(self, collection, folder):
        for path in sorted(folder.iterdir()):
            if path.suffix == ".md":
                yield Document(f"{collection}/{path.stem}", None, {1: path}, [])
            elif path.is_dir():
                editions = {int(p.stem[8:]): p for p in path.glob("edition-*.md")}
                if editions:
                    files = [p for p in path.iterdir() if p.suffix != ".md"]
                    yield Document(f"{collection}/{path.name}", path, editions, files)
                else:
                    yield from self.scan(collection, path)

    # Times

    def instant(self, text, date_means):
        if len(text) == 10:
            return dt.datetime.combine(dt.date.fromisoformat(text), date_means, self.zone)
        moment = dt.datetime.fromisoformat(text.replace("Z", "+00:00"))
        return moment if moment.tzinfo else moment.replace(tzinfo=self.zone)

    # What keeps an edition back, in the order of the design

    def is_public(self, edition, instant):
        front = edition.front
        if "release" not in front:
            return False
        release = self.instant(front["release"], self.release_time)
        return (self.is_agreed(edition, release, instant) and self.is_clear(front.get("hold"), instant)
                and not self.is_in_moratorium(edition, release) and release <= instant)

    def is_agreed(self, edition, release, instant):
        rule = self.settings.get("agreement")
        if not rule or edition.document.collection not in rule["collections"]:
            return True
        if release < self.instant(rule["from"], dt.time()):
            return True
        agreed = {a["inspectorate"] for a in edition.front.get("agreed", [])
                  if a["digest"] == self.digests.get(edition.key) and self.instant(a["at"], dt.time.max) <= instant}
        # An edition that names no inspectorate needs the agreement of them all.
        return agreed.issuperset(edition.front.get("inspectorates") or self.inspectorates)

    def is_clear(self, hold, instant):
        if not hold:
            return True
        return "cleared" in hold and self.instant(hold["cleared"]["at"], dt.time.max) <= instant

    def is_in_moratorium(self, edition, release):
        if "moratorium-exempt" in edition.front:
            return False
        areas = edition.front.get("area", [])
        areas = {areas} if isinstance(areas, str) else set(areas)
        for rule in self.settings.get("moratoria", []):
            start, end = self.instant(rule["from"], dt.time()), self.instant(rule["to"], dt.time(23, 59, 59, 999999))
            if start <= release <= end and (not rule.get("collections") or edition.document.collection in rule["collections"]):
                if not rule.get("areas") or areas & set(rule["areas"]):
                    return True
        return False

    # Pruning

    def public(self, instant):
        """The public editions, a removed document's among them: its tombstone needs the file."""
        for document in self.documents:
            for edition in document.editions:
                if not document.is_removed and not self.is_public(edition, instant):
                    break
                yield edition

    def prune(self, instant, out):
        kept = list(self.public(instant))
        shown = [edition for edition in kept if not edition.document.is_removed]
        files = {path for edition in kept for path in edition.document.files
                 if edition.document.is_removed or path.name in edition.files()}
        lists = [path for path in self.content.iterdir() if path.is_file()]
        for target in [out / "editions", out / "entries"]:
            for path in [*lists, *files, *[edition.path for edition in kept]]:
                copy = target / path.relative_to(self.content)
                copy.parent.mkdir(parents=True, exist_ok=True)
                os.link(path, copy)
        reached = self.reached(shown)
        removed = {e.document.id for e in kept if e.document.is_removed}
        self.prune_lists(out / "entries", self.reached(shown), instant, keeps_rules=bool(removed))
        (out / "public.json").write_text(json.dumps({
            "at": instant.isoformat(), "day": instant.astimezone(self.zone).date().isoformat(),
            "editions": [edition.key for edition in shown],
            "documents": sorted({edition.document.id for edition in shown}), "removed": sorted(removed),
            "files": sorted(f"{e.document.id}/{name}" for e in shown for name in e.files()),
            "lists": {name: sorted(ids) for name, ids in reached.items()}}))

    def reached(self, editions):
        """The entries of lists that readers may know: named by a public edition, or always known."""
        reached = {"inspectorates": {entry["id"] for entry in read(self.content / "inspectorates.yml")},
                   "areas": {a["id"] for a in read(self.content / "areas.yml") if a.get("listed") == "true"},
                   "themes": set(), "programmes": set(), "glossary": set(), "agencies": set()}
        terms = {entry["term"] for entry in read(self.content / "glossary.yml")}
        agencies = {a["id"]: [a["name"], *a.get("aliases", [])] for a in read(self.content / "agencies.yml")}
        for front, body in ((edition.front, edition.body) for edition in editions):
            areas = front.get("area", [])
            reached["areas"].update([areas] if isinstance(areas, str) else areas)
            reached["themes"].update(front.get("themes", []), front.get("round", {}).get("themes", []))
            reached["programmes"].update([front["programme"]] if "programme" in front else [])
            reached["glossary"].update(term for term in terms if term in body)
            # A public text may name an agency by its id, its name or an alias.
            reached["agencies"].update(
                id for id, names in agencies.items() if any(name in body for name in [id, *names]))
        return reached

    def prune_lists(self, content, reached, instant, keeps_rules):
        """Prunes the lists. The rules about time go too, unless a tombstone depends on them: it stands only
        where the text would have been public."""
        day = instant.astimezone(self.zone).date().isoformat()
        settings = {key: value for key, value in self.settings.items() if key not in ("moratoria", "agreement")}
        if keeps_rules:
            reached["areas"].update(id for rule in self.settings.get("moratoria", []) for id in rule.get("areas", []))
        else:
            self.replace(content / "archive.yml", settings)
        for name, ids in reached.items():
            entries = [e for e in read(content / f"{name}.yml") if e.get("id", e.get("term")) in ids]
            for entry in entries:
                if "successors" in entry:
                    entry["successors"] = [id for id in entry["successors"] if id in ids]
                for key in {"names", "timetables"} & entry.keys():
                    entry[key] = [dated for dated in entry[key] if dated["from"] <= day]
            self.replace(content / f"{name}.yml", entries)

    @staticmethod
    def replace(path, value):
        path.unlink()
        path.write_text(yaml.dump(value, allow_unicode=True, sort_keys=False, Dumper=yaml.CSafeDumper))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("content", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("instants", nargs="+")
    parser.add_argument("--digests", type=pathlib.Path)
    options = parser.parse_args()
    archive = Archive(options.content, json.loads(options.digests.read_text()) if options.digests else {})
    for number, text in enumerate(options.instants):
        archive.prune(dt.datetime.fromisoformat(text.replace("Z", "+00:00")), options.out / str(number))


if __name__ == "__main__":
    main()
