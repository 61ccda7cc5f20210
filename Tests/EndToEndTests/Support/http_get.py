#!/usr/bin/env python3
"""Asks a server on loopback for a path, sent as it is written, and prints the answer as JSON.

usage: http_get.py PORT PATH [HEADER=VALUE...]

The names of the headers are in lower case, and the body is in base64.
"""
import base64
import http.client
import json
import sys


def main():
    connection = http.client.HTTPConnection("127.0.0.1", int(sys.argv[1]), timeout=30)
    headers = dict(header.split("=", 1) for header in sys.argv[3:])
    connection.request("GET", sys.argv[2], headers=headers)
    answer = connection.getresponse()
    print(json.dumps({
        "status": answer.status,
        "headers": {name.lower(): value for name, value in answer.getheaders()},
        "body": base64.b64encode(answer.read()).decode(),
    }))


if __name__ == "__main__":
    main()
