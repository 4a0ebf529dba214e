"""Awards: what a text calls them, and what is answered about those of a film, a person or the whole catalogue."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.film import Award, Film
from bot.knowledge.query import Asked, FilmRef, Prize, Query
from bot.knowledge.search import Named
from bot.matching.normal import normal
from bot.questions.answer import Answer, Kind
from bot.questions.lexicon import lexicon
from bot.questions.mentions import Mention, Token, runs, weak
from bot.questions.wording import awarded, listed

MOST_NAMED = 12

NICKNAMES = {"oscar": "academy awards", "razzie": "golden raspberry awards"}
"""Awards by what everybody calls them."""

_BARE = re.compile(r" (?:international )?(?:film festival|(?:film )?awards?)$")
_FIELD = re.compile(r" [–—-] .*| \(.*")
_AND = re.compile(r", (?:and )?| and ")


def _calls(award: str, category: str | None) -> Iterator[tuple[str, str, str]]:
    """(what it may be called, kind, name) for an award and a category of it."""
    name = normal(award)
    bare = _BARE.sub("", name)
    nicks = [nick for nick, meant in NICKNAMES.items() if meant == name]
    for said in (name, name.removesuffix("s"), bare, f"{bare}s", *nicks, *(f"{nick}s" for nick in nicks)):
        yield said, "award", award
    if category:
        whole = normal(category)
        for said in (whole, f"{whole}s", normal(_FIELD.sub("", category)), whole.replace(" original ", " ")):
            yield said, "category", category


@lru_cache(maxsize=8)
def _vocabulary(known: frozenset[tuple[str, str | None]]) -> dict[str, tuple[Named, ...]]:
    """What each award and category may be called; what is both is taken for the award."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for award, category in sorted(known, key=str):
        for said, kind, name in _calls(award, category):
            found.setdefault((said, kind), {})[name] = None
    ordered = sorted(found.items(), key=lambda one: one[0][1] == "award")
    return {said: tuple(Named(kind, 0, name, said) for name in names) for (said, kind), names in ordered}


async def prizes(words: Sequence[Token], catalogue: Catalogue) -> list[Mention]:
    """The awards and categories that a text names; those of everyday words only where it speaks of awards."""
    known = lexicon().phrases
    told = any((word := known.get((token.word,))) and word.meaning is Asked.AWARDS for token in words)
    vocabulary = _vocabulary(await catalogue.prizes())
    mentions = [
        Mention(start, end, "award", vocabulary[said], -0.5, owns)
        for said, places in runs(words).items()
        if said in vocabulary
        for start, end, owns in places
    ]
    return [one for one in mentions if told or (one.size > 1 and not weak(one, words))]


def whose(award: Award) -> list[str]:
    """The people who got an award."""
    return _AND.split(award.person) if award.person else []


def _fits(award: Award, query: Query) -> bool:
    prize = query.prize
    assert prize
    return (
        (not prize.awards or award.award in prize.awards)
        and (not prize.categories or award.category in prize.categories)
        and (not prize.won or award.result == "won")
        and (not prize.years or (award.year is not None and prize.years[0] <= award.year <= prize.years[1]))
        and (not query.person or normal(query.person) in map(normal, whose(award)))
    )


def named(prize: Prize) -> str:
    """`Best Picture at the Academy Awards in 2020`, as far as it was said."""
    said = "an award"
    if prize.categories:
        said = listed(dict.fromkeys(_FIELD.sub("", one) for one in prize.categories), 2)
        said += f" at the {listed(prize.awards)}" if prize.awards else ""
    elif prize.awards:
        one = prize.awards[0]
        said = f"one of the {one}" if one.endswith("Awards") else f"an award at the {one}"
    if prize.years:
        low, high = prize.years
        said += f" in {low}" if low == high else f" from {low} to {high}"
    return said


