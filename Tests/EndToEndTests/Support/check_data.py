"""Opens the data files of a built site with the tools that researchers use, and compares them with the pages.

usage: check_data.py SITE

Prints a line for each problem: whatever frictionless, csvw, sqlite3, Datasette, rispy, bibtexparser or
citeproc-py reports, and whatever differs from `index.json` beside each document. The exit code is 1 if there
is one.
"""

import csv
import html.parser
import json
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import warnings

import bibtexparser
import citeproc.source.json
import csvw
import frictionless
from pylatexenc import latex2text
import rispy

CSL = {"id", "type", "title", "author", "issued", "publisher", "genre", "number", "edition", "language", "note", "URL"}
MARKS = {"summary": "Our summary", "facts": "Facts only"}

# What LaTeX prints of the commands that pylatexenc does not know.
COMMANDS = {"textbraceleft": "{", "textbraceright": "}", "textless": "<", "textgreater": ">", "textbar": "|", "textasciicircum": "^"}
CONTEXT = latex2text.get_default_latex_context_db()
CONTEXT.add_context_category(
    "more", prepend=True, macros=[latex2text.MacroTextSpec(name, simplify_repl=text) for name, text in COMMANDS.items()])
LATEX = latex2text.LatexNodes2Text(latex_context=CONTEXT)


