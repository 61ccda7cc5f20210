#!/usr/bin/env python3
"""Watches every system call that writes while commands work with a sealed document whose text holds a secret word.

usage: written_files.py FINDINGS SITE FOLDER WORD

FOLDER holds content/ with the sealed document, to be released on 12 March 2027, and keys.txt. The word may go through
pipes, from age, and into files of the two private folders of a release, and nowhere else: into no other file, deleted ones too,
and no log. Prints where else it was written; the exit code is 1 if there is any such place.
"""
import argparse
import os
import pathlib
import re
import signal
import subprocess
import sys
import time

WRITES = "write,writev,pwrite64,pwritev,pwritev2,sendto,sendmsg"
CALL = re.compile(r"\b(?:write|writev|pwrite64|pwritev2?|sendto|sendmsg)\(\d+<(.*?)>(?=, )")
SHARED = re.compile(r"\bmmap\([^)]*PROT_WRITE[^)]*MAP_SHARED[^)]*\d+<(/[^>]*)>")


class Watch:
    def __init__(self, findings, site, folder, word):
        self.findings, self.site, self.folder, self.word = findings, site, folder, word
        self.problems = []

    def command(self, *arguments):
        trace = ["strace", "-f", "-qq", "-y", "-s", "1000000", "-o", "trace.txt", "-e", f"trace={WRITES},mmap"]
        return trace + [self.findings, *arguments, "--content", "content", "--identity", "keys.txt"]

    def run(self, *arguments, code=0):
        run = subprocess.run(self.command(*arguments), cwd=self.folder, capture_output=True, text=True)
        if run.returncode != code:
            self.problems.append(f"{arguments[0]} ended with {run.returncode}: {run.stderr}")
        self.look(arguments[0])

    def follow(self, *arguments):
        """Lets `publish --follow` stage the release ahead, then ends it."""
        log = open(self.folder / "log.txt", "w")
        process = subprocess.Popen(
            self.command("publish", "--follow", *arguments), cwd=self.folder, stdout=log, stderr=log)
        page = self.folder / "public" / "staging" / "tree" / "letters" / "leeds" / "index.html"
        deadline = time.monotonic() + 50
        while "waiting until 2027-03-12" not in (self.folder / "log.txt").read_text() and time.monotonic() < deadline:
            time.sleep(0.05)
        if not page.exists() or self.word not in page.read_text():
            self.problems.append("the release was not staged ahead, so that nothing was watched")
        elif (self.folder / "public" / "staging").stat().st_mode & 0o077:
            self.problems.append("others may look into the private folder")
        children = pathlib.Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        for child in children:
            os.kill(int(child), signal.SIGTERM)
        process.wait(timeout=30)
        if self.word in (self.folder / "log.txt").read_text():
            self.problems.append("the log quotes it")
        self.look("publish --follow", private=("staging", "work"))

    def look(self, name, private=()):
        places = tuple(f"{self.folder.resolve() / 'public' / folder}/" for folder in private)
        with open(self.folder / "trace.txt", errors="replace") as trace:
            for line in trace:
                shared = SHARED.search(line)
                if shared:
                    self.problems.append(f"{name} maps {shared[1]} to write into it, which nobody watches")
                if self.word not in line:
                    continue
                call = CALL.search(line)
                place = call[1] if call else line[:100]
                if not place.startswith(("pipe:", *places)):
                    self.problems.append(f"{name} writes it into {place}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("findings", type=pathlib.Path)
    parser.add_argument("site", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("word")
    options = parser.parse_args()
    signal.alarm(280)
    watch = Watch(options.findings, options.site, options.folder, options.word)
    before = ["--at", "2024-02-01"]
    watch.run("check", *before)
    watch.run("status", *before)
    watch.run("agree", "letters/leeds", "--by", "ofsted", *before)
    watch.run("timetable", "letters/leeds", *before, code=1)
    watch.run("build", "--site", options.site, "--output", "built", *before)
    watch.run("publish", "--site", options.site, "--to", "public", *before)
    watch.follow("--site", options.site, "--to", "public", "--unsynchronised-clock")
    for problem in sorted(set(watch.problems)):
        print(problem)
    return 1 if watch.problems else 0


if __name__ == "__main__":
    sys.exit(main())
