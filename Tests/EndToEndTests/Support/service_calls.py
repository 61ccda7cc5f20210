#!/usr/bin/env python3
"""Prints the system calls of a trace that a unit of systemd does not allow.

usage: service_calls.py UNIT TRACE

TRACE is what `strace -f -o TRACE` wrote. The exit code is 1 if there are any.
"""
import pathlib
import re
import subprocess
import sys


def members(name):
    """The calls of a set such as @system-service, which may name other sets."""
    if not name.startswith("@"):
        return {name}
    listed = subprocess.run(["systemd-analyze", "syscall-filter", name], capture_output=True, text=True, check=True)
    words = [line.strip() for line in listed.stdout.splitlines()[1:]]
    return set().union(*(members(word) for word in words if word and not word.startswith("#")))


def allowed(unit):
    """The calls of an allow list: later lines add to it, or take away from it."""
    calls = set()
    for line in re.findall(r"^SystemCallFilter=(.*)$", unit, re.MULTILINE):
        named = set().union(*(members(name) for name in line.removeprefix("~").split()))
        calls = calls - named if line.startswith("~") else calls | named
    return calls


def main():
    unit, trace = (pathlib.Path(path).read_text(errors="replace") for path in sys.argv[1:])
    used = set(re.findall(r"^\d+ +(\w+)\(", trace, re.MULTILINE))
    if not used:
        sys.exit("the trace is empty")
    # systemd lets these pass in any case, since it calls them itself to start the program.
    forbidden = used - allowed(unit) - {"execve"}
    print("\n".join(sorted(forbidden)))
    return 1 if forbidden else 0


if __name__ == "__main__":
    sys.exit(main())
