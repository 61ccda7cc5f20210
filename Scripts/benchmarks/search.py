"""Search in the browser, and the building of its index, beside Pagefind over the same letters.

Both are served by one server on loopback, which compresses what servers compress (text, WebAssembly). Requests and
bytes are those that the server had answered when the results were shown, but for the icon of the page. Every cold query is asked in a new profile of Chromium. Round trips are what a delay of each
answer adds to the time until the first result. Pagefind (PyPI `pagefind[bin]`) indexes the pages of the letters.
"""
import contextlib
import gzip
import json
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from measuring import archive, build_command, keep, measure, outputs, prepare, site_without_channels

QUERIES = ["domestic abuse", "children", "of the", "police strategy meetings", "dentists", '"voice of the child"']
DELAY = 0.1

TYPES = {
    ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".wasm": "application/wasm",
    ".json": "application/json", ".svg": "image/svg+xml",
}

# Says when the page shows ten results, or all there are, with their passages.
OBSERVER = """
window.measured = {};
new MutationObserver(() => {
  const hits = document.querySelectorAll('#results > li').length;
  if (hits && !window.measured.first) window.measured.first = performance.now();
}).observe(document, {subtree: true, childList: true});
"""

PAGEFIND_PAGE = """<!doctype html><meta charset="utf-8"><title>Pagefind</title><script type="module">
const pagefind = await import('/pagefind/pagefind.js');
window.ask = async query => {
  const started = performance.now();
  const search = await pagefind.search(query);
  await Promise.all(search.results.slice(0, 10).map(result => result.data()));
  return performance.now() - started;
};
await window.ask(new URLSearchParams(location.search).get('q'));
window.measured = {first: performance.now()};
</script>"""


