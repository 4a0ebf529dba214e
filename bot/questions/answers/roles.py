"""Answers about a role: who played it, in a film or in any, and whom somebody played."""

import re
from collections.abc import Callable, Iterable, Sequence

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.characters import alternatives
from bot.knowledge.film import Film, Role
from bot.knowledge.query import FilmRef, Job, Query
from bot.knowledge.search import Search
from bot.matching.alike import Typed
from bot.matching.normal import normal
from bot.questions.answers.answer import Answer, Kind, Value
from bot.questions.answers.describing import described
from bot.questions.asked.intent import VOICED
from bot.questions.words.chatting import KIN
from bot.questions.words.everyday import EVERYDAY
from bot.questions.words.wording import counted, listed, played, quote

Films = tuple[FilmRef, ...]
Played = tuple[FilmRef, str, str]
"""A film, who plays in it, and whom."""
AGES = frozenset("young younger little teen teenage child baby old older elderly adult".split())
"""Words before a character's name of another age."""
STYLES = {
    calling: frozenset(styles.split())
    for calling, styles in {
        "priest": "father fr reverend rev", "vicar": "reverend rev", "nun": "sister mother", "doctor": "dr",
        "professor": "prof", "cop": "officer detective sergeant sgt inspector", "policeman": "officer sergeant sgt",
        "detective": "inspector det", "captain": "capt cpt", "president": "pres", "sergeant": "sgt", "rabbi": "reb",
    }.items()
}  # fmt: skip
"""How those of a calling are addressed."""
DONE = {
    Job.DIRECTOR: "directed",
    Job.WRITER: "wrote",
    Job.PRODUCER: "produced",
    Job.COMPOSER: "composed the music of",
    Job.CINEMATOGRAPHER: "shot",
    Job.EDITOR: "edited",
}
"""What somebody with a job did to a film."""
MOST_ROLES, MOST_OTHERS = 10, 5
"""Roles in a sentence, and those of whole names that hold the one asked for; the rest is counted."""
_VOICE = re.compile(r"\bvoice\b", re.I)
"""Says in a cast list that only the voice is somebody's."""
ALIKE = 80.0
"""How much of 100 a word of a character's name must be like one that was typed."""


def role(film: Film, about: Films, query: Query) -> Answer:
    """Who played a character in a film: every word asked for stands in the character's name."""
    wanted = set(normal(query.other or "").split()) - {"the", "a", "an"}
    parts = [(one, set(normal(one.character).split())) for one in film.cast if one.character]
    roles = [one for one, words in parts if wanted and wanted <= words]
    roles = roles or [one for one, words in parts if words and words <= wanted]  # the entry has a first name only
    alone, kin = wanted - KIN, wanted & KIN
    roles = roles or [one for one, words in parts if alone and alone <= words and words & KIN <= kin]
    roles = roles or [one for one, words in parts if wanted and all(_misspelt(word, words) for word in wanted)]
    roles = roles or _called(film, wanted) or _styled(film, wanted)
    if len(wanted) == 1 and all(normal(one.character or "").split()[1:][-1:] == [*wanted] for one in roles):
        roles = roles[:1]  # the first of a family
    if not roles:
        missing = f"I know {film.label}, but not who played “{query.other}” in it."
        return Answer(kind=Kind.UNKNOWN, text=missing, films=about, query=query, entry=film)
    said = f"{listed(map(played, roles))} in {film.label}."
    return Answer(kind=Kind.ANSWER, text=said, values=tuple(one.name for one in roles), films=about, query=query)


def _called(film: Film, wanted: set[str]) -> list[Role]:
    """The one role that a word asked for names, where the others describe it: "the old coach Mickey"."""
    told = wanted - EVERYDAY
    named = [(len(told & set(normal(one.character).split())), one) for one in film.cast if one.character]
    named = [(shared, one) for shared, one in named if _names(one.character or "") & told]
    best = [one for shared, one in named if shared == max(most for most, _ in named)]
    return best[:1] if len({one.character for one in best}) == 1 else []


def _styled(film: Film, wanted: set[str]) -> list[Role]:
    """The roles whose names begin with how one of such a calling is addressed: "the priest", Father Brendan."""
    styles = STYLES.get(next(iter(wanted)), frozenset()) if len(wanted) == 1 else frozenset()
    return [one for one in film.cast if one.character and not styles.isdisjoint(normal(one.character).split()[:1])]


def _names(character: str) -> set[str]:
    """The first and the last word of what a character is called, by each of its names."""
    parts = [normal(part).split() for part in character.split("/")]
    return {word for words in parts if words for word in (words[0], words[-1])}


def _misspelt(word: str, words: Iterable[str]) -> bool:
    """Whether a word is like one of others."""
    return any(Typed(word).like(other) >= ALIKE for other in words)


