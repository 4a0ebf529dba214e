"""Searches as one SQL statement each: a common table expression a step, then what is wanted."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import TextClause, bindparam, text

from bot.knowledge.search import (
    Beside,
    Did,
    Films,
    First,
    Honoured,
    Of,
    People,
    Search,
    Step,
    Wanted,
    Who,
    With,
    Within,
)
from bot.knowledge.view import View

Statement = tuple[str, dict[str, Any]]

FIELDS = frozenset(["year", "runtime", "popularity"])
WAYS = {"more": ">", "less": "<", "same": "="}


class _Bound:
    """The parameters of one statement."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}

    def all(self, values: Iterable[str]) -> str:
        return ", ".join(self.one(value) for value in values)

    def one(self, value: str) -> str:
        name = f"v{len(self.values)}"
        self.values[name] = value
        return f":{name}"


def named(view: View) -> TextClause:
    """(kind, key, name, normal, weight, year) of what is called so; `names` are normal forms."""
    return text(
        "SELECT 'film', t.film, t.name, t.normal, f.popularity, f.year FROM titles t JOIN films f ON f.key = t.film"
        f" WHERE t.normal IN :names AND {view.sees('t.film')}"
        f" UNION ALL {_people_by('normal', view)}"
        " UNION ALL SELECT w.kind, 0, w.value, w.normal, 0, CAST(NULL AS INTEGER) FROM words w"
        f" WHERE w.normal IN :names AND {_used(view)}"
        " UNION ALL SELECT DISTINCT 'character', 0, r.normal, r.normal, 0, CAST(NULL AS INTEGER)"
        f" FROM characters r WHERE r.normal IN :names AND {view.sees('r.film')}"
    ).bindparams(bindparam("names", expanding=True))


def surnamed(view: View) -> TextClause:
    """The same of people whose name ends in one of the words `names`."""
    return text(_people_by("surname", view)).bindparams(bindparam("names", expanding=True))


def characters_like(view: View) -> TextClause:
    """(normal form, films) of characters of one first word and letter after, or of some first letters and last word."""
    return text(
        "SELECT r.normal, count(*) FROM characters r WHERE"
        " ((r.normal >= :first AND r.normal < :first_end)"
        " OR (r.normal >= :start AND r.normal < :start_end AND r.normal LIKE :last))"
        f" AND {view.sees('r.film')} GROUP BY r.normal"
    )


def words(view: View) -> TextClause:
    """(kind, value, normal) of the values of facets of the kinds `kinds`."""
    return text(f"SELECT w.kind, w.value, w.normal FROM words w WHERE w.kind IN :kinds AND {_used(view)}").bindparams(
        bindparam("kinds", expanding=True)
    )


def _people_by(column: str, view: View) -> str:
    return (
        "SELECT 'person', p.key, p.name, p.normal,"
        f" (SELECT count(*) FROM credits c WHERE c.person = p.key AND {view.sees('c.film')}), CAST(NULL AS INTEGER)"
        f" FROM people p WHERE p.{column} IN :names AND {_credited('p.key', view)}"
    )


def _credited(person: str, view: View) -> str:
    """Whether a person has a credit in a film that is seen; a name without one is known to nobody."""
    return f"EXISTS (SELECT 1 FROM credits c WHERE c.person = {person} AND {view.sees('c.film')})"


def _used(view: View) -> str:
    """Whether a film that is seen has the word."""
    return f"EXISTS (SELECT 1 FROM facets f WHERE f.kind = w.kind AND f.value = w.value AND {view.sees('f.film')})"


