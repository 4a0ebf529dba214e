"""Where the facts of a film come from, field by field, and what other sources say that does not stand."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.knowledge.film import Film
from bot.matching.normal import normal

FILES, MODERATORS = "films folder", "moderators"

ORDER = (FILES, MODERATORS, "", "IMDb", "TMDB", "Wikidata", "Wikipedia", "MovieLens", "Letterboxd")
"""Sources, the better first. "" stands for files in the bot's own form, which the operator gives under their names."""

LISTS = (".csv", ".tsv", ".csv.gz", ".tsv.gz", ".txt", ".md", ".markdown", ".html", ".htm")
"""How the names of files end that are believed last: lists, and pages of prose."""

FACTS = ("title", "original_title", "year", "runtime", "directors", "certificates")
"""Fields with one right value: where sources differ in them, one of them is wrong."""


NOBODY = "not noted"
"""What is told in place of a source that was not noted."""


@dataclass(frozen=True, slots=True)
class Origins:
    """Who gave which field of a film, and which facts others give otherwise."""

    first: str = ""
    """Who gave every field that no other is named for."""
    others: Mapping[str, str] = field(default_factory=dict)
    """Fields and who else gave them."""
    claims: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """By field and source, as `Film.document` writes values: what a source says that differs from what stands."""

    def of(self, name: str) -> str:
        """Who gave a field."""
        return self.others.get(name, self.first)

    def stored(self) -> str:
        """As it is stored: for most films the one name."""
        if not self.others and not self.claims and not self.first.startswith("{"):
            return self.first
        parts = {"first": self.first, "others": dict(self.others), "claims": dict(self.claims)}
        return json.dumps({name: part for name, part in parts.items() if part}, ensure_ascii=False)

    def described(self) -> tuple[str, ...]:
        """Every source with what it gave: `IMDb`, `TMDB (summary; says 98 for runtime)`; the films folder left out."""
        said: dict[str, list[str]] = {self.first: []} if self.first else {}
        for name, source in self.others.items():
            said.setdefault(source, []).append(name.replace("_", " "))
        lines = {source: [", ".join(fields)] if fields else [] for source, fields in said.items()}
        for name, by_source in self.claims.items():
            for source, value in by_source.items():
                lines.setdefault(source, []).append(f"says {shown(value)} for {name.replace('_', ' ')}")
        told = {source: "; ".join(parts) for source, parts in lines.items() if source != FILES or parts}
        return tuple(f"{source} ({parts})" if parts else source for source, parts in told.items() if source)

    def by_field(self, film: Film) -> list[str]:
        """For every field that is known where it comes from, and what others say: `runtime: IMDb; TMDB says 98`."""
        lines = []
        for name in film.document():
            said = "".join(f"; {source or NOBODY} says {shown(value)}" for source, value in self._claimed(name))
            if name != "id":
                lines.append(f"{name}: {self.of(name) or NOBODY}{said}")
        return lines

    def conflicts(self, film: Film) -> list[str]:
        """Every fact that sources give differently, what stands first: `runtime: 95 (IMDb), 98 (TMDB)`."""
        document = film.document()
        told = {name: [(self.of(name), document[name]), *self._claimed(name)] for name in self.claims}
        return [
            f"{name}: {', '.join(f'{shown(value)} ({source or NOBODY})' for source, value in values)}"
            for name, values in told.items()
        ]

    def _claimed(self, name: str) -> list[tuple[str, Any]]:
        return list(self.claims.get(name, {}).items())


UNKNOWN = Origins()


def origins_of(text: str | None) -> Origins:
    """What was stored."""
    if text and text.startswith("{"):
        return Origins(**json.loads(text))
    return Origins(text or "")


def rank(source: str) -> int:
    """How far behind the best a source is; of two alike the later one is believed."""
    if source in ORDER:
        return ORDER.index(source)
    return len(ORDER) if source.lower().endswith(LISTS) else ORDER.index("")


def changed(origins: Origins, before: Film | None, after: Film, source: str) -> Origins:
    """The origins once a source has made the film into another: what it changed is its own."""
    if before is None:
        return Origins(source)
    old, new = before.document(), after.document()
    names = [name for name in new if name != "id" and old.get(name) != new[name]]
    others = {name: by for name, by in origins.others.items() if name in new}
    others |= dict.fromkeys(names, source)
    return settled(Origins(origins.first, others, origins.claims), after, replaced(origins, old, names))


def overruled(origins: Origins, before: Film | None, after: Film) -> Origins:
    """The origins once a file of the films folder holds the film; what others said of facts stays as their claim."""
    old = before.document() if before else {}
    new = after.document()
    lost = replaced(origins, old, [name for name in FACTS if old.get(name) != new.get(name)])
    return settled(Origins(FILES, {}, origins.claims), after, lost)


def replaced(origins: Origins, old: Mapping[str, Any], names: Iterable[str]) -> dict[str, dict[str, Any]]:
    """The facts that may no longer stand, as claims of those who gave them."""
    return {name: {origins.of(name): old[name]} for name in names if name in FACTS and name in old}


def settled(origins: Origins, film: Film, more: Mapping[str, Mapping[str, Any]]) -> Origins:
    """The origins of a film as it now stands: names that are the first's left out, and claims that agree with it."""
    document = film.document()
    claims: dict[str, dict[str, Any]] = {}
    for name in FACTS:
        said = {**origins.claims.get(name, {}), **more.get(name, {})}
        kept = {
            source: value
            for source, value in said.items()
            if source != origins.of(name) and differs(name, value, document.get(name), film)
        }
        if kept:
            claims[name] = kept
    others = {name: source for name, source in origins.others.items() if source != origins.first}
    return Origins(origins.first, others, claims)


def differs(name: str, claim: Any, stands: Any, film: Film) -> bool:
    """Whether a source contradicts what stands."""
    if claim is None or stands is None:
        return False
    match name:
        case "title" | "original_title":
            titles = (film.title, film.original_title, *film.also_known_as)
            return normal(str(claim)) not in {normal(title) for title in titles if title}
        case "directors":
            return {normal(person) for person in claim} != {normal(person) for person in stands}
        case "certificates":
            labels = {one["country"]: one["label"] for one in stands}
            return any(labels.get(one["country"], one["label"]) != one["label"] for one in claim)
        case _:
            return bool(claim != stands)


def shown(value: Any) -> str:
    """A fact in few words: a number, a title, people, certificates."""
    if isinstance(value, (list, tuple)):
        return ", ".join(f"{one['label']} ({one['country']})" if isinstance(one, dict) else str(one) for one in value)
    return str(value)
