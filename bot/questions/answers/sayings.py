"""What can be said of one film: for every aspect its label, its values, the sentence, and how to say it is missing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.knowledge.codes import country_name, language_name
from bot.knowledge.film import Film
from bot.knowledge.query import Asked
from bot.questions.answers.answer import Value
from bot.questions.words.wording import (
    SITES,
    at_site,
    awarded,
    country_in_text,
    day,
    ended,
    listed,
    minutes,
    played,
    rated,
    released,
    where,
)

_ORIGIN = (Asked.BASED_ON, Asked.SOURCES)

MOST_NAMED = 10
"""Names in one sentence; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One aspect of a film."""

    label: str
    """Heading on a card."""
    missing: str
    """Ends the sentence "I know The Sessions (2012), but not …"."""
    values: Callable[[Film], Sequence[Value]]
    """The bare facts, best first; none when the film has none."""
    sentence: Callable[[Film], str]
    """Called only when there are values."""
    short: Callable[[Film], str]
    """The same for a line of a card, where the label stands before it."""


def _names(label: str, missing: str, field: str, verb: str) -> Saying:
    """People in one job: `The Sessions (2012) was directed by Ben Lewin.`"""

    def names(film: Film) -> Sequence[str]:
        people: Sequence[str] = getattr(film, field)
        return people

    return Saying(
        label,
        missing,
        names,
        lambda film: ended(f"{film.label} {verb} {listed(names(film), MOST_NAMED)}"),
        lambda film: listed(names(film), MOST_NAMED),
    )


def _prose(label: str, missing: str, field: str, lead: str = "") -> Saying:
    """A text of the entry, as it stands there."""

    def text(film: Film) -> str:
        return getattr(film, field) or ""

    return Saying(
        label,
        missing,
        lambda film: [text(film)] if text(film) else [],
        lambda film: f"{film.label}{lead}: {text(film)}",
        text,
    )


def _scores(film: Film) -> list[str]:
    return [
        f"{score.value:g} out of {score.out_of:g} ({', '.join(filter(None, (score.by, score.as_of)))})"
        for score in film.scores
    ]


def _rating(film: Film) -> str:
    said = []
    if film.certificates:
        said.append(f"is rated {'; '.join(map(rated, film.certificates))}")
    if film.scores:
        said.append(f"scores {listed(_scores(film))}")
    return f"{film.label} {' and '.join(said)}."


def _release(film: Film) -> str:
    first, *others = film.releases
    later = f", then {listed(map(released, others), MOST_NAMED)}" if others else ""
    return (
        f"{film.label} first came out on {released(first)}{later}."
        if len(first.date) > len("2012-01")
        else (f"{film.label} first came out in {released(first)}{later}.")
    )


def _release_dates(film: Film) -> Sequence[Value]:
    return list(dict.fromkeys(release.date for release in film.releases)) or ([str(film.year)] if film.year else [])


YEAR = 4
"""Characters of a date of which nothing but the year is known."""


def _years(film: Film) -> list[int]:
    """The film's year, then the other years it came out in, of which nothing but the year is known, not even where."""
    others = (int(one.date) for one in film.releases if len(one.date) == YEAR and not one.country and not one.event)
    return list(dict.fromkeys([*filter(None, [film.year]), *others]))


