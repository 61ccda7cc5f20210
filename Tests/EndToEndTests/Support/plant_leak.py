"""Plants one leak of an unreleased letter, by name.

usage: plant_leak.py list
       plant_leak.py LEAK CONTENT SITE LATER

SITE was built before the release of letters/harbour-2025, LATER after it. The list says of each leak how it can be
found: a `difference` by comparison with the site without the letter; `words` also by what they say; a `copy`, a file
that goes to readers as it is, by what it says alone. That one is planted in CONTENT, before the site is built.
"""

import gzip
import pathlib
import re
import shutil
import sqlite3
import sys
import unicodedata
import urllib.parse
import zipfile
import zlib

TITLE = "Inspection of the harbour quarter, naïve façade"
SLUG = "harbour-2025"
SENTENCE = "Nobody had asked the lighthouse keeper about the seven missing rowing boats"

LEAKS = {}


def leak(kind):
    """Registers a leak by how it can be found."""

    def register(function):
        LEAKS[function.__name__.replace("_", "-")] = (kind, function)
        return function

    return register


def edit(path, old, new):
    text = path.read_text()
    assert re.search(old, text), f"{path} has no {old}"
    path.write_text(re.sub(old, lambda _: new, text, count=1))


def adopt(place, path):
    """Takes a file of the later site."""
    assert (place.later / path).read_bytes() != (place.site / path).read_bytes(), path
    shutil.copy(place.later / path, place.site / path)


class Place:
    def __init__(self, content, site, later):
        self.content, self.site, self.later = map(pathlib.Path, (content, site, later))

    @property
    def page(self):
        return self.site / "letters/first-2024/index.html"

    def say(self, text):
        """Puts a text on a page, as it stands."""
        edit(self.page, "</main>", f"<p>{text}</p></main>")


# Found by comparison.


@leak("difference")
def counter(place):
    edit(place.site / "letters/index.html", r"<h1>[^<]*", "<h1>Letters: 2")


@leak("difference")
def feed_date(place):
    edit(place.site / "feed.xml", r"<updated>[^<]*</updated>", "<updated>2025-05-01T08:30:00Z</updated>")


@leak("difference")
def index_term(place):
    folder = next((place.site / "search/index/words").iterdir())
    piece = sorted(folder.iterdir())[0]
    later = sorted(next((place.later / "search/index/words").iterdir()).iterdir())[0]
    shutil.copy(later, piece)


@leak("difference")
def lost_page(place):
    (place.site / "letters/first-2024/cite.ris").unlink()


@leak("difference")
def list_by_theme(place):
    adopt(place, "themes/neglect/index.html")


# Words in files that are made.


@leak("words")
def next_link(place):
    edit(place.page, "</head>", f'<link rel="next" href="/letters/{SLUG}/"></head>')


@leak("words")
def redirect(place):
    page = place.site / "old-harbour/index.html"
    page.parent.mkdir()
    page.write_text(f'<!doctype html><meta http-equiv="refresh" content="0; url=/letters/{SLUG}/">')


@leak("words")
def alias(place):
    edit(place.site / "areas/leeds/index.html", "</main>", "<p>Also known as the Kingdom of Elmet</p></main>")


@leak("words")
def sitemap(place):
    adopt(place, "sitemap.xml")


@leak("words")
def public_record(place):
    adopt(place, "record.json")


@leak("words")
def table_row(place):
    adopt(place, "data/documents.csv")


@leak("words")
def database_row(place):
    with sqlite3.connect(place.site / "data/findings.sqlite") as database:
        database.execute("UPDATE documents SET summary = ?", (TITLE,))


@leak("words")
def deleted_row(place):
    """A row that was deleted, and whose bytes are still in the file."""
    path = place.site / "data/findings.sqlite"
    for statement in ("CREATE TABLE draft (text)", f"INSERT INTO draft VALUES ('{SENTENCE}')", "DROP TABLE draft"):
        with sqlite3.connect(path) as database:
            database.execute("PRAGMA secure_delete = OFF")
            database.execute(statement)
    assert SENTENCE.encode() in path.read_bytes()


@leak("words")
def escaped_json(place):
    escaped = "".join(f"\\u{ord(letter):04x}" for letter in TITLE)
    edit(place.site / "letters/first-2024/index.json", r"\{", '{"next": "%s", ' % escaped)


@leak("words")
def citation(place):
    edit(place.site / "letters/first-2024/cite.bib", "title", f"note = {{{SENTENCE}}}, title")


@leak("words")
def decomposed_title(place):
    """Another Unicode form, with soft hyphens and a joiner of no width."""
    text = unicodedata.normalize("NFD", TITLE).upper().replace("QUARTER", "QUAR\u00adTER").replace("OF", "O\u2060F")
    place.say(text)


