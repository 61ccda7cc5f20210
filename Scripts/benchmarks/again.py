"""`findings build` into a folder that it wrote before, beside the build of everything, in turn in one run.

Each run begins with a build of everything into a new folder. Then nothing has changed; one letter is edited, twice,
since the second build after the first has a copy of the site to begin with; one more letter is released; the same is
checked with `findings check`.
"""
import pathlib
import re
import shutil
import sys
import time

from measuring import FINDINGS, INSTANT, archive, build_command, keep, measure, median, outputs, prepare, site_without_channels

RELEASE = re.compile(r"^release: (.*)$", re.MULTILINE)
STEPS = ["everything", "nothing changed", "a letter edited", "edited again", "a letter released", "check"]


def editable(made, folder):
    """A copy of an archive of which one letter can be edited and one released: the paths of archive and letters."""
    copy = folder / "archive"
    shutil.copytree(made, copy)
    letters = sorted(copy.glob("letters/**/*.md"))
    # A letter is released after all others.
    released = {path: RELEASE.search(path.read_text())[1] for path in letters}
    edited, held = letters[len(letters) // 2], max(letters, key=released.get)
    held.write_text(held.read_text().replace("---\n", "---\nhold: {reason: It waits.}\n", 1))
    return copy, edited, held


def measure_run(made, site, folder):
    content, edited, held = editable(made, folder)
    # A build trusts no content that was changed just before it.
    time.sleep(2.5)
    build = build_command(content, site, folder / "site")
    figures = {"everything": measure(build), "nothing changed": measure(build)}
    for step in ("a letter edited", "edited again"):
        edited.write_text(edited.read_text() + f"\n\nA paragraph more: {step}.\n")
        figures[step] = measure(build)
    held.write_text(held.read_text().replace("hold: {reason: It waits.}\n", "", 1))
    figures["a letter released"] = measure(build)
    figures["check"] = measure([FINDINGS, "check", "--content", content, "--site", site, "--at", INSTANT])
    return figures


def table(letters, runs):
    lines = [
        "| letters | what | seconds: median (least to most) | processor s | peak MiB | of everything |",
        "| ---: | --- | ---: | ---: | ---: | ---: |",
    ]
    whole = median([run["everything"] for run in runs], "seconds")
    for step in STEPS:
        figures = [run[step] for run in runs]
        seconds = [row["seconds"] for row in figures]
        lines.append(
            f"| {letters} | {step} | {median(figures, 'seconds'):.2f} ({min(seconds):.2f} to {max(seconds):.2f}) "
            f"| {median(figures, 'cpu'):.2f} | {median(figures, 'memory') / 2**20:.0f} "
            f"| {100 * median(figures, 'seconds') / whole:.1f} % |")
    return "\n".join(lines)


def add_options(parser):
    parser.add_argument("--letters", type=int, default=10000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--in", dest="folder", type=pathlib.Path, help="where to build, such as /dev/shm")


def run(options):
    prepare(options.shared)
    made, _ = archive(options.letters, options.shared)
    site = site_without_channels()
    folder = options.folder or outputs()
    runs = []
    for number in range(options.runs):
        place = folder / f"again-{number}"
        place.mkdir()
        runs.append(measure_run(made, site, place))
        for step, figures in runs[-1].items():
            print(f"{step:<18} {figures['seconds']:7.2f} s", file=sys.stderr)
    for number in range(options.runs):
        shutil.rmtree(folder / f"again-{number}")
    keep(table(options.letters, runs), options.label)
