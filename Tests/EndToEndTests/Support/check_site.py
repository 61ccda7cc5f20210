"""Checks a built site: whether its files are well formed, and whether every link within it leads somewhere.

usage: check_site.py SITE ADDRESS [CANONICAL]

SITE is the folder, ADDRESS the address that the site says it has, CANONICAL another whose pages it may name
as the canonical ones. Prints a line for each problem; the exit
code is 1 if there is one. Nothing beyond Python's own library is used.
"""

import csv
import html.parser
import io
import json
import pathlib
import sys
import urllib.parse
import xml.dom.minidom
import xml.etree.ElementTree

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
URLS = {"href", "src", "action", "poster", "cite"}


class Page(html.parser.HTMLParser):
    """The links and ids of a page, and what is wrong with its tags."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open, self.links, self.ids, self.problems, self.data, self.langs = [], [], [], [], [], []
        self.feed(text)
        self.close()
        if self.open:
            self.problems.append(f"<{self.open[-1]}> is never closed")

    def handle_starttag(self, tag, attributes):
        names = [name for name, _ in attributes]
        if len(names) != len(set(names)):
            self.problems.append(f"<{tag}> has an attribute twice")
        if "style" in names or any(name.startswith("on") for name in names):
            self.problems.append(f"<{tag}> has an inline style or script")
        values = dict(attributes)
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "script" and values.get("type") != "application/ld+json" and "src" not in values:
            self.problems.append("an inline script")
        if tag == "img" and not values.get("alt", "") and "alt" not in values:
            self.problems.append("an image without alt")
        self.links += [(tag, values[name] or "", values.get("rel", "")) for name in names if name in URLS]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if tag in VOID or not self.open or self.open[-1] != tag:
            self.problems.append(f"</{tag}> closes nothing, but {self.open[-1:]} is open, line {self.getpos()[0]}")
        else:
            self.open.pop()

    def handle_data(self, data):
        if self.open and self.open[-1] == "script":
            self.data.append(data)


class Site:
    def __init__(self, folder, *addresses):
        self.folder, self.addresses = folder, tuple(address.rstrip("/") + "/" for address in addresses)
        self.address = addresses[0].rstrip("/")
        self.files = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
        self.pages = {name: Page((folder / name).read_text()) for name in sorted(self.files) if name.endswith(".html")}

    def problems(self):
        for name, page in self.pages.items():
            yield from (f"{name}: {problem}" for problem in self.page_problems(name, page))
        for name in sorted(self.files):
            yield from (f"{name}: {problem}" for problem in self.file_problems(name))

    def page_problems(self, name, page):
        yield from page.problems
        for id in {id for id in page.ids if page.ids.count(id) > 1}:
            yield f"the id {id} stands there twice"
        for text in page.data:
            try:
                json.loads(text)
            except ValueError as error:
                yield f"a data block is no JSON: {error}"
        for tag, link, rel in page.links:
            if tag == "link" and rel == "canonical" and not link.startswith(self.addresses):
                yield f"the canonical address {link} is not on the site"
            if (problem := self.link_problem(name, link)) is not None:
                yield f"the link {link!r} {problem}"

    def link_problem(self, name, link):
        """What is wrong with a link of a page, None if nothing is or it leads elsewhere."""
        base = f"{self.address}/{name.removesuffix('index.html')}"
        url = urllib.parse.urlsplit(urllib.parse.urljoin(base, link))
        if f"{url.scheme}://{url.netloc}" != self.address:
            return None if url.scheme in ("http", "https", "mailto", "tel") else "has a strange scheme"
        path = urllib.parse.unquote(url.path).lstrip("/")
        target = path + "index.html" if path.endswith("/") or not path else path
        if target not in self.files:
            return "leads nowhere"
        fragment = urllib.parse.unquote(url.fragment)
        if fragment and target in self.pages and fragment not in self.pages[target].ids:
            return "has a fragment that is no id there"
        return None

    def file_problems(self, name):
        data = (self.folder / name).read_bytes()
        try:
            if name.endswith(".json"):
                json.loads(data.decode())
            elif name.endswith((".xml", ".svg")):
                yield from self.xml_problems(name, xml.etree.ElementTree.fromstring(data))
            elif name.endswith(".csv"):
                if len({len(row) for row in csv.reader(io.StringIO(data.decode()), strict=True)}) > 1:
                    yield "its rows differ in length"
            elif name.endswith((".html", ".txt", ".css", ".js")):
                data.decode()
        except (ValueError, xml.etree.ElementTree.ParseError, csv.Error) as error:
            yield f"it cannot be read: {error}"

    def xml_problems(self, name, root):
        """The addresses in feeds and sitemaps lead somewhere; what a feed must have is there."""
        atom = "{http://www.w3.org/2005/Atom}"
        addresses = [element.get("href") for element in root.iter(f"{atom}link")]
        addresses += [element.text for element in root.iter() if element.tag.endswith("}loc")]
        for address in addresses:
            if (problem := self.link_problem(name, address)) is not None:
                yield f"the address {address} {problem}"
        if root.tag == f"{atom}feed":
            ids = [element.text for element in root.iter(f"{atom}id")]
            if len(ids) != len(set(ids)):
                yield "an id stands there twice"
            for element in [root, *root.iter(f"{atom}entry")]:
                for child in ("id", "title", "updated"):
                    if len(element.findall(f"{atom}{child}")) != 1:
                        yield f"{element.tag} has not one {child}"


def main():
    found = list(Site(pathlib.Path(sys.argv[1]), *sys.argv[2:]).problems())
    print("\n".join(found[:40]))
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
