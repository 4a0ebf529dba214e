"""Hypothesis strategies for films: everything the schema allows, most of all what formats stumble over."""

from typing import Any

from hypothesis import strategies as st

from bot.knowledge.codes import country_name
from bot.knowledge.film import Film

TRICKY = (
    "'", '"', "''", "\\", "\\n", "#", " # no comment", "- dash", "? ", ": ", "a: b", "[x]", "{x: y}", "&a",
    "*a", "!tag", "|", ">", "%", "@", "`", "---", "...", "--- a", "~", "null", "NULL", "yes", "No", "on",
    "true", "y", "1917", "3:10", "1_000", "0x1F", "0o17", "1e3", ".5", "-1", "+1", ".inf", ".nan",
    "2012-01-23", "2001-12-14 21:59:43", "<<", "=", "NO", "é", "e\u0301", "ﬁ", "ß", "日本語", "العربية",
    "עברית", "\u200f", "\u200d", "\U0001f469\u200d\U0001f680", "🎬", "\xa0", "\xad", "\u2028", "\u2029",
    "\ufeff", "�", "\ue000", "\u3000x", "8½", "WALL·E", "Se7en", "Ocean's Eleven", "Mutt & Jeff", "…",
    "@everyone", "**bold**", "</b>", "\t", "x\ty", "a  b", "a,b", "a, b", "x #y",
)  # fmt: skip

_letters = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"))
_words = st.one_of(st.sampled_from(TRICKY), st.text(_letters, max_size=12))


def _joined(separators: list[str], most: int, longest: int) -> st.SearchStrategy[str]:
    parts = st.lists(st.tuples(_words, st.sampled_from(separators)), min_size=1, max_size=most)
    whole = parts.map(lambda pairs: "".join(word + separator for word, separator in pairs).strip()[:longest].strip())
    return whole.filter(bool)


lines = _joined(["", " ", " "], 5, 100)
"""Text as fields of one line take it (the schema puts its spaces in order)."""
prose = _joined(["", " ", " ", "\n", "\n\n", "\n ", "\r\n", " \n"], 40, 2000)
"""Text of several paragraphs."""
dates = st.one_of(
    st.dates().map(lambda day: day.isoformat()),
    st.dates().map(lambda day: day.isoformat()[:7]),
    st.integers(1000, 2100).map(str),
)
countries = st.sampled_from(["US", "GB", "FR", "NO", "JP", "DE", "SU", "IN", country_name("NO")])
languages = st.one_of(st.sampled_from(["en", "no", "French", "Klingon"]), lines)


def _mapping(required: dict[str, st.SearchStrategy[Any]], **optional: Any) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(required, optional=optional)


def _some(items: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[list[Any]]:
    return st.lists(items, max_size=most)


_scores = st.tuples(lines, st.floats(0, 10), st.floats(10, 100), dates).map(
    lambda parts: dict(zip(("by", "value", "out_of", "as_of"), parts, strict=True))
)
_numbers = st.one_of(st.integers(0, 10**18), st.floats(0, allow_nan=False, allow_infinity=False))

documents = _mapping(
    {"title": lines},
    id=st.from_regex(r"[a-z0-9]{1,20}(-[a-z0-9]{1,20}){0,4}", fullmatch=True),
    year=st.integers(1870, 2100),
    original_title=lines,
    also_known_as=_some(lines, 12),
    runtime=st.integers(1, 60_000),
    certificates=_some(_mapping({"country": countries, "label": lines}, reason=lines)),
    genres=_some(lines),
    countries=_some(countries),
    languages=_some(languages),
    directors=_some(lines),
    writers=_some(lines),
    producers=_some(lines),
    composers=_some(lines),
    cinematographers=_some(lines),
    editors=_some(lines),
    based_on=lines,
    cast=_some(_mapping({"name": lines}, character=lines), 8),
    releases=_some(_mapping({"date": dates}, country=countries, event=lines)),
    summary=prose,
    plot=prose,
    reception=prose,
    themes=_some(lines),
    audience=lines,
    awards=_some(
        _mapping(
            {"award": lines},
            category=lines,
            year=st.integers(1880, 2100),
            result=st.sampled_from(["won", "nominated"]),
            person=lines,
        )
    ),
    scores=_some(_scores),
    keywords=_some(lines),
    popularity=_numbers,
    links=st.dictionaries(lines, lines, max_size=3),
    sources=_some(lines),
)
"""Films as plain values, before the schema."""

films = documents.map(Film.model_validate)
"""Any film the schema allows."""
