"""Searches as one SQL statement each: a common table expression a step, then what is wanted."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from bot.knowledge.conditions import FIELDS, Bound, Condition, condition, is_called, numbers
from bot.knowledge.queries import credited
from bot.knowledge.search import Alongside, Did, Films, Filter, First, Outside, People, Search, Step, Wanted, Who
from bot.knowledge.view import View

Statement = tuple[str, dict[str, Any]]


def statement(search: Search, view: View) -> Statement:
    """The rows of a search in a view, best first: (film, id, title, year), (name, person), (value,) or (count,)."""
    bound = Bound()
    start = search.start
    done, whole = 0, False
    if isinstance(start, People):
        seen = credited("people.key", view)
        begun = f"SELECT key AS k FROM people WHERE {seen} AND key IN ({numbers(start.keys)})"
    elif start.keys:
        begun = f"SELECT key AS k FROM films WHERE {_there(view)} AND key IN ({numbers(start.keys)})"
    else:
        filters = list(_filters(search.steps))
        done = len(filters)
        begun, whole = _every(filters, bound, view)
    parts = [f"s{done} AS {'NOT MATERIALIZED ' * whole}({begun})"]
    for n, step in enumerate(search.steps[done:], done):
        parts.append(f"s{n + 1} AS ({_step(step, f's{n}', search, bound, view, whole=whole and n == done)})")
    last = f"s{len(search.steps)}"
    return f"WITH {', '.join(parts)} {_wanted(search, last, bound)}", bound.values


def _filters(steps: Iterable[Step]) -> Iterator[Filter]:
    """Those at the beginning that keep some of the films."""
    for step in steps:
        if not isinstance(step, Filter):
            return
        yield step


def _there(view: View) -> str:
    return f"document IS NOT NULL AND {view.sees('key')}"


def _every(filters: Sequence[Filter], bound: Bound, view: View) -> tuple[str, bool]:
    """Every film that is kept, and whether with all its numbers; begun where there are fewest rows to go through."""
    conditions = [condition(step, bound) for step in filters]
    plain = [one.where for one in conditions if one.table == "films"]
    others = [one for one in conditions if one.table != "films"]
    first = next((one for one in others if not one.no), None)
    if first is None:
        outside = [f"key NOT IN (SELECT {one.key} FROM {one.table} WHERE {one.where})" for one in others]
        where = " AND ".join([_there(view), *plain, *outside])
        return f"SELECT key AS k, {', '.join(sorted(FIELDS))} FROM films WHERE {where}", True
    k = f"a.{first.key}"
    where = " AND ".join([first.where, view.sees(k), *[one.of(k) for one in others if one is not first]])
    if plain:
        where += f" AND {Condition('films', ' AND '.join(plain), 'key').of(k)}"
    return f"SELECT DISTINCT {k} AS k FROM {first.table} a WHERE {where}", False


def _step(step: Step, at: str, search: Search, bound: Bound, view: View, *, whole: bool) -> str:
    """What a step leads to; `whole` says that the films it starts at stand there with all their numbers."""
    match step:
        case Who():
            return f"SELECT DISTINCT c.person AS k FROM {at} JOIN {_credits(step, at, bound)}"
        case Did(jobs):
            found = (
                f"SELECT DISTINCT c.film AS k FROM {at} JOIN credits c ON c.person = {at}.k"
                f" AND c.job IN ({bound.all(jobs)}) AND {view.sees('c.film')}"
            )
            if isinstance(search.start, Films) and search.start.keys:
                found += f" WHERE c.film NOT IN ({numbers(search.start.keys)})"
            return found
        case First():
            return _first(step, at, whole=whole)
        case Alongside(people, jobs, own):
            first = search.start.keys if isinstance(search.start, Films) else ()
            other = f" AND w.film NOT IN ({numbers(first)})" if first else ""
            return (
                f"SELECT DISTINCT {at}.k AS k FROM credits w JOIN credits c ON c.film = w.film"
                f" AND c.job IN ({bound.all(own)}) JOIN {at} ON {at}.k = c.person"
                f" WHERE w.person IN ({numbers(people)}) AND w.job IN ({bound.all(jobs)}) AND {view.sees('w.film')}"
                f" AND c.person NOT IN ({numbers(people)}){other}"
            )
        case Outside(other, jobs):
            there = f"SELECT person FROM credits WHERE film IN ({numbers(other.keys)}) AND job IN ({bound.all(jobs)})"
            return f"SELECT {at}.k AS k FROM {at} WHERE {at}.k NOT IN ({there})"
    return f"SELECT {at}.k AS k FROM {at} WHERE {condition(step, bound).of(f'{at}.k')}"


def _credits(step: Who, films: str, bound: Bound) -> str:
    """The credits of those whom the step leads to, as what films are joined with."""
    some = f"credits c ON c.film = {films}.k AND c.job IN ({bound.all(step.jobs)})"
    if not step.character:
        return some
    called = is_called(step.character, bound)
    return f"{some} JOIN characters r ON r.film = c.film AND r.position = c.position AND {called}"


def _first(step: First, at: str, *, whole: bool) -> str:
    """The films of a step that come first; where places are counted, those of one year by their first release."""
    field, way, best = step.field, "DESC" if step.highest else "ASC", "max" if step.highest else "min"
    assert field in FIELDS
    best_known = field == "popularity" and step.highest and step.count > 1  # among them may be those hardly known
    least = ">= 0" if best_known else "> 0"
    known = f"SELECT f.key AS k, f.{field} FROM {at} JOIN films f ON f.key = {at}.k WHERE f.{field} {least}"
    if step.place == step.count == 1 and whole:
        return f"SELECT k FROM {at} WHERE {field} = (SELECT {best}({field}) FROM {at} WHERE {field} > 0)"
    if step.place == step.count == 1:
        return f"WITH known AS ({known}) SELECT k FROM known WHERE {field} = (SELECT {best}({field}) FROM known)"
    day = f", coalesce((SELECT min(r.date) FROM releases r WHERE r.film = k), '') {way}" if field == "year" else ""
    places = f"LIMIT {int(step.count)} OFFSET {int(step.place - 1)}"
    return f"SELECT k FROM ({known}) known ORDER BY {field} {way}{day}, k {places}"


def _wanted(search: Search, last: str, bound: Bound) -> str:
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
        case Wanted.AVERAGE | Wanted.TOTAL:
            over = "round(avg(f.runtime))" if search.wanted is Wanted.AVERAGE else "sum(f.runtime)"
            return (
                f"SELECT CAST({over} AS INTEGER) FROM {last} JOIN films f ON f.key = {last}.k"
                " WHERE f.runtime > 0 HAVING count(*) > 0"
            )
        case Wanted.NAMES | Wanted.RUNTIMES:
            return _films(search, last)
    kind = bound.one(search.wanted)
    return (  # CROSS: in SQLite the films first, then what they have
        f"SELECT t.value FROM {last} CROSS JOIN facets t WHERE t.film = {last}.k AND t.kind = {kind}"
        " GROUP BY t.value ORDER BY count(*) DESC, min(t.position), t.value"
    )


def _films(search: Search, last: str) -> str:
    step = search.steps[-1] if search.steps else None
    films, known = "f.key, f.id, f.title, f.year, f.runtime", ""
    by = "f.popularity DESC, f.year DESC"
    if search.wanted is Wanted.RUNTIMES:
        known, by = " WHERE f.runtime > 0", "f.runtime"
    elif isinstance(step, First) and step.count > 1:
        by = f"f.{step.field} {'DESC' if step.highest else 'ASC'}"
    return f"SELECT {films} FROM {last} JOIN films f ON f.key = {last}.k{known} ORDER BY {by}, f.key"


def _from_people(search: Search) -> bool:
    return isinstance(search.start, People)


def _people(search: Search, last: str, bound: Bound) -> str:
    at = len(search.steps) - 1
    while at > 0 and isinstance(search.steps[at], Outside):
        at -= 1  # whoever is left of those who did the job
    step = search.steps[at] if search.steps else None
    if not isinstance(step, Who):
        without = f" WHERE p.key NOT IN ({numbers(search.start.keys)})" if search.without_start else ""
        return f"SELECT p.name, p.key FROM {last} JOIN people p ON p.key = {last}.k{without} ORDER BY p.name"
    films = f"s{at}"
    credits = _credits(step, films, bound)
    if at < len(search.steps) - 1:
        credits = f"{credits} JOIN {last} ON {last}.k = c.person"
    # whoever the question is about comes last
    last_ = f"CASE WHEN p.key IN ({numbers(search.start.keys)}) THEN 1 ELSE 0 END, " if _from_people(search) else ""
    without = f" WHERE p.key NOT IN ({numbers(search.start.keys)})" if search.without_start else ""
    if search.most:
        return (
            "SELECT name, key, films FROM (SELECT p.name AS name, p.key AS key, count(DISTINCT c.film) AS films,"
            f" rank() OVER (ORDER BY count(DISTINCT c.film) DESC) AS place FROM {films} JOIN {credits}"
            f" JOIN people p ON p.key = c.person{without} GROUP BY p.key, p.name) ranked WHERE place = 1 ORDER BY name"
        )
    least = f" HAVING count(DISTINCT c.film) >= {int(search.least)}" if search.least > 1 else ""
    return (
        f"SELECT p.name, p.key FROM {films} JOIN {credits} JOIN people p ON p.key = c.person{without}"
        f" GROUP BY p.key, p.name{least} ORDER BY {last_}count(*) DESC, min(c.position), p.key"
    )
