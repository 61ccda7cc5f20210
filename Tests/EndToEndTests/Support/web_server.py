#!/usr/bin/env python3
"""Runs nginx on loopback with the configuration that we ship, until nobody listens any more.

usage: web_server.py FOLDER CONFIGURATION SITE

Of the configuration only the folder of the site and the port are changed, and FOLDER gets what nginx writes.
"""
import pathlib
import socket
import subprocess
import sys
import time

from loopback import free_port, serve_until_told


def main():
    folder, shipped, site = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
    folder.mkdir(parents=True)
    port = free_port()
    text = shipped.read_text()
    for old, new in [
            ("/srv/findings/site/", site + "/"), ("listen 80;", f"listen 127.0.0.1:{port};"), ("listen [::]:80;", "")]:
        if old not in text:
            sys.exit(f"the configuration has no {old}")
        text = text.replace(old, new)
    (folder / "site.conf").write_text(text)
    temporary = "\n".join(
        f"{name}_temp_path {folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    (folder / "nginx.conf").write_text(f"""daemon off;
pid {folder}/pid;
error_log {folder}/errors;
events {{}}
http {{
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log off;
  {temporary}
  include {folder}/site.conf;
}}
""")
    server = subprocess.Popen(["/usr/sbin/nginx", "-e", folder / "errors", "-c", folder / "nginx.conf"])
    try:
        while server.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                serve_until_told(folder, port)
                return 0
            except ConnectionRefusedError:
                time.sleep(0.02)
        return 1
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    sys.exit(main())