class Site:
    def __init__(self, folder):
        self.folder, self.data = folder, folder / "data"
        self.documents = {}
        self.title = json.loads((self.data / "datapackage.json").read_text())["title"]
        for path in sorted(folder.rglob("index.json")):
            document = json.loads(path.read_text())
            self.documents[document["id"]] = (path.parent, document)
        self.tables = {path.stem: self.table(path) for path in sorted(self.data.glob("*.csv"))}

    @staticmethod
    def table(path):
        with path.open(newline="", encoding="utf-8") as file:
            return list(csv.DictReader(file, strict=True))

    def problems(self):
        yield from self.package_problems()
        yield from self.csvw_problems()
        yield from self.row_problems()
        if (self.data / "findings.sqlite").exists():
            yield from self.database_problems()
            yield from self.datasette_problems()
        keys = set()
        for id, (folder, document) in self.documents.items():
            yield from (f"{id}: {problem}" for problem in self.citation_problems(folder, document, keys))
        yield from self.example_problems()

    # Tables

    def package_problems(self):
        report = frictionless.Package(str(self.data / "datapackage.json")).validate()
        yield from (f"frictionless: {error}" for error in report.errors + report.warnings)
        for task in report.tasks:
            yield from (f"frictionless: {task.name}: {error}" for error in [*(e.message for e in task.errors), *task.warnings])
        if not report.valid:
            yield "frictionless: the package is not valid"

    def csvw_problems(self):
        for path in [*sorted(self.data.glob("*.csv")), self.data / "csv-metadata.json"]:
            with warnings.catch_warnings(record=True) as found:
                warnings.simplefilter("always")
                checked = csvw.CSVW(str(path), validate=True)
                if not checked.is_valid:
                    yield f"csvw: {path.name} is not valid"
            yield from (f"csvw: {path.name}: {warning.message}" for warning in [*found, *checked.warnings])

    def row_problems(self):
        """The rows are those of the documents and their findings, each where it can be cited."""
        listed = {id for id, (_, document) in self.documents.items() if "withdrawn" not in document}
        addresses = {self.documents[id][1]["address"] for id in listed}
        letters = {
            id for id in listed
            if id.startswith("letters/") and self.documents[id][1].get("translation-of") not in addresses}
        for name, expected in [("documents", set(self.documents)), ("passages", None), ("coverage", letters)]:
            ids = {row["document"] for row in self.tables[name]}
            if expected is not None and ids != expected or not ids <= set(self.documents):
                yield f"{name}.csv has rows of other documents: {ids ^ (expected or ids)}"
        if {row["document"] for row in self.tables["passages"]} - listed:
            yield "passages.csv holds a withdrawn document"
        editions = {}
        for row in self.tables["findings"]:
            editions.setdefault((row["document"], int(row["edition"])), []).append(row)
        for id, (_, document) in self.documents.items():
            rows, findings = editions.get((id, document["edition"]), []), document.get("findings", [])
            if [row["id"] for row in rows] != [finding["id"] for finding in findings]:
                yield f"{id}: findings.csv has {len(rows)} findings, index.json {len(findings)}"
            for row, finding in zip(rows, findings):
                if any(row[key] != finding.get(key, "") for key in ("kind", "strand", "lead")) \
                        or row["text"].split("\n")[0] != finding["text"].split("\n")[0] \
                        or row["agencies"].split() != finding.get("agencies", []):
                    yield f"{row['url']} differs from index.json"
        passages = {row["url"] for row in self.tables["passages"]}
        for row in self.tables["findings"]:
            if row["state"] == "published" and row["url"] not in passages:
                yield f"{row['url']} is no passage"
        for row in self.tables["findings"] + self.tables["passages"]:
            if (problem := self.anchor_problem(row["url"])) is not None:
                yield problem

    def anchor_problem(self, url):
        address, _, anchor = re.sub(r"^https://[^/]+/", "", url).partition("#")
        if address not in Page.known:
            Page.known[address] = Page((self.folder / address / "index.html").read_text())
        return f"{url} leads nowhere" if anchor and anchor not in Page.known[address].ids else None

    # The database

    def database_problems(self):
        database = sqlite3.connect(f"file:{self.data / 'findings.sqlite'}?mode=ro", uri=True)
        if (found := database.execute("PRAGMA integrity_check").fetchall()) != [("ok",)]:
            yield f"sqlite: {found}"
        yield from (f"sqlite: a reference leads nowhere: {row}" for row in database.execute("PRAGMA foreign_key_check"))
        for name in ("documents", "findings"):
            columns = list(self.tables[name][0]) if self.tables[name] else ["document"]
            cursor = database.execute(f"SELECT {', '.join(columns)} FROM {name} ORDER BY {'rowid' if name == 'findings' else 'document'}")
            rows = [["" if value is None else str(value) for value in row] for row in cursor]
            expected = [list(row.values()) for row in self.tables[name]]
            if rows != (sorted(expected) if name == "documents" else expected):
                yield f"sqlite: {name} is not what {name}.csv is"
        yield from self.list_problems(database)
        yield from self.search_problems(database)
        database.close()

    def list_problems(self, database):
        """The tables in between hold what the cells list."""
        for table, column in [("edition_areas", "area"), ("edition_themes", "theme"), ("edition_inspectorates", "inspectorate")]:
            cell = "area" if column == "area" else column + "s"
            for row in self.tables["documents"]:
                found = {value for value, in database.execute(
                    f"SELECT {column} FROM {table} WHERE document = ? AND edition = ?", (row["document"], row["edition"]))}
                if found != set(row[cell].split()):
                    yield f"sqlite: {table} has {found} for {row['document']}"
        agencies = [id for row in self.tables["findings"] for id in row["agencies"].split()]
        found = [id for id, in database.execute("SELECT agency FROM finding_agencies")]
        if sorted(found) != sorted(agencies):
            yield f"sqlite: finding_agencies has {len(found)} rows, findings.csv names {len(agencies)} agencies"
        if {id for id, in database.execute("SELECT id FROM agencies")} != set(agencies):
            yield "sqlite: agencies holds others than findings are about"

    def search_problems(self, database):
        words = re.findall(r"[a-z]{5,}", " ".join(row["text"] for row in self.tables["findings"]).lower())
        for word in sorted(set(words), key=words.count)[-3:] + sorted(set(words))[:3]:
            query = "SELECT url FROM findings JOIN findings_fts ON findings.rowid = findings_fts.rowid WHERE findings_fts MATCH ?"
            found = {url for url, in database.execute(query, (f"text: {word}",))}
            expected = {row["url"] for row in self.tables["findings"] if re.search(rf"\b{word}\b", row["text"].lower())}
            if not expected or not expected <= found:
                yield f"sqlite: the search for {word} misses {len(expected - found)} findings"
        with tempfile.TemporaryDirectory() as folder:
            copy = sqlite3.connect(shutil.copy(self.data / "findings.sqlite", folder))
            copy.execute("INSERT INTO findings_fts (findings_fts) VALUES ('integrity-check')")
            copy.close()

    def datasette_problems(self):
        path = f"/findings/findings.json?_search={'the'}&_shape=objects"
        run = subprocess.run(
            [sys.executable, "-m", "datasette", self.data / "findings.sqlite", "--get", path], capture_output=True, text=True)
        if run.returncode != 0 or run.stderr:
            yield f"datasette: {run.stderr or run.stdout}"
        elif self.tables["findings"] and "rowid" not in json.loads(run.stdout)["columns"]:
            yield f"datasette: {run.stdout[:200]}"

    # Citations

    def citation_problems(self, folder, document, keys):
        address = next(e["address"] for e in document["editions"] if e["number"] == document["edition"])
        title = " ".join(document["title"].split())
        authors = [entry["name"] for entry in document.get("inspectorates", [])]
        wording = document.get("wording", "official")
        if wording != "official":
            # Words of the archive are cited as the archive's, whoever wrote the official text.
            title, authors = f"{title} [{MARKS[wording]}]", [self.title]
        with (folder / "cite.ris").open(encoding="utf-8") as file:
            [ris] = rispy.load(file)
        if (ris["type_of_reference"], ris["title"], ris["urls"]) != ("RPRT", title, [address]):
            yield f"cite.ris says {ris}"
        if authors and ris["authors"] != authors:
            yield f"cite.ris names {ris['authors']}"
        yield from self.bibtex_problems(folder, title, address, authors, keys)
        yield from self.csl_problems(folder, title, address, authors)
        if not document["id"].startswith("pages/"):
            tags = Page((folder / "index.html").read_text()).tags
            if tags.get("citation_title") != [title] or tags.get("citation_fulltext_html_url") != [address]:
                yield f"the page says {tags}"
            if authors and tags.get("citation_author") != authors:
                yield f"the page names {tags.get('citation_author')}"

    def bibtex_problems(self, folder, title, address, authors, keys):
        library = bibtexparser.parse_string((folder / "cite.bib").read_text(encoding="utf-8"))
        if library.failed_blocks or len(library.entries) != 1:
            yield f"cite.bib has {len(library.entries)} entries and {len(library.failed_blocks)} that cannot be read"
            return
        [entry] = library.entries
        fields = {key: LATEX.latex_to_text(field.value) for key, field in entry.fields_dict.items() if key != "author"}
        if entry.entry_type != "techreport" or fields["title"] != title or fields["url"] != address:
            yield f"cite.bib says {fields}"
        if not all(fields.get(key) for key in ("institution", "year", "month", "title")):
            yield "cite.bib lacks a field"
        if authors and entry.fields_dict["author"].value.count("} and {") != len(authors) - 1:
            yield f"cite.bib names {entry.fields_dict['author'].value}"
        if entry.key in keys:
            yield f"cite.bib has the key of another document: {entry.key}"
        keys.add(entry.key)

    def csl_problems(self, folder, title, address, authors):
        items = json.loads((folder / "cite.json").read_text(encoding="utf-8"))
        with warnings.catch_warnings(record=True) as found:
            warnings.simplefilter("always")
            source = citeproc.source.json.CiteProcJSON(items)
        yield from (f"citeproc: {warning.message}" for warning in found)
        [item] = items
        if list(source) != [item["id"]] or set(item) - CSL or item["type"] != "report":
            yield f"cite.json says {item}"
        if (item["title"], item["URL"]) != (title, address) or len(item["issued"]["date-parts"][0]) != 3:
            yield f"cite.json says {item}"
        if authors and [author["literal"] for author in item["author"]] != authors:
            yield f"cite.json names {item['author']}"

    # The page

    def example_problems(self):
        """The commands on the page about the data, but for fetching what is here, work."""
        page = Page((self.data / "index.html").read_text())
        for example in page.code:
            run = subprocess.run(
                ["bash", "-e", "-c", f"curl() {{ :; }}\n{example}"], cwd=self.data, capture_output=True, text=True)
            if run.returncode != 0 or run.stderr:
                yield f"the example {example!r} says {run.stderr}"


class Page(html.parser.HTMLParser):
    """The ids, the citation tags and the blocks of code of a page."""

    known = {}

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.ids, self.tags, self.code, self.is_code = set(), {}, [], False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if "id" in values:
            self.ids.add(values["id"])
        if tag == "meta" and values.get("name", "").startswith("citation_"):
            self.tags.setdefault(values["name"], []).append(values["content"])
        if tag == "pre":
            self.is_code = True
            self.code.append("")

    def handle_endtag(self, tag):
        self.is_code = self.is_code and tag != "pre"

    def handle_data(self, data):
        if self.is_code:
            self.code[-1] += data


def main():
    found = list(Site(pathlib.Path(sys.argv[1])).problems())
    print("\n".join(found[:40]))
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
