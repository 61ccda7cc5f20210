#!/usr/bin/env python3
"""The browser's engine without a browser: answers requests from an index folder through its exports.

Requests stand on standard input, one address query a line (`q=police&limit=10`); each answer is printed on a line.
CSV has line ends of its own. What the engine reports instead of an answer is printed as `failure MESSAGE`.
"""

import argparse
import gzip
import statistics
import sys
import time
from pathlib import Path

import wasmtime

ANSWER, WANTED, FAILURE = 0, 1, 2


class Failure(Exception):
    """What the engine says instead of an answer."""


class Client:
    def __init__(self, engine: Path, index: Path) -> None:
        self.index = index
        self.loaded = 0
        self.store = wasmtime.Store()
        module = wasmtime.Module.from_file(self.store.engine, str(engine))
        self.exports = wasmtime.Instance(self.store, module, []).exports(self.store)
        self.call("open", self.piece("manifest"))

    def answer(self, request: bytes) -> bytes:
        while True:
            kind, reply = self.call("search", request, either=True)
            if kind == ANSWER:
                return reply
            for number, path in enumerate(reply.decode().splitlines()):
                self.call("supply", self.piece(path), number)

    def piece(self, path: str) -> bytes:
        packed = (self.index / path).read_bytes()
        self.loaded += len(packed)
        return gzip.decompress(packed)

    def call(self, name: str, argument: bytes, *before: int, either: bool = False) -> tuple[int, bytes]:
        """Hands bytes to an export and reads its reply; both places in memory are given back."""
        memory = self.exports["memory"]
        place = self.exports["allocate"](self.store, len(argument))
        memory.write(self.store, argument, place)
        reply = self.exports[name](self.store, *before, place, len(argument))
        self.exports["release"](self.store, place, len(argument))
        kind, length = (int.from_bytes(memory.read(self.store, at, at + 4), "little") for at in (reply, reply + 4))
        content = bytes(memory.read(self.store, reply + 8, reply + 8 + length))
        self.exports["release"](self.store, reply, 8 + length)
        if kind == FAILURE or (kind == WANTED and not either):
            raise Failure(content.decode())
        return kind, content


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("engine", type=Path, help="what Scripts/search-client writes")
    parser.add_argument("index", type=Path, help="the folder of an index")
    parser.add_argument("--repeat", type=int, default=0, help="time each request so often once its pieces are there")
    options = parser.parse_args()
    try:
        client = Client(options.engine, options.index)
    except Failure as failure:
        print(f"failure {failure}")
        return 1
    for line in sys.stdin.buffer:
        request = line.rstrip(b"\n")
        before, start = client.loaded, time.perf_counter()
        try:
            answer = client.answer(request)
        except Failure as failure:
            answer = f"failure {failure}".encode()
        cold = time.perf_counter() - start
        sys.stdout.buffer.write(answer + b"\n")
        if options.repeat:
            times = []
            for _ in range(options.repeat):
                start = time.perf_counter()
                client.answer(request)
                times.append(time.perf_counter() - start)
            print(
                f"{statistics.median(times) * 1000:9.2f} ms, first {cold * 1000:9.2f} ms, "
                f"{client.loaded - before:8} bytes  {request.decode(errors='replace')}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
