#!/usr/bin/env python3
"""Kills `findings seal` and `unseal` again and again, and looks each time whether the document is still whole.

usage: kill_seal.py FINDINGS FOLDER KILLS [--seed N]

FOLDER holds content/ with the letter letters/leeds in a folder of its own, and keys.txt. After each kill every file of
the letter must be there as it was, or in a sealed file that age and tar open without findings; the next run must end
what was begun. Kills come after a random time, then at every system call that changes a file. Prints what is not so;
the exit code is 1 if anything is.
"""
import argparse
import io
import pathlib
import random
import subprocess
import sys
import tarfile
import time

# What the steps call that change files, each a few times at most.
CALLS = ["mkdir", "fsync", "rename", "unlink", "rmdir"]
MOST_CALLS = 5


class World:
    def __init__(self, findings, folder):
        self.findings, self.folder = findings, folder
        self.content = folder / "content"
        self.letter = self.open_files()
        self.problems = 0

    def say(self, problem):
        self.problems += 1
        print(problem, flush=True)

    def command(self, name):
        return [self.findings, name, "letters/leeds", "--content", "content", "--identity", "keys.txt", "--at", "2027-03-01"]

    def run(self, name):
        run = subprocess.run(self.command(name), cwd=self.folder, capture_output=True, text=True)
        if run.returncode != 0:
            self.say(f"{name} failed: {run.stderr}")

    def open_files(self):
        letters = self.content / "letters" / "2027" / "leeds"
        return {
            str(path.relative_to(self.content)): path.read_bytes()
            for path in letters.rglob("*") if path.is_file()}

    def sealed_files(self):
        """The files of each sealed document, read without findings."""
        for path in sorted((self.content / "sealed").glob("*.age")):
            container = subprocess.run(
                ["age", "--decrypt", "--identity", "keys.txt", path], cwd=self.folder, capture_output=True, check=True)
            with tarfile.open(fileobj=io.BytesIO(container.stdout)) as archive:
                yield {member.name: archive.extractfile(member).read() for member in archive}

    def look(self, when):
        if self.open_files() != self.letter and self.letter not in list(self.sealed_files()):
            self.say(f"{when}: the letter is lost")

    def kill_after(self, name, seconds):
        process = subprocess.Popen(
            self.command(name), cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(seconds)
        process.kill()
        return process.wait() != 0

    def kill_at_call(self, name, call, number):
        run = subprocess.run(
            ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}",
             "-e", f"inject={call}:signal=SIGKILL:when={number}", *self.command(name)],
            cwd=self.folder, capture_output=True)
        return run.returncode != 0

    def finish(self, name):
        """Runs the command again where it has not ended its work."""
        sealed = len(list((self.content / "sealed").glob("*.age")))
        files = self.open_files()
        is_done = (sealed == 1 and not files) if name == "seal" else (sealed == 0 and files == self.letter)
        if not is_done:
            self.run(name)
        drafts = [path.name for path in (self.content / "sealed").glob(".*")]
        if drafts:
            self.say(f"{name} left {drafts}")
        sealed = list(self.sealed_files())
        if name == "seal" and (sealed != [self.letter] or self.open_files()):
            self.say(f"seal left {len(sealed)} sealed files, and {sorted(self.open_files())}")
        if name == "unseal" and (sealed or self.open_files() != self.letter):
            self.say(f"unseal left {len(sealed)} sealed files, and {sorted(self.open_files())}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("findings", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("kills", type=int)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    world = World(options.findings, options.folder)
    started = time.monotonic()
    world.run("seal")
    usual = time.monotonic() - started
    world.run("unseal")

    def check(kill, when):
        was_killed = 0
        for name in ("seal", "unseal"):
            was_killed += kill(name)
            world.look(f"{name}, {when}")
            world.finish(name)
        return was_killed

    killed = sum(
        check(lambda name: world.kill_after(name, chance.uniform(0, usual)), "at some time")
        for _ in range(options.kills))
    at_calls = sum(
        check(lambda name: world.kill_at_call(name, call, number), f"at {call} {number}")
        for call in CALLS for number in range(1, MOST_CALLS + 1))
    print(f"{2 * options.kills} runs, {killed} killed in time, and {at_calls} at a system call")
    return 1 if world.problems or killed < options.kills or at_calls < 10 else 0


if __name__ == "__main__":
    sys.exit(main())
