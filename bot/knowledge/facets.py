"""The values of a film by which questions over many films keep it: what `tables.facets` holds."""

from collections.abc import Iterator

from bot.knowledge.film import Film

FIELDS = {
    "genre": "genres",
    "country": "countries",
    "language": "languages",
    "keyword": "keywords",
    "theme": "themes",
}
"""Kinds and the fields of a film whose values they hold as they are."""

LINK = "link"
"""The kind that holds ids elsewhere, by which an import finds a film."""

IDS = ("imdb", "tmdb", "wikidata", "letterboxd", "movielens")
"""Sites whose ids are of one film each."""


def facets_of(film: Film) -> Iterator[tuple[str, int, str]]:
    """(kind, position, value): beside the fields `certificate` R, `rated` US R, `source` what it is based on, `shown`
    Cannes Film Festival 2004 for every event it was shown at and `premiere` for the first, and `link`.
    """
    for n, certificate in enumerate(film.certificates):
        yield "certificate", n, certificate.label
        yield "rated", n, f"{certificate.country} {certificate.label}"
    for n, release in enumerate(film.releases):
        if release.event:
            yield "shown", n, f"{release.event} {release.date[:4]}"
            if n == 0:
                yield "premiere", n, f"{release.event} {release.date[:4]}"
    if film.based_on:
        yield "source", 0, film.based_on
    for kind, field in FIELDS.items():
        for n, value in enumerate(getattr(film, field)):
            yield kind, n, value
    for n, link in enumerate(linked(film)):
        yield LINK, n, link


def linked(film: Film) -> list[str]:
    """A film's ids in databases of films; an article may be on several films."""
    return [f"{site} {film.links[site]}" for site in IDS if site in film.links]
