"""Where and when a film was made, as pages put it on a line of its own: `Deutschland 2006`, `USA/UK, 2011, 104 min`."""

import re
from collections.abc import Iterator

from bot.sources.pages.facts import known_genre, understood
from bot.sources.pages.labels import Label

_ORIGIN = re.compile(
    r"\(?(?P<countries>[^\d(),]+(?:,[^\d(),]+)*?)[\s,]+(?P<year>(?:18[7-9]|19\d|20\d)\d)\)?(?P<rest>\D.*)?"
)
_COLOUR = re.compile(
    r"(?i)(?:colou?r|b\s?[/&]\s?w|black[ -]and[ -]white|farbe|s\s?/\s?w|schwarz-?wei(?:ß|ss)|couleurs?|noir et blanc"
    r"|n\s?[/&]\s?b|blanco y negro|b\s?/\s?n|bianco e nero|preto e branco|zwart-?wit)\.?"
)
_LONGEST = 90


def origin_in(text: str) -> Iterator[tuple[Label, str]]:
    """The countries and the year of such a line, and the running time and genres behind them; nothing of any other."""
    match = _ORIGIN.fullmatch(text.strip(" .")) if len(text) <= _LONGEST else None
    if not match or not understood("countries", match["countries"]):
        return
    found = [(Label(("countries",)), match["countries"]), (Label(("year",)), match["year"])]
    for part in re.split(r"\s*[,;|·•()]\s*|\s+[–—-]\s+|\s+/\s+", match["rest"] or ""):
        if re.search(r"\d", part) and understood("runtime", part):
            found.append((Label(("runtime",)), part))
        elif part and all(map(known_genre, re.split(r"\s*[/&]\s*", part))):
            found.append((Label(("genres",)), part))
        elif part and not _COLOUR.fullmatch(part):
            return
    yield from found
