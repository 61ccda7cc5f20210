"""`findings publish` of one new letter after the other into a folder that has the others: the seconds of each step.

The first release founds the folder; the next ones have no copy of the last release to begin with, until an old one is
not kept any more. Letters are new: the text of another one, with days of their own.
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys

from measuring import FINDINGS, archive, keep, outputs, prepare, site_without_channels

FOUNDED = "2026-06-01T12:00:00Z"
STEPS = ["load", "write", "verify", "compare", "audit", "sync", "release"]
PROOF = {"verify", "audit"}
KEPT = 2


def add_letter(content, text, number):
    """Writes a letter that is released so many days after the founding; gives the instant of its release."""
    instant = f"2026-06-{number + 1:02}T10:00:00Z"
    for key, value in {
        "title": f"A new letter {number}", "release": instant, "  start": "2026-05-11", "  end": "2026-05-15",
    }.items():
        text = re.sub(rf"^{key}: .*$", f"{key}: {value}", text, count=1, flags=re.MULTILINE)
    (content / "letters" / f"new-letter-{number}.md").write_text(text)
    return instant


def publish(content, site, folder, instant):
    command = [
        FINDINGS, "publish", "--content", content, "--site", site, "--to", folder, "--at", instant, "--keep", str(KEPT),
        "--format", "json"]
    process = subprocess.run(command, capture_output=True, text=True)
    if process.returncode != 0:
        sys.exit(f"publish failed:\n{process.stderr[-2000:]}")
    return json.loads(process.stdout)


def row(name, summary):
    seconds = summary["seconds"]
    rest = sum(seconds[step] for step in STEPS if step not in PROOF)
    cells = [name, f"{summary['files'] - summary['shared']:,}", f"{summary['kept']:,}"]
    cells += [f"{seconds[step]:.2f}" for step in STEPS] + [f"**{rest:.2f}**", f"{seconds['total']:.2f}"]
    print(" | ".join(cells), file=sys.stderr)
    return f"| {' | '.join(cells)} |"


def add_options(parser):
    parser.add_argument("--letters", type=int, default=10000)
    parser.add_argument("--runs", type=int, default=3, help="how many letters are published with a copy to begin with")
    parser.add_argument("--in", dest="folder", type=pathlib.Path, help="where to publish, such as /dev/shm")


def run(options):
    prepare(options.shared)
    made, _ = archive(options.letters, options.shared)
    site = site_without_channels()
    place = (options.folder or outputs()) / "publish"
    place.mkdir()
    content, public = place / "archive", place / "public"
    shutil.copytree(made, content)
    text = sorted(content.glob("letters/**/*.md"))[-1].read_text()
    lines = [
        f"{options.letters} letters; seconds. Proof is what `verify` and `audit` take.", "",
        f"| release | new files | letters kept | {' | '.join(STEPS)} | besides proof | all |",
        "| --- " + "| ---: " * (len(STEPS) + 4) + "|",
        row("the first", publish(content, site, public, FOUNDED)),
    ]
    for number in range(1, KEPT + 2 + options.runs):
        instant = add_letter(content, text, number)
        name = "one letter" if number > KEPT + 1 else "one letter, no copy yet"
        lines.append(row(name, publish(content, site, public, instant)))
    shutil.rmtree(place)
    keep("\n".join(lines), options.label)
