"""Writes a random archive in the format of DESIGN.md, for the tests of the embargo.

usage: random_archive.py SEED OUT [--findings COMMAND --site FOLDER]

OUT/content receives the archive and OUT/manifest.json says of each canary word what it belongs to:
{"words": {WORD: OWNER}, "moments": [every moment at which something may change]}. With --findings, valid
digests of agreed texts are read from the record of a build without conditions; else no agreement is valid.
"""

import argparse
import datetime as dt
import json
import pathlib
import random
import shutil
import subprocess
import zoneinfo

from random_documents import Documents
from random_lists import Canaries, Lists, Moments, dump

COLLECTIONS = ["letters", "overviews", "guidance", "follow-ups", "announcements", "consultations", "pages"]
NEVER = dt.datetime(2090, 5, 4, 9, 30, tzinfo=dt.timezone.utc)


class RandomArchive:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.zone = zoneinfo.ZoneInfo("Europe/London")
        self.canaries = Canaries(self.random)
        self.moments = Moments(self.random, self.zone)
        self.lists = Lists(self.random, self.canaries, self.moments)
        self.agreement = None
        if self.random.random() < 0.7:
            self.agreement = (self.random.sample(["letters", "overviews", "pages", "guidance"], 2), self.moments.pick())
        self.documents = Documents(self.random, self.canaries, self.lists, self.agreement and self.agreement[0]).all
        for document in self.documents:
            self.decide(document)

    def chance(self, probability):
        return self.random.random() < probability

    def settings(self, is_conditional):
        settings = {
            "title": "Random archive", "address": "https://findings.example.org/", "time-zone": "Europe/London",
            "release-time": "09:30", "language": "en-GB",
            "licence": {"name": "Open licence", "url": "https://licence.example.org/"},
            "downloads": {"sqlite": True}}
        if not is_conditional:
            return settings
        if self.agreement:
            settings["agreement"] = {"collections": self.agreement[0], "from": self.moments.write(self.agreement[1])}
        settings["moratoria"] = [self.moratorium() for _ in range(self.random.choice([0, 1, 1, 2]))]
        return settings

    def moratorium(self):
        start, end = sorted([self.moments.pick(), self.moments.pick()])
        moratorium = {"from": self.moments.write(start), "reason": self.canaries.word(kind="never")}
        local = end.astimezone(self.zone)
        moratorium["to"] = local.date().isoformat() if self.chance(0.3) else self.moments.write(end)
        if len(moratorium["to"]) == 10 and self.chance(0.5):
            moratorium["from"] = start.astimezone(self.zone).date().isoformat()
        if self.chance(0.6):
            moratorium["collections"] = self.random.sample(COLLECTIONS, 2)
        if self.chance(0.3):
            moratorium["areas"] = [self.random.choice(self.lists.areas)["id"]]
        return moratorium

    def boundaries(self):
        """The moments of releases, holds and ends, and the midnights at which names begin."""
        days = [dt.date.fromisoformat(name["from"]) for entry in self.lists.inspectorates for name in entry.get("names", [])]
        midnights = [dt.datetime.combine(day, dt.time(), self.zone).astimezone(dt.timezone.utc) for day in days]
        first, last = self.moments.pool[0], self.moments.pool[-1]
        return sorted({*self.moments.pool, *[moment for moment in midnights if first < moment < last]})

    # What becomes of each edition

    def decide(self, document):
        """Gives the editions of a document their status keys: releases, holds, withdrawals, removals."""
        count = len(document.editions)
        releases = sorted(self.random.choices(self.moments.pool, k=count))
        for index in range(1, count):
            if releases[index] <= releases[index - 1]:
                releases[index] = releases[index - 1] + dt.timedelta(seconds=1)
        is_late = is_draft = False
        for number, (edition, release) in enumerate(zip(document.editions, releases), 1):
            owner = {"kind": "never"}
            fates = [0, 1, 2, 0, 2] if document.is_rival else [62, 6, 8, 16, 8]
            fate = self.random.choices(["plain", "draft", "held", "cleared", "late"], fates)[0]
            is_draft = is_draft or fate == "draft"
            is_late = is_late or fate == "late"
            status = edition.status
            if is_draft:
                fate = "draft"
                if self.chance(0.4):
                    status["unknown-" + self.canaries.word(**owner)] = self.canaries.word(**owner)
            else:
                release = NEVER + dt.timedelta(days=number) if is_late else release
                status["release"] = self.moments.write(release)
            if fate in ("held", "cleared"):
                status["hold"] = {"reason": "Held " + self.canaries.word(**owner), "review": "2026-01-01"}
                if fate == "cleared":
                    moment = self.moments.pick()
                    status["hold"]["cleared"] = {"by": self.canaries.word(**owner), "at": self.moments.offset(moment, 0)}
            if self.chance(0.25):
                status["moratorium-exempt"] = "Exempt " + self.canaries.word(**owner)
            if fate in ("plain", "cleared"):
                self.decide_end(f"{document.id}#{number}", status, release)
            edition.agreements = self.agreements(edition)
        if document.is_rival and self.agreement and document.collection in self.agreement[0] and self.chance(0.5):
            self.disagree(document.editions[0])

    def disagree(self, edition):
        """Makes an early release wait for ever, because what was agreed is another text."""
        edition.status = {"release": self.moments.write(self.agreement[1])}
        edition.agreements = [
            (entry["id"], self.moments.offset(self.moments.pool[0], 0), False) for entry in self.lists.inspectorates]

    def decide_end(self, id, status, release):
        later = [m for m in self.moments.pool if m >= release]
        for key, probability, moments in [("withdrawn", 0.12, later), ("removed", 0.06, self.moments.pool)]:
            if moments and self.chance(probability):
                moment = self.random.choice(moments)
                reason, name = (self.canaries.word(kind=key, edition=id, at=moment.isoformat()) for _ in range(2))
                status[key] = {"at": self.moments.write(moment), "reason": f"{key} {reason}", "decided-by": name}

    def agreements(self, edition):
        """Which inspectorates have agreed, when, and whether the digest is that of the text."""
        fate = self.random.choices(["all", "none", "wrong", "some"], [70, 10, 10, 10])[0]
        if fate == "none":
            return []
        given = []
        for id in edition.front.get("inspectorates") or [entry["id"] for entry in self.lists.inspectorates]:
            is_valid = fate == "all" or (fate == "some" and self.chance(0.5))
            moment = self.moments.pool[0] if self.chance(0.6) else self.moments.pick()
            given.append((id, self.moments.offset(moment, 0), is_valid))
        return given

    # Writing

    def write(self, content, digests):
        """Writes the archive; with no digests given, without conditions, so that all of it is public at the end."""
        self.lists.write(content)
        dump(content / "archive.yml", self.settings(is_conditional=digests is not None))
        for document in self.documents:
            if document.is_rival and digests is None:
                continue
            document.write(content, lambda edition, number: self.status(document, edition, number, digests))

    def status(self, document, edition, number, digests):
        if digests is None:
            return {"release": f"2000-01-{number:02}"}
        status = dict(edition.status)
        if edition.agreements:
            status["agreed"] = [
                {"inspectorate": id, "by": self.canaries.word(kind="never"), "at": at,
                 "digest": digests.get(f"{document.id}#{number}", "unknown") if is_valid else "0" * 64}
                for id, at, is_valid in edition.agreements]
        return status


def digests(archive, out, options):
    """The digest of every edition's public text, from a build of them all."""
    if not options.findings:
        return {}
    archive.write(out / "unconditional", None)
    subprocess.run(
        [options.findings, "build", "--content", out / "unconditional", "--site", options.site, "--jobs", "1",
         "--at", "2080-01-01T00:00:00Z", "--output", out / "unconditional-site"], check=True, stderr=subprocess.PIPE)
    record = json.loads((out / "unconditional-site/record.json").read_text())
    shutil.rmtree(out / "unconditional-site")
    shutil.rmtree(out / "unconditional")
    return {f"{entry['document']}#{entry['edition']}": entry["digest"] for entry in record["editions"]}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("seed", type=int)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--findings")
    parser.add_argument("--site")
    options = parser.parse_args()
    archive = RandomArchive(options.seed)
    known = digests(archive, options.out, options)
    archive.write(options.out / "content", known)
    manifest = {
        "words": archive.canaries.owners,
        "moments": [moment.strftime("%Y-%m-%dT%H:%M:%SZ") for moment in archive.boundaries()]}
    (options.out / "manifest.json").write_text(json.dumps(manifest))
    (options.out / "digests.json").write_text(json.dumps(known))


if __name__ == "__main__":
    main()
