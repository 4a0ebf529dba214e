"""How lists, dates, durations and places are written in answers (English, through Babel)."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

from babel.dates import format_date
from babel.lists import format_list

from bot.knowledge.codes import country_name
from bot.knowledge.film import Award, Certificate, Film, Release, Role
from bot.knowledge.query import Job

LOCALE = "en_GB"
_TAKES_ARTICLE = re.compile(
    r"^(United|Soviet) |(Islands|Netherlands|Philippines|Bahamas|Maldives|Republic|Territories)$"
)
SITES = {"imdb": "IMDb", "tmdb": "TMDB", "wikidata": "Wikidata", "letterboxd": "Letterboxd", "movielens": "MovieLens"}
"""Sites of links as they write themselves."""
_PAGES = {
    "imdb": "https://www.imdb.com/title/{}/",
    "tmdb": "https://www.themoviedb.org/movie/{}",
    "wikidata": "https://www.wikidata.org/wiki/{}",
    "movielens": "https://movielens.org/movies/{}",
}
"""The page of a film at a site, by its id there."""
_DAY, _MONTH = 10, 7  # the lengths of YYYY-MM-DD and YYYY-MM


SHOWN = 60
"""Characters of what a person typed that a reply repeats."""
MOST_NAMED = 12
"""Names in one sentence of a list; the rest is counted."""
PLURAL = {
    Job.CAST: "the cast",
    Job.DIRECTOR: "the directors",
    Job.WRITER: "the writers",
    Job.PRODUCER: "the producers",
    Job.COMPOSER: "the composers",
    Job.CINEMATOGRAPHER: "the cinematographers",
    Job.EDITOR: "the editors",
}
"""Those who did a job."""


def listed(names: Iterable[str], most: int | None = None, style: Literal["standard", "or"] = "standard") -> str:
    """`A, B and C`; with `most`, what is beyond is counted: `A, B and 7 more`; in style "or" `A, B or C`."""
    items = list(names)
    if most is not None and len(items) > most + 1:
        items = [*items[:most], f"{len(items) - most} more"]
    return format_list(items, style, locale=LOCALE)


def quote(text: str) -> str:
    """What a person typed, short enough to repeat."""
    return text if len(text) <= SHOWN else f"{text[:SHOWN].rstrip()}…"


def ended(sentence: str) -> str:
    """The sentence with its full stop, which "Jr." brings along."""
    return sentence if sentence.endswith(".") else f"{sentence}."


def counted(count: int, one: str, more: str = "") -> str:
    """`1 edit`, `2,000 edits`."""
    return f"{count:,} {one if count == 1 else more or one + 's'}"


def at_site(site: str, link: str) -> str:
    """`tt1866249 at IMDb (https://www.imdb.com/title/tt1866249/)`."""
    page = f" ({_PAGES[site].format(link)})" if site in _PAGES and link.isalnum() else ""
    return f"{link} at {SITES.get(site, site)}{page}"


def minutes(runtime: int) -> str:
    """`95 minutes (1 h 35 min)`."""
    hours, rest = divmod(runtime, 60)
    text = "1 minute" if runtime == 1 else f"{runtime} minutes"
    return f"{text} ({hours} h {rest} min)" if hours else text


def day(partial: str) -> str:
    """`23 January 2012`, or as much of it as is known."""
    if len(partial) == _DAY:
        return format_date(date.fromisoformat(partial), "d MMMM y", LOCALE)
    if len(partial) == _MONTH:
        return format_date(date.fromisoformat(f"{partial}-01"), "MMMM y", LOCALE)
    return partial


def country_in_text(code: str) -> str:
    """`the United States`, `France`: a country's name with the article it takes."""
    name = country_name(code)
    return f"the {name}" if _TAKES_ARTICLE.search(name) else name


def where(release: Release) -> str:
    """`Sundance Film Festival, United States`; nothing when neither is known."""
    return ", ".join(filter(None, (release.event, release.country and country_name(release.country))))


def released(release: Release) -> str:
    """`23 January 2012 (Sundance Film Festival)`."""
    place = where(release)
    return f"{day(release.date)} ({place})" if place else day(release.date)


def rated(certificate: Certificate) -> str:
    """`R (United States) for strong language`."""
    reason = f" for {certificate.reason}" if certificate.reason else ""
    return f"{certificate.label} ({country_name(certificate.country)}){reason}"


def played(role: Role) -> str:
    """`John Hawkes as Mark O'Brien`."""
    return f"{role.name} as {role.character}" if role.character else role.name


def awarded(film: Film) -> Sequence[str]:
    """Each award as `won Best Picture at the Academy Awards (1973)`, those won first."""
    return [_award(award) for award in sorted(film.awards, key=lambda award: award.result != "won")]


def _award(award: Award) -> str:
    result = award.result if award.result == "won" else "was nominated for"
    prize = f"{award.category} at the {award.award}" if award.category else f"the {award.award}"
    whose = ", ".join(str(part) for part in (award.person, award.year) if part)
    return f"{result} {prize} ({whose})" if whose else f"{result} {prize}"
