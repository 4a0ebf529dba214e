"""Titles mistyped in many ways: how often the film that was meant comes first, among 5 and among 25, and how fast.

    python tests/benchmarks/titles.py FILMS.jsonl.gz [--each 100] [--seed 1] [--popular] [--baselines] [--ways]

Beside ours, with --baselines, what others do: rapidfuzz over all titles (WRatio, and ratio through cdist), SQLite's
FTS5 trigrams re-ranked with rapidfuzz, and likewise n-grams of scikit-learn and trigrams of tantivy where those are
installed. Also prints what building, saving, loading and changing the index costs. Films are drawn evenly, or with
--popular as they are popular. Times are CPU times.
"""

import argparse
import gc
import gzip
import json
import resource
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

from mistyped import Film, Typed, mistyped  # type: ignore[import-not-found]

from bot.matching import Entry, Index
from bot.matching.normal import normal

Find = Callable[[str], list[int]]


def memory() -> float:
    """MiB of this process in memory now (Linux)."""
    fields = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    return int(fields["VmRSS"].split()[0]) / 1024


def measure(name: str, find: Find, typed: list[Typed], titles: list[str], years: list[int | None], ways: bool) -> None:
    """Print how often the title that was meant (of the right year, when that or the director was typed) is found."""
    hits: Counter[tuple[str, int]] = Counter()
    of: Counter[str] = Counter()
    seconds = []
    for one in typed:
        start = process_time()
        found = find(one.text)
        seconds.append(process_time() - start)
        of[one.way] += 1
        exactly = one.way in ("year", "director")
        good = [titles[at] == titles[one.meant] and (not exactly or years[at] == years[one.meant]) for at in found[:25]]
        for among in (1, 5, 25):
            hits[one.way, among] += any(good[:among])
    seconds.sort()
    mean = [100 * sum(hits[way, among] / of[way] for way in of) / len(of) for among in (1, 5, 25)]
    times = [1000 * seconds[int(share * len(seconds))] for share in (0.5, 0.99)]
    print(f"{name:28} {mean[0]:6.2f} {mean[1]:6.2f} {mean[2]:6.2f}   p50 {times[0]:7.2f} ms  p99 {times[1]:7.2f} ms")
    if ways:
        print("    " + "  ".join(f"{way} {100 * hits[way, 1] / of[way]:.1f}" for way in of))


def ours(rows: list[dict[str, Any]]) -> Find:
    """Our index, and what it costs to build, save, load and change it."""
    gc.freeze()  # as the bot does: the search for cycles has nothing to do with what was there before
    before, start = memory(), process_time()
    index = Index.build(
        Entry(at, [row["title"]], row.get("year"), row.get("directors", ()), row.get("popularity", 0))
        for at, row in enumerate(rows)
    )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"build {process_time() - start:.2f} s, peak {peak - before:.0f} MiB above the films")
    with tempfile.TemporaryDirectory() as folder:
        start = process_time()
        index.save(Path(folder, "index"))
        saved, size = process_time() - start, Path(folder, "index").stat().st_size
        del index
        before, start = memory(), process_time()
        index = Index.load(Path(folder, "index"))
        print(
            f"save {saved:.2f} s, {size / 1e6:.1f} MB; load {process_time() - start:.3f} s, {memory() - before:.0f} MiB"
        )
    start = process_time()
    for key in range(200):
        index.put(Entry(-1 - key, [f"{rows[key]['title']} returns"], 2030))
    added, start = process_time() - start, process_time()
    for key in range(200):
        index.remove(-1 - key)
    print(f"add {5 * added:.3f} ms, remove {5 * (process_time() - start):.3f} ms")
    return lambda text: [match.key for match in index.find(text, 25).matches if match.key >= 0]


def wratio(titles: list[str]) -> Find:
    from rapidfuzz import fuzz, process

    return lambda text: [at for _, _, at in process.extract(normal(text), titles, scorer=fuzz.WRatio, limit=25)]


