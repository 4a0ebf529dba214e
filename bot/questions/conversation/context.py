"""What a conversation is about: the films and people last told, and what was asked of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.knowledge.query import Asked, FilmRef, Query
from bot.knowledge.search import People, Playing, With
from bot.questions.answers.answer import Answer, Kind
from bot.questions.asked.intent import ASPECT_OF, OF_TWO

MOST_RECENT = 6
"""Films talked about that are remembered."""
MOST_TOLD = 3
"""People told by one answer who may be meant by "they"."""
_TELL_PEOPLE = frozenset([*ASPECT_OF.values(), Asked.ROLE, Asked.COMMON])


@dataclass(slots=True)
class Context:
    """One conversation, empty at first."""

    film: FilmRef | None = None
    """The film that was last talked about by itself; None where several were."""
    films: tuple[FilmRef, ...] = ()
    """What the last answer was about."""
    recent: tuple[FilmRef, ...] = ()
    """The single films that were talked about, the last one first."""
    people: tuple[str, ...] = ()
    """Who was last talked about by name."""
    two_people: tuple[str, ...] = ()
    """The two who were last talked about one by one, or together."""
    asked: Query | None = None
    aspect: Asked | None = None
    """The last thing asked that people are told by: who directed, wrote, played."""
    role: str = ""
    """The character that was last asked about or told."""
    listed: Query | None = None
    """What was last answered by a list of films or of a person's."""
    told: tuple[FilmRef, ...] = ()
    """The films of that list."""
    choices: tuple[FilmRef, ...] = ()
    """The films of which one is to be chosen."""
    waiting: str = ""
    """The last text, where it asked something of a film that it did not name."""
    wish: str = ""
    """The last text, where it wanted a film picked."""
    said: tuple[str, ...] = ()
    """The texts that the next one may go on with: those of the list, and what was said since by itself and further."""
    said_of_list: tuple[str, ...] = ()

    @property
    def begun(self) -> bool:
        """Whether there is anything that a text may go on with."""
        return bool(self.asked or self.waiting)

    @property
    def two(self) -> Sequence[FilmRef]:
        """The two films that were talked about last; empty where there are not two."""
        several = self.films if len(self.films) > 1 else self.recent[1::-1]
        return several if len(several) == len("ab") else ()

    def heard(self, answer: Answer, waiting: str = "", said: tuple[str, ...] = ()) -> None:
        """Remember what an answer was about.

        `waiting` is the text it answers, where that lacks the name of a film; `said` the texts that it goes back to,
        none where a film was chosen or a button pressed.
        """
        self.waiting = waiting
        query = answer.query
        if answer.kind is Kind.NONE or query is None:
            return
        self.asked, self.choices, self.films = query, answer.choices, answer.films
        if query.asked in ASPECT_OF.values():
            self.aspect = query.asked
        told = query.asked is Asked.CHARACTER and answer.kind is Kind.ANSWER and len(answer.values) == 1
        self.role = (str(answer.values[0]) if told else _role(query)) or self.role
        crowd = query.asked in _TELL_PEOPLE and len(answer.values) > MOST_TOLD
        self.people = () if crowd else _people(answer) or self.people
        if len(both := _searched(query)) == len("ab"):
            self.two_people = both
        elif len(self.people) > 1:
            self.two_people = self.people if len(self.people) == len("ab") else ()
        elif self.people:
            self.two_people = tuple(dict.fromkeys((*self.two_people[-1:], *self.people)))
        if query.asked in (Asked.SEARCH, Asked.PERSON):
            self.listed, self.said_of_list = query, said
            self.told = tuple(
                film for film in answer.films if query.asked is Asked.SEARCH or film.title in answer.values
            )
        self.film = _film(answer)
        alone = said[:-1] != self.said and self.listed is not query
        self.said = (*self.said_of_list, *said) if alone else said
        if not said and self.film:
            self.said = (self.film.label,)
        for film in (*reversed(answer.films[:2]), self.film) if self.film else ():
            self.recent = (film, *(one for one in self.recent if one.id != film.id))[:MOST_RECENT]


def _role(query: Query) -> str:
    """The character a query asks about; "" for none."""
    if query.asked is Asked.ROLE:
        return query.other or ""
    steps = query.search.steps if query.search else ()
    return next((step.label for step in steps if isinstance(step, Playing) and not step.by), "")


def _film(answer: Answer) -> FilmRef | None:
    """The film an answer is about: the first of two that were compared, unless it tells the other."""
    compared = len(answer.films) == len("ab") and answer.query and answer.query.asked in OF_TWO | {Asked.WHETHER}
    if len(answer.films) != 1 and not compared:
        return None
    return next((film for film in answer.films if film.title in answer.values), answer.films[0])


def _people(answer: Answer) -> tuple[str, ...]:
    """Who is named by an answer that tells a few, or else by the question."""
    query = answer.query
    assert query
    tells = query.asked in _TELL_PEOPLE or (query.prize is not None and query.prize.asked == "people")
    if tells and answer.kind is Kind.ANSWER and len(answer.values) <= MOST_TOLD:
        return tuple(map(str, answer.values))
    if answer.kind is Kind.ANSWER and (named := query.person or (query.prize and query.prize.person)):
        return (named,)
    return _searched(query)[-1:]


def _searched(query: Query) -> tuple[str, ...]:
    """Whose films a query searches for."""
    if not query.search:
        return ()
    start = query.search.start
    labels = [start.label] if isinstance(start, People) else []
    labels += [step.label for step in query.search.steps if isinstance(step, With) and not step.without]
    return tuple(filter(None, labels))
