"""What a conversation is about, so that the next text may say "it", a number or "the 1984 one"."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.knowledge.query import Asked, FilmRef, Query, chosen
from bot.questions.answers.answer import Answer, Kind
from bot.questions.answers.describing import PLACES

_IT = re.compile(
    r"\b(?:(?:this|that|the) (?:film|movie)\b|(?:this|that) one\b|(?<=\w )(?:this|that)\b(?= *[?!.]*$)"
    r"|it['’]?s\b(?! (?:a|an|the|all|always|not|my)\b)"
    r"|it\b(?= *(?:[?!.,;]|$)| (?:about|an?|and|any|based|but|by|called|come|came|for|from|get|good|in|last|long|made"
    r"|ok|okay|old|out|rated|really|released|run|set|shot|suitable|too|win|won|worth|written|directed)\b))",
    re.IGNORECASE,
)
"""Words for the film just talked about; not those of "It Happened One Night" or "It's a Wonderful Life"."""
_THEY = re.compile(r"\b(?:he|she|him|they|this person|that (?:person|actor|actress|director))\b", re.IGNORECASE)
_THEIR = re.compile(
    r"\b(?:his|her|their)(?= (?:other|films?|movies?|first|last|latest|longest|shortest)\b)", re.IGNORECASE
)
"""Words for the person just talked about; not the "her" of "who wrote Her?"."""
_ANOTHER_YEAR = re.compile(
    r"(?:no|nope|not that one)?[,. ]*(?:i mean(?:t)? )?(?:the )?(?:(?:one|film|version) )?(?:from |of |in )?"
    r"(?P<year>(?:18|19|20)\d\d)(?: (?:one|film|movie|version))?[.!?]?",
    re.IGNORECASE,
)
MOST_CHOICES = 10
"""Films listed of which one may be picked for "it"."""
_GO_ON = 6
"""Words of the longest text that is taken for the rest of a question about the film just talked about."""
_ASKS_WHO = frozenset(
    [
        Asked.DIRECTOR,
        Asked.WRITERS,
        Asked.PRODUCERS,
        Asked.MUSIC,
        Asked.CINEMATOGRAPHY,
        Asked.EDITING,
        Asked.CAST,
        Asked.ROLE,
    ]
)
_CORRECTION = re.compile(r"^(?:no|nope|yes|sorry|i mean|i meant)\b[, ]*(?=.)")
_NUMBER = re.compile(r"(?:the |number |no\.? ?|#)?(?P<number>\d{1,2})[.)]?", re.IGNORECASE)
_FILLING = frozenset("a an by directed film from i in made mean movie of one please s that the version".split())


@dataclass(slots=True)
class Context:
    """One conversation: the film it was last about, and a choice that waits for an answer."""

    film: FilmRef | None = None
    films: tuple[FilmRef, ...] = ()
    """What the last answer was about."""
    asked: Query | None = None
    listed: Query | None = None
    """What was last answered by a list of films or of a person's."""
    choices: tuple[FilmRef, ...] = ()
    person: str | None = None

    def chosen(self, text: str) -> Query | None:
        """The question that waits, put for the film a text picks from the choices; None when it picks none."""
        picked = pick(text, self.choices)
        if picked and self.asked:
            return self.asked.about(chosen(picked.id))
        another = _ANOTHER_YEAR.fullmatch(text.strip())
        if another and self.film and self.asked and self.asked.film and not self.choices:
            return self.asked.about(f"{self.film.title} ({another['year']})")
        return None

    def completed(self, text: str, named: Collection[str] = ()) -> str:
        """The text with the film it was last about instead of "it", unless a film (a person) is `named` before that."""
        if self.person and "person" not in named:
            text = _THEIR.sub(f"{self.person}’s", _THEY.sub(self.person, text, count=1), count=1)
        film = None if "film" in named else self.film
        return _IT.sub(lambda _: film.label, text, count=1) if film else text

    def of_first(self, text: str) -> str | None:
        """The text about the first of the films listed last, where it says "it" of one of them; None for any other."""
        several = self.film is None and 1 < len(self.films) <= MOST_CHOICES
        return _IT.sub(lambda _: self.films[0].label, text, count=1) if several and _IT.search(text) else None

    @staticmethod
    def before(text: str) -> str:
        """What stands before the first word for what was talked about."""
        found = [match.start() for words in (_IT, _THEY, _THEIR) if (match := words.search(text))]
        return text[: min(found, default=0)]

    def gone_on(self, text: str) -> str | None:
        """A short text as a question about the film just talked about: "and the cast?" asks about its cast."""
        if self.film is None or len(text.split()) > _GO_ON or not text.strip(" ?!."):
            return None
        return f"{text.strip(' ?!.')} of {self.film.label}"

    def heard(self, answer: Answer) -> None:
        """Remember what an answer was about."""
        if answer.kind is not Kind.NONE:
            self.asked, self.choices, self.films = answer.query, answer.choices, answer.films
            listed = answer.query is not None and answer.query.asked in (Asked.SEARCH, Asked.PERSON)
            self.film = answer.films[0] if len(answer.films) == 1 else None if listed else self.film
            self.listed = answer.query if listed else self.listed
            self.person = _person(answer) or self.person


def _person(answer: Answer) -> str | None:
    """The one person an answer is about."""
    query = answer.query
    if query is None or answer.kind is not Kind.ANSWER:
        return None
    if query.asked is Asked.PERSON:
        return query.person
    if query.asked in _ASKS_WHO and len(answer.values) == 1:
        return str(answer.values[0])
    return None


def pick(text: str, choices: Sequence[FilmRef]) -> FilmRef | None:
    """The choice a text names by its number, its place, its year, its director or its label; None when not just one."""
    said = _CORRECTION.sub("", " ".join(text.casefold().split())).strip(" .!?")
    if match := _NUMBER.fullmatch(said):
        number = int(match["number"])
        return choices[number - 1] if 1 <= number <= len(choices) else None
    words = _words(said)
    for place, ordinal in enumerate(PLACES[: len(choices)]):
        if ordinal in words and words <= {ordinal, "the", "one", "film", "movie"}:
            return choices[place]
    fits = [
        film
        for film in choices
        if said == film.title.casefold()
        or (words & _telling(film) and words <= _telling(film) | _words(film.title) | _FILLING)
    ]
    return fits[0] if len(fits) == 1 else None


def _telling(film: FilmRef) -> set[str]:
    """The words that tell a film from others of its title: its year and the names of its directors."""
    return {str(film.year or ""), *_words(" ".join(film.directors))} - {""}


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))
