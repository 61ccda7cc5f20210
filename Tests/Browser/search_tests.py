"""The search page: what readers see, with and without scripts, and whatever they type."""

import csv
import io
import shutil
import subprocess
import time
import unittest
from urllib.parse import parse_qsl, urlencode, urlsplit

from axe_core_python.base import AXE_SCRIPT
from selenium.common.exceptions import NoSuchElementException, StaleElementReferenceException
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

import in_page
from site_server import SiteServer
from world import BrowserTest, World

# The last step of a search is to show what it can be narrowed by.
READY = """
const found = document.querySelector('.found'), sheet = document.querySelector('.facets > summary');
return document.readyState === 'complete' && found.ariaBusy !== 'true' && 'chosen' in sheet.dataset
  && document.querySelector('#result-count').innerText !== 'Searching…';
"""
FACETS = """
return Object.fromEntries([...document.querySelectorAll('[data-facet]')].map(facet => [facet.dataset.facet,
  [...facet.querySelectorAll('label')].map(label => [label.querySelector('input').value,
    Number(label.querySelector('.detail').textContent)])]));
"""
VIOLATIONS = """
window.violations = [];
document.addEventListener('securitypolicyviolation', e => window.violations.push(e.violatedDirective + ' ' + e.blockedURI));
"""


class SearchTest(BrowserTest):
    site = "content"

    def setUp(self):
        super().setUp()
        self.root = World.addresses[self.site]
        self.browser.messages()

    def search(self, *pairs, **fields):
        self.browser.open(f"{self.root}/search/?{urlencode([*fields.items(), *pairs])}")
        self.wait()

    def wait(self):
        WebDriverWait(self.browser.driver, 10).until(lambda driver: driver.execute_script(READY))
        # The counts come after the documents.
        time.sleep(0.05)
        WebDriverWait(self.browser.driver, 10).until(lambda driver: driver.execute_script(READY))

    def until(self, holds):
        stale = (StaleElementReferenceException, NoSuchElementException)
        WebDriverWait(self.browser.driver, 10, ignored_exceptions=stale).until(lambda _: holds())
        self.wait()

    @property
    def query(self):
        return parse_qsl(urlsplit(self.browser.driver.current_url).query)

    @property
    def count(self):
        return self.browser.text("#result-count > p")

    @property
    def home(self):
        """Where the archive says that it is."""
        return self.browser.run("return new URL(document.querySelector('link[rel=canonical]').href).origin")

    def check_box(self, name, value):
        self.browser.click(f"input[name={name}][value='{value}']")
        self.until(lambda: (name, value) in self.query)

    @property
    def remarks(self):
        return self.browser.run("return [...document.querySelectorAll('#result-count p')].map(p => p.innerText)")

    @property
    def total(self):
        return int(self.count.split()[0].replace(",", ""))

    def expected_total(self, *pairs, **fields):
        self.search(*pairs, **fields)
        return self.total

    @property
    def hits(self):
        return self.browser.run("return [...document.querySelectorAll('#results > li h2 a')].map(a => a.getAttribute('href'))")

    def field(self):
        return self.browser.driver.find_element("css selector", "#_query")