def cdist(titles: list[str]) -> Find:
    import numpy as np
    from rapidfuzz import fuzz, process

    def find(text: str) -> list[int]:
        scores = process.cdist([normal(text)], titles, scorer=fuzz.ratio, dtype=np.uint8)[0]
        best = np.argpartition(scores, -25)[-25:]
        found: list[int] = best[np.argsort(-scores[best].astype(int), kind="stable")].tolist()
        return found

    return find


def fts5(titles: list[str]) -> Find:
    database = sqlite3.connect(":memory:")
    database.execute("create virtual table titles using fts5(title, tokenize='trigram')")
    database.executemany("insert into titles(rowid, title) values (?, ?)", enumerate(titles))

    def find(text: str) -> list[int]:
        words = normal(text)
        grams = " OR ".join(f'"{words[at : at + 3]}"' for at in range(max(1, len(words) - 2)))
        found = database.execute("select rowid from titles where titles match ? order by rank limit 64", [grams])
        return reranked(words, [row for (row,) in found], titles)

    return find


def reranked(words: str, likely: list[int], titles: list[str]) -> list[int]:
    """The likeliest titles again, best first, as most who search titles rank them."""
    from rapidfuzz import fuzz

    return sorted(likely, key=lambda row: -fuzz.ratio(words, titles[row]) - fuzz.token_sort_ratio(words, titles[row]))


def ngrams(titles: list[str]) -> Find:
    import numpy as np
    from sklearn.feature_extraction.text import TfidfVectorizer  # type: ignore[import-not-found]

    maker = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 3), dtype=np.float32)
    kept = maker.fit_transform(titles).T.tocsr()

    def find(text: str) -> list[int]:
        words = normal(text)
        scores = (maker.transform([words]) @ kept).toarray()[0]
        return reranked(words, np.argpartition(scores, -64)[-64:].tolist(), titles)

    return find


def tantivy(titles: list[str]) -> Find:
    import tantivy as engine  # type: ignore[import-not-found]

    schema = engine.SchemaBuilder().add_unsigned_field("row", stored=True).add_text_field("grams", stored=False).build()
    index = engine.Index(schema)
    writer = index.writer()
    for row, title in enumerate(titles):
        writer.add_document(engine.Document(row=row, grams=" ".join(trigrams(title))))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def find(text: str) -> list[int]:
        words = normal(text)
        hits = searcher.search(index.parse_query(" ".join(trigrams(words)), ["grams"]), 64).hits
        return reranked(words, [searcher.doc(at)["row"][0] for _, at in hits], titles)

    return find


def trigrams(words: str) -> list[str]:
    """Runs of three characters, spaces as a letter of their own."""
    joined = f"_{words.replace(' ', '_')}_"
    return [f"g{joined[at : at + 3].replace('_', 'q0q')}" for at in range(max(1, len(joined) - 2))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("films", type=Path)
    parser.add_argument("--each", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    for option in ("--popular", "--baselines", "--ways"):
        parser.add_argument(option, action="store_true")
    options = parser.parse_args()
    if not options.films.exists():
        raise SystemExit(f"{options.films} is not there: nothing to measure")
    with gzip.open(options.films, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    films = [Film(row["title"], row.get("year"), (row.get("directors") or [None])[0]) for row in rows]
    weights = [row.get("popularity", 0) for row in rows] if options.popular else None
    typed = list(mistyped(films, options.each, options.seed, weights))
    titles, years = [normal(film.title) for film in films], [film.year for film in films]
    print(f"{len(rows)} films, {len(typed)} texts; hit at 1, 5, 25")
    measure("ours", ours(rows), typed, titles, years, options.ways)
    if options.baselines:
        few = typed[:: max(1, len(typed) // 300)]
        for name, make, some in (
            ("rapidfuzz WRatio over all", wratio, few),
            ("rapidfuzz ratio by cdist", cdist, typed),
            ("SQLite FTS5, re-ranked", fts5, few),
            ("TF-IDF n-grams, re-ranked", ngrams, few),
            ("tantivy trigrams, re-ranked", tantivy, few),
        ):
            try:
                measure(name, make(titles), some, titles, years, options.ways)
            except ImportError as error:
                print(f"{name:28} left out: {error}")


if __name__ == "__main__":
    main()
