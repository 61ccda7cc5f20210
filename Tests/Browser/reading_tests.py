"""Pages of every kind on every screen."""

from axe_core_python.base import AXE_SCRIPT

import in_page
from world import BrowserTest

WIDTHS = (320, 360, 768, 1280)


class Reading(BrowserTest):
    def test_says_nothing_in_the_console(self):
        self.browser.messages()

        def problems(name):
            said = self.browser.messages()
            if name == "not found":
                # The browser says that the page has the status 404, as it should.
                said = [message for message in said if "404" not in message]
            return said

        self.check_pages(problems)

    def test_fits_every_width(self):
        self.check_pages(self.overflow)

    def test_fits_with_text_at_200_percent(self):
        self.browser.text_size(200)
        self.open("home")
        self.assertEqual("32px", self.browser.run("return getComputedStyle(document.documentElement).fontSize"))
        self.check_pages(self.overflow)

    def overflow(self, _):
        found = []
        for width in WIDTHS:
            self.browser.size(width)
            found += [f"at {width}: {problem}" for problem in self.browser.run(in_page.OVERFLOW)]
        return found

    def test_passes_axe_on_a_wide_light_screen(self):
        self.browser.media(prefers_color_scheme="light")
        self.check_pages(self.axe)

    def test_passes_axe_on_a_dark_phone(self):
        self.browser.media(prefers_color_scheme="dark")
        self.browser.size(360)
        self.check_pages(self.axe)

    def axe(self, _):
        self.browser.run(AXE_SCRIPT)
        return self.browser.driver.execute_async_script(in_page.AXE)

    def test_has_targets_of_24_pixels(self):
        def problems(_):
            found = []
            for width in (360, 1280):
                self.browser.size(width)
                found += [f"at {width}: {target}" for target in self.browser.run(in_page.SMALL_TARGETS)]
            return found

        self.check_pages(problems)

    def test_keeps_captions_in_view(self):
        """A table may scroll; what it is called does not."""
        self.browser.size(360)
        self.check_pages(
            lambda _: self.browser.run(
                "return [...document.querySelectorAll('caption')].filter(c => c.getClientRects().length"
                " && c.getBoundingClientRect().right > innerWidth).map(c => c.innerText)"),
            ("theme with a round", "overview with evidence", "agency", "everything", "round"))

    def test_breaks_words_of_tables_only_where_it_must(self):
        self.browser.size(360)
        self.open("data")
        self.assertLess(self.browser.run("return document.documentElement.scrollHeight"), 12_500)
        broken = self.browser.run(
            "const lines = e => { const range = document.createRange(); range.selectNodeContents(e);"
            " return range.getClientRects().length; };"
            "return [...document.querySelectorAll('.sizes td:last-child, .fields code')]"
            ".filter(e => lines(e) > 1).map(e => e.innerText)")
        self.assertEqual([], broken)

    def test_keeps_one_choice_when_the_other_is_made(self):
        self.open("findings of a kind and an agency")
        self.browser.click(".filter a[href$='/strength/police/']")
        self.assertEqual("Strengths: Neglect, Police", self.browser.text("h1"))
        current = self.browser.run(
            "return [...document.querySelectorAll('.filter [aria-current]')].map(e => e.innerText.split(' (')[0])")
        self.assertEqual(["Strengths", "Police"], current)

    def test_opens_what_was_moved(self):
        self.open("redirected")
        self.assertEqual(self.address("everything"), self.browser.driver.current_url)


class Contents(BrowserTest):
    """The contents list of a long document."""

    def test_stands_at_the_side_on_wide_screens(self):
        self.open("guidance")
        side, folded, text = self.boxes()
        self.assertGreater(side["width"], 0)
        self.assertEqual(0, folded["width"])
        self.assertLessEqual(side["right"], text["left"])

    def test_is_folded_on_phones(self):
        self.browser.size(360)
        self.open("guidance")
        side, folded, _ = self.boxes()
        self.assertEqual(0, side["width"])
        self.assertGreater(folded["width"], 0)
        self.assertLess(folded["height"], 80, "the list is folded")
        self.assertFalse(self.browser.run("return document.querySelector('.contents-folded details').open"))

    def boxes(self):
        return self.browser.run(
            "return ['.contents-side', '.contents-folded', '.body'].map("
            "s => document.querySelector(s).getBoundingClientRect().toJSON())")
