"""A film as Wikidata's statements describe it."""

import re
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias, TypeVar

from bot.knowledge.codes import country_code
from bot.knowledge.film import MAX_ITEMS, MAX_NAME
from bot.sources import wikidata_claims as claims
from bot.sources.wikidata_claims import Entity

SOURCE = "Wikidata"

T = TypeVar("T")

NameOf: TypeAlias = Callable[[int], str | None]
"""What an item of this number is called, None when it is not known."""

_KINDS = frozenset({11424, 24869, 24862, 93204, 202866, 29168811, 20650540, 506240, 226730})
"""Items that films are instances of: film, feature film, short, documentary, animated, animated feature, anime,
television and silent film. Of others those called a film where their name is at hand."""
_PORNOGRAPHIC = 185529

_PEOPLE = {
    "directors": "P57",
    "writers": "P58",
    "producers": "P162",
    "composers": "P86",
    "cinematographers": "P344",
    "editors": "P1040",
}
_LINKS = {"imdb": "P345", "tmdb": "P4947", "letterboxd": "P6127"}
_INSTANCE, _GENRE, _COUNTRY, _LANGUAGE, _BASED_ON = "P31", "P136", "P495", "P364", "P144"
_CAST, _CHARACTER, _CHARACTER_NAME = "P161", "P453", "P4633"
_TITLE, _DURATION, _RELEASED, _PLACE, _ISO = "P1476", "P2047", "P577", "P291", "P297"
_DISAMBIGUATED = re.compile(r"\s*\([^()]*\b(?:film|\d{4})\b[^()]*\)$")


def is_film(entity: Entity, name_of: NameOf) -> bool:
    """Whether an entity is a film."""
    kinds = claims.items(entity, _INSTANCE)
    return any(kind in _KINDS or re.fullmatch(r"(?:.* )?film", name_of(kind) or "") for kind in kinds)


def is_adult(entity: Entity) -> bool:
    """Whether a film is marked as pornographic."""
    return _PORNOGRAPHIC in {*claims.items(entity, _INSTANCE), *claims.items(entity, _GENRE)}


def name(entity: Entity) -> str | None:
    """What an entity is called: in English, else in all languages alike, else in the first there is."""
    said = claims.labels(entity)
    return said.get("en") or said.get("mul") or next(iter(said.values()), None)


def iso_code(entity: Entity) -> str | None:
    """The ISO 3166-1 code of a country or of what a country was before."""
    return _first(claims.text, entity, _ISO)


def _first(read: Callable[[Any], T | None], entity: Entity, property_id: str) -> T | None:
    """The first value of a property that can be read."""
    return next(filter(None, (read(claims.value(one)) for one in claims.best(entity, property_id))), None)


def fields_of(entity: Entity, name_of: NameOf, code_of: NameOf) -> dict[str, Any]:
    """A film's plain values, as the schema takes them; `code_of` gives countries by their codes."""
    original = _first(claims.text, entity, _TITLE)
    title = claims.labels(entity).get("en") or original or name(entity)
    releases = list(_releases(entity, name_of, code_of))
    others = [*claims.labels(entity).values(), *claims.aliases(entity)]
    fields: dict[str, Any] = {
        "title": title,
        "year": min(str(release["date"])[:4] for release in releases) if releases else None,
        "original_title": None if original == title else original,
        "also_known_as": list(_others(others, {title, original})),
        "runtime": next(
            filter(None, (claims.minutes(claims.value(one)) for one in claims.best(entity, _DURATION))), None
        ),
        "genres": [_genre(said) for said in _named(entity, _GENRE, name_of)],
        "countries": list(filter(None, (_country(item, name_of, code_of) for item in claims.items(entity, _COUNTRY)))),
        "languages": _named(entity, _LANGUAGE, name_of),
        "based_on": ", ".join(_named(entity, _BASED_ON, name_of)) or None,
        "cast": list(_cast(entity, name_of)),
        "releases": releases,
        "popularity": len(sitelinks) if isinstance(sitelinks := entity.get("sitelinks"), dict) else 0,
        "links": _links(entity),
    }
    return fields | {field: _named(entity, said, name_of) for field, said in _PEOPLE.items()}


def _cast(entity: Entity, name_of: NameOf) -> Iterator[dict[str, str | None]]:
    for statement in claims.statements(entity, _CAST):
        number = claims.item(claims.value(statement))
        actor = name_of(number) if number is not None else None
        if actor:
            items = map(claims.item, claims.qualifiers(statement, _CHARACTER))
            known = [called for item in items if item is not None and (called := name_of(item))]
            told = [said for one in claims.qualifiers(statement, _CHARACTER_NAME) if (said := claims.text(one))]
            yield {"name": actor, "character": " / ".join(known or told)[:MAX_NAME] or None}


def _releases(entity: Entity, name_of: NameOf, code_of: NameOf) -> Iterator[dict[str, str | None]]:
    found = []
    for statement in claims.statements(entity, _RELEASED):
        if said := claims.date(claims.value(statement)):
            places = [item for one in claims.qualifiers(statement, _PLACE) if (item := claims.item(one)) is not None]
            country = next(filter(None, (_country(place, name_of, code_of) for place in places)), None)
            found.append({"date": said, "country": country})
    yield from sorted(found, key=lambda release: str(release["date"]))


def _country(item: int, name_of: NameOf, code_of: NameOf) -> str | None:
    """The code of a country, None when it has none that the schema knows."""
    return country_code(code_of(item) or "") or country_code((name_of(item) or "").removesuffix(" of America"))


def _named(entity: Entity, property_id: str, name_of: NameOf) -> list[str]:
    names = [called for item in claims.items(entity, property_id) if (called := name_of(item))]
    return list(dict.fromkeys(names))


def _genre(called: str) -> str:
    """Romantic Comedy of `romantic comedy`, Drama of `drama film`."""
    return " ".join(word[:1].upper() + word[1:] for word in called.removesuffix(" film").split())


def _others(names: list[str], known: set[str | None]) -> Iterator[str]:
    """Names that are not known yet, each once however it is written, without what only tells entries apart."""
    seen = {title.casefold() for title in known if title}
    for said in names[:MAX_ITEMS]:
        title = _DISAMBIGUATED.sub("", said)
        if title and len(title) <= MAX_NAME and (plain := title.casefold()) not in seen:
            seen.add(plain)
            yield title


def _links(entity: Entity) -> dict[str, str]:
    ids = {site: claims.text(claims.value(said[0])) for site, at in _LINKS.items() if (said := claims.best(entity, at))}
    return {site: said for site, said in ids.items() if said} | {"wikidata": str(entity["id"])}
