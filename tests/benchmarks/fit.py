"""Fit the numbers of `bot/matching/ranking.py` to mistyped titles, choose the verdicts' threshold, and print both.

    python tests/benchmarks/fit.py FILMS.jsonl.gz… [--each 150] [--seed 1] [--unfinished] [--report]

A tenth of the titles is left out of the index: what is typed for them, and nonsense, must get no answer. The weights
make the film that was meant likeliest among the candidates (a conditional logit over mixtures of ways); the chance of
being meant is a logistic regression on the best candidate; `roughly.py` fits what chooses the candidates. A third of
the films is drawn evenly, the rest as popular as they are; half of the texts fits, the other half is reported. Fitting
needs scipy, which the bot does not.
"""

import argparse
import gzip
import json
import random
import string
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from mistyped import WAYS, Film, mistyped  # type: ignore[import-not-found]
from roughly import Glances, among_first, fit_rough, glances  # type: ignore[import-not-found]

from bot.matching import Entry
from bot.matching.build import shelve
from bot.matching.candidates import KEPT, compared, known_words, measured
from bot.matching.normal import normal
from bot.matching.ranking import CERTAINTY, FAR, FINISHED, LEAD, ROUGH, UNFINISHED, evidence
from bot.matching.reading import readings
from bot.matching.shelf import Shelf

SIZES = [len(way) for way in FINISHED.ways] + [len(FINISHED.shared)]
PULL = 1e-5
ENDS = np.cumsum(SIZES)
COLUMNS = [np.arange(end - size, end) for end, size in zip(ENDS, SIZES, strict=True)]


@dataclass
class Case:
    """A typed text, how it came about, and of its candidates the measures, evidence, whether meant, and names."""

    way: str
    text: str
    known: bool
    measures: Any
    evidence: Any
    meant: Any
    names: list[str]
    settled: bool
    """Whether another title is what was typed but for article, numerals and spaces: likelihoods do not count then."""
    rough: Glances | None = None
    whole: bool = True


