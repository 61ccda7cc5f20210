#!/usr/bin/env python3
"""A server on loopback that takes every connection and never says a word.

usage: silent_server.py FOLDER
"""
import pathlib
import socket
import sys
import threading

from loopback import serve_until_told


def take(server, connections):
    while True:
        connections.append(server.accept())


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True)
    server = socket.create_server(("127.0.0.1", 0))
    threading.Thread(target=take, args=(server, []), daemon=True).start()
    serve_until_told(folder, server.getsockname()[1])


if __name__ == "__main__":
    sys.exit(main())
