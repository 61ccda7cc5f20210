"""The files of both sites, all of them, without a browser."""

import gzip
import unittest
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pages
from world import World

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Page(HTMLParser):
    """What the tests ask of one page."""

    def __init__(self, file):
        super().__init__()
        self.headings, self.ids, self.links, self.styles, self.scripts = [], [], [], [], []
        self.landmarks, self.problems, self.open = [], [], []
        self.language = self.refresh = None
        self.feed(file.read_text(encoding="utf-8"))
        self.close()
        if self.open:
            self.problems.append(f"never closed: {self.open}")

    def handle_starttag(self, tag, pairs):
        values = dict(pairs)
        if tag not in VOID:
            self.open.append(tag)
        if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            self.headings.append(int(tag[1]))
        if tag in {"main", "nav", "header", "footer"} and not {"main", "article"} & set(self.open[:-1]):
            self.landmarks.append(tag)
        if tag == "nav" and not values.get("aria-label"):
            self.problems.append("a nav without a name")
        if tag == "html":
            self.language = values.get("lang")
        if tag == "link" and values.get("rel") == "stylesheet":
            self.styles.append(values["href"])
        if tag == "meta" and values.get("http-equiv") == "refresh":
            self.refresh = values["content"]
        if tag == "script" and values.get("type") == "module":
            self.scripts.append(values["src"])
        elif tag == "script" and values.get("type") != "application/ld+json":
            self.problems.append("a script in the page")
        if tag == "style":
            self.problems.append("an inline style sheet")
        for name, value in pairs:
            if name.startswith("on") or name == "style":
                self.problems.append(f"the attribute {name} on {tag}")
            if name == "id":
                self.ids.append(value)
            if name in {"href", "src", "action"} and tag != "html" and value:
                self.links.append(value)

    def handle_startendtag(self, tag, pairs):
        self.handle_starttag(tag, pairs)
        if tag not in VOID:
            self.problems.append(f"<{tag} /> is not closed")

    def handle_endtag(self, tag):
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.problems.append(f"</{tag}> closes {self.open[-1:]}")


class Markup(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.sites = {
            name: {
                "/" + str(file.relative_to(site)).removesuffix("index.html"): Page(file)
                for file in sorted(site.rglob("*.html"))
            } for name, site in World.sites.items()}

    def check(self, problems):
        found = [
            f"{site}{address}: {problem}"
            for site, all_pages in self.sites.items()
            for address, page in all_pages.items()
            for problem in problems(site, page)]
        self.assertEqual([], found[:20])

    def test_is_well_formed_and_holds_no_script_or_style(self):
        self.check(lambda _, page: page.problems)

    def test_runs_scripts_on_the_search_page_alone(self):
        for site, all_pages in self.sites.items():
            self.assertEqual(["/search/"], [address for address, page in all_pages.items() if page.scripts], site)

    def test_has_one_main_heading_and_skips_no_level(self):
        def problems(_, page):
            if page.headings.count(1) != 1:
                yield f"{page.headings.count(1)} h1"
            for before, after in zip([0, *page.headings], page.headings):
                if after > before + 1 and (before, after) != (0, 2):
                    yield f"h{after} after h{before}"

        self.check(problems)

    def test_has_landmarks_and_a_language(self):
        def problems(_, page):
            if not page.language:
                yield "no language"
            expected = {"main": 1} if page.refresh else {"main": 1, "header": 1, "footer": 1}
            for landmark, count in expected.items():
                if page.landmarks.count(landmark) != count:
                    yield f"{page.landmarks.count(landmark)} {landmark}"

        self.check(problems)

    def test_gives_each_id_once(self):
        self.check(lambda _, page: [id for id in set(page.ids) if page.ids.count(id) > 1])

    def test_leads_nowhere_that_is_not_there(self):
        def problems(site, page):
            for link in page.links:
                parts = urlsplit(link)
                if parts.scheme or parts.netloc:
                    continue
                target = self.sites[site].get(parts.path) if parts.path else page
                if target is None and not (World.sites[site] / parts.path.lstrip("/")).is_file():
                    yield f"{link} leads nowhere"
                elif parts.fragment and parts.fragment not in (target.ids if target else []):
                    yield f"{link} names no part of its page"

        self.check(problems)

    def test_has_one_file_of_styles_under_12_kilobytes(self):
        for site in World.sites.values():
            files = list((site / "assets").glob("*.css"))
            self.assertEqual(1, len(files), files)
            self.assertLess(len(gzip.compress(files[0].read_bytes())), 12_000)
            # A channel has the same file and its colours.
            for file in site.glob("channels/*/assets/*.css"):
                self.assertTrue(file.samefile(files[0]) if file.name == files[0].name else file.stat().st_size < 500, file)

        def problems(_, page):
            most = 2 if page.styles[0].startswith("/channels/") else 1
            return [] if 1 <= len(page.styles) <= most else [f"{page.styles}"]

        self.check(problems)

    def test_shows_every_kind_of_page_within_30_kilobytes(self):
        for site, addresses in (("content", pages.CONTENT), ("specimen", pages.SPECIMEN)):
            folder = World.sites[site]
            for name, address in addresses.items():
                file = folder / "404.html" if name == "not found" else folder / f"{address[1:]}index.html"
                html = file.read_bytes()
                style = folder / self.sites[site]["/404.html"].styles[0].lstrip("/")
                size = len(gzip.compress(html)) + len(gzip.compress(style.read_bytes()))
                with self.subTest(page=name):
                    self.assertLess(size, 30_000)