def statement(search: Search, view: View) -> Statement:
    """The rows of a search in a view: (film key,), (name, person key), (value,) or (count,), best first."""
    bound = _Bound()
    start = search.start
    if isinstance(start, People):
        begun = f"SELECT key AS k FROM people WHERE {_credited('people.key', view)}"
    else:
        begun = f"SELECT key AS k FROM films WHERE document IS NOT NULL AND {view.sees('key')}"
    if start.keys:
        begun += f" AND key IN ({_numbers(start.keys)})"
    parts = [f"s0 AS ({begun})"]
    everything = isinstance(start, Films) and not start.keys
    for n, step in enumerate(search.steps):
        parts.append(f"s{n + 1} AS ({_step(step, f's{n}', search, everything, bound, view)})")
    last = f"s{len(search.steps)}"
    return f"WITH {', '.join(parts)} {_wanted(search, last, bound)}", bound.values


def _numbers(keys: Iterable[int]) -> str:
    return ", ".join(str(int(key)) for key in keys)


def _step(step: Step, at: str, search: Search, everything: bool, bound: _Bound, view: View) -> str:
    match step:
        case Who(jobs):
            return (
                f"SELECT DISTINCT c.person AS k FROM {at} JOIN credits c ON c.film = {at}.k"
                f" AND c.job IN ({bound.all(jobs)})"
            )
        case Did(jobs):
            found = (
                f"SELECT DISTINCT c.film AS k FROM {at} JOIN credits c ON c.person = {at}.k"
                f" AND c.job IN ({bound.all(jobs)}) AND {view.sees('c.film')}"
            )
            if isinstance(search.start, Films) and search.start.keys:
                found += f" WHERE c.film NOT IN ({_numbers(search.start.keys)})"
            return found
        case First():
            return _first(step, at)
    return f"SELECT {at}.k AS k FROM {at} WHERE {_kept(step, f'{at}.k', everything, bound)}"


def _first(step: First, at: str) -> str:
    """The films of a step that come first; where places are counted, those of one year by their first release."""
    field, way = f"f.{step.field}", "DESC" if step.highest else "ASC"
    assert step.field in FIELDS
    known = f"FROM {at} JOIN films f ON f.key = {at}.k WHERE {field} > 0"
    if step.place == step.count == 1:
        best = "max" if step.highest else "min"
        return f"SELECT f.key AS k {known} AND {field} = (SELECT {best}({field}) {known})"
    day = "coalesce((SELECT min(r.date) FROM releases r WHERE r.film = f.key), '')"
    last = step.place + step.count - 1
    return (
        f"SELECT key AS k FROM (SELECT f.key AS key, row_number() OVER (ORDER BY {field} {way}, {day} {way}, f.key)"
        f" AS place {known}) ranked WHERE place BETWEEN {int(step.place)} AND {int(last)}"
    )


def _beside(step: Beside, bound: _Bound) -> tuple[str, str, str]:
    """Table, condition and key column of the films that stand so to the other film."""
    other = _numbers(step.other.keys)
    if step.field in FIELDS:
        than = f"(SELECT {step.field} FROM films WHERE key IN ({other}))"
        return "films", f"{step.field} {WAYS[step.way]} {than} AND {step.field} > 0 AND key NOT IN ({other})", "key"
    kind = bound.one(step.field)
    same = f"(SELECT value FROM facets WHERE kind = {kind} AND film IN ({other}) ORDER BY position LIMIT 1)"
    return "facets", f"kind = {kind} AND value IN {same} AND film NOT IN ({other})", "film"


def _kept(step: Of | Within | With | Beside | Honoured, k: str, everything: bool, bound: _Bound) -> str:
    match step:
        case Honoured():
            return f"{k} IN ({_numbers(step.films) or 'NULL'})"
        case Beside():
            table, where, key = _beside(step, bound)
        case Of(kinds, values):
            table, where = "facets", f"kind IN ({bound.all(kinds)}) AND value IN ({bound.all(values)})"
            key = "film"
        case With(people, jobs):
            table, where = "credits", f"person IN ({_numbers(people)}) AND job IN ({bound.all(jobs)})"
            key = "film"
        case Within(field, low, high):
            assert field in FIELDS
            bounds = [f"{field} >= {int(low)}"] if low is not None else [f"{field} > 0"]
            bounds += [f"{field} <= {int(high)}"] if high is not None else []
            table, where, key = "films", " AND ".join(bounds), "key"
    no = "NOT " if isinstance(step, Of | With) and step.without else ""
    if everything:
        return f"{k} {no}IN (SELECT {key} FROM {table} WHERE {where})"
    return f"{no}EXISTS (SELECT 1 FROM {table} t WHERE t.{key} = {k} AND {where})"


