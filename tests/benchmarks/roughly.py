"""The fit of the numbers of `ranking.rough`, which chooses the names that are measured; `fit.py` calls it.

A conditional logit over all names that any way led to: those of the film that was meant are to be likeliest. Texts that
lead to it surely are left out, for such names are measured in any case. Of several readings the one that fits a name
best counts, and how well known a film is counts as it stands.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from typing import Any

import numpy as np
from rapidfuzz.fuzz import ratio, token_sort_ratio

from bot.matching.candidates import SURE, _fame, _rows
from bot.matching.ranking import FINISHED, ROUGH
from bot.matching.reading import Reading
from bot.matching.shelf import Shelf

PULL = 1e-4
"""How strongly weights are pulled towards zero."""


@dataclass
class Glances:
    """Of the names for one text: measures by name and reading, what counts as it stands beside them, whether meant."""

    measures: Any
    beside: Any
    meant: Any


def glance(reading: Reading, name: str) -> list[float]:
    """What `rough` looks at, in the order of `Rough`."""
    words, typed, size = set(reading.words), reading.text, len(reading.text)
    begun = name.startswith(typed)
    common = words if begun else words.intersection(name.split())
    letters, spaces = sum(map(len, common)), name.count(" ")
    missing = spaces == len(reading.words) and len(common) == len(words)
    stop = FINISHED.stop if begun else 0.0
    return [
        ratio(typed, name),
        token_sort_ratio(typed, name),
        letters / reading.all_letters,
        letters / (len(name) - spaces),
        begun,
        stop * abs(log(len(name) / size) - 0.5),
        stop * (abs(0.6 * len(name) - size) < 0.7),
        begun and name[size : size + 1] == " ",
        missing and not begun,
        bool(common) and not begun and f" {typed}" in name,
    ]


def glances(shelf: Shelf, asked: Sequence[Reading], title: str, usual: float) -> Glances | None:
    """The names for what was typed, None where the title is not among them, or sure to be measured."""
    sure, rows = _rows(shelf, asked, FINISHED.stop)
    names = {row: text.replace(":", " ") for row, text in shelf.texts({**sure, **rows}).items()}
    known, meant = _fame(shelf, names, usual), [name == title for name in names.values()]
    if not any(meant) or any(row in sure for row, right in zip(names, meant, strict=True) if right):
        return None
    measures = [[glance(reading, name) for reading in asked] for name in names.values()]
    beside = [known[row] + SURE * (row in sure) for row in names]
    return Glances(np.array(measures, np.float32), np.array(beside), np.array(meant))


def likelihoods(one: Glances, weights: Any) -> tuple[Any, Any]:
    """How likely each name is by the reading that fits it best, and its measures under that reading."""
    worth = one.measures @ weights
    best = worth.argmax(1)
    return worth.max(1) + one.beside, one.measures[np.arange(len(best)), best]


def fit_rough(chosen: Sequence[Glances]) -> Any:
    """The weights under which what was meant is likeliest, with a light pull towards zero."""
    from scipy.optimize import minimize  # type: ignore[import-untyped,import-not-found,unused-ignore]

    now = np.array(ROUGH)
    scale = np.concatenate([one.measures.reshape(-1, len(now)) for one in chosen]).std(0) + 1e-2

    def loss(scaled: Any) -> tuple[float, Any]:
        total, slope = PULL / 2 * float(scaled @ scaled), PULL * scaled
        for one in chosen:
            likely, measures = likelihoods(one, scaled / scale)
            chance = np.exp(likely - likely.max())
            right = max(float(chance @ one.meant), 1e-300)
            total += float(np.log(chance.sum() / right)) / len(chosen)
            slope += (chance / chance.sum() - chance * one.meant / right) @ measures / scale / len(chosen)
        return total, slope

    return minimize(loss, now * scale, jac=True, method="L-BFGS-B", options={"maxiter": 100}).x / scale


def among_first(tested: Sequence[Glances], weights: Any, first: int) -> float:
    """Of 100 texts those for which what was meant is among so many likeliest names."""
    found = [one.meant[np.argsort(-likelihoods(one, weights)[0], kind="stable")[:first]].any() for one in tested]
    return 100 * float(np.mean(found))
