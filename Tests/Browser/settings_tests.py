"""Pages with the settings that readers choose: no script, less motion, colours of their own."""

import in_page
from world import BrowserTest


class Settings(BrowserTest):
    def tearDown(self):
        self.browser.scripts(True)

    def test_works_without_scripts(self):
        self.browser.scripts(False)
        self.open("home")
        self.browser.click("details:last-of-type summary")
        self.browser.click("a[href='/areas/leeds/']")
        self.browser.click("a[href='/letters/leeds-2024/']")
        self.assertEqual("Joint targeted area inspection of Leeds", self.browser.text("h1"))
        self.browser.size(360)
        self.open("everything")
        self.browser.click(".contents-folded summary")
        self.browser.click(".contents-folded a[href='#improvement']")
        self.assertTrue(self.browser.driver.current_url.endswith("#improvement"))

    def test_moves_nothing(self):
        for wish in ("reduce", "no-preference"):
            self.browser.media(prefers_reduced_motion=wish)
            self.check_pages(
                lambda _: [f"{n} things move" for n in [self.browser.run(in_page.MOTION)] if n],
                ("home", "letter", "guidance", "everything"))

    def test_keeps_its_shape_in_forced_colours(self):
        self.browser.media(forced_colors="active")

        def problems(_):
            plain = self.browser.run(
                "return [...document.querySelectorAll('.notice, .inset, .wording, .callout')]"
                ".filter(e => getComputedStyle(e).borderTopStyle === 'none').map(e => e.className)")
            return plain + self.browser.run(in_page.OVERFLOW)

        self.check_pages(problems, ("home", "everything", "withdrawn", "superseded", "area without a letter"))