def _wanted(search: Search, last: str, bound: _Bound) -> str:
    if search.wanted is Wanted.COUNT:
        return f"SELECT count(*) FROM {last}"
    if search.of_people:
        return _people(search, last, bound)
    match search.wanted:
        case Wanted.YEARS:
            return (
                f"SELECT year FROM (SELECT f.year AS year FROM {last} JOIN films f ON f.key = {last}.k"
                f" UNION ALL SELECT CAST(substr(r.date, 1, 4) AS INTEGER) FROM {last}"
                f" JOIN releases r ON r.film = {last}.k AND length(r.date) = 4) y"
                " WHERE year IS NOT NULL GROUP BY year ORDER BY year"
            )
        case Wanted.DATES:
            return (
                f"SELECT d FROM (SELECT r.date AS d FROM {last} JOIN releases r ON r.film = {last}.k"
                f" UNION ALL SELECT CAST(f.year AS VARCHAR(4)) FROM {last} JOIN films f ON f.key = {last}.k"
                f" WHERE NOT EXISTS (SELECT 1 FROM releases r WHERE r.film = f.key)) y"
                " WHERE d IS NOT NULL GROUP BY d ORDER BY d"
            )
        case Wanted.RUNTIMES:
            return (
                f"SELECT f.runtime FROM {last} JOIN films f ON f.key = {last}.k WHERE f.runtime > 0 ORDER BY f.runtime"
            )
        case Wanted.NAMES:
            return _films(search, last)
    return (
        f"SELECT t.value FROM {last} JOIN facets t ON t.film = {last}.k AND t.kind = {bound.one(search.wanted)}"
        " GROUP BY t.value ORDER BY count(*) DESC, min(t.position), t.value"
    )


def _films(search: Search, last: str) -> str:
    step = search.steps[-1] if search.steps else None
    by = "f.popularity DESC, f.year DESC"
    if isinstance(step, First) and step.count > 1:
        by = f"f.{step.field} {'DESC' if step.highest else 'ASC'}"
    return f"SELECT f.key FROM {last} JOIN films f ON f.key = {last}.k ORDER BY {by}, f.key"


def _from_people(search: Search) -> bool:
    return isinstance(search.start, People)


def _people(search: Search, last: str, bound: _Bound) -> str:
    step = search.steps[-1] if search.steps else None
    if not isinstance(step, Who):
        return f"SELECT p.name, p.key FROM {last} JOIN people p ON p.key = {last}.k ORDER BY p.name"
    films = f"s{len(search.steps) - 1}"
    # whoever the question is about comes last
    last_ = f"CASE WHEN p.key IN ({_numbers(search.start.keys)}) THEN 1 ELSE 0 END, " if _from_people(search) else ""
    without = f" WHERE p.key NOT IN ({_numbers(search.start.keys)})" if search.without_start else ""
    if search.most:
        return (
            f"SELECT name, key FROM (SELECT p.name AS name, p.key AS key, rank() OVER (ORDER BY count(DISTINCT c.film)"
            f" DESC) AS place FROM {films} JOIN credits c ON c.film = {films}.k AND c.job IN ({bound.all(step.jobs)})"
            f" JOIN people p ON p.key = c.person{without} GROUP BY p.key, p.name) ranked WHERE place = 1 ORDER BY name"
        )
    return (
        f"SELECT p.name, p.key FROM {films} JOIN credits c ON c.film = {films}.k AND c.job IN ({bound.all(step.jobs)})"
        f" JOIN people p ON p.key = c.person{without}"
        f" GROUP BY p.key, p.name ORDER BY {last_}count(*) DESC, min(c.position), p.key"
    )
