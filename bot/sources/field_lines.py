"""How each kind of value is written on a line of a list, and read: members of the cast, releases, certificates …"""

import re
from collections.abc import Callable
from typing import Any

from bot.knowledge.codes import country_code, country_name, language_code, language_name
from bot.knowledge.film import Award, Certificate, Release, Role, Score
from bot.sources.boards import board, label_country
from bot.sources.dates import read_date
from bot.sources.lists import BULLET, Items
from bot.sources.places import country_called, language_called
from bot.sources.problem import shown
from bot.sources.quoting import quoted, split

_ISO = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_AS = re.compile(r"\s+(?:as|\.{2,}|…)\s+")
_QUOTED_NAME = re.compile(r'"(?P<name>(?:[^"]|"")+)"(?:\s+as\s+(?P<character>.+))?')
_REASON = re.compile(r"\s+(?:[—–]|--?|(?:rated\s+\S+\s+)?for)\s+", re.IGNORECASE)
_QUOTED_LABEL = re.compile(r'"(?P<label>(?:[^"]|"")+)"(?:\s+—\s+(?P<reason>.+))?')
_NUMBER = r"\d+(?:[.,]\d+)?(?:e[+-]?\d+)?"
_SCORE = re.compile(rf"(?P<value>{_NUMBER})\s*(?:(?:/|out of|of)\s*(?P<of>{_NUMBER})|(?P<percent>%))?")
_YEAR = re.compile(r"\d{4}")
_NAME_END = re.compile(r"\s*[:=]\s+|\s*:(?!//)")


def _checked(
    write: Callable[[Any], str], careful: Callable[[Any], str], read: Callable[[str], Any]
) -> Callable[[Any], str]:
    """Writes a value plainly when that is read as it was, else with quotes."""

    def checked(value: Any) -> str:
        text = write(value)
        try:
            good = not BULLET.match(text) and read(text) == _bare(value)
        except ValueError:
            good = False
        return text if good else careful(value)

    return checked


def _bare(value: Any) -> Any:
    return value.model_dump(exclude_defaults=True) if hasattr(value, "model_dump") else value


def _given(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}


def _text(text: str) -> str:
    return text


def _code(called: Callable[[str], str | None]) -> Callable[[str], str]:
    return lambda text: called(text) or text


def _named(name: Callable[[str], str], code: Callable[[str], str | None]) -> Callable[[str], str]:
    return lambda value: said if code(said := name(value)) == value else value


# the cast: `Helen Hunt as Cheryl`


def _read_role(line: str) -> dict[str, str]:
    if match := _QUOTED_NAME.fullmatch(line):
        return _given(name=match["name"].replace('""', '"'), character=match["character"])
    name, *character = _AS.split(line, maxsplit=1)
    return _given(name=name.strip(), character=" ".join(character).strip())


def _write_role(role: Role) -> str:
    return f"{role.name} as {role.character}" if role.character else role.name


def _quote_role(role: Role) -> str:
    return f"{quoted(role.name)} as {role.character}" if role.character else quoted(role.name)


# certificates: `US: R — strong language`


def _read_certificate(line: str) -> dict[str, str]:
    place, colon, rest = line.partition(":")
    country = country_called(place) or board(place) or ("" if colon else label_country(_REASON.split(line)[0]))
    if not country:
        raise ValueError(f"{shown(line)} names no country; write it first, such as US: R — strong language")
    rest = (rest if colon else line).strip()
    if match := _QUOTED_LABEL.fullmatch(rest):
        return _given(country=country, label=match["label"].replace('""', '"'), reason=match["reason"])
    label, *reason = _REASON.split(rest, maxsplit=1)
    if not label:
        raise ValueError(f"{shown(line)} has no label; write it after the country, such as US: R")
    return _given(country=country, label=label.strip(), reason=" ".join(reason).strip().rstrip("."))


def _write_certificate(certificate: Certificate) -> str:
    reason = f" — {certificate.reason}" if certificate.reason else ""
    return f"{certificate.country}: {certificate.label}{reason}"


def _quote_certificate(certificate: Certificate) -> str:
    reason = f" — {certificate.reason}" if certificate.reason else ""
    return f"{certificate.country}: {quoted(certificate.label)}{reason}"


# releases, awards, scores: parts with commas between them


