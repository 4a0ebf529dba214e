"""A film as TMDB's interface gives it: /movie/{id} with credits, release dates, other titles and keywords appended."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bot.knowledge.film import MAX_NAME
from bot.sources.selection import Selection

SOURCE = "TMDB"

APPENDED = ("credits", "release_dates", "alternative_titles", "keywords", "external_ids")
"""What is asked for with a film."""

_JOBS = {
    "Director": "directors",
    "Screenplay": "writers",
    "Writer": "writers",
    "Story": "writers",
    "Producer": "producers",
    "Original Music Composer": "composers",
    "Director of Photography": "cinematographers",
    "Editor": "editors",
}
_SHOWN = {1: "premiere", 2: "limited", 3: "theatrical"}
"""Kinds of releases in which a film is shown; others are discs, downloads and broadcasts."""

_CERTIFIED = (3, 2, 1, 4, 5, 6)
"""Kinds of releases, the one first whose certificate counts most."""

_LANGUAGES = {"cn": "Cantonese", "xx": None}
"""Codes of TMDB's own: for Cantonese, and for films without speech."""

_ASIDE = re.compile(r"\s*\((?:voice|uncredited|archive footage|singing voice)[^)]*\)", re.IGNORECASE)


def is_film(document: Any) -> bool:
    """Whether a JSON value is a film of TMDB's."""
    return isinstance(document, dict) and isinstance(document.get("id"), int) and "original_title" in document


def fault(document: Any) -> str | None:
    """What TMDB says instead of giving a film, None when it says nothing."""
    if isinstance(document, dict) and "status_code" in document and "status_message" in document:
        return f"is no film but TMDB's message: {document['status_message']}"
    return None


def wanted(document: Mapping[str, Any], selection: Selection) -> bool:
    """Whether a film is among those to be taken."""
    votes = document.get("vote_count")
    return selection.wants(votes if isinstance(votes, (int, float)) else 0, bool(document.get("adult")))


def fields_of(document: Mapping[str, Any]) -> dict[str, Any]:
    """A film's plain values, as the schema takes them. What is not of the shape TMDB describes counts as left out."""
    title = document.get("title") or document.get("original_title")
    releases = list(_releases(document))
    dates = [release["date"] for release in releases]
    fields: dict[str, Any] = {
        "title": title,
        "year": min(dates)[:4] if dates else None,
        "original_title": _unless(document.get("original_title"), title),
        "also_known_as": _other_titles(document, title),
        "runtime": document.get("runtime") or None,
        "certificates": list(_certificates(document)),
        "genres": _named(document.get("genres"), "name"),
        "countries": _named(document.get("production_countries"), "iso_3166_1"),
        "languages": _languages(document),
        "releases": releases,
        "summary": document.get("overview") or None,
        "keywords": _named(_within(document.get("keywords"), "keywords"), "name"),
        "popularity": document.get("vote_count") or 0,
        "links": _links(document),
    }
    if document.get("vote_count") and document.get("vote_average"):
        fields["scores"] = [{"by": "TMDB users", "value": document["vote_average"]}]
    _credit(fields, document.get("credits"))
    return fields


def _credit(fields: dict[str, Any], credited: Any) -> None:
    crew = _mappings(_within(credited, "crew"))
    for member in crew:
        if (field := _JOBS.get(str(member.get("job")))) and (name := member.get("name")):
            fields.setdefault(field, []).append(name)
    for field in set(_JOBS.values()) & fields.keys():
        fields[field] = list(dict.fromkeys(fields[field]))
    cast = sorted(_mappings(_within(credited, "cast")), key=lambda member: _number(member.get("order")))
    roles = [
        {"name": member.get("name"), "character": _ASIDE.sub("", str(member.get("character") or ""))[:MAX_NAME]}
        for member in cast
        if member.get("name")
    ]
    fields["cast"] = [role for n, role in enumerate(roles) if role not in roles[:n]]


def _releases(document: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Premieres, and each country's first day in cinemas, the earliest first; TMDB's one date when it has no others."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for country, release in _dated(document):
        date, kind = str(release.get("release_date", ""))[:10], release.get("type")
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", date) or kind not in _SHOWN:
            continue
        event = str(release.get("note") or "").strip() if kind == 1 else ""
        before = found.get((country, event))
        if before is None or date < before["date"]:
            found[country, event] = {"date": date, "country": country, "event": event or None}
    first = str(document.get("release_date") or "")
    if not found and first:
        found["", ""] = {"date": first}
    yield from sorted(found.values(), key=lambda release: str(release["date"]))


def _certificates(document: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    """Each country's certificate, that of cinemas before that of discs and broadcasts."""
    labels: dict[str, tuple[int, str]] = {}
    for country, release in _dated(document):
        label, kind = str(release.get("certification") or "").strip(), release.get("type")
        rank = _CERTIFIED.index(kind) if kind in _CERTIFIED else len(_CERTIFIED)
        if label and (country not in labels or rank < labels[country][0]):
            labels[country] = rank, label
    yield from ({"country": country, "label": label} for country, (_, label) in labels.items())


def _dated(document: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every release with its country."""
    for results in _mappings(_within(document.get("release_dates"), "results")):
        for release in _mappings(results.get("release_dates")):
            yield str(results.get("iso_3166_1", "")), release


def _other_titles(document: Mapping[str, Any], title: Any) -> list[str]:
    known = {str(title).casefold(), str(document.get("original_title")).casefold()}
    names = _named(_within(document.get("alternative_titles"), "titles"), "title")
    return [name for name in dict.fromkeys(names) if name.casefold() not in known and len(name) <= MAX_NAME]


def _languages(document: Mapping[str, Any]) -> list[str]:
    """The languages spoken, the one in which the film was made first."""
    spoken = _named(document.get("spoken_languages"), "iso_639_1")
    made_in = str(document.get("original_language") or "")
    ordered = sorted(spoken, key=lambda code: code != made_in) or ([made_in] if made_in else [])
    return [name for code in dict.fromkeys(ordered) if (name := _LANGUAGES.get(code, code))]


def _links(document: Mapping[str, Any]) -> dict[str, str]:
    elsewhere = document.get("external_ids")
    links = {
        "imdb": document.get("imdb_id") or _within(elsewhere, "imdb_id"),
        "tmdb": str(document["id"]),
        "wikidata": _within(elsewhere, "wikidata_id"),
    }
    return {site: name for site, name in links.items() if name}


def _named(items: Any, key: str) -> list[str]:
    """What these mappings hold under a key, each once."""
    names = [str(item[key]).strip() for item in _mappings(items) if item.get(key)]
    return list(dict.fromkeys(name for name in names if name))


def _mappings(items: Any) -> Iterable[Mapping[str, Any]]:
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []


def _within(value: Any, key: str) -> Any:
    return value.get(key) if isinstance(value, dict) else None


def _unless(text: Any, same: Any) -> Any:
    return None if text == same else text


def _number(value: Any) -> float:
    return value if isinstance(value, (int, float)) else float("inf")
