"""The lists, the moments and the canary words of a random archive."""

import datetime as dt
import json
import string

import yaml

LETTERS = [c for c in string.ascii_lowercase if c not in "qz"]
MONTHS = "January February March April May June July August September October November December".split()


class Canaries:
    """Words that stand nowhere else, each with what it belongs to."""

    def __init__(self, random):
        self.random = random
        self.owners = {}

    def word(self, **owner):
        while True:
            word = "zq" + "".join(self.random.choice(LETTERS) for _ in range(7)) + "q"
            if word not in self.owners:
                self.owners[word] = owner
                return word

    def day(self, **owner):
        """A Saturday of the last century that no other field has: no day that is counted in working days."""
        while True:
            day = dt.date(1930, 1, 4) + dt.timedelta(weeks=self.random.randrange(2000))
            if day.isoformat() not in self.owners:
                self.owners[day.isoformat()] = owner
                return day.isoformat()


class Moments:
    """A few moments within three days, around a change of the clocks or not, and the ways to write them."""

    def __init__(self, random, zone):
        self.random, self.zone = random, zone
        start = random.choice([
            dt.datetime(2027, 3, 27), dt.datetime(2026, 10, 24), dt.datetime(2026, 7, 1), dt.datetime(2026, 12, 30),
        ]).replace(tzinfo=dt.timezone.utc)
        near = [start + dt.timedelta(hours=h, minutes=m, seconds=s) for h, m, s in
                [(23, 0, 0), (23, 59, 59), (24, 0, 0), (24, 59, 59), (25, 0, 0), (25, 30, 0), (26, 0, 0)]]
        day = [self.local(start, d, 9, 30) for d in range(4)]
        odd = [start + dt.timedelta(seconds=random.randrange(250000)) for _ in range(3)]
        self.pool = sorted(set(random.sample(near, 3) + random.sample(day, 2) + random.sample(odd, 2)))

    def local(self, start, days, hour, minute):
        day = (start + dt.timedelta(days=days)).date()
        return dt.datetime(day.year, day.month, day.day, hour, minute, tzinfo=self.zone).astimezone(dt.timezone.utc)

    def pick(self):
        return self.random.choice(self.pool)

    def day(self):
        return self.pick().astimezone(self.zone).date().isoformat()

    def write(self, moment):
        """One of the forms that mean the moment: a date alone, a local time, a time with an offset."""
        local = moment.astimezone(self.zone)
        forms = [self.offset(moment, h) for h in (0, 1, -5)] + [moment.strftime("%Y-%m-%dT%H:%M:%SZ")]
        if self.is_single(local):
            forms += [local.strftime("%Y-%m-%d %H:%M:%S"), local.strftime("%Y-%m-%dT%H:%M:%S")]
            if local.second == 0:
                forms.append(local.strftime("%Y-%m-%d %H:%M"))
            if (local.hour, local.minute, local.second) == (9, 30, 0):
                forms += [local.strftime("%Y-%m-%d")] * 4
        return self.random.choice(forms)

    @staticmethod
    def offset(moment, hours):
        return moment.astimezone(dt.timezone(dt.timedelta(hours=hours))).isoformat()

    def is_single(self, local):
        """Whether the local time names one moment: not in the hour that the clocks repeat."""
        return local.replace(fold=0).utcoffset() == local.replace(fold=1).utcoffset()


def dump(path, value):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.dump(value, sort_keys=False, allow_unicode=True, Dumper=yaml.CSafeDumper))


class Lists:
    """The lists, every entry with words of its own; `moments` gives the days of dated names."""

    def __init__(self, random, canaries, moments):
        self.random = random
        self.moments = moments

        def word(list_name, id, **more):
            return canaries.word(kind="list", list=list_name, id=id, **more)

        self.inspectorates = []
        for id in ["ofsted", "cqc", "hmicfrs", "hmi-probation"]:
            entry = {"id": id, "name": "Inspectorate " + word("inspectorates", id), "website": f"https://{id}.example.org/"}
            days = sorted({"1990-01-01"} | {moments.pick().astimezone(moments.zone).date().isoformat() for _ in range(2)})
            days = random.choice([[], days, days[1:], days + ["2031-05-01"], ["2031-06-01"]])
            if days:
                entry["names"] = [
                    {"name": "Name " + canaries.word(kind="dated", day=day),
                     "short-name": canaries.word(kind="dated", day=day), "from": day} for day in days]
            self.inspectorates.append(entry)
        self.themes, self.programmes, self.areas, self.glossary, self.agencies = [], [], [], [], []
        for _ in range(6):
            id = "t-" + canaries.word(kind="list", list="themes", id=None)
            own = [w for w in canaries.owners if w in id][0]
            canaries.owners[own]["id"] = id
            self.themes.append({
                "id": id, "name": "Theme " + word("themes", id), "description": "About " + word("themes", id) + ".",
                "aliases": [word("themes", id)]})
        for number in range(3):
            id = f"programme-{number}"
            self.programmes.append({
                "id": id, "name": "Programme " + word("programmes", id), "description": word("programmes", id),
                "legal-basis": word("programmes", id), "headings": {"strength": ["Strong " + word("programmes", id)]},
                "timetables": [
                    {"from": day, "milestones": {"close": {"after": "fieldwork-end", "working-days": count, "public": True}}}
                    for count, day in enumerate(sorted({"2026-01-01", moments.day(), moments.day()}), 1)]})
        for number in range(8):
            name = canaries.word(kind="list", list="areas", id=None)
            canaries.owners[name]["id"] = id = "a-" + name
            area = {
                "id": id, "name": "Area " + word("areas", id), "region": random.choice(["North", "Region " + word("areas", id)]),
                "ons-code": word("areas", id), "aliases": [word("areas", id)], "covers": [word("areas", id)],
                "police-force": word("areas", id)}
            if number < 3:
                area["listed"] = True
            self.areas.append(area)
        for area in self.areas:
            if random.random() < 0.5:
                area["successors"] = [random.choice([a["id"] for a in self.areas if a is not area])]
        for _ in range(4):
            term = canaries.word(kind="list", list="glossary", id=None).upper()
            canaries.owners[term.lower()]["id"] = term
            self.glossary.append({"term": term, "expansion": word("glossary", term), "definition": word("glossary", term)})
        for number in range(2):
            self.agencies.append({"id": f"agency-{number}", "name": word("agencies", f"agency-{number}"),
                                  "aliases": [word("agencies", f"agency-{number}")]})

    def write(self, folder):
        for name in ["inspectorates", "themes", "programmes", "areas", "glossary", "agencies"]:
            dump(folder / f"{name}.yml", getattr(self, name))
        holidays = {"england-and-wales": {"division": "england-and-wales", "events": []}}
        (folder / "bank-holidays.json").write_text(json.dumps(holidays))
