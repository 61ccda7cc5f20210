"""What every benchmark shares: the archives, the measurement of a command, and where figures are kept."""
import datetime
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
WORK = ROOT / ".build" / "benchmark"
FINDINGS = ROOT / ".build" / "release" / "findings"

# Every letter of a measured archive is public then.
INSTANT = "2030-01-01T00:00:00Z"


def measure(command, **options):
    """Seconds by the clock, seconds of processor time, and the largest process in bytes."""
    started = time.monotonic()
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors, **options)
        _, status, usage = os.wait4(process.pid, 0)
        elapsed = time.monotonic() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            errors.seek(0)
            sys.exit(f"{command[0]} failed:\n{errors.read().decode(errors='replace')[-2000:]}")
    return {"seconds": elapsed, "cpu": usage.ru_utime + usage.ru_stime, "memory": usage.ru_maxrss * 1024}


def median(figures, key):
    return statistics.median(row[key] for row in figures)


def archive(letters, shared):
    """An archive of that many letters, and the same documents as a site of Hugo; made once."""
    made, hugo_site = WORK / f"archive-{letters}", WORK / f"hugo-{letters}"
    if not made.exists():
        subprocess.run(
            [shared / "bench" / "make-archive", str(letters), made, "--hugo", hugo_site],
            check=True, stdout=subprocess.DEVNULL)
    return made, hugo_site


def with_database(made):
    """The same archive with the SQLite download; its documents are second names of the same files."""
    copy = made.with_name(made.name + "-sqlite")
    if not copy.exists():
        shutil.copytree(made, copy, copy_function=os.link)
        settings = copy / "archive.yml"
        text = settings.read_text() + "downloads:\n  sqlite: true\n"
        settings.unlink()
        settings.write_text(text)
    return copy


def site_without_channels():
    """The site folder as it is, but for the sites of the inspectorates."""
    copy = WORK / "site"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(ROOT / "Site", copy, ignore=shutil.ignore_patterns("channels"))
    return copy


def build_command(content, site, output, findings=FINDINGS):
    return [findings, "build", "--content", content, "--site", site, "--output", output, "--at", INSTANT]


def prepare(shared):
    """Builds the command in release mode, and says where the archives come from."""
    if not (shared / "bench" / "make-archive").exists():
        sys.exit(f"there is no bench/make-archive in {shared}; give its folder with --shared")
    subprocess.run([ROOT / "Scripts/packages", "cmark"], check=True)
    subprocess.run(
        ["swift", "build", "--configuration", "release", "--product", "findings"], cwd=ROOT, check=True,
        stdout=subprocess.DEVNULL)
    WORK.mkdir(parents=True, exist_ok=True)


def outputs():
    """A new folder for what is built; nothing in it is deleted before the last run, since a file system
    that has just deleted many files is slow to make new ones."""
    return pathlib.Path(tempfile.mkdtemp(prefix="outputs-", dir=WORK))


def keep(text, label):
    """Adds the figures to those of the day, with the machine and the revision that they are of."""
    heading = f"## {datetime.datetime.now(datetime.timezone.utc):%Y-%m-%d %H:%M} UTC{' · ' + label if label else ''}"
    folder = ROOT / "Scripts" / "benchmark-results"
    folder.mkdir(exist_ok=True)
    text = f"{heading}\n\n{os.cpu_count()} cores, {platform.machine()}, {revision()}\n\n{text}\n"
    path = folder / f"{datetime.date.today()}.md"
    with path.open("a") as file:
        file.write(text + "\n")
    print(text)
    print(f"kept in {path.relative_to(ROOT)}", file=sys.stderr)


def revision():
    git = ["git", "-C", ROOT, "rev-parse", "--short", "HEAD"]
    dirty = subprocess.run(["git", "-C", ROOT, "diff", "--quiet", "HEAD", "--", "Sources", "Site"]).returncode
    return subprocess.run(git, capture_output=True, text=True).stdout.strip() + ("+" if dirty else "")
