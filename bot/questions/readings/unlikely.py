"""What makes a reading of a text unlikely though it asks something, and what that costs."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from bot.knowledge.query import Asked, Job
from bot.questions.asked.intent import MEASURED, Intent
from bot.questions.asked.playing import by_players, roles
from bot.questions.names.mentions import WHOLE, Mention, played
from bot.questions.rules.peoples import nation
from bot.questions.words.item import Item, is_filter
from bot.questions.words.lexicon import lexicon
from bot.questions.words.tokens import Token

FAINT = 0.5
"""What it costs to take one word for the character that films are asked for by, where nothing says so."""
DANGLING = 1.0
"""What it costs that nothing stands behind "in" where a role is asked for, or behind "and"."""
ASKED = 1.0
"""What it costs to answer no role where it is asked as whom somebody appears."""


@dataclass(frozen=True)
class Taken:
    """A text as it is taken: what it asks, its items, and the names in it."""

    intent: Intent
    items: list[Item]
    words: Sequence[Token]
    names: Sequence[Mention]

    @cached_property
    def letters(self) -> str:
        return "".join(item.letter for item in self.items)

    @cached_property
    def characters(self) -> list[Mention]:
        return [mention for mention in self.names if mention.kind == "character"]

    @cached_property
    def by_character(self) -> bool:
        """Whether films are asked for by the characters in them."""
        role = any(one.asked is Asked.ROLE for one in (self.intent, *self.intent.also))
        return bool(self.characters) and not role and not by_players(self.intent)

    @cached_property
    def faint(self) -> bool:
        """Whether one word is taken for such a character, and nothing says so."""
        told = "K" in self.letters or any(role.people for role in roles(self.intent))
        return self.by_character and not told and any(one.size == 1 for one in self.characters)


def possible(text: Taken) -> bool:
    """Whether the characters named are asked about, and are no common words: something creepy, a film with David."""
    before = (text.words[one.start - 1].word for one in text.characters if one.start)
    if any(word in ("something", "anything") for word in before):
        return False
    if text.by_character and len(text.characters) != len(list(roles(text.intent))):
        return False
    return not (text.faint and any(one.size == 1 and one.named[0].weight < WHOLE for one in text.characters))


def prices(text: Taken) -> Iterator[float]:
    """What every unlikely thing about a text costs."""
    return (price for unlikely, price in UNLIKELY if unlikely(text))


def _namesake(text: Taken) -> bool:
    """Whether a character is called as a person is: with Jackie Chan."""
    return text.by_character and any(one.named[0].weight < 0 for one in text.characters)


def _player(text: Taken) -> bool:
    """Whether one who plays somebody is taken for a character of that name: the nun Susan Sarandon plays."""
    namesake = any(one.named[0].weight < 0 for one in text.characters)
    pairs = zip(text.items, text.items[1:], strict=False)
    return namesake and any(one.letter == "C" and does.text in ("plays", "play") for one, does in pairs)


def _beside_nothing(text: Taken) -> bool:
    """Whether what films are compared with, or lie beside, is not understood: longer than Up."""
    strange = {item.text for item in text.items if item.letter == "_"}
    pairs = zip(text.words, text.words[1:], strict=False)
    second = text.letters.find("oFd_")
    between = second >= 0 and text.items[second].text == "between"
    return between or any(one.word in ("than", "between") and after.word in strange for one, after in pairs)


def _bare(text: Taken) -> bool:
    """Whether nothing but a name is understood of words that compare or doubt."""
    return text.intent.bare and not {"l", "Y"}.isdisjoint(text.letters)


def _job_of_films(text: Taken) -> bool:
    return "rf" in text.letters and "P" not in text.letters


def _genre_as_job(text: Taken) -> bool:
    """Whether a genre is taken for a job though the text speaks of genres: the music genre, of the genre Music."""
    beside = {i for n, item in enumerate(text.items) if item.meaning is Asked.GENRE for i in (n - 1, n + 1, n + 2)}
    beside |= {n + 1 for n, item in enumerate(text.items) if item.letter == "A"}  # tagged Music
    return any(n in beside and item.letter == "r" for n, item in enumerate(text.items))


def _adapted(text: Taken) -> bool:
    """Whether a title is taken for what is asked of one: who wrote Adaptation."""
    return any(
        item.letter == "v" and item.meaning != (Job.CAST,) and after.letter == "x" and after.text == "adaptation"
        for item, after in pairwise(text.items)
    )


def _national(text: Taken) -> bool:
    """Whether a nation before a title is taken for a character: who is in the Korean Oldboy."""
    return any(
        item.letter == "C" and after.letter == "F" and before.letter != "k" and nation(item.text)
        for before, item, after in zip([Item(""), *text.items], text.items, text.items[1:], strict=False)
    )


def _nation_as_language(text: Taken) -> bool:
    """Whether a language is taken for a nation: with Italian as a language."""
    three = zip(text.items, text.items[1:], text.items[2:], strict=False)
    return any(
        is_filter(one, "nation", "country") and two.text == "as" and what.meaning is Asked.LANGUAGES
        for one, two, what in three
    )


def _job_of_genre(text: Taken) -> bool:
    """Whether music is taken for a job before a genre, or before films: music documentaries, her music films."""
    music = (after for one, after in pairwise(text.items) if one.letter == "r" and one.text == "music")
    return any(after.letter == "f" or is_filter(after, "genre") for after in music)


def _played_nation(text: Taken) -> bool:
    """Whether a nation is played: who played Turkish, which is a name."""
    return "ky" in text.letters


def _played_nobody(text: Taken) -> bool:
    """Whether one who is played is taken for words of the question: who played the Dude, who is the Narrator."""
    named = {n for one in text.names for n in range(one.start, one.end)}
    some = (Mention(n, n + 1, "character", ()) for n in range(len(text.words)) if n not in named)
    return any(played(one, text.words) and _worn(text.words[one.start].word) for one in some)


def _worn(word: str) -> bool:
    """Whether a word says nothing in a question, or what no film tells."""
    told = lexicon().phrases.get((word,))
    return told is not None and told.letter in ".u"


def _compared_role(text: Taken) -> bool:
    """Whether one who is played is taken for a film that is older than another: who plays the older Rose in Titanic."""
    return "kl" in text.letters and text.intent.asked in MEASURED


def _played_film(text: Taken) -> bool:
    """Whether a film is played: who played Batman, who is a character."""
    return text.letters.rstrip("T").endswith(("kF", "kKF")) and "Y" not in text.letters


def _in_character(text: Taken) -> bool:
    """Whether people are in somebody: how many actors are in Alien."""
    pairs = zip(text.items, text.items[1:], strict=False)
    return any(one.letter == "v" and one.text.endswith(" in") and after.letter == "C" for one, after in pairs)


def _dangling(text: Taken) -> bool:
    """Whether something is missing at the end, or behind "in": who played Chris in Get Out, which is not anywhere."""
    role = text.intent.asked is Asked.ROLE and text.intent.film is None
    if role and any(map(_dangles, text.items, [*text.items[1:], Item("")])):
        return True
    if text.letters.endswith("d") or re.fullmatch("YP[vrdo]*[vo]A?|Y_*vbP", text.letters):  # did X direct: Get Out
        return True
    return text.items[-1].text == "in" and text.words[-1].word != "in"  # in Nope, which is no no


def _dangles(item: Item, after: Item) -> bool:
    """Whether nothing stands behind "in" that somebody may be in."""
    return item.letter == "o" and item.text in ("in", "from") and after.letter not in ("y", "f", "F")


def _within(text: Taken) -> bool:
    """Whether films are asked for by another film: films in which Batman appears."""
    films = not {"f", "N"}.isdisjoint(text.letters) and set("qrPb").isdisjoint(text.letters)
    inside = zip(text.items, text.items[1:], text.items[2:], strict=False)
    if any(one.letter == "f" and by.text.endswith("in") and film.letter == "F" for one, by, film in inside):
        return True  # films in Zulu
    return films and re.search("Fv|KF|Fo?K", text.letters) is not None


def _half_of_both(text: Taken) -> bool:
    """Whether a film and something else are asked about both: both Vera Drake and another year."""
    four = zip(text.items, text.items[1:], text.items[2:], text.items[3:], strict=False)
    return any(
        both.text.startswith("both") and one.letter in "FP" and by.text == "and" and other.letter not in "FP_"
        for both, one, by, other in four
    )


def _unanswered(text: Taken) -> bool:
    """Whether it is asked as whom somebody appears, and no role is the answer."""
    asks = any(item.text in ("as whom", "as who") for item in text.items)
    return asks and text.intent.asked is not Asked.CHARACTER


UNLIKELY: tuple[tuple[Callable[[Taken], bool], float], ...] = (
    (lambda text: text.faint, FAINT),
    (_namesake, FAINT),
    (_player, FAINT),
    (_bare, 0.6),
    (_job_of_films, 0.4),
    (_genre_as_job, 0.5),
    (_adapted, 0.5),
    (_national, 0.5),
    (_nation_as_language, 0.5),
    (_job_of_genre, 0.5),
    (_played_nation, 0.5),
    (_played_nobody, 0.53),
    (_compared_role, 0.5),
    (_played_film, 0.5),
    (_in_character, 0.5),
    (_dangling, DANGLING),
    (_beside_nothing, DANGLING),
    (_within, 0.7),
    (_half_of_both, 0.8),
    (_unanswered, ASKED),
)
"""What each unlikely thing costs."""
