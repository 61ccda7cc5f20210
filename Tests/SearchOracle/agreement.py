#!/usr/bin/env python3
"""Whether the engine of the terminal and that of the browser answer alike, byte for byte.

The native engine is a program that answers `PROGRAM search INDEX` with one line for each request on standard input.
"""

import argparse
import subprocess
import sys
from pathlib import Path

from client import Client, Failure


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("native", type=Path, help="the program")
    parser.add_argument("engine", type=Path, help="what Scripts/search-client writes")
    parser.add_argument("index", type=Path, help="the folder of an index")
    parser.add_argument("--requests", type=Path, required=True, help="an address query on each line")
    options = parser.parse_args()
    requests = options.requests.read_bytes().splitlines()
    native = subprocess.run(
        [options.native, "search", options.index], input=b"\n".join(requests), capture_output=True, check=True).stdout
    client = Client(options.engine, options.index)
    place = 0
    differing = 0
    for request in requests:
        try:
            answer = client.answer(request) + b"\n"
        except Failure as failure:
            answer = f"failure {failure}\n".encode()
        if native[place : place + len(answer)] == answer:
            place += len(answer)
            continue
        differing += 1
        end = native.find(b"\n", place)
        print(f"{request.decode(errors='replace')}\n  native  {native[place:end][:300]!r}\n  browser {answer[:300]!r}")
        # The next answer begins behind this line, of CSV behind the table, which is not told apart from here on.
        if b"format=csv" in request or end < 0:
            break
        place = end + 1
    print(f"{len(requests)} requests, {differing} answered differently")
    return 1 if differing or place != len(native) else 0


if __name__ == "__main__":
    sys.exit(main())
