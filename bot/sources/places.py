"""Countries and languages by the names people use for them, in several languages (Unicode CLDR, through Babel)."""

from functools import cache
from itertools import takewhile

from babel import Locale

from bot.knowledge.codes import country_code, language_code
from bot.sources.dates import LOCALES, plain

_COUNTRIES = {
    "usa": "US", "u s": "US", "u s a": "US", "united states of america": "US", "america": "US", "eeuu": "US",
    "ee uu": "US", "eua": "US", "vs": "US", "etats unis d amerique": "US", "uk": "GB", "u k": "GB", "england": "GB",
    "britain": "GB", "great britain": "GB", "scotland": "GB", "wales": "GB", "grossbritannien": "GB",
    "grande bretagne": "GB", "gran bretana": "GB", "gran bretagna": "GB", "inghilterra": "GB", "engeland": "GB",
    "angleterre": "GB", "inglaterra": "GB", "holland": "NL", "brd": "DE", "west germany": "DE", "ddr": "DD",
    "ussr": "SU", "udssr": "SU", "urss": "SU", "hong kong": "HK", "hongkong": "HK", "korea": "KR", "turkey": "TR",
    "czech republic": "CZ", "tschechoslowakei": "CS", "jugoslawien": "YU", "uae": "AE", "taiwan": "TW",
}  # fmt: skip
"""What people say for a country where the CLDR has another name."""


def country_called(text: str) -> str | None:
    """The code of a country by its code or its name in one of several languages; None when there is none."""
    if len(said := text.strip()) == 2 and said.isupper() and (code := country_code(said)):
        return code
    words = _words(text)
    return _COUNTRIES.get(words) or _named("territories").get(words) or country_code(text)


def country_of(adjective: str) -> str | None:
    """The country an adjective such as French, italienne or Mexican is made from; None when two are as like it."""
    said = _words(adjective)
    found: dict[str, int] = {}
    for name, code in [*_named("territories").items(), *_COUNTRIES.items()]:
        common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(said, name, strict=False)))
        if common >= _STEM and len(name) - common <= _ENDING and len(said) - common <= _ENDING:
            found[code] = max(common, found.get(code, 0))
    best = [code for code, common in found.items() if common == max(found.values())]
    return best[0] if len(best) == 1 and " " not in said else None


_STEM, _ENDING = 4, 5
"""Letters an adjective shares with its country's name, and those that either may have behind them."""


def language_called(text: str) -> str | None:
    """The code of a language by its code or its name in one of several languages; None when there is none."""
    code = language_code(text)
    return code if code != text else _named("languages").get(_words(text)) or (text if len(text) == 2 else None)


def _words(text: str) -> str:
    return " ".join("".join(char if char.isalnum() else " " for char in plain(text)).split()).removeprefix("the ")


@cache
def _named(kind: str) -> dict[str, str]:
    """Codes by plain name, English first; a name that means two countries in two languages is left to the first."""
    names: dict[str, str] = {}
    for locale in LOCALES:
        for code, name in getattr(Locale.parse(locale), kind).items():
            if len(code) == 2 and code.isalpha():
                names.setdefault(_words(name), code)
    return names
