#!/usr/bin/env python3
"""Kills `findings publish` again and again, and looks each time at what readers see.

usage: kill_publish.py FINDINGS SITE FOLDER KILLS [--seed N]

Every round publishes one letter more. It is killed after a random time, and in further rounds at every system call of
the swap (strace). Readers must see one whole release each time, the one before or the new one; the next run must
bring the new one, with a link to the one before, and a ledger that proves itself. Last, rounds that remove a letter are
killed: once readers see the notice, no link leads to the text, and after the next run no release holds it. Prints what
is not so; the exit code is 1 if anything is.
"""
import argparse
import datetime
import hashlib
import json
import pathlib
import random
import shutil
import subprocess
import sys
import time

START = datetime.datetime(2024, 1, 1, tzinfo=datetime.timezone.utc)
def kills(**numbers):
    """System calls, each with how many of its like come before the kill; beyond the last, nothing is killed."""
    return [(call, number) for call, numbers in numbers.items() for number in numbers]


# What the steps from the copy that becomes the next tree to the one that is made for the tree after it call.
SWAP_KILLS = kills(
    rename=range(1, 10), symlink=range(1, 4), fsync=range(1, 11), syncfs=range(1, 4), unlink=[1, 10, 20, 40],
    rmdir=[1, 20])
# Removing old releases makes many calls more.
REMOVAL_KILLS = SWAP_KILLS + kills(unlink=[*range(1, 7), 25, 60, 200], rmdir=[1, 5, 20])


ARCHIVE = """title: Test archive
address: https://findings.example.org/
time-zone: Europe/London
release-time: "09:30"
language: en-GB
"""


class World:
    def __init__(self, findings, site, folder):
        self.findings, self.site, self.folder = findings, site, folder
        self.public = folder / "public"
        self.round = 0
        self.problems = []
        content = folder / "content"
        (content / "letters").mkdir(parents=True)
        (content / "archive.yml").write_text(ARCHIVE)
        (content / "inspectorates.yml").write_text("- {id: ofsted, name: Ofsted}\n")
        for name in ("themes", "areas", "programmes"):
            (content / f"{name}.yml").write_text("[]\n")

    def begin_round(self):
        self.round += 1
        self.write(f"release: {self.instant()}", f"Text {self.word()}.")

    def write(self, front, body):
        (self.folder / "content" / "letters" / f"letter-{self.round}.md").write_text(
            f"---\ntitle: Letter {self.round}\n{front}\n---\n\n{body}\n")

    def word(self):
        """A word that stands in the letter of the round alone."""
        return "qz" + "abcdefghij"[self.round // 100] + "abcdefghij"[self.round // 10 % 10] + "abcdefghij"[self.round % 10]

    def instant(self):
        return (START + datetime.timedelta(minutes=self.round)).isoformat()

    def command(self):
        return [
            self.findings, "publish", "--content", self.folder / "content", "--site", self.site, "--to", self.public,
            "--at", self.instant(), "--keep", "2"]

    def publish(self):
        run = subprocess.run(self.command(), capture_output=True, text=True)
        if run.returncode != 0:
            self.say(f"publishing failed: {run.stderr}")

    def say(self, problem):
        self.problems.append(problem)
        print(f"round {self.round}: {problem}", flush=True)

    def look(self, letters):
        """Proves that readers see one whole release with so many letters, by hashes made here."""
        current = self.public / "current"
        if not current.is_symlink():
            if letters != {0} and 0 not in letters:
                self.say("readers see nothing")
            return
        release = current.resolve()
        manifest = dict(
            reversed(line.split("  ", 1)) for line in (self.public / "manifests" / release.name).read_text().splitlines())
        files = {str(path.relative_to(release)): path for path in release.rglob("*") if path.is_file()}
        if set(files) != set(manifest):
            self.say(f"other files than in the manifest: {sorted(set(files) ^ set(manifest))[:5]}")
        for path, digest in manifest.items():
            if path in files and hashlib.sha256(files[path].read_bytes()).hexdigest() != digest:
                self.say(f"{path} is not whole")
        record = json.loads((release / "record.json").read_text())
        if len(record["editions"]) not in letters:
            self.say(f"readers see {len(record['editions'])} letters, and not {sorted(letters)}")

    def kill_after(self, seconds):
        process = subprocess.Popen(self.command(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(seconds)
        process.kill()
        return process.wait() != 0

    def kill_at_call(self, call, number):
        run = subprocess.run(
            ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}",
             "-e", f"inject={call}:signal=SIGKILL:when={number}", *self.command()], capture_output=True)
        return run.returncode != 0

    def look_back(self, release):
        """Proves that the other link leads to the release before."""
        previous = self.public / "previous"
        if not previous.is_symlink() or previous.resolve() != release:
            self.say("the previous link does not lead to the release before")

    def holds_text(self, folder):
        return any(self.word().encode() in path.read_bytes() for path in folder.rglob("*.html"))

    def proves(self):
        run = subprocess.run(
            [self.findings, "ledger", "verify", "--to", self.public], capture_output=True, text=True)
        if run.returncode != 0:
            self.say(f"the ledger does not prove itself: {run.stderr}")

    def check_round(self, kill):
        """One round: a publication that is killed, what readers see, and one that is not."""
        self.begin_round()
        before = (self.public / "current").resolve()
        was_killed = kill()
        self.look({self.round - 1, self.round})
        self.publish()
        self.look({self.round})
        self.look_back(before)
        return was_killed

    def check_removal(self, call, number):
        """A letter that is published, and whose removal is killed at a system call."""
        self.begin_round()
        self.publish()
        instant = self.instant()
        self.begin_round()
        self.publish()
        self.write(f"release: {self.instant()}\nremoved: {{at: {instant}, reason: A court, decided-by: Ofsted}}", "")
        was_killed = self.kill_at_call(call, number)
        previous = self.public / "previous"
        if not self.holds_text(self.public / "current" / "") and previous.exists() and self.holds_text(previous / ""):
            self.say("the previous link leads to a removed text")
        self.publish()
        if self.holds_text(self.public):
            self.say("a kept release holds a removed text")
        return was_killed


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("findings", type=pathlib.Path)
    parser.add_argument("site", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("kills", type=int)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    site = options.folder / "site"
    shutil.copytree(options.site, site, ignore=shutil.ignore_patterns("channels"))
    world = World(options.findings, site, options.folder)
    world.begin_round()
    started = time.monotonic()
    world.publish()
    usual = time.monotonic() - started
    killed = sum(world.check_round(lambda: world.kill_after(chance.uniform(0, usual))) for _ in range(options.kills))
    world.proves()
    calls = sum(world.check_round(lambda: world.kill_at_call(*place)) for place in SWAP_KILLS)
    world.proves()
    removals = sum(world.check_removal(*place) for place in REMOVAL_KILLS)
    world.proves()
    lines = [json.loads(line) for line in (world.public / "ledger.jsonl").read_text().splitlines()]
    named = [edition["document"] for line in lines for edition in line.get("published", [])]
    if sorted(named) != sorted(f"letters/letter-{number}" for number in range(1, world.round + 1)):
        world.say("the ledger does not name every letter once")
    print(
        f"{options.kills} runs, {killed} killed in time, {calls} at a system call of the swap and {removals} at one of a "
        "removal")
    return 1 if world.problems or killed < options.kills / 2 or calls < 10 or removals < 20 else 0


if __name__ == "__main__":
    sys.exit(main())
