"""Countries and languages: their codes and English names (from the Unicode CLDR, through Babel)."""

from functools import cache

from babel import Locale

FORMER_COUNTRIES = {
    "CS": "Czechoslovakia",
    "DD": "East Germany",
    "SU": "Soviet Union",
    "YU": "Yugoslavia",
}
"""States that made films and are gone, under the codes ISO 3166-3 withdrew with them."""


@cache
def _countries() -> dict[str, str]:
    named = Locale.parse("en").territories
    return {code: name for code, name in named.items() if len(code) == 2 and code.isalpha()} | FORMER_COUNTRIES


@cache
def _languages() -> dict[str, str]:
    return {code: name for code, name in Locale.parse("en").languages.items() if len(code) == 2}


@cache
def language_names() -> frozenset[str]:
    """The codes and English names of languages in lower case, and the names of those that have no code."""
    return frozenset({*_languages(), *(name.casefold() for name in Locale.parse("en").languages.values())})


@cache
def _codes(kind: str) -> dict[str, str]:
    names = _countries() if kind == "country" else _languages()
    return {name.casefold(): code for code, name in names.items()} | {code.casefold(): code for code in names}


def country_code(text: str) -> str | None:
    """The ISO 3166-1 alpha-2 code of a country given by its code or English name, None when there is none."""
    return _codes("country").get(text.strip().casefold())


def country_name(code: str) -> str:
    """The English name of a country code; the code itself when it has no name."""
    return _countries().get(code, code)


def language_code(text: str) -> str:
    """The ISO 639-1 code of a language given by its code or English name; a language without a code as written."""
    return _codes("language").get(text.strip().casefold(), text)


def language_name(code: str) -> str:
    """The English name of a language code; a language that has no code as written."""
    return _languages().get(code, code)
