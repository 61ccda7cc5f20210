"""The documents of a random archive: front matter, text, attachments, references in all directions."""

import dataclasses
import urllib.parse

import yaml


@dataclasses.dataclass
class Edition:
    front: dict
    body: str
    status: dict = dataclasses.field(default_factory=dict)
    agreements: list = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class Document:
    collection: str
    slug: str
    folder: str
    editions: list
    files: dict
    """Whether another document has its address, or one of its former ones; then it is never released."""
    is_rival: bool = False

    @property
    def id(self):
        return f"{self.collection}/{self.slug}"

    def write(self, content, status):
        home = content / self.collection / self.folder
        is_folder = self.files or len(self.editions) > 1
        folder = home / self.slug if is_folder else home
        folder.mkdir(parents=True, exist_ok=True)
        for number, edition in enumerate(self.editions, 1):
            front = yaml.dump({**edition.front, **status(edition, number)}, sort_keys=False, allow_unicode=True,
                              width=200, Dumper=yaml.CSafeDumper)
            name = f"edition-{number}.md" if is_folder else f"{self.slug}.md"
            (folder / name).write_text(f"---\n{front}---\n\n{edition.body}")
        for name, text in self.files.items():
            (folder / name).write_text(text)


class Documents:
    def __init__(self, random, canaries, lists, agreed):
        self.random, self.canaries, self.lists = random, canaries, lists
        names = ["letters"] * 6 + ["overviews", "guidance", "guidance", "follow-ups", "announcements", "consultations", "pages"]
        self.all = []
        for _ in range(random.randint(5, 25)):
            slug = self.word(kind="document", id=None)
            collection = random.choice(names)
            slug_id = random.choice([slug, f"{slug}-2027", f"a-{slug}"])
            canaries.owners[slug]["id"] = f"{collection}/{slug_id}"
            self.all.append(Document(collection, slug_id, random.choice(["", "2027", "2027/spring"]), [], {}))
        for document in self.all:
            self.fill(document)
        for _ in range(2):
            self.add_rival(random.choice(self.all))

    def chance(self, probability):
        return self.random.random() < probability

    def word(self, **owner):
        return self.canaries.word(**owner)

    def fill(self, document):
        count = self.random.choices([1, 2, 3, 4], [55, 25, 12, 8])[0]
        if count > 1 or self.chance(0.4):
            for _ in range(self.random.randint(0, 3)):
                ending = self.random.choice(["csv", "txt", "pdf", "PNG"])
                name = self.word(kind="file", document=document.id)
                content = self.word(kind="file", document=document.id, content=True)
                for word in (name, content):
                    self.canaries.owners[word]["name"] = f"{name}.{ending}"
                document.files[f"{name}.{ending}"] = f"{content}\n"
        document.editions = [self.edition(document, number) for number in range(1, count + 1)]

    def add_rival(self, document):
        """A document that claims an address of another one, and is never public."""
        if self.chance(0.5):
            rival = Document(document.collection, document.slug, "rival", [], {}, is_rival=True)
        else:
            rival = Document("letters", self.word(kind="never"), "", [], {}, is_rival=True)
        rival.editions = [Edition({"title": self.word(kind="never"), "summary": self.word(kind="never")}, self.word(kind="never"))]
        if rival.slug != document.slug:
            former = [a for e in document.editions for a in e.front.get("redirect-from", [])]
            rival.editions[0].front["redirect-from"] = [self.random.choice(former or [f"/{document.id}/"])]
        self.all.append(rival)

    # Front matter

    def edition(self, document, number):
        id = f"{document.id}#{number}"

        def word(field, **more):
            return self.word(kind="edition", edition=id, field=field, **more)

        def day(field):
            return self.canaries.day(kind="edition", edition=id, field=field)

        front = {"title": f"Title {word('title', shown=True)}"}
        if self.chance(0.7):
            front["summary"] = f"Summary {word('summary', shown=True)} & <more>."
        if number > 1:
            front["change"] = f"Changed {word('change', shown=True)}."
            if self.chance(0.3):
                front["minor"] = True
        if self.chance(0.3):
            front["dated"] = day("dated") if self.chance(0.5) else "2027-03-28"
        front["wording"] = self.random.choice(["official", "summary", "facts"])
        ids = lambda entries, least=0: [e["id"] for e in self.random.sample(entries, self.random.randint(least, 2))]
        front["inspectorates"] = ids(self.lists.inspectorates)
        front["themes"] = ids(self.lists.themes)
        if self.chance(0.3):
            front["redirect-from"] = [self.redirect(word("redirect-from")) for _ in range(self.random.randint(1, 2))]
        if self.chance(0.2):
            front["reference"] = word("reference")
            front["applies-to"] = [word("applies-to")]
        if self.chance(0.3):
            front["source"] = {"name": word("source"), "url": f"https://{word('source')}.example.org/"}
        if self.chance(0.15):
            front["language"] = "cy"
        if self.chance(0.2):
            front["translation-of"] = self.other(document).id
        front.update(self.facts(document, word, day))
        return Edition(front, self.body(document, word))

    def redirect(self, word):
        return self.random.choice([f"/old/{word}/", f"/{word}", f"/letters/{word}/", f"/old/{word}.html", f"/Old-{word}/page/"])

    def other(self, document, collection=None):
        others = [d for d in self.all if collection in (None, d.collection)] or self.all
        return self.random.choice(others)

    def facts(self, document, word, day):
        facts = {}
        first, last = sorted([day("facts"), day("facts")])
        programme = self.random.choice(self.lists.programmes)["id"]
        if document.collection == "letters":
            areas = [a["id"] for a in self.random.sample(self.lists.areas, self.random.randint(0, 2))]
            facts = {"area": areas[0] if len(areas) == 1 and self.chance(0.5) else areas,
                     "fieldwork": {"start": first, "end": last}, "addressees": [word("addressees")],
                     "signatories": [word("signatories")], "principal-authority": word("principal-authority"),
                     "statement": {"required": True, "due": day("statement"), "basis": word("statement"),
                                   "lead": word("statement"), "cooperating": [word("statement")], "received": day("statement")},
                     "milestones": {word("milestones"): day("milestones")}}
            if self.chance(0.6):
                facts["programme"] = programme
            if self.chance(0.5):
                # Under a timetable that begins to hold while the archive is looked at.
                start = self.lists.moments.day()
                facts["fieldwork"] = {"start": start, "end": start}
            self.refer(facts, "guidance", document, "guidance")
        elif document.collection == "guidance":
            facts = {"in-force": first, "programme": programme, "timetable": {
                word("timetable"): {"after": "fieldwork-end", "working-days": 34, "public": self.chance(0.5)}}}
            self.refer(facts, "replaces", document, "guidance")
        elif document.collection == "overviews":
            letters = [self.other(document, "letters") for _ in range(3)]
            facts = {"round": {"themes": [self.random.choice(self.lists.themes)["id"]], "from": first, "to": last,
                               "letters": [d.id for d in letters if d.collection == "letters"]}}
        elif document.collection == "consultations":
            facts = {"opens": first, "closes": last}
            if self.chance(0.7):
                moments = self.lists.moments
                facts = dict(zip(["opens", "closes"], map(moments.write, sorted(self.random.sample(moments.pool, 2)))))
            self.refer(facts, "outcome", document, None)
        elif document.collection == "follow-ups":
            facts = {"kind": self.random.choice(["statement", "response", "progress", "reinspection"])}
            self.refer(facts, "follows", document, "letters")
        return facts

    def refer(self, facts, key, document, collection):
        other = self.other(document, collection)
        if collection in (None, other.collection) and self.chance(0.7):
            facts[key] = other.slug if collection and self.chance(0.5) else other.id

    # Text

    def body(self, document, word):
        self.criterion_count = 0
        parts = [f"First {word('body', shown=True)} paragraph."]
        for _ in range(self.random.randint(1, 7)):
            parts.append(self.block(document, word))
        for name in document.files:
            if self.chance(0.5):
                parts.append(self.file_link(name, word))
        return "\n\n".join(parts) + "\n"

    def file_link(self, name, word):
        written = name if self.chance(0.7) else name.replace("q", "%71", 1)
        label = word("body", shown=True)
        if name.endswith("PNG"):
            return f"![{label}]({written})"
        return self.random.choice([f"[{label}]({written})", f"[{label}](./{written})", f"[{label}]\n\n[{label}]: {written}",
                                   f'[{label}](<{written}> "{label}")'])

    def link(self, document, word):
        other = self.other(document)
        # The pages of the site stand at its root.
        root = "/" + (other.slug if other.collection == "pages" else other.id)
        site = self.random.choice(["https://findings.example.org", "HTTPS://Findings.example.org:443", "http://findings.example.org."])
        target = self.random.choice([
            other.id, f"{other.id}#part", f"{root}/", root, f"{root}/?q#part", f"{site}{root}", f"{site}{root}/#part",
            f"{root}/editions/{self.random.randint(1, 3)}/", f"{site}{root}/editions/1/", f"{root}/index.json",
            f"/{root[1:].replace('z', '%7A', 1)}/"])
        return f"[{word('body', shown=True)}]({target})"

    def block(self, document, word):
        shown = lambda: word("body", shown=True)
        term = self.random.choice(self.lists.glossary)["term"]
        agency = self.random.choice(self.lists.agencies)
        named = self.random.choice([agency["name"], *agency.get("aliases", [])])
        return self.random.choice([
            lambda: f"## Heading {shown()}\n\n{shown()}",
            lambda: f"## Areas for improvement\n\n- {shown()} {{agencies=\"{agency['id']}\"}}\n- {shown()} {{#id-{shown().lower()}}}",
            lambda: f"## Area for priority action\n\n{named} must:\n\n- {shown()} of EC1\n  - {shown()}",
            lambda: f"## Practice study: effective practice\n\n### {shown()}\n\n{named} {shown()}\n\n{shown()}",
            lambda: f"Table: {shown()}\n\n| {shown()} | EC1 |\n| --- | ---: |\n| {self.new_criterion()} | {shown()} \\| {self.link(document, word)} |",
            lambda: f"Noted[^{word('body')}].".replace("[^", "[^n") + f"\n\n[^n{self.last_word()}]: Note {shown()}.",
            lambda: f"> **Note:** {shown()} & {self.link(document, word)}",
            lambda: f"> {shown()}\n>\n> — {shown()}",
            lambda: f"## Question: {shown()}?\n\n- {shown()}\n- {shown()}",
            lambda: f"## Notes to editors\n\n1. {shown()}",
            lambda: f"The {term} met: {shown()}.",
            lambda: f"See {self.link(document, word)} and {self.link(document, word)}.",
            lambda: f"1. {shown()}\n2. {shown()} and paragraph 1",
            lambda: f"`{shown()}` *{shown()}* **{shown()}**\n\n```\n{shown()}\n```",
        ])()

    def new_criterion(self):
        """The name of a criterion, which a text defines once."""
        self.criterion_count += 1
        return f"EC{self.criterion_count}"

    def last_word(self):
        return list(self.canaries.owners)[-1]
