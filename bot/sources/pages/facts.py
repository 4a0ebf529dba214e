"""The values of fact lines: from what stands behind a label to what the schema holds, and what could not be told."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.sources.boards import AMERICAN, BRITISH, board, label_country
from bot.sources.dates import find_dates, plain
from bot.sources.durations import find_minutes
from bot.sources.pages.field_names import GENRES
from bot.sources.pages.labels import Label, country_meant
from bot.sources.pages.names import names_in
from bot.sources.pages.releases import releases_in
from bot.sources.pages.roles import roles_in
from bot.sources.places import country_called, country_of, language_called
from bot.sources.problem import shown

Fields = dict[str, Any]

CREW = ("directors", "writers", "producers", "composers", "cinematographers", "editors")

_GENRES = {plain(name): genre for genre, names in GENRES.items() for name in names.split("; ")}
_BETWEEN = re.compile(r"\s*[,;/|·•\n\t+&]\s*(?![^()]*\))|\s+(?:and|und|et|y|e|en)\s+")
_FOR = re.compile(
    r"^[\s,:–—-]*(?:[(\[][\s:,–—-]*)?(?:rated\s+\S+\s+)?(?:for|because of|due to|wegen)\s+"
    r"(?P<reason>[^()\[\]]+?)\s*[.)\]]*\s*$",
    re.IGNORECASE,
)
_RATED = re.compile(
    r"\b(?P<label>NC-?17|PG-?13|12A|R18\+|MA ?15\+|VM ?1[48]|M/1[2468]|"
    r"Not Rated|Unrated|Approved|Passed|PG|GP|[RGUXM](?![\w'’-]))(?!\w)"
)
_AGE = re.compile(r"\b(?:ab\s+)?(?P<age>0|[4-9]|1[0-8])(?P<plus>\+)?(?=\D|$)")
_WORDY = 12
"""So many words make a sentence, not a genre or a theme."""


@dataclass(slots=True)
class Facts:
    """What the fact lines of a page say, field by field, and remarks on what was left out."""

    fields: Fields = field(default_factory=dict)
    remarks: list[tuple[int, str]] = field(default_factory=list)
    """The line, and a sentence about it."""

    def take(self, line: int, label: Label, text: str) -> None:
        """Read what stands behind a label; the first line about a field counts, a list goes on."""
        value = text.strip().strip('“”"').strip()
        for name in filter(None, label.fields):
            if name in ("awards", "score"):
                self.remarks.append((line, f"{shown(value)} was left out; add {_OF_JUDGES[name]} by hand"))
            if name in READERS and value and value not in ("-", "–", "?", "n/a", "N/A"):
                found, remark = READERS[name](value, label)
                if found in (None, [], {}):
                    self.remarks.append(
                        (line, remark or f"{shown(value)} is not understood as {name.replace('_', ' ')}")
                    )
                    continue
                if remark:
                    self.remarks.append((line, remark))
                self._put(line, name, found)
                if name == "writers" and (source := _BASED.search(value)):
                    self.fields.setdefault("based_on", source["source"].strip(" .,;"))

    def _put(self, line: int, name: str, found: Any) -> None:
        there = self.fields.get(name)
        if there is None:
            self.fields[name] = found
        elif isinstance(found, list):
            self.fields[name] = there + [item for item in found if item not in there]
        elif isinstance(found, dict):
            self.fields[name] = found | there
        elif found != there:
            self.remarks.append((line, f"{name.replace('_', ' ')} stands there twice; {there} was taken, not {found}"))


_OF_JUDGES = {"awards": "awards", "score": "scores"}
Reader = Callable[[str, Label], tuple[Any, str | None]]


def _names(text: str, label: Label) -> tuple[list[str], str | None]:
    names, others = names_in(_BASED.split(text)[0])
    return names, f"{', '.join(map(shown, others))}: no name of a person" if others else None


_BASED = re.compile(
    r"[,;(]?\s*\b(?P<how>based (?:up)?on|adapted from|from(?= (?:the|a|an|his|her|their)\b)|"
    r"basierend auf|nach(?= de[mr]\b)|d['’]après|basad[oa] en|según|tratt[oa] da|"
    r"dal(?= (?:romanzo|libro)\b)|basead[oa] em|a partir d[eo]|gebaseerd op|"
    r"naar(?= (?:de|het)\b))\s+(?P<source>[^()\n]+)",
    re.IGNORECASE,
)


def _cast(text: str, label: Label) -> tuple[list[dict[str, str]], str | None]:
    roles, others = roles_in(text)
    return roles, f"{', '.join(map(shown, others))}: no member of a cast" if others else None


def _runtime(text: str, label: Label) -> tuple[int | None, str | None]:
    found = find_minutes(text) or [int(number) for number in re.findall(r"^\d{2,3}$", text.strip(" ."))]
    others = set(found[1:]) - set(found[:1])
    return (found[0] if found else None), f"several running times; {found[0]} minutes was taken" if others else None


def _year(text: str, label: Label) -> tuple[int | None, str | None]:
    years = [int(year) for year in re.findall(r"(?<!\d)(?:18[7-9]|19\d|20\d)\d(?!\d)", text)]
    return (years[0] if years else None), None


def _genres(text: str, label: Label) -> tuple[list[str], str | None]:
    parts = [part.strip(" .#") for part in _BETWEEN.split(text) if part.strip(" .#")]
    named = [known_genre(part) or part for part in parts]
    good = [
        name[:1].upper() + name[1:]
        for name in named
        if len(name.split()) <= _MOST_GENRE_WORDS and not re.search(r"\d", name)
    ]
    return list(dict.fromkeys(good)), None


_MOST_GENRE_WORDS = 4


def _countries(text: str, label: Label) -> tuple[list[str], str | None]:
    return _codes(text, lambda said: country_called(said) or country_meant(plain(said)) or country_of(said))


def _languages(text: str, label: Label) -> tuple[list[str], str | None]:
    found, remark = _codes(text, lambda said: language_called(said) or (said if _LANGUAGE.fullmatch(said) else None))
    written = [said for said in found if len(said) > _CODE]
    return found, f"no code is known for {', '.join(map(shown, written))}; kept as written" if written else remark


_LANGUAGE = re.compile(r"[A-ZÀ-Þ][^\W\d_]{3,}(?:[ '’-][^\W\d_]+)?")
_CODE = 3
"""Letters of a language's code, at most."""


