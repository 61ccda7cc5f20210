"""How well search answers fifty judged questions, beside SQLite FTS5 and Pagefind: nDCG@10.

Each engine ranks the documents of a built site for each question of questions.json. The gain of a document is
2^grade - 1, the discount 1/log2(rank + 1); a document without a judgement gains nothing. Engines:

findings        `findings search`
fts5-or         SQLite FTS5, tokenizer porter, bm25 over title, summary and body, the words of the query OR-ed
fts5-and-or     the same, but AND, and OR only where AND finds nothing
fts5-weighted   OR, title and summary weighing more
pagefind        Pagefind (PyPI `pagefind[bin]`) over the page of each document, `main` alone, in Chromium
pagefind-words  the same, but where it finds nothing, each word by itself, the scores added
"""

import csv
import json
import math
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from measuring import FINDINGS, INSTANT, ROOT, keep, outputs, prepare

DEPTH = 10


# MARK: Questions


def read_questions(file: Path) -> list[dict]:
    questions = json.loads(file.read_text(encoding="utf-8"))
    for question in questions:
        question["grades"] = {url_of(judgement): judgement["grade"] for judgement in question["judgements"]}
    return questions


def url_of(judgement: dict) -> str:
    """The address of what is judged: a file of a letter is a letter of that name."""
    return judgement.get("url") or f"/letters/{Path(judgement['file']).stem}/"


def ndcg(ranked: list[str], grades: dict[str, int]) -> float:
    gained = discounted([grades.get(url, 0) for url in ranked[:DEPTH]])
    return gained / discounted(sorted(grades.values(), reverse=True)[:DEPTH])


def discounted(grades: list[int]) -> float:
    return sum((2**grade - 1) / math.log2(rank + 1) for rank, grade in enumerate(grades, start=1))


# MARK: Sites


def rows(file: Path) -> list[dict[str, str]]:
    csv.field_size_limit(1 << 30)
    with open(file, encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def address(document: str) -> str:
    return "/" + document.removeprefix("pages/") + "/"


def documents(site: Path) -> list[tuple[str, str, str, str]]:
    """Address, title, summary and body of each document that is searched."""
    bodies: dict[str, list[str]] = {}
    for row in rows(site / "data/passages.csv"):
        bodies.setdefault(row["document"], []).append(row["text"])
    return [
        (address(row["document"]), row["title"], row["summary"], "\n".join(bodies.get(row["document"], [])))
        for row in rows(site / "data/documents.csv")
        if row["state"] != "withdrawn"
    ]


# MARK: Our search


class Findings:
    def __init__(self, site: Path) -> None:
        self.site = site

    def search(self, query: str) -> list[str]:
        arguments = ["search", "--index", str(self.site), "--format", "json", "--limit", str(DEPTH), "--", query]
        output = subprocess.run([FINDINGS, *arguments], check=True, capture_output=True, text=True).stdout
        return [hit["url"] for hit in json.loads(output)["hits"]]


# MARK: SQLite


class FTS5:
    def __init__(self, site: Path, weights: tuple[float, float, float] = (1, 1, 1), has_and: bool = False) -> None:
        self.weights, self.has_and = weights, has_and
        self.database = sqlite3.connect(":memory:")
        self.database.execute(
            "CREATE VIRTUAL TABLE documents USING fts5(url UNINDEXED, title, summary, body, tokenize = 'porter unicode61')")
        self.database.executemany("INSERT INTO documents VALUES (?, ?, ?, ?)", documents(site))

    def search(self, query: str) -> list[str]:
        words = [f'"{word}"' for word in re.findall(r"\w+", query)]
        found = self.run(" AND ".join(words)) if self.has_and else []
        return found or self.run(" OR ".join(words))

    def run(self, expression: str) -> list[str]:
        order = f"bm25(documents, 0, {', '.join(map(str, self.weights))}), url"
        statement = f"SELECT url FROM documents WHERE documents MATCH ? ORDER BY {order} LIMIT {DEPTH}"
        return [url for (url,) in self.database.execute(statement, [expression])]


# MARK: Pagefind

PAGEFIND_SEARCH = """
const [query, done] = arguments;
(async () => {
  const pagefind = await import('/pagefind/pagefind.js');
  const search = await pagefind.search(query);
  const results = [];
  for (const result of search.results) {
    results.push([(await result.data()).url, result.score]);
  }
  done(results);
})().catch(error => done(String(error)));
"""


class Pagefind:
    """A new page for each query, because the results of Pagefind depend on earlier queries."""

    def __init__(self, driver, address: str, has_words: bool) -> None:
        self.driver, self.address, self.has_words = driver, address, has_words

    def search(self, query: str) -> list[str]:
        scores = self.ask(query)
        if not scores and self.has_words:
            for word in dict.fromkeys(re.findall(r"\w+", query.lower())):
                for url, score in self.ask(word).items():
                    scores[url] = scores.get(url, 0) + score
        return sorted(scores, key=lambda url: -scores[url])[:DEPTH]

    def ask(self, query: str) -> dict[str, float]:
        self.driver.get(self.address + "/start.html")
        results = self.driver.execute_async_script(PAGEFIND_SEARCH, query)
        if isinstance(results, str):
            raise RuntimeError(results)
        return dict(results)


@contextmanager
def pagefind_site(site: Path) -> Iterator[str]:
    """The address of a server of the documents' pages with an index of Pagefind."""
    with tempfile.TemporaryDirectory() as folder:
        for url, *_ in documents(site):
            page = Path(folder + url)
            page.mkdir(parents=True)
            shutil.copy(site / url.strip("/") / "index.html", page)
        command = [sys.executable, "-m", "pagefind", "--site", folder, "--root-selector", "main", "--quiet"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        Path(folder, "start.html").write_text("<!doctype html><title>Start</title>", encoding="utf-8")
        with served(folder) as address:
            yield address


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:
        pass


@contextmanager
def served(folder: str) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=folder))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def chromium():
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"):
        options.add_argument(argument)
    driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    driver.set_script_timeout(60)
    try:
        yield driver
    finally:
        driver.quit()


