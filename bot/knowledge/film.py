"""The film schema: one film as YAML files, JSON Lines, edits and the export all hold it.

Lists keep their order (cast in billing order, genres most telling first). Empty fields are left out of what is written.
"""

import json
import re
import unicodedata
from datetime import date
from typing import Annotated, Any, Literal, TypeVar

from anyascii import anyascii
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from bot.knowledge.codes import country_code, language_code

MAX_TITLE, MAX_NAME, MAX_TEXT, MAX_ITEMS = 300, 300, 8000, 2000
"""Bounds of a title, a name and a long text in characters, and of a list in items: far above any real film's."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x81\x8d\x8f\x90\x9d\ud800-\udfff]")
_WINDOWS_1252 = {code: bytes([code]).decode("cp1252", "replace") for code in range(0x80, 0xA0)}
_PARTIAL_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def _readable(text: str) -> str:
    """The text in Unicode's NFC form; Windows-1252 taken for Latin-1, as old data holds it, is mended."""
    if text.isascii() and text.isprintable():
        return text
    if found := _CONTROL.search(text):
        raise ValueError(f"holds the control character U+{ord(found[0]):04X}; delete it")
    return unicodedata.normalize("NFC", text.translate(_WINDOWS_1252).replace("\r\n", "\n").replace("\r", "\n"))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _calendar(text: str) -> str:
    if not _PARTIAL_DATE.fullmatch(text):
        raise ValueError("is no date; write YYYY, YYYY-MM or YYYY-MM-DD")
    try:
        date.fromisoformat(text + "0000-01-01"[len(text) :])
    except ValueError:
        raise ValueError("is not in the calendar; write YYYY, YYYY-MM or YYYY-MM-DD") from None
    return text


def _country(text: str) -> str:
    if code := country_code(text):
        return code
    raise ValueError(f"{text!r} is no country code; write two letters of ISO 3166-1, such as US or FR")


def _no_truth(value: object) -> object:
    if isinstance(value, bool):
        raise ValueError("should be a number, not true or false")
    return value


Line = Annotated[str, AfterValidator(_readable), AfterValidator(_one_line), Field(min_length=1, max_length=MAX_NAME)]
"""Text on one line: a name, a label, a theme."""
Prose = Annotated[str, AfterValidator(_readable), Field(min_length=1, max_length=MAX_TEXT)]
"""Text of one or more paragraphs."""
Year = Annotated[int, BeforeValidator(_no_truth), Field(ge=1870, le=2100)]
Amount = Annotated[float, BeforeValidator(_no_truth), Field(ge=0, allow_inf_nan=False)]
"""A number that is not negative."""
PartialDate = Annotated[str, BeforeValidator(str), AfterValidator(_calendar), Field(examples=["2012-01-23", "2012"])]
"""A date as far as it is known: YYYY, YYYY-MM or YYYY-MM-DD."""
Country = Annotated[str, AfterValidator(_country), Field(examples=["US"])]
"""ISO 3166-1 alpha-2 (an English name is read as its code)."""
Language = Annotated[Line, AfterValidator(language_code), Field(examples=["en"])]
"""ISO 639-1 (an English name is read as its code); a language that has no code is kept as written."""


T = TypeVar("T")
Many = Annotated[tuple[T, ...], Field(max_length=MAX_ITEMS)]


class Entry(BaseModel):
    """What every part of a film shares: immutable, no unknown fields, blanks count as left out."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        str_strip_whitespace=True,
        coerce_numbers_to_str=True,
        defer_build=True,
    )

    @model_validator(mode="before")
    @classmethod
    def _leave_out_blanks(cls, fields: Any) -> Any:
        if not isinstance(fields, dict):
            return fields
        return {name: value for name, value in fields.items() if value is not None and value != ""}


class Certificate(Entry):
    """What a board rated the film."""

    country: Country
    label: Line
    """As the board writes it, for example R, PG-13, 15."""
    reason: Line | None = None
    """The board's own words after "rated R for", without a full stop."""


class Role(Entry):
    """One member of the cast."""

    name: Line
    character: Line | None = None


class Release(Entry):
    """A date on which the film was first shown somewhere."""

    date: PartialDate
    country: Country | None = None
    event: Line | None = None
    """The festival or occasion, for example Sundance Film Festival."""