def films_of(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def nonsense(rows: list[dict[str, Any]], each: int, dice: random.Random) -> Iterator[tuple[str, str]]:
    """Letters, invented words and words of titles thrown together."""
    words = [word for row in rows for word in normal(row["title"]).split()]
    for _ in range(each):
        yield "letters", "".join(dice.choices(string.ascii_lowercase, k=dice.randint(3, 18)))
        syllables = [a + b for a in "bdfgklmnprstvz" for b in ["a", "e", "i", "o", "u", "an", "er", "il"]]
        yield (
            "invented",
            " ".join("".join(dice.choices(syllables, k=dice.randint(1, 3))) for _ in range(dice.randint(1, 3))),
        )
        yield "words", " ".join(dice.choices(words, k=dice.randint(2, 5)))


def samples(rows: list[dict[str, Any]], each: int, seed: int, unfinished: bool) -> Iterator[Case]:
    """Cases of the whole catalogue and, as people begin with few films, of two small ones."""
    dice = random.Random(seed)
    for size, share in ((len(rows), 1.0), (600, 0.4), (60, 0.2)):
        chosen = rows if size == len(rows) else dice.sample(rows, size)
        for found in cases(chosen, round(each * share), seed + size, unfinished):
            yield replace(found, whole=size == len(rows))


def cases(rows: list[dict[str, Any]], each: int, seed: int, unfinished: bool) -> Iterator[Case]:
    dice = random.Random(seed)
    titles = {normal(row["title"]) for row in rows}
    gone = {title for title in sorted(titles) if dice.random() < 0.1}
    shelf = shelve(
        Entry(at, [row["title"]], row.get("year"), row.get("directors", ()), row.get("popularity", 0))
        for at, row in enumerate(rows)
        if normal(row["title"]) not in gone
    )
    films = [Film(row["title"], row.get("year"), (row.get("directors") or [None])[0]) for row in rows]
    weights = [row.get("popularity", 0) for row in rows]
    popular = weights if any(weights) else None
    drawn = [*mistyped(films, each // 3, seed), *mistyped(films, each - each // 3, seed + 1, popular)]
    for typed in drawn:
        text, title = typed.text, normal(films[typed.meant].title)
        if unfinished:
            text = text[: max(3, round(len(text) * dice.uniform(0.2, 1.0)))]
        if title not in gone or typed.way not in ("unfinished", "word missing", "subtitle", "mixed"):
            year = films[typed.meant].year if typed.way in ("year", "director") else None
            yield from case(shelf, typed.way, text, title, year, title not in gone)
    for way, text in nonsense(rows, 0 if unfinished else each, dice):
        if normal(text) not in titles:
            yield from case(shelf, way, text, "", None, False)


def case(shelf: Shelf, way: str, text: str, title: str, year: int | None, known: bool) -> Iterator[Case]:
    never = [[-30.0] + [0.0] * (size - 1) for size in SIZES]
    measures, proofs, meant, names, settled = [], [], [], [], False
    asked, usual = readings(text), shelf.popular / len(shelf.keys) or 1.0
    words = known_words(shelf, asked)
    for likely in compared(shelf, asked, FINISHED.stop, usual=usual)[0]:
        entry, name = shelf.owner[likely.row], likely.text
        for reading, (ways, shared) in measured(shelf, likely):
            parts = [list(part) if part else none for part, none in zip((*ways, shared), never, strict=True)]
            measures.append([float(value) for part in parts for value in part])
            proofs.append([float(value) for value in evidence(reading, name, (ways, shared), 0.0, words)])
            plain = name.replace(":", " ")
            meant.append(known and plain == title and (year is None or shelf.years[entry] == year))
            names.append(plain)
            equal = shared[-1] and not (shared[-4] or shared[-2] or reading.dropped or reading.guessed)
            settled |= bool(equal and not meant[-1] and reading.year in (None, shelf.years[entry]))
    if measures:
        rough = glances(shelf, asked, title, usual) if known else None
        yield Case(way, text, known, np.array(measures), np.array(proofs), np.array(meant), names, settled, rough)


def utilities(measures: Any, weights: Any) -> tuple[Any, Any]:
    ways = np.stack([measures[:, columns] @ weights[columns] for columns in COLUMNS[:-1]])
    top = ways.max(0)
    total = np.log(np.exp(ways - top).sum(0)) + top
    return total + measures[:, COLUMNS[-1]] @ weights[COLUMNS[-1]], np.exp(ways - total)


def fit_weights(chosen: list[Case], now: Any) -> Any:
    """The weights under which what was meant is likeliest, with a light pull towards zero."""
    from scipy.optimize import minimize  # type: ignore[import-untyped,import-not-found,unused-ignore]

    usable = [c for c in chosen if c.meant.any() and not c.meant.all() and not c.settled]
    measures = np.concatenate([c.measures for c in usable])
    meant = np.concatenate([c.meant for c in usable])
    sizes = np.array([len(c.meant) for c in usable])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    group = np.repeat(np.arange(len(sizes)), sizes)
    scale = measures.std(0) + 1e-2
    scale[[columns[0] for columns in COLUMNS[:-1]]] = 1.0
    scaled = measures / scale

    def loss(weights: Any) -> tuple[float, Any]:
        total, share = utilities(scaled, weights)
        chance = np.exp(total - np.maximum.reduceat(total, starts)[group])
        every = np.add.reduceat(chance, starts)
        right = np.maximum(np.add.reduceat(chance * meant, starts), 1e-300)
        pull = (chance / every[group] - chance * meant / right[group]) / len(sizes)
        slope = PULL * weights
        for columns, part in zip(COLUMNS[:-1], share, strict=True):
            slope[columns] += (pull * part) @ scaled[:, columns]
        slope[COLUMNS[-1]] += pull @ scaled[:, COLUMNS[-1]]
        return float(np.mean(np.log(every / right)) + PULL / 2 * weights @ weights), slope

    return minimize(loss, now * scale, jac=True, method="L-BFGS-B", options={"maxiter": 200}).x / scale


def best(c: Case, weights: Any) -> tuple[list[float], bool, bool]:
    """The evidence and lead of the best candidate; whether it was meant; whether it is the typed text itself."""
    total, _ = utilities(c.measures, weights)
    at = int(np.argmax(total))
    others = [value for value, name in zip(total, c.names, strict=True) if name != c.names[at]]
    lead = min(FAR, total[at] - max(others, default=-99.0))
    proof = c.evidence[at].copy()
    proof[1] = total[at]
    return [*proof, lead], bool(c.meant[at]), normal(c.text) == c.names[at]


def fit_certainty(rows: Any, right: Any) -> Any:
    """Logistic regression by Newton's method, with a light ridge."""
    weights, ridge = np.zeros(rows.shape[1]), 0.5 * np.eye(rows.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (right - chance) - ridge @ weights
        weights += np.linalg.solve((rows.T * (chance * (1 - chance))) @ rows + ridge, slope)
    return weights


def curve(tested: list[Case], weights: Any, certainty: Any) -> None:
    """What each threshold means for texts that are no title letter by letter."""
    found = [(c, *best(c, weights)) for c in tested]
    found = [item for item in found if not item[3]]
    print("chance from  answered  of them wrong  removed titles answered  nonsense answered")
    for least in (0.3, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95):
        count: Counter[tuple[str, bool, bool]] = Counter()
        for c, proof, right, _ in found:
            kind = "known" if c.known else "removed" if c.way in WAYS else "nonsense"
            count[kind, 1 / (1 + np.exp(-np.dot(proof, certainty))) >= least, right] += 1
        known = {
            answered: count["known", answered, True] + count["known", answered, False] for answered in (True, False)
        }
        wrong = {kind: (count[kind, True, False], count[kind, False, False]) for kind in ("removed", "nonsense")}
        shares = [100 * known[True] / sum(known.values()), 100 * count["known", True, False] / max(1, known[True])]
        shares += [100 * answered / max(1, answered + not_answered) for answered, not_answered in wrong.values()]
        print(f"{least:11.2f}  {shares[0]:6.1f} %  {shares[1]:11.2f} %  {shares[2]:21.2f} %  {shares[3]:15.2f} %")


def show(tested: list[Case], weights: Any) -> None:
    hits: Counter[str] = Counter()
    of: Counter[str] = Counter()
    for c in tested:
        if c.known:
            of[c.way] += 1
            hits[c.way] += bool(c.meant[int(np.argmax(utilities(c.measures, weights)[0]))])
    print("best is meant:", "  ".join(f"{way} {100 * hits[way] / of[way]:.1f}" for way in of))
    print(f"mean over the ways {100 * np.mean([hits[way] / of[way] for way in of]):.2f}")


def show_rough(fitting: list[Case], tested: list[Case]) -> None:
    """Fit what `rough` looks at, and print how often what was meant is among the names that are measured."""
    chosen, others = [[c.rough for c in some if c.rough and c.whole] for some in (fitting, tested)]
    now, fitted = np.array(ROUGH), fit_rough(chosen)
    shares = [among_first(others, weights, KEPT) for weights in (now, fitted)]
    print(f"rough: meant is among the first {KEPT} in {shares[0]:.2f} %, fitted anew in {shares[1]:.2f} %")
    for name, before, after in zip(ROUGH._fields, now, fitted, strict=True):
        print(f"    {name:25} {before:7.3f} {after:7.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("films", nargs="+", type=Path)
    parser.add_argument("--each", type=int, default=150)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--unfinished", action="store_true")
    parser.add_argument("--report", action="store_true", help="only report what the weights in the code do")
    options = parser.parse_args()
    paths = [path for path in options.films if path.exists()]
    every = [c for path in paths for c in samples(films_of(path), options.each, options.seed, options.unfinished)]
    if not every:
        raise SystemExit("none of these files is there")
    random.Random(options.seed).shuffle(every)
    fitting, tested = every[::2], every[1::2]
    kept = UNFINISHED if options.unfinished else FINISHED
    now = np.array([value for way in (*kept.ways, kept.shared) for value in way])
    print("== the weights in the code")
    show(tested, now)
    if not options.unfinished:
        curve(tested, now, np.array([*CERTAINTY, LEAD]))
    if options.report:
        return
    weights = fit_weights([c for c in fitting if c.whole], now)
    print("== fitted anew")
    show(tested, weights)
    for columns in COLUMNS:
        print("        (" + ", ".join(f"{weights[at]:.2f}" for at in columns) + "),")
    if not options.unfinished:
        rows = [best(c, weights) for c in fitting]
        rows = [row for row in rows if not row[2]]
        certainty = fit_certainty(np.array([row[0] for row in rows]), np.array([row[1] for row in rows], float))
        print("certainty (" + ", ".join(f"{value:.2f}" for value in certainty[:-1]) + f"), lead {certainty[-1]:.2f}")
        curve(tested, weights, certainty)
        show_rough(fitting, tested)


if __name__ == "__main__":
    main()