def character(film: Film, about: Films, query: Query) -> Answer:
    """Whom a person played in a film, or what else they did for it."""
    person = normal(query.person or "")
    roles = [one for one in film.cast if normal(one.name) == person]
    if not roles and (jobs := made(film, person)):
        values = tuple(job.removesuffix("s") for job in jobs)
        said = f"{query.person} {listed(jobs.values())} {film.label}."
        return Answer(kind=Kind.ANSWER, text=said, values=values, films=about, query=query)
    if not roles:
        missing = f"I know {film.label}, but not of {query.person} in its cast."
        return Answer(kind=Kind.UNKNOWN, text=missing, films=about, query=query, entry=film)
    known = tuple(one.character for one in roles if one.character)
    if not known:
        missing = f"{query.person} is in {film.label}, but I don't know as whom."
        return Answer(kind=Kind.UNKNOWN, text=missing, films=about, query=query, entry=film)
    said = f"{roles[0].name} played {listed(known)} in {film.label}."
    return Answer(kind=Kind.ANSWER, text=said, values=known, films=about, query=query)


def made(film: Film, person: str) -> dict[Job, str]:
    """What somebody, by their normal form, did for a film but to act, in words by job."""
    return {job: done for job, done in DONE.items() if person in map(normal, getattr(film, job))}


async def everywhere(query: Query, catalogue: Catalogue) -> Answer:
    """Who played a character, in whichever film."""
    name = query.other or ""
    bare = normal(name).removeprefix("the ")
    forms = dict.fromkeys((normal(name), bare, f"the {bare}"))
    roles = list(dict.fromkeys([role for form in forms for role in await catalogue.playing(form)]))
    if not roles:
        unknown = f"I don't know a character called “{quote(name)}”."
        return Answer(kind=Kind.UNKNOWN, text=unknown, query=query)
    if query.search and not (roles := await _of_films(roles, query.search, catalogue)):
        unknown = f"I don't know who played “{quote(name)}” in {described(query.search, '')}."
        return Answer(kind=Kind.UNKNOWN, text=unknown, query=query)
    roles = [role for role in roles if not _of_theirs(role[2], bare)] or roles
    if query.manner == VOICED:
        roles = [role for role in roles if _VOICE.search(role[2])] or roles
    whole = _ends_so if query.job is Job.CAST else _is_so
    exact = [one for one in roles if any(whole(said, normal(name)) for said in (normal(one[2]), *alternatives(one[2])))]
    alike = [role for role in roles if role not in exact and any(normal(one) in forms for one in role[2].split("/"))]
    if len(alike) <= len(exact):  # the Joker and Joker, but no bride beside the Bride
        exact = [role for role in roles if role in exact or role in alike]
    known = {person for _, person, _ in exact}  # Ripley, whom the same woman plays as Ellen Ripley, too
    having = {film for film, _, _ in exact}  # where nobody is called just so there are the young and the old Simba
    aged = [role for role in roles if role[0] not in having and _of_another_age(normal(role[2]), bare)] if exact else []
    exact = [role for role in roles if role in exact or role[1] in known or role in aged]
    others = [role for role in roles if exact and role not in exact and " " not in bare]
    roles = exact or roles
    lead = ""
    if query.manner in ("first", "last"):
        others, roles = [], _of_year(roles, max if query.manner == "last" else min)
        lead = f"The {query.manner} in the films I know: "
    films = tuple(dict.fromkeys(film for film, _, _ in roles))
    said = listed(map(_said, roles), MOST_ROLES)
    values: tuple[Value, ...] = tuple(dict.fromkeys(person for _, person, _ in roles))
    also = f" Also {listed(map(_said, others), MOST_OTHERS)}." if others else ""
    if query.manner == "count":
        lead, also, values = f"{counted(len(values), 'person', 'people')} in the films I know: ", "", (len(values),)
    return Answer(kind=Kind.ANSWER, text=f"{lead}{said}.{also}", values=values, films=films, query=query)


def _of_year(roles: Sequence[Played], extreme: Callable[[list[int]], int]) -> list[Played]:
    """The roles in the first or the last of the films, by year; all where no year is known."""
    years = [film.year for film, _, _ in roles if film.year]
    told = extreme(years) if years else None
    return [role for role in roles if role[0].year == told]


def _said(role: Played) -> str:
    film, person, character = role
    return f"{person} as {character} in {film.label}"


async def _of_films(roles: Sequence[Played], search: Search, catalogue: Catalogue) -> list[Played]:
    """The roles in films that a search finds."""
    found = {film.id for film in (await catalogue.search(search)).films}
    return [role for role in roles if role[0].id in found]


def _of_another_age(character: str, name: str) -> bool:
    """Whether a character is one so called as a child, or grown up."""
    words = character.split()
    return len(words) > 1 and words[0] in AGES and " ".join(words[1:]) == name


def _of_theirs(character: str, name: str) -> bool:
    """Whether a character is only somebody of the one named: Katniss' mother."""
    words = [re.sub(r"['’]s?$", "'", word) for word in character.casefold().split()]
    return any(normal(word) == name.split()[-1] and word.endswith("'") for word in words[:-1])


def _is_so(character: str, name: str) -> bool:
    return character == name


def _ends_so(character: str, name: str) -> bool:
    """Whether a character is called so at the end, and is not the same as a child: Imperator Furiosa."""
    words = character.split()
    return f" {character}".endswith(f" {name}") and AGES.isdisjoint(words[: len(words) - len(name.split())])