class Handler(BaseHTTPRequestHandler):
    """Files of a folder, compressed where servers compress, noted, and late where that is asked for."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def __init__(self, folder, state, *arguments):
        self.folder, self.state = folder, state
        super().__init__(*arguments)

    def do_GET(self):
        path = self.folder / urllib.parse.unquote(self.path.split("?")[0]).lstrip("/")
        if path.is_dir():
            path /= "index.html"
        time.sleep(self.state["delay"])
        if not path.is_file():
            return self.answer(404, b"", "text/plain")
        body = path.read_bytes()
        self.answer(200, body, TYPES.get(path.suffix, "application/octet-stream"))

    def answer(self, status, body, kind):
        is_compressed = kind.split(";")[0] != "application/octet-stream" and body
        if is_compressed:
            body = gzip.compress(body, 6)
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if is_compressed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        with self.state["lock"]:
            self.state["answers"].append((time.time(), self.path, len(body)))

    def log_message(self, *arguments):
        pass


@contextlib.contextmanager
def server(folder):
    state = {"delay": 0, "answers": [], "lock": threading.Lock()}
    served = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, folder, state))
    served.daemon_threads = True
    threading.Thread(target=served.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{served.server_port}", state
    finally:
        served.shutdown()
        served.server_close()


@contextlib.contextmanager
def chromium():
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    with tempfile.TemporaryDirectory() as profile:
        for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", f"--user-data-dir={profile}"):
            options.add_argument(argument)
        driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        try:
            yield driver
        finally:
            driver.quit()


def wait(driver, condition, seconds=60):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if value := driver.execute_script(condition):
            return value
        time.sleep(0.01)
    raise TimeoutError(condition)


def asked(driver, address, observes):
    """Opens a page, and gives the milliseconds until its results."""
    if observes:
        driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": OBSERVER})
    driver.get(address)
    return wait(driver, "return window.measured && window.measured.first")


def cold(base, state, path, observes):
    """The requests and bytes that the results took, the milliseconds, and the round trips one after the other."""
    figures = []
    for delay in (0, 0, 0, DELAY):
        state["delay"], state["answers"] = delay, []
        with chromium() as driver:
            first = asked(driver, base + path, observes)
            shown = (driver.execute_script("return performance.timeOrigin") + first) / 1000
            figures.append(first)
            sizes = [size for at, name, size in state["answers"] if at <= shown and "icon" not in name]
    fast = statistics.median(figures[:3])
    return {
        "requests": len(sizes), "bytes": sum(sizes), "ms": fast, "trips": (figures[3] - fast) / (DELAY * 1000),
    }


def warm(base, state, query, is_ours):
    """The milliseconds of the same query again, in the page that has answered it."""
    state["delay"] = 0
    path = "/search/?q=" if is_ours else "/pagefind.html?q="
    with chromium() as driver:
        asked(driver, base + path + urllib.parse.quote_plus(query), is_ours)
        time.sleep(1)
        if not is_ours:
            return statistics.median(
                driver.execute_async_script("const [q, done] = arguments; window.ask(q).then(done)", query) for _ in range(5))
        return statistics.median(driver.execute_async_script(AGAIN) for _ in range(5))


# Submits the form again, and waits for the list to be filled again.
AGAIN = """
const done = arguments[0];
const started = performance.now();
const list = document.querySelector('#results');
const observer = new MutationObserver(() => {
  if (!document.querySelector('#results > li')) return;
  observer.disconnect();
  done(performance.now() - started);
});
observer.observe(list.parentElement, {subtree: true, childList: true});
document.querySelector('form[action] input[name=q]').form.requestSubmit();
"""


def size(folder):
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def add_options(parser):
    parser.add_argument("--letters", type=int, default=10000)


def run(options):
    prepare(options.shared)
    made, _ = archive(options.letters, options.shared)
    folder = outputs()
    site = folder / "site"
    ours = measure(build_command(made, site_without_channels(), site))
    pages = folder / "pagefind"
    shutil.copytree(site / "letters", pages / "letters", ignore=shutil.ignore_patterns("editions", "page", "cite.*", "*.json"))
    theirs = measure([sys.executable, "-m", "pagefind", "--site", str(pages), "--root-selector", "main", "--quiet"])
    (pages / "pagefind.html").write_text(PAGEFIND_PAGE)
    lines = [
        f"| {options.letters} letters | findings | Pagefind |", "| --- | ---: | ---: |",
        f"| building, s (findings: the whole site with its index) | {ours['seconds']:.1f} | {theirs['seconds']:.1f} |",
        f"| peak memory, MiB | {ours['memory'] / 2**20:.0f} | {theirs['memory'] / 2**20:.0f} |",
        f"| index, MB | {size(site / 'search' / 'index') / 1e6:.1f} | {size(pages / 'pagefind') / 1e6:.1f} |",
        "", "| query | | kB | requests | round trips | cold, ms | again, ms |", "| --- | --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    paths = [(query, "/search/?q=" + urllib.parse.quote_plus(query), "/pagefind.html?q=" + urllib.parse.quote_plus(query)) for query in QUERIES]
    with server(site) as (base, state), server(pages) as (other, other_state):
        for query, path, their_path in paths:
            for name, address, counts, where, is_ours in (
                ("findings", base, state, path, True), ("Pagefind", other, other_state, their_path, False)):
                found = cold(address, counts, where, is_ours)
                again = warm(address, counts, query, is_ours)
                lines.append(
                    f"| {query} | {name} | {found['bytes'] / 1000:.0f} | {found['requests']} | {found['trips']:.1f} "
                    f"| {found['ms']:.0f} | {again:.0f} |")
                print(lines[-1], file=sys.stderr)
        found = cold(base, state, "/search/?theme=neglect", True)
        lines.append(f"| (theme=neglect) | findings | {found['bytes'] / 1000:.0f} | {found['requests']} | {found['trips']:.1f} | {found['ms']:.0f} | |")
    shutil.rmtree(folder)
    keep("\n".join(lines), options.label)
