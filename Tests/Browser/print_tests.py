"""Pages on paper."""

import re
import shutil
import subprocess
import unittest

import yaml

from world import BrowserTest, World


@unittest.skipUnless(shutil.which("pdftotext"), "pdftotext is not there; install poppler-utils")
class Print(BrowserTest):
    def paper(self, name):
        """The text of each page of paper."""
        self.open(name)
        text = subprocess.run(
            ["pdftotext", "-layout", "-", "-"], input=self.browser.pdf(), stdout=subprocess.PIPE, check=True
        ).stdout.decode()
        return [re.sub(r"\s+", " ", page) for page in text.split("\f") if page.strip()]

    def test_names_document_and_edition_on_every_page(self):
        for name, title, edition in (
            ("letter", "Joint targeted area inspection of Leeds", "Edition 1, 16 May 2024"),
            ("guidance", "Guidance for joint targeted area inspections of help", "Edition 1, 7 October 2022"),
            ("corrected", "A letter that was corrected", "Edition 2, 10 February 2024"),
            ("Welsh letter", "Llythyr am Leeds", "Argraffiad 1, 17 Mai 2024"),
        ):
            pages = self.paper(name)
            for number, page in enumerate(pages, 1):
                with self.subTest(page=name, number=number):
                    self.assertIn(title, page)
                    self.assertIn(edition, page)
                    self.assertRegex(page, rf"{number} ?/ ?{len(pages)}\b")

    def test_leaves_navigation_out(self):
        words = yaml.safe_load(World.strings.read_text())
        unwanted = [words[key] for key in ("skip", "feed", "menuCoverage", "menuWorriedAboutAChild", "relatedArea")]
        unwanted = [text.split("%")[0].strip() for text in unwanted] + ["Contents"]
        for name in ("home", "letter", "guidance", "area", "everything"):
            text = " ".join(self.paper(name))
            with self.subTest(page=name):
                self.assertEqual([], [word for word in unwanted if word in text])

    def test_prints_addresses_after_links(self):
        text = " ".join(self.paper("everything"))
        self.assertIn("link (https://www.gov.uk/)", text)
        self.assertIn("(https://files.example.org/v1/file/50246977)", text)
        self.assertIn("(https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/)", text)

    def test_opens_what_is_folded(self):
        self.assertIn("The Director of Children’s Services", " ".join(self.paper("everything")))

    def test_prints_black_on_white(self):
        self.browser.media("print", prefers_color_scheme="dark")
        self.open("everything")
        colours = self.browser.run(
            "const style = getComputedStyle(document.body); return [style.color, style.backgroundColor]")
        self.assertEqual(["rgb(0, 0, 0)", "rgb(255, 255, 255)"], colours)

    def test_fits_the_paper(self):
        """A page with something too wide is printed smaller as a whole: its text shrinks."""
        self.browser.media("print")
        self.browser.size(642)  # A4 without its margins, in CSS pixels
        self.check_pages(
            lambda _: [
                f"{width} > 642" for width in [self.browser.run("return document.documentElement.scrollWidth")]
                if width > 642],
            ("home", "letter", "guidance", "areas", "everything", "long title", "criteria",
             "round", "area over the years", "criterion in parts", "open consultation", "quotations", "data",
             "letter with findings", "overview with evidence", "theme with a round", "findings of a theme"))

    def test_keeps_a_finding_with_its_kind(self):
        """The word for the kind is never the last line of a page."""
        words = yaml.safe_load(World.strings.read_text())
        kinds = "|".join(re.escape(words[key]) for key in words if re.fullmatch("finding(Strength|Improvement|Practice.*)", key))
        for name, mark in (("letter with findings", rf"({kinds}) \d+"), ("findings of a theme", rf"({kinds})")):
            for number, page in enumerate(self.paper(name), 1):
                with self.subTest(page=name, number=number):
                    self.assertNotRegex(page, rf"{mark} {number} ?/ ?\d+ ?$")

    def test_breaks_no_word_of_the_data(self):
        text = " ".join(self.paper("data"))
        for word in ("Column", "fieldwork_start", "translation_of", "announcements"):
            self.assertIn(word, text)