SAYINGS: dict[Asked, Saying] = {
    Asked.RATING: Saying(
        "Rating",
        "how it was rated",
        lambda film: [c.label for c in film.certificates] + [score.value for score in film.scores],
        _rating,
        lambda film: "\n".join([*map(rated, film.certificates), *_scores(film)]),
    ),
    Asked.CERTIFICATE: Saying(
        "Certificate",
        "its certificate",
        lambda film: [c.label for c in film.certificates],
        lambda film: f"{film.label} is rated {'; '.join(map(rated, film.certificates))}.",
        lambda film: "\n".join(map(rated, film.certificates)),
    ),
    Asked.REASON: Saying(
        "Rated so for",
        "why it was rated so",
        lambda film: [one.reason for one in film.certificates if one.reason],
        lambda film: f"{film.label} is rated {'; '.join(rated(one) for one in film.certificates if one.reason)}.",
        lambda film: "\n".join(rated(one) for one in film.certificates if one.reason),
    ),
    Asked.SCORE: Saying(
        "Score",
        "what score people gave it",
        lambda film: [score.value for score in film.scores],
        lambda film: f"{film.label} scores {listed(_scores(film))}.",
        lambda film: "\n".join(_scores(film)),
    ),
    Asked.RUNTIME: Saying(
        "Runtime",
        "how long it is",
        lambda film: [film.runtime] if film.runtime else [],
        lambda film: f"{film.label} runs {minutes(film.runtime or 0)}.",
        lambda film: minutes(film.runtime or 0),
    ),
    Asked.GENRE: Saying(
        "Genre",
        "its genre",
        lambda film: film.genres,
        lambda film: f"{film.label} is classed as {listed(film.genres)}.",
        lambda film: listed(film.genres),
    ),
    Asked.DIRECTOR: _names("Director", "who directed it", "directors", "was directed by"),
    Asked.WRITERS: _names("Writers", "who wrote it", "writers", "was written by"),
    Asked.PRODUCERS: _names("Producers", "who produced it", "producers", "was produced by"),
    Asked.CAST: Saying(
        "Cast",
        "who is in it",
        lambda film: [role.name for role in film.cast],
        lambda film: ended(f"{film.label} stars {listed(map(played, film.cast), MOST_NAMED)}"),
        lambda film: listed(map(played, film.cast), 6),
    ),
    Asked.MUSIC: _names("Music", "who composed its music", "composers", "has music by"),
    Asked.CINEMATOGRAPHY: _names("Cinematography", "who filmed it", "cinematographers", "was filmed by"),
    Asked.EDITING: _names("Editing", "who edited it", "editors", "was edited by"),
    Asked.RELEASE: Saying(
        "Released",
        "when it came out",
        _release_dates,
        lambda film: _release(film) if film.releases else f"{film.label} came out in {film.year}.",
        lambda film: "\n".join(map(released, film.releases)) or str(film.year),
    ),
    Asked.YEAR: Saying(
        "Year",
        "when it came out",
        lambda film: _years(film),
        lambda film: (
            f"{film.title} is from {_years(film)[0]}."
            if len(_years(film)) == 1
            else f"{film.title} is from {_years(film)[0]}, and came out again in {listed(map(str, _years(film)[1:]))}."
        ),
        lambda film: listed(map(str, _years(film))),
    ),
    Asked.LANGUAGES: Saying(
        "Languages",
        "which languages are spoken in it",
        lambda film: [language_name(code) for code in film.languages],
        lambda film: f"{film.label} is in {listed(map(language_name, film.languages))}.",
        lambda film: listed(map(language_name, film.languages)),
    ),
    Asked.COUNTRIES: Saying(
        "Countries",
        "where it was made",
        lambda film: [country_name(code) for code in film.countries],
        lambda film: f"{film.label} was made in {listed(map(country_in_text, film.countries))}.",
        lambda film: listed(map(country_name, film.countries)),
    ),
    Asked.TITLES: Saying(
        "Other titles",
        "any other title of it",
        lambda film: list(dict.fromkeys(filter(None, (film.original_title, *film.also_known_as)))),
        lambda film: (
            f"{film.label} is also known as "
            f"{listed(dict.fromkeys(filter(None, (film.original_title, *film.also_known_as))))}."
        ),
        lambda film: listed(dict.fromkeys(filter(None, (film.original_title, *film.also_known_as)))),
    ),
    Asked.ORIGINAL: Saying(
        "Original title",
        "an original title that differs",
        lambda film: [film.original_title] if film.original_title else [],
        lambda film: f"The original title of {film.label} is {film.original_title}.",
        lambda film: film.original_title or "",
    ),
    Asked.PREMIERE: Saying(
        "First shown",
        "where it was shown first",
        lambda film: [where(film.releases[0])] if film.releases and where(film.releases[0]) else [],
        lambda film: f"{film.label} was first shown on {released(film.releases[0])}, as far as I know.",
        lambda film: where(film.releases[0]),
    ),
    Asked.OPENING: Saying(
        "First shown on",
        "when it was shown first",
        lambda film: [film.releases[0].date] if film.releases else [],
        lambda film: f"{film.label} was first shown on {released(film.releases[0])}, as far as I know.",
        lambda film: day(film.releases[0].date),
    ),
    Asked.FESTIVALS: Saying(
        "Shown at",
        "at which festivals it was shown",
        lambda film: [release.event for release in film.releases if release.event],
        lambda film: f"{film.label} was shown at {listed(r.event for r in film.releases if r.event)}.",
        lambda film: listed(r.event for r in film.releases if r.event),
    ),
    Asked.LINKS: Saying(
        "Links",
        "its id on any other site",
        lambda film: list(film.links.values()),
        lambda film: f"{film.label} is {listed(at_site(site, link) for site, link in film.links.items())}.",
        lambda film: listed(f"{SITES.get(site, site)} {link}" for site, link in film.links.items()),
    ),
    Asked.BASED_ON: Saying(
        "Based on",
        "what it is based on",
        lambda film: [film.based_on] if film.based_on else [],
        lambda film: f"{film.label} is based on {film.based_on}.",
        lambda film: film.based_on or "",
    ),
    Asked.THEMES: Saying(
        "Themes",
        "its themes",
        lambda film: film.themes,
        lambda film: f"{film.label} is about {listed(film.themes)}.",
        lambda film: listed(film.themes),
    ),
    Asked.KEYWORDS: Saying(
        "Keywords",
        "any keyword of it",
        lambda film: film.keywords or film.themes,
        lambda film: f"{film.label} is described by {listed(film.keywords or film.themes, MOST_NAMED)}.",
        lambda film: listed(film.keywords or film.themes, MOST_NAMED),
    ),
    Asked.AUDIENCE: _prose("Who will like it", "who would like it", "audience"),
    Asked.AWARDS: Saying(
        "Awards",
        "any award of it",
        lambda film: awarded(film),
        lambda film: f"{film.label} {listed(awarded(film), MOST_NAMED)}.",
        lambda film: "\n".join(awarded(film)),
    ),
    Asked.SUMMARY: _prose("Summary", "what it is about", "summary"),
    Asked.PLOT: _prose("Plot", "how its plot goes", "plot"),
    Asked.RECEPTION: _prose("Reception", "how it was received", "reception"),
    Asked.ORIGIN: Saying(
        "Where it comes from",
        "where it comes from",
        lambda film: [*filter(None, [film.based_on]), *film.sources],
        lambda film: " ".join(SAYINGS[asked].sentence(film) for asked in _ORIGIN if SAYINGS[asked].values(film)),
        lambda film: "\n".join(SAYINGS[asked].short(film) for asked in _ORIGIN if SAYINGS[asked].values(film)),
    ),
    Asked.SOURCES: Saying(
        "Sources",
        "where its facts come from",
        lambda film: film.sources,
        lambda film: f"The facts of {film.label} come from {'; '.join(film.sources)}.",
        lambda film: "\n".join(film.sources),
    ),
}
"""Every aspect of a film, in the order a card shows them."""
