"""Compares what `findings timetable` counts with the calendar of the package `holidays`.

usage: working_days.py CONTENT RESULTS

RESULTS holds SLUG.json, the output for each letter of CONTENT. The milestones are those of the guidance of
October 2022 (paragraphs 25, 96, 99 and 130), written here once more; from CONTENT come only the fieldwork, the
release and the moratoria. Prints a line for each difference; the exit code is 1 if there is one, or if there
are not exactly as many results as letters. The last line counts the letters.
"""

import datetime
import json
import pathlib
import sys

import holidays
import yaml

DAY = datetime.timedelta(days=1)
ENGLAND = holidays.country_holidays("GB", subdiv="ENG", years=range(2010, 2030))


def is_working(day):
    return day.weekday() < 5 and day not in ENGLAND


def counted(event, number, step=DAY):
    """The day that many working days from the event, and the days stepped over."""
    day, skipped = event, []
    if number == 0:
        while not is_working(day):
            skipped.append(day)
            day += step
    while number > 0:
        day += step
        if is_working(day):
            number -= 1
        else:
            skipped.append(day)
    return day, sorted(skipped)


def as_date(value):
    return value if type(value) is datetime.date else datetime.date.fromisoformat(str(value)[:10])


def expected(front, moratoria):
    start, end = front["fieldwork"]["start"], front["fieldwork"]["end"]
    released = as_date(front["release"])
    notification = counted(start, 10, -DAY)
    final = counted(end, 31)
    publication, skipped = counted(end, 34)
    earliest = publication
    while not is_working(earliest) or any(m["from"] <= earliest <= m["to"] for m in moratoria):
        skipped = skipped + [earliest]
        earliest += DAY
    return {
        "notification": notification,
        "draft-letter": counted(end, 15),
        "factual-accuracy": counted(end, 24),
        "final-letter": final,
        "publication": (publication, skipped, earliest),
        "statement-of-action": counted(final[0], 70),
        "complaints-open": counted(final[0], 0),
        "complaints-close": counted(released, 10),
    }


def differences(front, moratoria, result):
    found = {milestone["milestone"]: milestone for milestone in result["milestones"]}
    wanted = expected(front, moratoria)
    if list(found) != list(wanted):
        yield f"the milestones are {list(found)}"
        return
    for name, (day, skipped, *earliest) in wanted.items():
        milestone = found[name]
        if earliest and milestone.get("earliest", milestone["date"]) != str(earliest[0]):
            yield f"{name} is possible from {milestone.get('earliest')} and not from {earliest[0]}"
        if milestone["date"] != str(day):
            yield f"{name} is {milestone['date']} and not {day}"
        if [entry["day"] for entry in milestone["skipped"]] != [str(day) for day in skipped]:
            yield f"{name} steps over {milestone['skipped']} and not over {skipped}"
        for entry in milestone["skipped"]:
            day = datetime.date.fromisoformat(entry["day"])
            if (entry["reason"] == "weekend") != (day.weekday() >= 5):
                yield f"{name} steps over {day} as {entry['reason']}"
    if found["publication"].get("actual") != str(as_date(front["release"])):
        yield f"it was published on {found['publication'].get('actual')}"
    due = front.get("statement", {}).get("due")
    if found["statement-of-action"].get("due") != (due and str(due)):
        yield f"the statement of action is due on {found['statement-of-action'].get('due')}"
    if result["notes"]:
        yield f"there are notes: {result['notes']}"


def main():
    content, results = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    settings = yaml.safe_load((content / "archive.yml").read_text())
    moratoria = settings.get("moratoria", [])
    letters = sorted((content / "letters").rglob("*.md"))
    failed = {path.stem for path in results.glob("*.json")} != {path.stem for path in letters}
    for path in letters:
        front = yaml.safe_load(path.read_text().split("---\n")[1])
        result = json.loads((results / f"{path.stem}.json").read_text())
        for difference in differences(front, moratoria, result):
            failed = True
            print(f"{path.stem}: {difference}")
    print(f"{len(letters)} letters")
    sys.exit(1 if failed or not letters else 0)


main()
