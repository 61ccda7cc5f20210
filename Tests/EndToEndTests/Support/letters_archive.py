"""Makes an archive of the published letters: their files as they stand, the lists that they need.

usage: letters_archive.py SHARED OUT

Areas and themes are those of SHARED/facts, the other lists those of SHARED/bench/make-archive.
"""

import csv
import importlib.machinery
import importlib.util
import json
import pathlib
import shutil
import sys


def rows(path):
    with path.open(newline="") as file:
        return list(csv.DictReader(file))


def load(path):
    """The script without an ending as a module."""
    loader = importlib.machinery.SourceFileLoader("make_archive", str(path))
    spec = importlib.util.spec_from_loader("make_archive", loader)
    module = importlib.util.module_from_spec(spec)
    sys.dont_write_bytecode = True
    loader.exec_module(module)
    return module


def main():
    shared, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    bench = load(shared / "bench/make-archive")

    def write(name, entries):
        # JSON is YAML.
        (out / name).write_text(json.dumps(entries, ensure_ascii=False, indent=1))

    shutil.copytree(shared / "letters", out / "letters", copy_function=shutil.copyfile)
    for folder in [out, *out.rglob("*")]:
        folder.chmod(0o755 if folder.is_dir() else 0o644)
    areas = {row["id"]: row["name"] for row in rows(shared / "facts/local-authorities.csv")}
    inspections = rows(shared / "facts/jtai-inspections.csv")
    areas |= {row["area"]: row["area_name"] for row in inspections}
    write("areas.yml", [{"id": id, "name": name} for id, name in areas.items()])
    themes = sorted({row["theme"] for row in inspections} | set(bench.THEMES))
    write("themes.yml", [{"id": id, "name": id.replace("-", " ").capitalize()} for id in themes])
    write("inspectorates.yml", [{"id": id, "name": name} for id, name in bench.INSPECTORATES])
    write("programmes.yml", [{"id": "jtai", "name": "Joint targeted area inspection"}])
    write("agencies.yml", [{"id": id, "name": id.replace("-", " ").capitalize()} for id in bench.AGENCIES])
    write("glossary.yml", [
        {"term": "MASH", "expansion": "multi-agency safeguarding hub"}, {"term": "CSE", "expansion": "child sexual exploitation"}])
    write("bank-holidays.json", {"england-and-wales": {"division": "england-and-wales", "events": []}})
    write("archive.yml", {
        "title": "Published letters", "address": "https://findings.example.org/", "time-zone": "Europe/London",
        "release-time": "09:30", "language": "en-GB"})


if __name__ == "__main__":
    main()