@leak("words")
def letters_apart(place):
    """A space of no width between each two letters of a page."""
    place.say("\u200b".join(SENTENCE))


@leak("words")
def letters_apart_in_json(place):
    escaped = "\\u200b".join(SENTENCE)
    edit(place.site / "letters/first-2024/index.json", r"\{", '{"next": "%s", ' % escaped)


@leak("words")
def marked_up_words(place):
    place.say(SENTENCE.replace("lighthouse", "light<em>house</em>").replace("seven", "s&#101;ven"))


@leak("words")
def share_link(place):
    place.say(f'<a href="mailto:?body={urllib.parse.quote(SENTENCE)}">Share</a>')


@leak("words")
def comment_of_the_staff(place):
    place.say("<!-- a court has been asked to forbid it -->")


@leak("words")
def name_to_come(place):
    place.say("From January it is the Commission for Care and Tides")


@leak("words")
def agency_of_no_text(place):
    place.say("Wardens of the Outer Mole")


@leak("words")
def abbreviation_of_no_text(place):
    place.say('<abbr title="Quayside lookout officer">QLO</abbr>')


def edit_front(place, line):
    edit(place.content / "letters/first-2024/edition-1.md", "release:", f"{line}\nrelease:")


@leak("words")
def withdrawal_to_come(place):
    edit_front(place, "withdrawn: {at: 2025-09-01, reason: the tide tables in it were wrong}")
    place.say("The tide tables in it were wrong")


@leak("words")
def exemption(place):
    edit_front(place, "moratorium-exempt: a child would drown before the polls close")
    place.say("A child would drown before the polls close")


@leak("words")
def moratorium(place):
    archive = place.content / "archive.yml"
    window = "{from: 2026-05-01, to: 2026-06-01, reason: a by-election that nobody has announced}"
    archive.write_text(f"{archive.read_text()}\nmoratoria: [{window}]\n")
    place.say("A by-election that nobody has announced")


@leak("words")
def search_label(place):
    """The title alone, right behind the byte that tells its length."""
    piece = next(next((place.site / "search/index/labels").iterdir()).iterdir())
    label = gzip.decompress(piece.read_bytes()) + bytes([len(TITLE.encode())]) + TITLE.encode() + b"\x05never"
    piece.write_bytes(gzip.compress(label))


@leak("words")
def indexed_text(place):
    folder = next((place.site / "search/index/text").iterdir())
    piece = sorted(folder.iterdir())[0]
    piece.write_bytes(gzip.compress(gzip.decompress(piece.read_bytes()) + SENTENCE.encode()))


@leak("words")
def style_sheet(place):
    sheet = next((place.site / "assets").glob("*.css"))
    sheet.write_text(sheet.read_text() + f"\n/* {SENTENCE} */\n")


@leak("words")
def file_name(place):
    (place.site / "letters/first-2024/minutes-of-the-harbour-board.pdf").write_bytes(b"%PDF-1.4\n")


@leak("words")
def channel_page(place):
    edit(place.site / "channels/cqc/index.html", "</main>", f"<p>{SENTENCE}</p></main>")


# Words in files that go to readers as they are.


def attach(place, name, data):
    (place.content / "letters/first-2024" / name).write_bytes(data)


def pdf(text="", title=b"(Figures)", page=b"", catalog=b"", extra=()):
    """A PDF of one page whose text is compressed, with more entries for its page and catalog, and objects from 7 on."""
    stream = zlib.compress(f"BT /F1 12 Tf 50 700 Td {text} ET".encode("latin-1"))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> %s >>" % page,
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Title %s >>" % title,
        *extra,
    ]
    data, offsets = b"%PDF-1.5\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    count = len(objects) + 1
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (count, table, count, len(data))
    )


@leak("copy")
def pdf_property(place):
    title = b"<FEFF" + TITLE.encode("utf-16-be").hex().encode() + b">"
    attach(place, "figures.pdf", pdf(title=title))


@leak("copy")
def pdf_page(place):
    attach(place, "figures.pdf", pdf(f"({SENTENCE}) Tj"))


@leak("copy")
def pdf_beside_the_page(place):
    """Words that are there and that no page shows, letters apart as programs set them."""
    words = SENTENCE.replace("lighthouse", "light) -20 (house")
    attach(place, "figures.pdf", pdf(f"9000 0 Td [({words})] TJ"))


@leak("copy")
def pdf_comment(place):
    note = b"<< /Type /Annot /Subtype /Text /Rect [0 0 20 20] /Contents (%s) >>" % SENTENCE.encode()
    attach(place, "figures.pdf", pdf(page=b"/Annots [7 0 R]", extra=[note]))