# MARK: Measuring

ENGINES = ["findings", "fts5-or", "fts5-and-or", "fts5-weighted", "pagefind", "pagefind-words"]


def opened(name: str, site: Path, stack: ExitStack):
    if name == "findings":
        return Findings(site)
    if name.startswith("fts5"):
        weights = (5, 3, 1) if name == "fts5-weighted" else (1, 1, 1)
        return FTS5(site, weights, has_and=name == "fts5-and-or")
    address = stack.enter_context(pagefind_site(site))
    return Pagefind(stack.enter_context(chromium()), address, has_words=name == "pagefind-words")


def measured(name: str, questions: list[dict], sites: dict[str, Path]) -> dict[str, dict]:
    """What an engine ranked for each question, and how good that is."""
    results: dict[str, dict] = {}
    for corpus, site in sites.items():
        with ExitStack() as stack:
            engine = opened(name, site, stack)
            for question in questions:
                if question["corpus"] == corpus:
                    ranked = engine.search(question["question"])
                    results[question["id"]] = {"ranked": ranked, "ndcg": round(ndcg(ranked, question["grades"]), 4)}
    return results


def groups(questions: list[dict]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {"all": []}
    for question in questions:
        for group in ("all", question["corpus"], question["group"]):
            found.setdefault(group, []).append(question["id"])
    return found


def mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def table(results: dict[str, dict[str, dict]], questions: list[dict]) -> str:
    columns = groups(questions)
    lines = [
        "| nDCG@10 | " + " | ".join(f"{name} ({len(ids)})" for name, ids in columns.items()) + " | without an answer |",
        "| --- |" + " ---: |" * (len(columns) + 1),
    ]
    for engine, found in results.items():
        cells = " | ".join(f"{mean([found[id]['ndcg'] for id in ids]):.3f}" for ids in columns.values())
        lines.append(f"| {engine} | {cells} | {sum(not answer['ranked'] for answer in found.values())} |")
    return "\n".join(lines)


def details(results: dict[str, dict[str, dict]], questions: list[dict]) -> str:
    lines = ["", "".ljust(6) + "".join(engine.rjust(16) for engine in results)]
    for question in questions:
        cells = "".join(f"{found[question['id']]['ndcg']:.3f}".rjust(16) for found in results.values())
        lines.append(question["id"].ljust(6) + cells + "  " + question["question"])
    return "\n".join(lines)


def built_sites(shared: Path, folder: Path) -> dict[str, Path]:
    """The site of this repository's content, and one of the official letters."""
    letters = folder / "letters-content"
    letters.mkdir()
    maker = ROOT / "Tests/EndToEndTests/Support/letters_archive.py"
    subprocess.run([sys.executable, maker, shared, letters], check=True)
    sites = {}
    for name, content in {"content": ROOT / "Content", "letters": letters}.items():
        sites[name] = folder / name
        command = [FINDINGS, "build", "--content", content, "--site", ROOT / "Site", "--output", sites[name]]
        subprocess.run([*command, "--at", INSTANT], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return sites


def add_options(parser) -> None:
    parser.add_argument("--engine", action="append", choices=ENGINES, help="default: all")
    parser.add_argument("--details", action="store_true", help="each question")


def run(options) -> None:
    prepare(options.shared)
    folder = outputs()
    sites = built_sites(options.shared, folder)
    questions = read_questions(Path(__file__).with_name("questions.json"))
    results = {engine: measured(engine, questions, sites) for engine in options.engine or ENGINES}
    shutil.rmtree(folder)
    if options.details:
        print(details(results, questions))
    keep(table(results, questions), options.label)
