"""What an entity of Wikidata claims: the values of its statements, the best-ranked ones, in plain form."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

Entity: TypeAlias = Mapping[str, Any]
Statement: TypeAlias = Mapping[str, Any]

_SECONDS = {"Q7727": 60, "Q11574": 1, "Q25235": 3600}
"""Units of time: minute, second, hour."""
_PRECISION = {9: 4, 10: 7, 11: 10}
"""Of how many characters of YYYY-MM-DD a time is sure: year, month or day."""
_ITEM = re.compile(r"Q(\d{1,9})")


def item_of(text: Any) -> int | None:
    """The number of an item's id such as Q42."""
    match = _ITEM.fullmatch(text) if isinstance(text, str) else None
    return int(match[1]) if match else None


def statements(entity: Entity, property_id: str) -> list[Statement]:
    """The statements of a property that are not withdrawn, the preferred ones first."""
    claims = entity.get("claims")
    found = claims.get(property_id) if isinstance(claims, dict) else None
    said = [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
    return sorted((one for one in said if one.get("rank") != "deprecated"), key=_not_preferred)


def best(entity: Entity, property_id: str) -> list[Statement]:
    """Those statements alone that count: the preferred ones, all when none is."""
    said = statements(entity, property_id)
    return [one for one in said if not _not_preferred(one)] or said


def value(statement: Statement) -> Any:
    """What a statement says, as Wikidata writes values of its kind; None when nothing is known."""
    return _of_snak(statement.get("mainsnak"))


def qualifiers(statement: Statement, property_id: str) -> Iterator[Any]:
    """What is said of a statement."""
    found = statement.get("qualifiers")
    for snak in (found.get(property_id) or ()) if isinstance(found, dict) else ():
        if (said := _of_snak(snak)) is not None:
            yield said


def items(entity: Entity, property_id: str) -> list[int]:
    """The numbers of the items a property names."""
    return [number for one in best(entity, property_id) if (number := item(value(one))) is not None]


def item(said: Any) -> int | None:
    """The number of the item that a value is."""
    if not isinstance(said, dict):
        return None
    number = said.get("numeric-id")
    return number if isinstance(number, int) and 0 <= number < 1 << 32 else item_of(said.get("id"))


def text(said: Any) -> str | None:
    """The text that a value is, whether it has a language or not."""
    if isinstance(said, dict):
        said = said.get("text")
    return said if isinstance(said, str) and said.strip() else None


def date(said: Any) -> str | None:
    """The date that a value is, as far as it is known: YYYY, YYYY-MM or YYYY-MM-DD."""
    if not isinstance(said, dict) or said.get("precision") not in _PRECISION:
        return None
    match = re.match(r"\+(\d{4}-\d\d-\d\d)T", str(said.get("time")))
    return match[1][: _PRECISION[said["precision"]]] if match else None


def minutes(said: Any) -> int | None:
    """The whole minutes that a value is."""
    if not isinstance(said, dict):
        return None
    seconds = _SECONDS.get(str(said.get("unit")).rpartition("/")[2])
    try:
        return round(float(said["amount"]) * seconds / 60) if seconds else None
    except (KeyError, TypeError, ValueError, OverflowError):
        return None


def labels(entity: Entity) -> dict[str, str]:
    """What the entity is called, by language."""
    found = entity.get("labels")
    said = (
        {code: one.get("value") for code, one in found.items() if isinstance(one, dict)}
        if isinstance(found, dict)
        else {}
    )
    return {code: name for code, name in said.items() if isinstance(name, str) and name.strip()}


def aliases(entity: Entity) -> list[str]:
    """What else the entity is called, in all languages."""
    found = entity.get("aliases")
    listed = (
        [one for some in found.values() if isinstance(some, list) for one in some] if isinstance(found, dict) else []
    )
    names = [one.get("value") for one in listed if isinstance(one, dict)]
    return [name for name in names if isinstance(name, str) and name.strip()]


def _not_preferred(statement: Statement) -> bool:
    return statement.get("rank") != "preferred"


def _of_snak(snak: Any) -> Any:
    if not isinstance(snak, dict) or snak.get("snaktype", "value") != "value":
        return None
    held = snak.get("datavalue")
    return held.get("value") if isinstance(held, dict) else None
