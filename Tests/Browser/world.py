"""What all tests share: the two sites and the browser, set up once by run.py."""

import unittest

import pages


class World:
    sites = {}
    addresses = {}
    browser = None
    strings = None


class BrowserTest(unittest.TestCase):
    """A test that opens pages; each begins with a plain window of 1280 by 800 pixels."""

    maxDiff = None

    def setUp(self):
        self.browser = World.browser
        self.browser.media()
        self.browser.text_size(100)
        self.browser.scripts(True)
        self.browser.size(1280)

    def open(self, name):
        self.browser.open(self.address(name))

    @staticmethod
    def address(name):
        if name in pages.CONTENT:
            return World.addresses["content"] + pages.CONTENT[name]
        return World.addresses["specimen"] + pages.SPECIMEN[name]

    def check_pages(self, problems, names=(*pages.CONTENT, *pages.SPECIMEN)):
        """Opens each of the pages in turn and reports what `problems(name)` finds wrong with it."""
        for name in names:
            with self.subTest(page=name):
                self.open(name)
                self.assertEqual([], problems(name))