_ASIDE = re.compile(r"\([^()]*\)|\s(?:with|mit|avec|con|com|met)\s.*$")


def _codes(text: str, called: Callable[[str], str | None]) -> tuple[list[str], str | None]:
    parts = [
        part.strip(" .")
        for part in re.split(_BETWEEN.pattern + r"|\s*[-–]\s*", _ASIDE.sub("", text))
        if part.strip(" .")
    ]
    found = [called(part) for part in parts]
    missing = [part for part, code in zip(parts, found, strict=True) if code is None]
    return list(
        dict.fromkeys(filter(None, found))
    ), f"{', '.join(map(shown, missing))} is not known" if missing else None


def _certificates(text: str, label: Label) -> tuple[list[dict[str, str]], str | None]:
    """`R (for …)`, `Rated PG-13 for …`, `FSK 12`, `USA: R / UK: 15`, `R (United States), 15 (UK)`."""
    found: list[dict[str, str]] = []
    unsure: list[str] = []
    for part in _rated_parts(text):
        country, said, named = _board_of(part)
        certificate = _certificate(said, country or label.country, named or label.board)
        if certificate:
            found.append(certificate)
        else:
            unsure.append(part)
    return found, f"{', '.join(map(shown, unsure))}: whose certificate that is does not show" if unsure else None


def _rated_parts(text: str) -> list[str]:
    """The certificates of a line: commas inside a reason part nothing."""
    parts: list[str] = []
    pieces = re.split(r"(\s*[;|/\n\t]\s*(?![^()]*\))(?=\D)|,\s*(?![^()]*\)))", text)
    for between, part in zip(["", *pieces[1::2]], pieces[::2], strict=True):
        known = bool(_RATED.search(part) or _AGE.search(part) or _BOARD.search(plain(part)))
        if parts and (not known or _FOR.search(parts[-1]) or " for " in parts[-1] or _DASHED.search(parts[-1])):
            parts[-1] += f"{between}{part}"
        elif part.strip():
            parts.append(part.strip())
    return parts


_DASHED = re.compile(r"[\w+]\s+[–—-]\s+[a-z]|[\w+]:\s+[a-z]")
"""A reason behind a dash or a colon."""
_BOARD = re.compile(r"\b(?:mpaa?|bbfc|fsk|jmk|cnc|kijkwijzer|ifco|acb|oflc|classind|djctq|igac|icaa)\b")