@leak("copy")
def pdf_link(place):
    address = f"https://findings.example.org/letters/{SLUG}/".encode()
    link = b"<< /Type /Annot /Subtype /Link /Rect [0 0 20 20] /A << /S /URI /URI (%s) >> >>" % address
    attach(place, "figures.pdf", pdf(page=b"/Annots [7 0 R]", extra=[link]))


@leak("copy")
def pdf_bookmark(place):
    title = b"<FEFF" + TITLE.encode("utf-16-be").hex().encode() + b">"
    extra = [b"<< /First 8 0 R /Last 8 0 R /Count 1 >>", b"<< /Title %s /Parent 7 0 R /Dest [3 0 R /Fit] >>" % title]
    attach(place, "figures.pdf", pdf(catalog=b"/Outlines 7 0 R", extra=extra))


@leak("copy")
def pdf_form(place):
    field = b"<< /FT /Tx /T (note) /V (%s) /Subtype /Widget /Rect [0 0 20 20] >>" % SENTENCE.encode()
    attach(place, "figures.pdf", pdf(catalog=b"/AcroForm << /Fields [7 0 R] >>", extra=[field]))


@leak("copy")
def pdf_file_within(place):
    stream = zlib.compress(f"<p>{SENTENCE}</p>".encode())
    extra = [
        b"<< /Type /Filespec /F (note.html) /EF << /F 8 0 R >> >>",
        b"<< /Type /EmbeddedFile /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    names = b"/Names << /EmbeddedFiles << /Names [(note.html) 7 0 R] >> >>"
    attach(place, "figures.pdf", pdf(catalog=names, extra=extra))


def office(name, text):
    """A zip archive with a document of an office program's part in it."""
    path = pathlib.Path("planted.zip")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(name, text)
    return path.read_bytes()


@leak("copy")
def word_property(place):
    attach(place, "notes.docx", office("docProps/core.xml", f"<cp:lastPrinted>{TITLE}</cp:lastPrinted>"))


@leak("copy")
def deleted_words(place):
    """Words that a tracked change deleted, cut in runs as word processors do."""
    runs = "".join(f"<w:r><w:delText>{word} </w:delText></w:r>" for word in SENTENCE.split())
    attach(place, "notes.docx", office("word/document.xml", f"<w:p><w:del>{runs}</w:del></w:p>"))


@leak("copy")
def words_cut_in_runs(place):
    """Words as word processors cut them when they were edited."""
    runs = "".join(f"<w:r><w:t>{SENTENCE[start : start + 5]}</w:t></w:r>" for start in range(0, len(SENTENCE), 5))
    attach(place, "notes.docx", office("word/document.xml", f"<w:p>{runs}</w:p>"))


@leak("copy")
def spaces_of_no_width(place):
    attach(place, "figures.csv", "\u200b".join(SENTENCE).encode())


@leak("copy")
def hyphens_at_line_ends(place):
    attach(place, "figures.csv", SENTENCE.replace("light", "light-\n").encode())


def picture(*texts):
    def chunk(kind, data):
        body = kind + data
        return len(data).to_bytes(4, "big") + body + zlib.crc32(body).to_bytes(4, "big")

    header = chunk(b"IHDR", (1).to_bytes(4, "big") * 2 + b"\x08\x00\x00\x00\x00")
    pixel = chunk(b"IDAT", zlib.compress(b"\x00\x00"))
    texts = b"".join(chunk(kind, data) for kind, data in texts)
    return b"\x89PNG\r\n\x1a\n" + header + texts + pixel + chunk(b"IEND", b"")


@leak("copy")
def picture_property(place):
    attach(place, "map.png", picture((b"tEXt", b"Description\x00" + SENTENCE.encode())))


@leak("copy")
def packed_picture_property(place):
    attach(place, "map.png", picture((b"zTXt", b"Description\x00\x00" + zlib.compress(SENTENCE.encode()))))


@leak("copy")
def international_picture_property(place):
    data = b"Description\x00\x01\x00en\x00Description\x00" + zlib.compress(TITLE.encode())
    attach(place, "map.png", picture((b"iTXt", data)))


@leak("copy")
def table(place):
    attach(place, "figures.csv", f"area,note\nLeeds,{SENTENCE}\n".encode())


def main():
    if sys.argv[1] == "list":
        print("\n".join(f"{kind} {name}" for name, (kind, _) in LEAKS.items()))
        return
    _, function = LEAKS[sys.argv[1]]
    function(Place(*sys.argv[2:]))


if __name__ == "__main__":
    main()
