"""Which of a film's titles is of a language or country, as far as its letters or its origin say so."""

import re

from bot.knowledge.codes import country_name, language_name
from bot.knowledge.film import Film

_KANA, _HANGUL, _HAN = r"[\u3040-\u30ff]", r"[\uac00-\ud7af]", r"[\u4e00-\u9fff]"
_CYRILLIC, _GREEK, _HEBREW, _ARABIC = r"[\u0400-\u04ff]", r"[\u0370-\u03ff]", r"[\u0590-\u05ff]", r"[\u0600-\u06ff]"
_UKRAINIAN = r"[іїєґІЇЄҐ]"
SCRIPTS = {
    "ja": _KANA, "JP": _KANA, "ko": _HANGUL, "KR": _HANGUL, "ru": _CYRILLIC, "RU": _CYRILLIC, "SU": _CYRILLIC,
    "uk": _UKRAINIAN, "UA": _UKRAINIAN, "el": _GREEK, "GR": _GREEK, "he": _HEBREW, "IL": _HEBREW, "ar": _ARABIC,
    "fa": _ARABIC, "IR": _ARABIC, "zh": _HAN, "CN": _HAN, "TW": _HAN, "HK": _HAN, "hi": r"[\u0900-\u097f]",
    "bn": r"[\u0980-\u09ff]", "th": r"[\u0e00-\u0e7f]", "TH": r"[\u0e00-\u0e7f]",
}  # fmt: skip
"""Letters that titles in a language, or of a country, are written in."""
_NOT = {_HAN: _KANA, _CYRILLIC: _UKRAINIAN}
"""Letters that show another language than those they stand beside."""


def titles_in(film: Film, code: str) -> tuple[str, ...]:
    """The titles of a film in a language (its code) or of a country; none where the entry does not tell."""
    own = code in film.countries if code.isupper() else code in film.languages[:1]
    if own:
        return (film.original_title or film.title,)
    if not (script := SCRIPTS.get(code)):
        return ()
    other = _NOT.get(script)
    every = dict.fromkeys(filter(None, (film.original_title, *film.also_known_as)))
    return tuple(one for one in every if re.search(script, one) and not (other and re.search(other, one)))


def of_where(code: str) -> str:
    """`in German`, `in Germany`."""
    return f"in {country_name(code) if code.isupper() else language_name(code)}"
