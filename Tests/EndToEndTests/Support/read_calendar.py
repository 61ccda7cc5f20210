"""Reads an iCalendar file on standard input with a parser of its own and prints what it holds as JSON.

It fails where the file breaks a rule of RFC 5545 that parsers forgive: line ends, the length of lines, UTF-8 that
a fold cuts, a calendar with nothing in it, a component without UID and DTSTAMP, one UID twice.
"""

import json
import sys

import icalendar


def main():
    file = sys.stdin.buffer.read()
    assert file.endswith(b"\r\n") and b"\n" not in file.replace(b"\r\n", b""), "a line does not end with CRLF"
    for line in file.split(b"\r\n"):
        assert len(line) <= 75, line
        line.decode()
    calendar = icalendar.Calendar.from_ical(file)
    assert str(calendar["VERSION"]) == "2.0" and calendar["PRODID"], "no VERSION or PRODID"
    components = calendar.subcomponents
    assert components, "a calendar must hold a component"
    uids = [str(component["UID"]) for component in components]
    assert len(set(uids)) == len(uids), "two components have one UID"
    assert not any(component.errors for component in components), "a property cannot be read"
    print(json.dumps([read(component) for component in components]))


def read(component):
    stamp, start = component["DTSTAMP"].dt, component.get("DTSTART")
    assert stamp.utcoffset().total_seconds() == 0 and (not start or start.dt.utcoffset().total_seconds() == 0)
    return {
        "type": component.name, "uid": str(component["UID"]), "stamp": stamp.isoformat(),
        "start": start.dt.isoformat() if start else "", "summary": str(component["SUMMARY"]),
        "description": str(component.get("DESCRIPTION", "")), "url": str(component.get("URL", "")),
        "class": str(component.get("CLASS", "")), "transparency": str(component.get("TRANSP", ""))}


main()