class Award(Entry):
    """A prize the film or one of its people won or was nominated for."""

    award: Line
    category: Line | None = None
    year: Year | None = None
    """Of the ceremony."""
    result: Literal["won", "nominated"] = "won"
    person: Line | None = None


class Score(Entry):
    """What people gave the film, as one source counted it on a day."""

    by: Line
    """Who counted, for example IMDb users."""
    value: Amount
    out_of: Annotated[Amount, Field(gt=0)] = 10
    as_of: PartialDate | None = None

    @model_validator(mode="after")
    def _within(self) -> "Score":
        if self.value > self.out_of:
            raise ValueError(f"value is above out_of ({self.out_of:g})")
        return self


class Film(Entry):
    """One film. Only the title is required; `filmbot check` asks more of the shipped films."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=120)] | None = None
    """Slug of title and year, for example the-sessions-2012; in a folder of YAML files the file's name says it."""
    title: Annotated[Line, Field(max_length=MAX_TITLE)]
    """The English title if the film has one."""
    year: Year | None = None
    """Of the first public showing."""
    original_title: Annotated[Line, Field(max_length=MAX_TITLE)] | None = None
    """Only when it differs from the title."""
    also_known_as: Many[Line] = ()
    runtime: Annotated[int, BeforeValidator(_no_truth), Field(ge=1, le=60_000)] | None = None
    """Whole minutes."""
    certificates: Many[Certificate] = ()
    genres: Many[Line] = ()
    countries: Many[Country] = ()
    """Countries of production."""
    languages: Many[Language] = ()
    """Languages spoken."""
    directors: Many[Line] = ()
    writers: Many[Line] = ()
    producers: Many[Line] = ()
    composers: Many[Line] = ()
    cinematographers: Many[Line] = ()
    editors: Many[Line] = ()
    based_on: Line | None = None
    cast: Many[Role] = ()
    """In billing order."""
    releases: Many[Release] = ()
    """Earliest first."""
    summary: Prose | None = None
    """In our own words and without spoilers."""
    plot: Prose | None = None
    """With spoilers; shown only behind spoiler bars."""
    reception: Prose | None = None
    """In our own words: how the film was received."""
    themes: Many[Line] = ()
    audience: Line | None = None
    """Who will like it."""
    awards: Many[Award] = ()
    scores: Many[Score] = ()
    keywords: Many[Line] = ()
    popularity: Amount = 0
    """Any non-negative number; only breaks ties between equal matches."""
    links: dict[Line, Line] = {}
    """Ids elsewhere, for example imdb: tt1866249."""
    sources: Many[Line] = ()
    """Where the facts were checked, or that they were not."""

    @property
    def label(self) -> str:
        """`Title (Year)`, the title alone when the year is not known."""
        return f"{self.title} ({self.year})" if self.year else self.title

    def identified(self, id: str) -> "Film":  # noqa: A002 - the field's name
        """The same film under this id."""
        return self if self.id == id else self.model_copy(update={"id": id})

    def document(self) -> dict[str, Any]:
        """The film as plain data for JSON and YAML: fields in the schema's order, empty ones left out."""
        return self.model_dump(exclude_defaults=True)


_PARTS: dict[str, type[Entry]] = {
    "certificates": Certificate,
    "cast": Role,
    "releases": Release,
    "awards": Award,
    "scores": Score,
}


def stored(document: str) -> Film:
    """The film of a document (JSON) that was validated when it was stored, and is not validated again."""
    fields = json.loads(document)
    for name, value in fields.items():
        if isinstance(value, list):
            part = _PARTS.get(name)
            fields[name] = tuple(part.model_construct(**item) for item in value) if part else tuple(value)
    return Film.model_construct(**fields)


def slug(title: str, year: int | None) -> str:
    """The id a film of this title and year gets: lower-case ASCII words joined by hyphens, at most 100 characters."""
    spaced = re.sub(r"([¼-¾⅐-⅞])", r" \1", title)
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’ʼ`]", "", anyascii(spaced).lower()))
    name = "-".join(words)[:94].strip("-") or "film"
    return f"{name}-{year}" if year else name