class Results(SearchTest):
    def test_show_what_matches_and_whose_words_it_is(self):
        self.search(q="information sharing")
        self.assertRegex(self.count, r"^\d+ documents$")
        self.assertEqual(min(10, self.total), len(self.hits))
        first = self.browser.run(
            "const li = document.querySelector('#results > li');"
            "return [li.querySelector('.detail').innerText, [...li.querySelectorAll('mark')].map(m => m.innerText.toLowerCase()),"
            " [...li.querySelectorAll('.passages a')].map(a => a.getAttribute('href')), li.querySelector('h2 a').getAttribute('href')]")
        self.assertRegex(first[0], r"Letter.+20\d\d.+Our summary")
        self.assertTrue(first[1] and all(mark.startswith(("inform", "shar")) for mark in first[1]), first[1])
        self.assertTrue(1 <= len(first[2]) <= 3)
        self.assertTrue(all(href.startswith(first[3]) for href in first[2]))

    def test_lead_to_the_finding_which_is_marked_on_arrival(self):
        self.search(q="information sharing")
        link = self.browser.driver.find_element("css selector", "#results a[href*='#finding-']")
        target = link.get_attribute("href")
        link.click()
        self.browser.wait_for_address(target)
        colours = self.browser.run(
            "const style = e => getComputedStyle(e).backgroundColor;"
            "return [style(document.querySelector(':target')), style(document.body)]")
        self.assertNotEqual(*colours)

    def test_mark_the_right_letters_of_any_text(self):
        """Marks are places in bytes: the text before them has letters of several."""
        for word in ("wagga", "naïve", "children"):
            self.search(q=word)
            marks = self.browser.run("return [...document.querySelectorAll('mark')].map(m => m.innerText.toLowerCase())")
            self.assertTrue(all(mark[:3] in ("wag", "naï", "nai", "chi") for mark in marks), marks)

    def test_come_page_by_page(self):
        self.search(q="children")
        total, first = self.total, self.hits
        self.browser.click(".pagination a[rel=next]")
        self.until(lambda: "page=2" in self.browser.driver.current_url and self.hits != first)
        self.assertEqual([("q", "children"), ("page", "2")], self.query)
        self.assertIn("page 2 of", self.count)
        self.assertEqual("result-count", self.browser.run("return document.activeElement.id"))
        self.assertFalse(set(first) & set(self.hits))
        self.assertEqual("2", self.browser.text(".pagination [aria-current]"))
        last = -(-total // 10)
        self.browser.click(".pagination li:last-child a")
        self.until(lambda: f"page={last}" in self.browser.driver.current_url and "next" not in self.browser.text(".pagination").lower())
        self.assertEqual(total - 10 * (last - 1), len(self.hits))

    def test_show_the_last_page_where_there_are_not_so_many(self):
        total = self.expected_total(q="school")
        last = -(-total // 10)
        for page, shown in (("999", last), ("2abc", 1), ("-3", 1), ("0", 1)):
            with self.subTest(page=page):
                self.search(q="school", page=page)
                self.assertEqual(str(shown), self.browser.text(".pagination [aria-current]"))
                self.assertEqual(total - 10 * (last - 1) if shown == last else 10, len(self.hits))
                self.assertEqual(f"{total} documents" + f", page {last} of {last}" * (shown > 1), self.count)

    def test_are_sorted_by_date_when_asked(self):
        self.search(q="children")
        dates = "return [...document.querySelectorAll('#results > li > .detail time')].map(t => t.dateTime)"
        before = self.browser.run(dates)
        self.browser.driver.find_element("css selector", "select[name=sort] option[value=date]").click()
        self.until(lambda: self.browser.run(dates) != before)
        self.assertEqual([("q", "children"), ("sort", "date")], self.query)
        self.assertEqual(sorted(self.browser.run(dates), reverse=True), self.browser.run(dates))

    def test_can_be_taken_away_as_a_table(self):
        self.search(q="police", theme="neglect")
        self.browser.run(
            "window.tables = []; const create = URL.createObjectURL;"
            "URL.createObjectURL = blob => { window.tables.push(blob); return create.call(URL, blob); };")
        self.browser.click(".result-tools button")
        WebDriverWait(self.browser.driver, 10).until(lambda d: d.execute_script("return window.tables.length"))
        kind, text = self.browser.driver.execute_async_script(
            "const done = arguments[0]; window.tables[0].text().then(text => done([window.tables[0].type, text]))")
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        self.assertEqual("text/csv", kind)
        self.assertEqual(self.total, len(rows))
        self.assertEqual([self.home + hit for hit in self.hits], [row["url"] for row in rows][:10])
        self.assertTrue(all(row["title"] and row["date"] and row["type"] for row in rows))

    def test_say_when_no_document_has_all_words(self):
        self.search(q="police neglect xylophone school probation")
        self.assertIn("No document has all of these words", self.browser.text("#result-count"))
        self.assertTrue(self.hits)

    def test_suggest_what_may_have_been_meant(self):
        self.search(q="safegarding")
        self.assertIn("Nothing was found", self.count)
        self.assertEqual([], self.hits)
        self.browser.click("#result-count a[href*='safeguarding']")
        self.until(lambda: self.hits)
        self.assertEqual([("q", "safeguarding")], self.query)
        self.assertEqual("safeguarding", self.field().get_attribute("value"))

    def test_correct_the_word_that_was_meant_alone(self):
        self.search(q="safegardings safegarding")
        self.browser.run(
            "[...document.querySelectorAll('#result-count p')].find(p => p.innerText.includes('“safegarding”'))"
            ".querySelector('a').click()")
        self.until(lambda: self.query[0][1] != "safegardings safegarding")
        self.assertEqual([("q", "safegardings safeguarding")], self.query)

    def test_say_what_abbreviations_added_and_can_leave_it(self):
        self.search(q="MASH")
        self.assertIn("multi-agency safeguarding hub", self.browser.text("#result-count"))
        more = self.total
        self.browser.click("#result-count a[href*='expand=no']")
        self.until(lambda: "Searched only for what you typed." in self.browser.text("#result-count"))
        self.assertEqual([("q", "MASH"), ("expand", "no")], self.query)
        self.assertLessEqual(self.total, more)
        self.check_box("theme", "neglect")
        self.assertEqual([("q", "MASH"), ("theme", "neglect"), ("expand", "no")], self.query)
        back = self.browser.driver.find_element("link text", "Search for “multi-agency safeguarding hub” too")
        back.click()
        self.until(lambda: "Search only for what I typed" in self.browser.text("#result-count"))
        self.assertEqual([("q", "MASH"), ("theme", "neglect")], self.query)

    def test_keep_the_abbreviations_that_the_address_asks_for(self):
        self.search(q="MASH", expand="yes")
        self.check_box("theme", "neglect")
        self.assertEqual([("q", "MASH"), ("theme", "neglect"), ("expand", "yes")], self.query)
        self.assertIn("Search only for what I typed", self.browser.text("#result-count"))

    def test_lead_from_a_town_to_its_area(self):
        self.search(q="Otley")
        self.assertEqual("Leeds", self.browser.text("#result-count a[href='/areas/leeds/']"))
        self.search(q="Hull")
        self.assertEqual("Kingston upon Hull", self.browser.text("#result-count a[href='/areas/kingston-upon-hull/']"))

    def test_say_what_a_town_is_before_anything_else(self):
        self.search(q="Marfleet")
        self.assertEqual(["Nothing was found.", "Marfleet is in this area: Kingston upon Hull"], self.remarks)
        self.search(q="Marfleet", theme="neglect")
        self.assertEqual("Marfleet is in this area: Kingston upon Hull", self.remarks[1])
        self.assertFalse(any("spelling" in remark or "fewer" in remark for remark in self.remarks))

    def test_speak_of_filters_where_there_are_some_and_of_words_after_suggestions(self):
        self.search(q="safegarding")
        self.assertRegex(" ".join(self.remarks), "^Nothing was found. No document has “safegarding”.+ Check the spelling[^.]+\\.$")
        self.search(q="xylophone", theme="neglect")
        self.assertIn("There may be more with fewer filters.", self.remarks)
        self.search(theme="no-such-theme")
        self.assertFalse(any("spelling" in remark for remark in self.remarks))

    def test_say_where_no_single_finding_has_all_words(self):
        words = "children police health school probation court"
        for q, fields in ((words, {"kind": "strength"}), (words + " kind:strength", {}), (words + " kind:strength", {"agency": "police"})):
            with self.subTest(q=q, fields=fields):
                self.search(q=q, **fields)
                self.assertEqual("No single finding within the filters has all of these words. Search whole documents", self.remarks[1])
                self.assertFalse(any("spelling" in remark for remark in self.remarks))
                self.browser.click("#result-count p:nth-child(2) a")
                self.until(lambda: self.hits)
                self.assertEqual([("q", words)], self.query)

    def test_say_where_nothing_was_asked_for(self):
        self.search(q="()")
        self.assertEqual(["Type some words, or choose what the results have to be about."], self.remarks)

    def test_tell_what_of_the_search_was_left_out(self):
        self.search(q="children date:yesterday")
        self.assertIn("“yesterday” is no date", self.browser.text("#result-count"))
        self.search(q="children date:2019-13")
        self.assertIn("“2019-13” is no date", self.browser.text("#result-count"))
        self.search(q="children year:2019")
        self.assertIn("There is no condition “year:”", self.browser.text("#result-count"))
        self.search(q="children", theme="no-such-theme")
        self.assertIn("No document has “no-such-theme” as its Theme", self.browser.text("#result-count"))
        everything = self.expected_total(q="children")
        for years in ([("from", "2024"), ("to", "2020")], [("from", "20xx")], [("to", "2023-13")]):
            with self.subTest(years=years):
                self.search(*years, q="children")
                self.assertIn("years were left out", self.browser.text("#result-count"))
                self.assertEqual(everything, self.total)
        self.search(("from", "2023-05"), q="children")
        self.assertNotIn("years were left out", self.browser.text("#result-count"))
        self.assertLess(self.total, everything)


class Narrowing(SearchTest):
    NAMES = ("theme", "kind", "area", "agency", "type", "wording", "inspectorate", "programme")

    def check(self, name, value):
        box = self.browser.driver.find_element("css selector", f"input[name={name}][value='{value}']")
        top = "return document.activeElement.getBoundingClientRect().top"
        self.browser.run("arguments[0].scrollIntoView({block: 'center'}); arguments[0].focus()", box)
        place = self.browser.run(top)
        was = box.is_selected()
        box.click()
        self.until(lambda: ((name, value) in self.query) != was)
        self.assertEqual(value, self.browser.run("return document.activeElement.value"), "the focus stays")
        return place, self.browser.run(top)

    def test_counts_are_what_a_choice_gives(self):
        for name in self.NAMES:
            with self.subTest(facet=name):
                self.search(q="children")
                values = self.browser.run(FACETS)[name]
                self.assertTrue(values)
                value, count = min(values, key=lambda value: value[1])
                if not self.browser.driver.find_element("css selector", f"input[name={name}][value='{value}']").is_displayed():
                    value, count = values[0]
                before, after = self.check(name, value)
                self.assertEqual(count, self.total)
                self.assertIn((name, value), self.query)
                self.assertAlmostEqual(before, after, delta=1.5, msg="the choice stays under the finger")
                # Its own facet shows what else there would be; chosen again it is gone.
                self.assertEqual(dict(values), dict(self.browser.run(FACETS)[name]))
                self.check(name, value)
                self.assertEqual([("q", "children")], self.query)

    def test_works_without_words_and_loads_no_text(self):
        self.search(theme="neglect")
        self.assertGreater(self.total, 3)
        loaded = self.browser.run("return performance.getEntriesByType('resource').map(e => e.name)")
        self.assertEqual([], [name for name in loaded if "/index/text/" in name])
        self.assertTrue(self.browser.run("return document.querySelector('#results > li > p:last-child').innerText"))

    def test_joins_values_of_a_facet_and_parts_facets(self):
        self.search(q="children")
        counts = {name: dict(values) for name, values in self.browser.run(FACETS).items()}
        self.check("theme", "neglect")
        self.check("theme", "domestic-abuse")
        self.assertEqual(counts["theme"]["neglect"] + counts["theme"]["domestic-abuse"], self.total)
        both = self.total
        self.check("wording", "facts")
        self.assertLess(self.total, both)
        self.browser.click("#result-count a")
        self.until(lambda: self.query == [("q", "children")])
        self.assertEqual([], self.browser.run("return [...document.querySelectorAll('.facets :checked')].map(e => e.value)"))

    def test_takes_a_range_of_years(self):
        self.search(q="children")
        everything = self.total
        years = self.browser.driver.find_element("css selector", "input[name=from]")
        years.send_keys("2022", Keys.ENTER)
        self.until(lambda: ("from", "2022") in self.query)
        self.assertTrue(0 < self.total < everything)
        dates = self.browser.run("return [...document.querySelectorAll('#results .detail time')].map(t => t.dateTime)")
        self.assertTrue(all(date >= "2022" for date in dates))

    def test_narrows_the_dates_of_the_query_by_the_years(self):
        self.search(q="children date:2018 date:2023")
        everything, some = self.total, self.expected_total(q="children date:2023")
        self.assertLess(some, everything)
        self.assertEqual(some, self.expected_total(("from", "2022"), q="children date:2018 date:2023"))

    def test_shows_a_long_list_in_part_and_what_is_chosen_always(self):
        self.search()
        facet = "document.querySelector('[data-facet=area]')"
        seen = f"return [...{facet}.querySelectorAll('li')].filter(e => e.checkVisibility()).length"
        self.assertEqual(8, self.browser.run(seen))
        self.browser.click("[data-facet=area] summary")
        everything = self.browser.run(seen)
        self.assertGreater(everything, 50)
        self.browser.click("[data-facet=area] details input[value=york]")
        self.until(lambda: ("area", "york") in self.query)
        self.browser.driver.refresh()
        self.wait()
        self.assertTrue(self.browser.driver.find_element("css selector", "input[value=york]").is_displayed())
        self.assertTrue(self.browser.driver.find_element("css selector", "input[value=york]").is_selected())

    def test_keeps_a_choice_that_nothing_has(self):
        self.search(q="xylophone", theme="neglect")
        self.assertEqual([["neglect", 0]], self.browser.run(FACETS)["theme"])


class Address(SearchTest):
    """The address is the state of the page."""

    def state(self):
        return self.count, self.hits, self.field().get_attribute("value"), self.browser.run(FACETS)

    def test_brings_everything_back(self):
        self.search(q="police")
        states = [(self.browser.driver.current_url, self.state())]
        box = self.browser.driver.find_element("css selector", "[data-facet=theme] input")
        box.click()
        self.until(lambda: len(self.query) == 2)
        states.append((self.browser.driver.current_url, self.state()))
        self.field().clear()
        self.field().send_keys("school", Keys.ENTER)
        self.until(lambda: ("q", "school") in self.query)
        states.append((self.browser.driver.current_url, self.state()))
        for move, index in (("back", 1), ("back", 0), ("forward", 1), ("refresh", 1), ("forward", 2)):
            getattr(self.browser.driver, move)()
            address, state = states[index]
            with self.subTest(move=move, index=index):
                self.until(lambda: self.browser.driver.current_url == address and self.count == state[0])
                self.assertEqual(state, self.state())

    def test_names_the_page(self):
        self.search(q="police")
        self.assertTrue(self.browser.driver.title.startswith("police - Search"))
        self.search(theme="neglect", kind="strength")
        self.assertTrue(self.browser.driver.title.startswith("Neglect, Strengths - Search"), self.browser.driver.title)
        self.search(("from", "2022"), q="police", theme="neglect")
        self.assertTrue(self.browser.driver.title.startswith("police, Neglect, 2022– - Search"), self.browser.driver.title)

    def test_gives_the_latest_search_where_an_earlier_one_is_slower(self):
        self.search()
        self.browser.run(
            "const real = window.fetch; window.fetch = async (...all) => {"
            " if (/index.(words|text)/.test(all[0])) await new Promise(done => setTimeout(done, window.slow ? 600 : 0));"
            " return real(...all); }; window.slow = true;")
        self.field().send_keys("information sharing", Keys.ENTER)
        time.sleep(0.2)
        self.browser.run("window.slow = false")
        self.field().clear()
        self.field().send_keys("xylophone", Keys.ENTER)
        time.sleep(1.5)
        self.wait()
        self.assertEqual([("q", "xylophone")], self.query)
        self.assertIn("Nothing was found", self.count)

    def test_may_hold_nothing_but_what_is_asked(self):
        self.search(("format", "csv"), ("limit", "1"), ("snippet", "5"), ("facets", "none"), q="children")
        self.assertEqual(10, len(self.hits))

    HOSTILE = (
        "<img src=x onerror=window.harmed=1>", "\"><script>window.harmed=1</script>", "' OR 1=1 --", "\0", "a\0b",
        "\u2028\u2029</p>", "{{7*7}} ${7*7} %1 %2", "x" * 3000, "javascript:alert(1)", "\U0001f600 \u202egnihsac",
        "theme:<b>x</b> area:\"<i>\" date:<u>", "-" * 200, "\"" * 99, "(" * 99, "word*" * 50, "safegarding<img src=x onerror=window.harmed=1>")

    def test_is_text_whatever_it_holds(self):
        skeleton = "return document.querySelectorAll('img, script, iframe, b, i, u').length"
        self.search(q="children")
        before = self.browser.run(skeleton)
        for text in self.HOSTILE:
            for fields in ({"q": text}, {"q": "children", "theme": text}, {"q": "children", "page": text, "from": text, "sort": text}):
                with self.subTest(fields=fields):
                    self.search(**fields)
                    self.assertEqual(before, self.browser.run(skeleton))
                    self.assertIsNone(self.browser.run("return window.harmed ?? null"))
        self.browser.open(f"{self.root}/search/?q=%00%ff%&theme=%&%=%&&&=")
        self.wait()
        self.assertEqual([], self.browser.messages())


class Reading(SearchTest):
    STATES = {
        "empty": "", "results": "q=information+sharing", "none": "q=xylophone", "partial": "q=police+xylophone+school",
        "narrowed": "q=MASH&theme=neglect&kind=strength", "last page": "q=children&page=2", "notes": "q=Otley+date:x&area=zzz",
    }

    def check_states(self, problems):
        for name, query in self.STATES.items():
            with self.subTest(state=name):
                self.browser.open(f"{self.root}/search/?{query}")
                self.wait()
                self.assertEqual([], problems())

    def axe(self):
        self.browser.run(AXE_SCRIPT)
        return self.browser.driver.execute_async_script(in_page.AXE)

    def test_passes_axe_on_a_wide_light_screen(self):
        self.browser.media(prefers_color_scheme="light")
        self.check_states(self.axe)

    def test_passes_axe_on_a_dark_phone_with_everything_open(self):
        self.browser.media(prefers_color_scheme="dark")
        self.browser.size(360)

        def problems():
            self.browser.run("document.querySelectorAll('main details').forEach(e => { e.open = true; })")
            return self.axe()

        self.check_states(problems)

    def test_marks_stand_out_on_light_and_dark(self):
        """axe passes over backgrounds that are mixed."""
        for scheme in ("light", "dark"):
            with self.subTest(scheme=scheme):
                self.browser.media(prefers_color_scheme=scheme)
                self.search(q="police")
                self.assertGreater(self.browser.run(in_page.CONTRAST, "#results mark"), 4.5)

    def test_fits_every_screen(self):
        for width in (320, 360, 768, 1280):
            self.browser.size(width)

            def problems():
                self.browser.run("document.querySelectorAll('main details').forEach(e => { e.open = true; })")
                return (self.browser.run(in_page.OVERFLOW) + self.browser.run(in_page.SMALL_TARGETS))[:4]

            self.check_states(problems)

    def test_gives_passages_links_of_some_height(self):
        for width in (360, 1280):
            self.browser.size(width)
            self.search(q="police")
            heights = self.browser.run("return [...document.querySelectorAll('.passages a')].map(a => a.getBoundingClientRect().height)")
            self.assertGreaterEqual(min(heights), 24)

    def test_folds_the_facets_on_phones_only(self):
        for width, is_open in ((360, False), (1280, True)):
            self.browser.size(width)
            self.search(q="police")
            self.assertEqual(is_open, self.browser.run("return document.querySelector('[data-facet=theme]').checkVisibility()"))

    def test_leads_from_the_open_sheet_of_a_phone_to_the_results(self):
        self.browser.size(360)
        self.search(q="police")
        self.browser.click(".facets > summary")
        self.check_box("theme", "neglect")
        box = "const box = document.querySelector('.to-results').getBoundingClientRect();"
        self.assertTrue(self.browser.run(box + "return box.height > 24 && Math.abs(box.bottom - innerHeight) < 1"))
        self.assertEqual(f"Show {self.count.split(' Remove')[0]}", self.browser.text(".to-results a"))
        self.browser.click(".to-results a")
        self.assertEqual("result-count", self.browser.run("return document.activeElement.id"))
        place = "return document.querySelector('#result-count').getBoundingClientRect().top"
        self.assertAlmostEqual(0, self.browser.run(place), delta=1)
        self.search(q="xylophone")
        self.assertFalse(self.browser.run("return document.querySelector('.to-results').checkVisibility()"))

    def test_lets_the_keyboard_skip_to_the_results(self):
        self.search(q="police")
        self.browser.run("document.querySelector('.how summary').focus()")
        self.browser.tab()
        link = self.browser.driver.switch_to.active_element
        self.assertEqual("Skip to the results", link.text)
        self.assertTrue(link.is_displayed() and link.rect["x"] >= 0)
        self.browser.enter()
        self.assertEqual("result-count", self.browser.run("return document.activeElement.id"))
        self.browser.tab()
        self.assertEqual("sort", self.browser.run("return document.activeElement.name"))
        self.assertEqual([("q", "police")], self.query)

    def test_is_worked_with_the_keyboard_alone(self):
        self.browser.open(f"{self.root}/letters/leeds-2024/")
        while self.browser.run("return document.activeElement.name") != "q":
            self.browser.tab()
        self.browser.driver.switch_to.active_element.send_keys("youth violence", Keys.ENTER)
        self.until(lambda: "/search/?q=youth" in self.browser.driver.current_url)
        for selector in ("[data-facet=theme] input", ".result-tools select", ".result-tools button", "#results h2 a"):
            for _ in range(120):
                if self.browser.run("return document.activeElement.matches(arguments[0])", selector):
                    break
                self.browser.tab()
            self.assertTrue(self.browser.run(in_page.FOCUSABLE) and self.browser.run(in_page.FOCUS)["marked"], selector)
            if "theme" in selector:
                self.browser.driver.switch_to.active_element.send_keys(Keys.SPACE)
                self.until(lambda: len(self.query) == 2)
        self.browser.enter()
        WebDriverWait(self.browser.driver, 5).until(lambda d: "/search/" not in d.current_url)

    def test_breaks_no_policy(self):
        self.browser.cdp("Page.addScriptToEvaluateOnNewDocument", source=VIOLATIONS)
        for query in self.STATES.values():
            self.browser.open(f"{self.root}/search/?{query}")
            self.wait()
            if self.hits:
                self.browser.click(".result-tools button")
                time.sleep(0.3)
            self.assertEqual([], self.browser.run("return window.violations"))
        self.assertEqual([], self.browser.messages())


@unittest.skipUnless(shutil.which("pdftotext"), "pdftotext is not there; install poppler-utils")
class Paper(SearchTest):
    def pages(self):
        text = subprocess.run(
            ["pdftotext", "-layout", "-", "-"], input=self.browser.pdf(), stdout=subprocess.PIPE, check=True).stdout.decode()
        return text.split("\f")[:-1]

    def test_says_what_was_searched_for_and_where_it_is(self):
        self.search(q="information sharing", theme="neglect")
        pages = self.pages()
        for page in pages:
            self.assertIn("information sharing, Neglect - Search", page)
        text = "".join("".join(pages).split())
        self.assertIn(f"({self.home}{self.hits[0]})", text)
        passage = self.browser.run("return document.querySelector('.passages a').getAttribute('href')")
        self.assertIn(f"({self.home}{passage})", text)
        for unwanted in ("Download", "Otherways", "Nextpage", "Kindoffinding", "Skipto", "Show"):
            self.assertNotIn(unwanted, text)

    def test_keeps_what_a_document_is_with_its_passages(self):
        """The line below a title is never the last of a page."""
        for words in ("children", "police", "neglect", "school health", "information sharing", "probation"):
            self.search(q=words)
            for number, page in enumerate(self.pages(), 1):
                with self.subTest(words=words, page=number):
                    lines = [line.strip() for line in page.splitlines() if line.strip()]
                    self.assertRegex(lines[-1], r"^\d+ ?/ ?\d+$")
                    self.assertNotRegex(lines[-2], r"(Our summary|Official text|Facts only)$")


class WithoutScripts(SearchTest):
    def tearDown(self):
        self.browser.scripts(True)

    def test_leads_to_the_lists(self):
        self.browser.scripts(False)
        self.browser.open(f"{self.root}/letters/leeds-2024/")
        self.browser.driver.find_element("css selector", "input[name=q]").send_keys("police", Keys.ENTER)
        WebDriverWait(self.browser.driver, 5).until(lambda d: "/search/?q=police" in d.current_url)
        self.assertIn("needs JavaScript", self.browser.text(".inset"))
        for href in ("/areas/", "/themes/", "/priority-actions/", "/practice/", "/letters/2024/", "/inspectorates/"):
            self.assertTrue(self.browser.driver.find_element("css selector", f".ways a[href='{href}']").is_displayed())
        self.assertFalse(self.browser.run("return document.querySelector('.facets').checkVisibility()"))
        for width in (360, 1280):
            self.browser.size(width)
            self.assertEqual([], self.browser.run(in_page.OVERFLOW))


class Boxes(SearchTest):
    def test_lead_from_a_channel_to_its_documents_in_the_archive(self):
        self.browser.open(f"{self.root}/channels/hmicfrs/letters/")
        self.browser.driver.find_element("css selector", "input[name=q]").send_keys("police", Keys.ENTER)
        self.until(lambda: "/search/" in self.browser.driver.current_url)
        self.assertEqual([("inspectorate", "hmicfrs"), ("q", "police")], sorted(self.query))
        self.assertTrue(self.hits)
        self.assertTrue(self.browser.driver.find_element("css selector", "input[value=hmicfrs]").is_selected())


class Turns(SearchTest):
    """The engine has one request at a time, however slowly the pieces of the index come."""

    TABLES = """
    window.tables = []; const create = URL.createObjectURL;
    URL.createObjectURL = blob => { window.tables.push(blob); return create.call(URL, blob); };
    """
    SUBMIT = "const form = document.querySelector('#_form'); form.elements.q.value = arguments[0]; form.requestSubmit();"

    def setUp(self):
        super().setUp()
        server = self.enterContext(SiteServer(World.sites["content"]))
        self.browser.open(f"{server.address}/search/")
        self.wait()
        server.alter = self.slowly

    @staticmethod
    def slowly(path, body):
        if "/search/index/" in path:
            time.sleep(0.3)
        return body

    def expected(self, **fields):
        self.search(**fields)
        return self.count, self.hits

    def test_answers_the_later_of_two_searches_that_want_the_same_piece(self):
        self.browser.run(self.SUBMIT, "children")
        time.sleep(0.15)
        self.browser.run(self.SUBMIT, "children school")
        self.until(lambda: self.hits)
        found = self.count, self.hits
        self.assertEqual([("q", "children school")], self.query)
        self.assertEqual(self.expected(q="children school"), found)
        self.assertEqual([], self.browser.messages())

    def test_answers_a_search_that_is_sent_twice(self):
        for pause in (0, 0.1, 0.4):
            with self.subTest(pause=pause):
                words = f"police school{'*' * int(pause * 10)}"
                self.browser.run(self.SUBMIT, words)
                time.sleep(pause)
                self.browser.run(self.SUBMIT, words)
                self.until(lambda: ("q", words) in self.query and self.hits)
        found = self.count, self.hits
        self.assertEqual(self.expected(q=words), found)

    def test_gives_a_table_while_a_search_goes_on(self):
        self.browser.run(self.SUBMIT, "neglect")
        self.until(lambda: self.hits)
        self.browser.run(self.TABLES + "document.querySelector('.result-tools button').click();")
        self.browser.run(self.SUBMIT, "neglect school")
        self.until(lambda: ("q", "neglect school") in self.query and self.hits)
        total = self.total
        WebDriverWait(self.browser.driver, 10).until(lambda d: d.execute_script("return window.tables.length"))
        self.assertRegex(self.count, r"^\d+ documents$")
        self.assertEqual(self.expected(q="neglect school")[0].split()[0], str(total))


class Trouble(SearchTest):
    """A piece that is missing or damaged is told, and nothing wrong is shown."""

    def check(self, kind, answer, message):
        with SiteServer(World.sites["content"]) as server:
            server.alter = lambda path, body: answer(body) if f"/index/{kind}/" in path else body
            self.browser.open(f"{server.address}/search/?q=information+sharing")
            WebDriverWait(self.browser.driver, 10).until(
                lambda d: d.execute_script("return !!document.querySelector('#result-count button')"))
            self.assertIn(message, self.browser.text("#result-count"))
            self.assertEqual([], self.hits)
            self.browser.run(AXE_SCRIPT)
            self.assertEqual([], self.browser.driver.execute_async_script(in_page.AXE))
            server.alter = None
            self.browser.click("#result-count button")
            self.until(lambda: self.hits)
            self.assertRegex(self.count, r"^\d+ documents$")
            # What is missing is there when the page is loaded anew.
            if message == "damaged":
                self.assertEqual("result-count", self.browser.run("return document.activeElement.id"))
        self.browser.messages()

    def test_is_told_where_a_piece_is_damaged(self):
        def flipped(body):
            middle = len(body) // 2
            return body[:middle] + bytes([body[middle] ^ 0x20]) + body[middle + 1:]

        for kind in ("words", "columns", "text"):
            with self.subTest(kind=kind):
                self.check(kind, flipped, "damaged")

    def test_is_told_where_a_piece_is_another(self):
        other = next(World.sites["content"].glob("search/index/text/*/5")).read_bytes()
        self.check("text", lambda body: other, "damaged")

    def test_is_told_where_a_piece_is_cut_off(self):
        self.check("words", lambda body: body[:-9], "damaged")

    def test_is_told_where_a_piece_is_missing(self):
        for kind in ("words", "text"):
            with self.subTest(kind=kind):
                self.check(kind, lambda body: None, "no longer there")

    def test_of_a_table_leaves_the_results_and_can_be_tried_again(self):
        with SiteServer(World.sites["content"]) as server:
            self.browser.open(f"{server.address}/search/?q=police")
            self.wait()
            found = self.count, self.hits
            self.browser.run(Turns.TABLES)
            server.alter = lambda path, body: body[:-9] if "/index/labels/" in path else body
            for _ in range(2):
                self.browser.click(".result-tools button")
                WebDriverWait(self.browser.driver, 10).until(lambda d: "damaged" in self.browser.text("#result-count"))
            self.assertEqual(found, (self.count, self.hits))
            self.assertEqual(1, self.browser.run("return document.querySelectorAll('#result-count button').length"))
            server.alter = None
            self.browser.click("#result-count button")
            WebDriverWait(self.browser.driver, 10).until(lambda d: d.execute_script("return window.tables.length"))
            self.assertEqual("result-count", self.browser.run("return document.activeElement.id"))
            self.assertEqual(found, (self.count, self.hits))
            self.assertNotIn("damaged", self.browser.text("#result-count"))
        self.browser.messages()

    def test_is_told_where_the_engine_is_broken(self):
        with SiteServer(World.sites["content"]) as server:
            server.alter = lambda path, body: body[:1000] if path.endswith(".wasm") else body
            self.browser.open(f"{server.address}/search/?q=police")
            WebDriverWait(self.browser.driver, 10).until(
                lambda d: d.execute_script("return !!document.querySelector('#result-count button')"))
            self.assertIn("stopped working", self.browser.text("#result-count"))
        self.browser.messages()

    def test_is_told_without_a_connection(self):
        self.search(q="police")
        self.browser.cdp("Network.enable")
        self.browser.cdp("Network.emulateNetworkConditions", offline=True, latency=0, downloadThroughput=-1, uploadThroughput=-1)
        try:
            self.field().clear()
            self.field().send_keys("information sharing", Keys.ENTER)
            WebDriverWait(self.browser.driver, 10).until(
                lambda d: d.execute_script("return !!document.querySelector('#result-count button')"))
            self.assertIn("connection", self.browser.text("#result-count"))
        finally:
            self.browser.cdp("Network.emulateNetworkConditions", offline=False, latency=0, downloadThroughput=-1, uploadThroughput=-1)
        self.browser.click("#result-count button")
        self.until(lambda: self.hits)
        self.browser.messages()