def of_film(film: Film, about: tuple[FilmRef, ...], query: Query) -> Answer:
    """What is asked of a film's awards."""
    assert query.prize
    prize, who = query.prize, query.person
    some = [award for award in film.awards if _fits(award, query)]
    short = film.model_copy(update={"awards": tuple(some)})
    if not film.awards:
        missing = f"I know {film.label}, but not any award of it."
        return Answer(kind=Kind.UNKNOWN, text=missing, films=about, query=query, entry=film)
    did = "won" if prize.won else "won or was nominated for"
    whom = f"{who} {did} {named(prize)} for {film.label}" if who else f"{film.label} {did} {named(prize)}"
    if prize.asked == "whether":
        yes = bool(some)
        said = f"{film.label} {listed(awarded(short), MOST_NAMED)}" if yes else whom
        text = f"Yes: {said}." if yes else f"No, not as far as I know: {whom}."
        return Answer(kind=Kind.ANSWER, text=text, values=(yes,), films=about, query=query)
    if prize.asked == "count":
        said = f" {listed(awarded(short), MOST_NAMED)}." if some else ""
        lead = f"As far as I know, {film.label} {did} {len(some)}{_of(prize)}"
        text = f"{lead}: it{said}" if some else f"{lead}."
        return Answer(kind=Kind.ANSWER, text=text, values=(len(some),), films=about, query=query, entry=film)
    if not some:
        missing = f"I know {film.label}, but not that {who or 'it'} {did} {named(prize)}."
        return Answer(kind=Kind.UNKNOWN, text=missing, films=about, query=query, entry=film)
    people = tuple(dict.fromkeys(name for award in some for name in whose(award)))
    if prize.asked == "people" and people:
        text = f"{listed(people)}: {film.label} {listed(awarded(short), MOST_NAMED)}."
        return Answer(kind=Kind.ANSWER, text=text, values=people, films=about, query=query)
    values = tuple(awarded(short))
    text = f"{film.label} {listed(values, MOST_NAMED)}."
    return Answer(kind=Kind.ANSWER, text=text, values=values, films=about, query=query)


def _of(prize: Prize) -> str:
    if prize.categories:
        return f" awards for {named(replace(prize, years=None))}"
    return f" {listed(prize.awards)}" if prize.awards else " awards"


async def of_all(query: Query, catalogue: Catalogue) -> Answer:
    """Which films or people of the catalogue have an award, how many, who has most; or the awards of a person."""
    assert query.prize
    prize, who = query.prize, query.person
    some = [(key, award) for key, award in await catalogue.awards() if _fits(award, query)]
    if query.search:
        kept = await catalogue.keys([film.id for film in (await catalogue.search(query.search)).films])
        some = [(key, award) for key, award in some if key in set(kept)]
    some.sort(key=lambda one: -(one[1].year or 0))
    keys = tuple(dict.fromkeys(key for key, _ in some))
    films = dict(zip(keys, await catalogue.refs(keys), strict=False))
    some = [(key, award) for key, award in some if key in films]
    did = "won" if prize.won else "won or was nominated for"
    if not some:
        lead = f"I know of nothing that {who}" if who else "I know no film that"
        text = f"{lead} {did}{'' if who else ' '}{'' if who and named(prize) == 'an award' else named(prize)}."
        if who:
            text = f"I don't know that {who} {did} {named(prize)}; I have only the awards of films I know."
        return Answer(kind=Kind.UNKNOWN, text=text, query=query)
    if who and prize.asked != "most":
        lines = tuple(f"{_one(award)} for {films[key].label}" for key, award in some)
        whom = f"{who} {listed(lines, MOST_NAMED)}"
        match prize.asked:
            case "whether":
                text, values = f"Yes: {whom}.", (True,)
            case "count":
                text, values = f"I know of {len(some)}: {whom}.", (len(some),)  # type: ignore[assignment]
            case _:
                text, values = f"{whom}.", lines  # type: ignore[assignment]
        found = tuple(films.values())
        return Answer(kind=Kind.ANSWER, text=text, values=values, films=found, query=query)
    return _over(prize, some, films, query)


def _over(prize: Prize, some: Sequence[tuple[int, Award]], films: dict[int, FilmRef], query: Query) -> Answer:
    did = "won" if prize.won else "won or were nominated for"
    refs = tuple(films.values())
    if prize.asked == "most":
        counted = Counter(key for key, _ in some)
        top = max(counted.values())
        refs = tuple(films[key] for key, times in counted.items() if times == top)
        prizes_ = _of(prize) if top > 1 else " award"
        lead = f"Of the films I know, with {top}{prizes_} {'won' if prize.won else 'won or nominated for'}"
    elif prize.asked == "people" and (people := tuple(dict.fromkeys(n for _, award in some for n in whose(award)))):
        lines = dict.fromkeys(f"{award.person} for {films[key].label}" for key, award in some if award.person)
        text = f"Who {did} {named(prize)}: {listed(lines, MOST_NAMED)}."
        return Answer(kind=Kind.ANSWER, text=text, values=people, films=refs, query=query)
    elif prize.asked == "count":
        text = f"I know {len(refs)} films that {did} {named(prize)}."
        return Answer(kind=Kind.ANSWER, text=text, values=(len(refs),), films=refs, query=query)
    else:
        lead = f"Films that {did} {named(prize)}"
    text = f"{lead}: {listed((film.label for film in refs), MOST_NAMED)}."
    values = tuple(film.title for film in refs)
    return Answer(kind=Kind.ANSWER, text=text, values=values, films=refs, query=query, lead=lead)


def _one(award: Award) -> str:
    """`won Best Actress at the Academy Awards (2021)`."""
    return next(iter(awarded(Film(title="-", awards=(award.model_copy(update={"person": None}),)))))
