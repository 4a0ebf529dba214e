"""What is to be so of the films that a search keeps, as SQL conditions."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bot.knowledge.characters import called_so, goes_by
from bot.knowledge.query import Job
from bot.knowledge.search import Among, Beside, Except, Filter, Honoured, Of, Playing, Titled, With, Within

FIELDS = frozenset(["year", "runtime", "popularity"])
WAYS = {"more": ">", "less": "<", "same": "=", "least": ">=", "most": "<="}


class Bound:
    """The parameters of one statement."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}

    def all(self, values: Iterable[str]) -> str:
        """Their placeholders, as SQL lists them."""
        return ", ".join(self.one(value) for value in values)

    def one(self, value: str) -> str:
        """The placeholder of a value."""
        name = f"v{len(self.values)}"
        self.values[name] = value
        return f":{name}"


@dataclass(frozen=True, slots=True)
class Condition:
    """What is to be so of a film, in rows of one table of which a column is the film's key; with `no` not to be so."""

    table: str
    where: str
    key: str
    no: bool = False

    def of(self, k: str) -> str:
        """The condition on the film of a key."""
        no = "NOT " if self.no else ""
        return f"{no}EXISTS (SELECT 1 FROM {self.table} t WHERE t.{self.key} = {k} AND {self.where})"


def condition(step: Filter, bound: Bound) -> Condition:
    """What a step keeps films by."""
    match step:
        case Honoured(films=films):
            return Condition("films", f"key IN ({numbers(films) or 'NULL'})", "key")
        case Playing(without=without):
            return Condition("films", f"key {'NOT ' if without else ''}IN ({_plays(step, bound)})", "key")
        case Beside():
            return _beside(step, bound)
        case Among(films):
            return Condition("films", f"key IN ({numbers(films.keys) or 'NULL'})", "key")
        case Except(other):
            return Condition("films", f"key NOT IN ({numbers(other.keys) or 'NULL'})", "key")
        case Of(kinds, values, without=without):
            some = f" AND value IN ({bound.all(values)})" if values else ""
            return Condition("facets", f"kind IN ({bound.all(kinds)}){some}", "film", no=without)
        case With(people, jobs, without=without):
            where = f"person IN ({numbers(people) or 'NULL'}) AND job IN ({bound.all(jobs)})"
            return Condition("credits", where, "film", no=without)
        case Titled(text, place, without):
            word = text if len(text) == 1 else f" {text}"  # a letter, or a whole word
            pattern = {"begins": f" {text}%", "ends": f"%{word}"}.get(place, f"% {text} %")
            spelt = "' ' || normal || ' '" if place == "holds" else "' ' || normal"
            return Condition("titles", f"position = 0 AND {spelt} LIKE {bound.one(pattern)}", "film", no=without)
        case Within(field, low, high, without):
            assert field in FIELDS
            bounds = [f"{field} >= {int(low)}"] if low is not None else [f"{field} > 0"]
            bounds += [f"{field} <= {int(high)}"] if high is not None else []
            within = " AND ".join(bounds)
            return Condition("films", f"{field} > 0 AND NOT ({within})" if without else within, "key")


def numbers(keys: Iterable[int]) -> str:
    """Keys as SQL lists them."""
    return ", ".join(str(int(key)) for key in keys)


def _beside(step: Beside, bound: Bound) -> Condition:
    """How films stand to the other film."""
    other = numbers(key for films in step.films for key in films.keys)
    if step.field in FIELDS:
        each = [f"(SELECT {step.field} FROM films WHERE key IN ({numbers(films.keys)}))" for films in step.films]
        differences = " * ".join(f"({step.field} - {one})" for one in each)
        kept = f"{differences} < 0" if step.to else f"{step.field} {WAYS[step.way]} {each[0]}"
        return Condition("films", f"{kept} AND {step.field} > 0 AND key NOT IN ({other})", "key")
    kind = bound.one(step.field)
    same = f"(SELECT value FROM facets WHERE kind = {kind} AND film IN ({other}) ORDER BY position LIMIT 1)"
    return Condition("facets", f"kind = {kind} AND value IN {same} AND film NOT IN ({other})", "film")


def _plays(step: Playing, bound: Bound) -> str:
    """The keys of the films in which a character is played."""
    by = ""
    if step.people:
        by = (
            " JOIN credits c ON c.film = r.film AND c.position = r.position"
            f" AND c.job = {bound.one(Job.CAST)} AND c.person IN ({numbers(step.people)})"
        )
    return f"SELECT r.film FROM characters r{by} WHERE {is_called(step.character, bound)}"


def is_called(character: str, bound: Bound) -> str:
    """Whether a row `r` of `characters` is of one who is called so."""
    name = goes_by(character)
    return called_so("r", bound.one(name["last"]), bound.one(name["inside"]))
