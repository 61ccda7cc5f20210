#!/usr/bin/env python3
"""Reads the built site as people do, in Chromium: run.py FINDINGS_COMMAND [OPTION ...]

Builds the real archive and a specimen, serves both, and looks at a page of every kind. Options are those
of unittest: -v, -f, -k Keyboard.
"""

import os
import subprocess
import sys
import tempfile
import unittest
from contextlib import ExitStack
from pathlib import Path

sys.dont_write_bytecode = True

import specimen
from chromium import Chromium
from site_server import SiteServer
from world import World

REPOSITORY = Path(__file__).resolve().parents[2]


def build(command, content, output):
    subprocess.run(
        [command, "build", "--content", content, "--site", REPOSITORY / "Site", "--output", output],
        check=True, stderr=subprocess.PIPE, text=True)


def main():
    if len(sys.argv) < 2:
        sys.exit("usage: run.py FINDINGS_COMMAND [OPTION ...]")
    command = os.path.abspath(sys.argv[1])
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="findings-browser-")))
        specimen.write(folder / "specimen")
        try:
            build(command, REPOSITORY / "Content", folder / "content-site")
            build(command, folder / "specimen", folder / "specimen-site")
        except subprocess.CalledProcessError as failure:
            sys.exit(f"{failure.stderr}\nThe site could not be built.")
        World.sites = {"content": folder / "content-site", "specimen": folder / "specimen-site"}
        World.addresses = {
            name: stack.enter_context(SiteServer(site)).address for name, site in World.sites.items()}
        World.browser = stack.enter_context(Chromium())
        World.strings = REPOSITORY / "Site/strings/en.yml"
        program = unittest.main(
            module=None, exit=False,
            argv=["run.py", "discover", "-s", str(Path(__file__).parent), "-p", "*_tests.py", *sys.argv[2:]])
    sys.exit(not program.result.wasSuccessful())


if __name__ == "__main__":
    main()
