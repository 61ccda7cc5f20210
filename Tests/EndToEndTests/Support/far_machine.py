#!/usr/bin/env python3
"""Stands in for another machine: an OpenSSH server on loopback, until it is told to end or nobody listens any more.

usage: far_machine.py FOLDER

FOLDER gets keys of its own, `bin/ssh`, which knows the machine as `far` and nothing else of the user, and, once the
server answers, `port`.
"""
import getpass
import os
import pathlib
import socket
import subprocess
import sys
import time

from loopback import free_port, serve_until_told


def main():
    folder = pathlib.Path(sys.argv[1])
    (folder / "bin").mkdir(parents=True)
    port = free_port()
    for name in ("host_key", "key"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / name], check=True)
    host_key = (folder / "host_key.pub").read_text()
    (folder / "known_hosts").write_text(f"[127.0.0.1]:{port} {host_key}")
    (folder / "sshd_config").write_text(f"""ListenAddress 127.0.0.1:{port}
HostKey {folder}/host_key
AuthorizedKeysFile {folder}/key.pub
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
LogLevel ERROR
""")
    (folder / "ssh_config").write_text(f"""Host far
HostName 127.0.0.1
Port {port}
User {getpass.getuser()}
IdentityFile {folder}/key
IdentitiesOnly yes
UserKnownHostsFile {folder}/known_hosts
StrictHostKeyChecking yes
LogLevel ERROR
""")
    (folder / "bin/ssh").write_text(f'#!/bin/sh\nexec /usr/bin/ssh -F {folder}/ssh_config "$@"\n')
    (folder / "bin/ssh").chmod(0o755)
    if os.geteuid() == 0:
        # Where no service manager made it.
        pathlib.Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
    server = subprocess.Popen(["/usr/sbin/sshd", "-D", "-e", "-f", folder / "sshd_config"])
    try:
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except ConnectionRefusedError:
                if server.poll() is not None:
                    return 1
                time.sleep(0.02)
        serve_until_told(folder, port)
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    sys.exit(main())