def _board_of(text: str) -> tuple[str | None, str, bool]:
    """The country a certificate names, the rest of it, and whether it named the board itself."""
    if match := _BOARD.search(plain(text)):
        return board(match[0]), f"{text[: match.start()]}{text[match.end() :]}".strip(" :()-–"), True
    if (match := re.match(r"\s*([^:()]{2,30}):\s*(.+)", text)) and (country := country_called(match[1])):
        return country, match[2], False
    if (match := re.search(r"\(([^()]{2,30})\)", text)) and (country := country_called(match[1])):
        return country, text.replace(match[0], " ", 1), False
    if (
        (match := re.match(r"\s*(\S{2,})\s+(.+)", text))
        and match[1].isupper()
        and match[1] not in AMERICAN
        and (country := country_called(match[1]))
    ):
        return country, match[2], False
    return None, text, False


def _certificate(text: str, country: str | None, by_board: bool) -> dict[str, str] | None:
    match = _RATED.search(text)
    if match and country in (None, "US", "GB", "IT", "PT", "AU", "IE", "CA"):
        label = re.sub(r"^(NC|PG)(1\d)$", r"\1-\2", match["label"]).replace("PG13", "PG-13")
        behind = text[match.end() :]
        reason = _FOR.match(behind) or _REASON.match(behind)
        american = (label in AMERICAN and _FOR.match(behind)) or (label == "G" and re.match(r"(?i)\s*rated\b", text))
        country = country or label_country(label) or ("US" if american else None)
        if (country == "US" and label not in AMERICAN) or (country == "GB" and label not in BRITISH):
            return None
        if country is None:
            return None
        why = next(filter(None, reason.groups()), "").strip() if reason else ""
        return {"country": country, "label": label} | ({"reason": why} if why else {})
    if country and (age := _AGE.search(text)):
        label = age["age"] + (age["plus"] or "")
        return {"country": country, "label": label}
    words = text.strip(" .")
    if country and by_board and 0 < len(words) <= _LONGEST_LABEL:
        return {"country": country, "label": words}
    if plain(words) == "tous publics":
        return {"country": "FR", "label": "Tous publics"}
    if age := re.fullmatch(r"(?i)freigegeben ab (\d{1,2}) jahren?", words):
        return {"country": "DE", "label": age[1]}
    return None


_LONGEST_LABEL = 25
_REASON = re.compile(
    r"\s*\([\s:–—-]*(?P<inside>[^()]{4,})\)\s*\.?$|\s*(?:[–—:]|\s-\s)[\s:–—-]*(?P<reason>[a-z][^()]{3,}?)\s*\.?$"
)
"""Why a film has its certificate, in brackets or behind a dash or a colon."""


def _releases(text: str, label: Label) -> tuple[list[dict[str, str]], str | None]:
    found = releases_in(text, label.country)
    unsure = any(day.date is None for day in find_dates(text))
    return found, f"{shown(text)}: which number is the month does not show" if unsure else None


def _line(text: str, label: Label) -> tuple[str | None, str | None]:
    said = " ".join(text.split())
    return (said[:1] + said[1:]).strip(" .") or None, None


def _titles(text: str, label: Label) -> tuple[list[str], str | None]:
    parts = re.split(r"\s*[;/|\n\t]\s*|(?<=[”\"»]),\s*", text)
    return [title for part in parts if (title := re.sub(r"\s*\([^()]*\)$", "", part).strip(' “”"«»„,'))], None


def _words(text: str, label: Label) -> tuple[list[str], str | None]:
    parts = [part.strip(" .#") for part in re.split(r"\s*[,;|·•\n\t]\s*", text) if part.strip(" .#")]
    return [part for part in parts if len(part.split()) <= _WORDY], None


READERS: Mapping[str, Reader] = {
    **dict.fromkeys(CREW, _names),
    **dict.fromkeys(("title", "original_title", "based_on", "audience"), _line),
    **dict.fromkeys(("themes", "keywords"), _words),
    "also_known_as": _titles,
    "cast": _cast,
    "runtime": _runtime,
    "year": _year,
    "genres": _genres,
    "countries": _countries,
    "languages": _languages,
    "certificates": _certificates,
    "releases": _releases,
}
"""How the value of each field is read."""


def understood(name: str, text: str) -> bool:
    """Whether a text, all of it, can be the value of a field, for lines that part label and value by a blank alone."""
    if name not in READERS:
        return False
    found, remark = READERS[name](text, Label((name,)))
    return bool(found) and remark is None


def known_genre(text: str) -> str | None:
    """The genre of this name; None for one that is not known."""
    return _GENRES.get(plain(text).strip().replace("-", " "))
