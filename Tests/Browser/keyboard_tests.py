"""Pages with the keyboard alone."""

import in_page
from world import BrowserTest


class Keyboard(BrowserTest):
    PAGES = (
        "home", "letter", "guidance", "letters", "area", "theme", "inspectorates", "everything", "withdrawn",
        "removed", "Welsh letter", "not found", "round", "area over the years", "criterion with findings",
        "open consultation",
    )

    def test_reaches_every_link_and_shows_where_it_is(self):
        self.check_pages(self.unreached, self.PAGES)

    def test_shows_where_it_is_on_a_dark_phone(self):
        self.browser.media(prefers_color_scheme="dark")
        self.browser.size(360)
        self.check_pages(self.unreached, ("home", "everything"))

    def test_shows_where_it_is_in_forced_colours(self):
        self.browser.media(forced_colors="active")
        self.check_pages(self.unreached, ("home", "everything"))

    def unreached(self, _):
        """What Tab does not reach in the order of the page, or reaches without a sign of it."""
        expected = self.browser.run(in_page.FOCUSABLE)
        found = []
        for index, html in enumerate(expected):
            self.browser.tab()
            focus = self.browser.run(in_page.FOCUS)
            if focus["index"] != index:
                return [*found, f"Tab {index + 1} leads to {focus['html']}, not to {html}"]
            if not focus["marked"]:
                found.append(f"no sign of the focus on {html}")
            if not focus["inView"]:
                found.append(f"the focus is out of view on {html}")
        return found

    def test_skips_to_the_main_text(self):
        def problems(_):
            self.browser.tab()
            skip = self.browser.run(
                "const e = document.activeElement; const box = e.getBoundingClientRect();"
                "return {target: e.getAttribute('href'), seen: box.left >= 0 && box.width > 0}")
            self.browser.enter()
            at = self.browser.run("return document.activeElement.tagName")
            self.browser.tab()
            inside = self.browser.run("return document.querySelector('main').contains(document.activeElement)")
            links = self.browser.run("return document.querySelectorAll('main a[href], main summary').length")
            return [
                problem for problem, holds in {
                    f"the first stop is {skip}": skip == {"target": "#_main", "seen": True},
                    f"the link leads to {at}": at == "MAIN",
                    "Tab goes on outside the main text": inside or not links,
                }.items() if not holds]

        self.check_pages(problems, ("home", "letter", "area", "everything", "Welsh page"))

    def test_opens_a_region_and_follows_a_link(self):
        self.open("home")
        while self.browser.run("return document.activeElement.tagName") != "SUMMARY":
            self.browser.tab()
        self.browser.enter()
        self.browser.tab()
        link = self.browser.run("return document.activeElement.href")
        self.assertIn("/areas/", link)
        self.browser.enter()
        self.browser.wait_for_address(link)