def _read_release(line: str) -> dict[str, str]:
    parts = split(line)
    for taken in (2, 1):  # January 23, 2012 holds a comma
        said = ", ".join(part.text for part in parts[:taken])
        if day := said if _ISO.fullmatch(said) else read_date(said):
            break
    else:
        raise ValueError(
            f"{shown(parts[0].text)} is no date; write 2012-01-23, 2012-01 or 2012, then country and event"
        )
    rest = parts[taken:]
    if rest and not rest[0].quoted and (country := country_called(rest[0].text)):
        rest = rest[1:]
    else:
        country = None
    return _given(date=day, country=country, event=", ".join(part.text for part in rest))


def _write_release(release: Release) -> str:
    return ", ".join(filter(None, (release.date, release.country, release.event)))


def _quote_release(release: Release) -> str:
    return ", ".join(filter(None, (release.date, release.country, release.event and quoted(release.event))))


def _read_award(line: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    names: list[str] = []
    for part in split(line):
        if not part.quoted and "result" not in found and part.text.lower() in ("won", "nominated"):
            found["result"] = part.text.lower()
        elif not part.quoted and "year" not in found and _YEAR.fullmatch(part.text):
            found["year"] = int(part.text)
        else:
            names.append(part.text)
    award, category, *person = [*names, ""]
    if not award:
        raise ValueError(f"{shown(line)} names no award; write Academy Awards, Best Actress, 2013, won, Helen Hunt")
    if found.get("result") == "won":
        del found["result"]
    return found | _given(award=award, category=category, person=", ".join(filter(None, person)))


def _award_parts(award: Award, write: Callable[[str], str]) -> str:
    category = write(award.category) if award.category else "" if award.person else None
    person = write(award.person) if award.person else None
    year = str(award.year) if award.year else None
    parts = (write(award.award), category, year, award.result, person)
    return ", ".join(part for part in parts if part is not None)


def _read_score(line: str) -> dict[str, Any]:
    by, *rest = split(line)
    found: dict[str, Any] = {"by": by.text}
    for part in rest:
        if day := part.text if _ISO.fullmatch(part.text) and "value" in found else None:
            found["as_of"] = day
        elif match := _SCORE.fullmatch(part.text):
            found["value"] = _number(match["value"])
            found["out_of"] = 100.0 if match["percent"] else _number(match["of"] or "10")
        elif day := read_date(part.text):
            found["as_of"] = day
    if "value" not in found or not by.text:
        raise ValueError(
            f"{shown(line)} is no score; write who counted, then the score: IMDb users, 7.2/10, 2024-05-01"
        )
    if found["out_of"] == Score.model_fields["out_of"].default:
        del found["out_of"]
    return found


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _score_parts(score: Score, write: Callable[[str], str]) -> str:
    number = f"{float(score.value)!r}/{float(score.out_of)!r}".replace(".0/", "/")
    return ", ".join(filter(None, (write(score.by), number.removesuffix(".0"), score.as_of)))


# links: `imdb: tt1866249`


def _read_link(line: str) -> tuple[str, str]:
    if match := re.fullmatch(r'"(?P<name>(?:[^"]|"")+)":\s*(?P<value>.+)', line):
        return match["name"].replace('""', '"'), match["value"]
    name, *value = _NAME_END.split(line, maxsplit=1)
    if not name or not value or not value[0].strip():
        raise ValueError(f"{shown(line)} is no link; write the site and the id there, such as imdb: tt1866249")
    return name.strip(), value[0].strip()


def _write_link(link: tuple[str, str]) -> str:
    return f"{link[0]}: {link[1]}"


def _quote_link(link: tuple[str, str]) -> str:
    return f"{quoted(link[0])}: {link[1]}"


def _lines_of(read_one: Callable[[str], Any], plainly: Callable[[Any], str], carefully: Callable[[Any], str]) -> Items:
    return Items(read_one, _checked(plainly, carefully, read_one), quotes=False)


NAMES = WORDS = TITLES = Items(_text, _text)
COUNTRIES = Items(_code(country_called), _named(country_name, country_code))
LANGUAGES = Items(_code(language_called), _named(language_name, language_code))
CAST = _lines_of(_read_role, _write_role, _quote_role)
CERTIFICATES = _lines_of(_read_certificate, _write_certificate, _quote_certificate)
RELEASES = _lines_of(_read_release, _write_release, _quote_release)
AWARDS = _lines_of(_read_award, lambda award: _award_parts(award, str), lambda award: _award_parts(award, quoted))
SCORES = _lines_of(_read_score, lambda score: _score_parts(score, str), lambda score: _score_parts(score, quoted))
LINKS = _lines_of(_read_link, _write_link, _quote_link)
