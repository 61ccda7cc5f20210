"""Looks for words of documents that their pages do not have.

usage: lost_words.py CONTENT SITE

Compared are the words of every front matter text and body under CONTENT/letters with those of the text of
SITE/letters/SLUG/index.html, each as often as it stands there. Prints a line for each document that lost
some; the exit code is 1 if there is one, or if there are no documents.
"""

import collections
import html.parser
import pathlib
import re
import sys

import yaml

WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
TEXTS = ["title", "summary", "addressees", "signatories", "principal-authority", "reference", "change"]


class Text(html.parser.HTMLParser):
    """The text of the body of a page, without that of scripts."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.parts, self.skipped = [], 0
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.parts.append(" " if tag not in ("a", "abbr", "em", "strong", "code", "sup", "span") else "")
        self.skipped += tag in ("script", "style", "head", "nav", "aside", "footer")

    def handle_endtag(self, tag):
        self.parts.append(" " if tag not in ("a", "abbr", "em", "strong", "code", "sup", "span") else "")
        self.skipped -= tag in ("script", "style", "head", "nav", "aside", "footer")

    def handle_data(self, data):
        if not self.skipped:
            self.parts.append(data)


def words(text):
    return collections.Counter(WORD.findall(text))


def markdown_words(body):
    """The words that readers see of Markdown: no link targets, no attributes, no marks."""
    body = re.sub(r"(?<!\\)\{[#.][^}\n]*\}", " ", body)
    body = re.sub(r"\]\([^)\s]*\)", "] ", body)
    body = re.sub(r"^\[\^[^\]]+\]:", " ", body, flags=re.M)
    body = re.sub(r"\[\^[^\]]+\]", "", body)
    body = re.sub(r"^\s*\d+[.)] ", " ", body, flags=re.M)
    body = re.sub(r"^Table: ", " ", body, flags=re.M)
    body = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", body)
    return words(re.sub(r"[*`]", "", body))


def texts(front):
    for key in TEXTS:
        value = front.get(key, [])
        yield from [value] if isinstance(value, str) else value


def main():
    content, site = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    count, lost = 0, False
    for path in sorted((content / "letters").rglob("*.md")):
        count += 1
        _, front, body = path.read_text().split("---\n", 2)
        expected = markdown_words(body)
        for text in texts(yaml.safe_load(front)):
            expected += words(text)
        page = Text((site / "letters" / path.stem / "index.html").read_text())
        missing = expected - words("".join(page.parts))
        if missing:
            lost = True
            print(f"{path.stem}: {dict(missing.most_common(12))}")
    print(f"{count} documents")
    sys.exit(1 if lost or not count else 0)


if __name__ == "__main__":
    main()
