"""The words of a search index, read by its format and with none of its code.

A piece is a gzip file with a header of twelve bytes. Stems and spellings share their beginnings with the one
before, so that a search for bytes would not find them.
"""

import gzip

HEADER, KIND = 12, 5
WORDS, SPELLINGS = ord("w"), ord("s")


def text(file):
    """The text of a piece, and its words where it has words; the bytes as they are of any other file."""
    if not file.startswith(b"\x1f\x8b"):
        return file.decode("utf-8", "replace")
    piece = gzip.decompress(file)
    found = piece.decode("utf-8", "replace")
    if piece[:4] == b"FNDS" and piece[KIND] in (WORDS, SPELLINGS):
        found += "\n" + "\n".join(words(piece))
    return found


def words(piece):
    reader = Reader(piece)
    if piece[KIND] == WORDS:
        for _ in range(2):
            reader.number()
            for _ in range(reader.number()):
                reader.number(), reader.number()
    word = b""
    while reader.place < len(piece):
        word = word[: reader.number()] + reader.text()
        if piece[KIND] == WORDS:
            body = Reader(reader.text(), 0)
            for _ in range(body.number()):
                form = word[: body.number()] + body.text()
                yield form.decode("utf-8", "replace")
                body.number(), body.text()
            for _ in range(body.number()):
                yield body.text().decode()
                for _ in range(body.number()):
                    body.text()
                yield body.text().decode()
                yield body.text().decode()
        else:
            reader.number()
        yield word.decode("utf-8", "replace")


class Reader:
    def __init__(self, data, place=HEADER):
        self.data, self.place = data, place

    def number(self):
        number = shift = 0
        while True:
            byte = self.data[self.place]
            self.place += 1
            number |= (byte & 127) << shift
            if byte < 128:
                return number
            shift += 7

    def text(self):
        count = self.number()
        self.place += count
        return self.data[self.place - count : self.place]
