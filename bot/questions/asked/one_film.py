"""What is asked of one film."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Any

from bot.knowledge.codes import language_code
from bot.knowledge.query import Asked, Job
from bot.knowledge.search import Beside, Films, Of, Step, Wanted, With, Within
from bot.questions.asked.aspect import SPOTS, aspect_of
from bot.questions.asked.expressions import Set, every_film
from bot.questions.asked.intent import ALONE, ASPECT_OF, BY_COUNTRY, EITHER, Intent, jobs_of, unsaid
from bot.questions.asked.relative import COMPARED
from bot.questions.rules.missing import PLACED
from bot.questions.words.certificates import SYSTEMS, by_board, countries_of
from bot.questions.words.item import Item
from bot.questions.words.wording import SITES

DOUBTED = (None, Asked.RELEASE, Asked.RUNTIME, Asked.GENRE, Asked.LANGUAGES)
"""What a yes or no may speak of that asks whether a filter holds."""
BESIDE_A_JOB = (None, Asked.RELEASE, Asked.SUMMARY, Asked.SCORE, Asked.GENRE, Asked.CARD)
"""What may be spoken of where it is asked who did a job."""


@dataclass(frozen=True)
class _Question:
    """What is said about one film."""

    film: Set
    left: Sequence[Item]
    items: Sequence[Item]
    bag: str
    filters: Sequence[Step]
    waste: float

    def has(self, letter: str) -> bool:
        return letter in self.bag

    @cached_property
    def jobs(self) -> tuple[Job, ...]:
        return next((item.meaning for item in self.items if item.letter == "i"), ()) or jobs_of(self.left)

    @cached_property
    def aspect(self) -> Asked | None:
        aspect = aspect_of(self.items)
        return unsaid(aspect, self.filters) if self.has("Y") else aspect

    def asks(self, asked: Asked, cost: float = 0.0, **more: Any) -> Intent:
        """The intent that asks this of the film."""
        return Intent(asked, film=self.film, cost=self.waste + cost, **more)


def of_film(
    film: Set, left: Sequence[Item], items: Sequence[Item], bag: str, filters: Sequence[Step], waste: float
) -> Intent:
    """What is asked of one film."""
    text = _Question(film, left, items, bag, filters, waste)
    if intent := next((told for case in BEFORE_FILTERS if (told := case(text))), None):
        return intent
    waste += 0.5 * ("A" in bag and "f" in bag) + 0.6 * len(filters) + 0.6 * ("m" in bag) + 0.6 * ("N" in bag)
    if filters:
        return _narrowed(of_film(film, left, items, bag, [], waste - 0.3), filters)
    text = replace(text, waste=waste)
    return next((told for case in WITHOUT_FILTERS if (told := case(text))), None) or _card(text)


def _missing(text: _Question) -> Intent | None:
    """What no film tells."""
    missing = next((item.meaning for item in reversed(text.items) if item.letter == "u"), None)
    where = ("where", "which", "what", "in which")
    if not missing or (missing == PLACED and not any(item.text.startswith(where) for item in text.items)):
        return None  # how much time to set aside
    shown = text.aspect is Asked.PREMIERE and missing in SPOTS
    if text.aspect is Asked.RATING or shown or _on_air(text.items, text.jobs, text.aspect):
        return None  # is it suitable for children
    compared = 0.3 * ({"l", "d"} <= set(text.bag))  # which is newer, Sea of Love or Body Double
    return text.asks(Asked.MISSING, 0.2 + compared, words=missing)


def _similar(text: _Question) -> Intent | None:
    """Films like it, of which some are kept: films like F from the 90s, like F but shorter."""
    if text.aspect is not Asked.SIMILAR or not isinstance(text.film.search.start, Films):
        return None
    told = (COMPARED.get(item.meaning) for item in text.items if item.letter == "l")
    beside = [Beside(text.film.search.start, *one) for one in told if one]
    return text.asks(Asked.SIMILAR, search=every_film().keep(*text.filters, *beside).search)


def _made_where(text: _Question) -> Intent | None:
    """Which countries produced it, or where it was shot."""
    if text.has("Y") and text.jobs == (Job.CINEMATOGRAPHER,) and text.items[-1].text in ("in", "at", "on"):
        return text.asks(Asked.MISSING, words="where it was shot")
    if text.aspect is not Asked.COUNTRIES:
        return None
    if text.jobs == (Job.CINEMATOGRAPHER,):
        return text.asks(Asked.MISSING, words="where it was shot")
    return text.asks(Asked.COUNTRIES) if text.jobs == (Job.PRODUCER,) else None


def _rest_of_cast(text: _Question) -> Intent | None:
    """Who is in it besides somebody."""
    whoever = text.has("q") and not text.aspect and text.jobs in ((), (Job.CAST,))
    beside = text.film.search.steps if whoever and len(text.film.keys) == 1 else ()  # of several they tell which
    left_out = (*(step for step in text.filters if isinstance(step, With) and step.without), *beside)
    spared = tuple(step.label for step in left_out if isinstance(step, With))
    cast = text.aspect is Asked.CAST or text.jobs == (Job.CAST,) or whoever
    return text.asks(Asked.CAST, besides=spared) if spared and cast and not text.has("Y") else None


def _title(text: _Question) -> Intent | None:
    named = _titled(text.filters, text.items, text.aspect)
    return text.asks(Asked.TITLES, words=named) if named else None


def _whether(text: _Question) -> Intent | None:
    """Whether a filter holds for it, or which of two does."""
    if not text.filters:
        return None
    either = _either(text.filters, text.items)
    if either is Asked.CERTIFICATE:
        return Intent(either, film=text.film, words=_board(text.filters))
    doubted = text.has("Y") and text.aspect in DOUBTED
    if doubted and either:
        return Intent(either, film=text.film)
    alone = set(text.bag) <= set("Foy") and text.bag[0] == "F" and all(map(_spoken_of, text.filters))
    if doubted or alone:  # F over two hours? F in French?
        return Intent(Asked.WHETHER, film=text.film, search=text.film.search.then(*text.filters))
    return None


def _how_many(text: _Question) -> Intent | None:
    """How many people did a job for it."""
    counts = any(item.letter == "N" and item.text not in ("", "how much") for item in text.items)
    if not (counts and text.jobs) or text.aspect or text.has("f") or text.filters:
        return None
    search = replace(text.film.who(text.jobs).search, wanted=Wanted.COUNT)
    return Intent(Asked.SEARCH, search=search, cost=text.waste)


def _by_job(text: _Question) -> Intent | None:
    """Who did a job for it."""
    if not text.jobs or text.aspect not in BESIDE_A_JOB:
        return None
    if text.aspect is Asked.RELEASE and not text.has("q"):
        return text.asks(Asked.RELEASE)
    return text.asks(ASPECT_OF[text.jobs[0]], 0.25 * (text.aspect is not None) - 0.25, jobs=text.jobs)


def _by_whom(text: _Question) -> Intent | None:
    """Who is it by."""
    whom = {"b", "q"} <= set(text.bag) or _from_whom(text.items)
    return text.asks(Asked.DIRECTOR, jobs=(Job.DIRECTOR,)) if whom and not text.aspect else None


def _aspect(text: _Question) -> Intent | None:
    if text.aspect is Asked.LINKS:
        said = {word for item in text.items if item.letter == "x" for word in item.text.split()}
        return text.asks(text.aspect, words=next((site for site in SITES if site in said), ""))
    if text.aspect is Asked.CAST:
        return text.asks(text.aspect, billed=_billed(text.items))
    if text.aspect is Asked.SERIES:
        kind = in_series(text.items)
        noun = next(n for n, item in enumerate(text.items) if item.meaning is Asked.SERIES)
        if kind.endswith("quel") and all(item.letter != "F" for item in text.items[:noun]):
            return text.asks(Asked.MISSING, words="what came before or after it")  # are there ideas for a sequel to F
        return text.asks(text.aspect, manner=kind)
    return text.asks(text.aspect) if text.aspect else None


def _billed(items: Sequence[Item]) -> int:
    """The place in the billing that is asked for, -1 for the last; 0 for none."""
    if any(item.text.startswith("top") for item in items if item.meaning is Asked.CAST):
        return 1
    _, highest, *place = next((item.meaning for item in items if item.letter == "m"), ("", None))
    return 0 if highest is None else -1 if highest else int(*place or (1,))


def in_series(items: Sequence[Item]) -> str:
    """What a film is asked to be in a series: a sequel, whether it is one, or simply of one."""
    said = {word for item in items if item.meaning is Asked.SERIES for word in item.text.split()}
    kind = next((one for one in ("prequel", "sequel") if one in said), "")
    kind = EITHER if {"prequel", "sequel"} <= said else ALONE if said & {"standalone", "alone"} else kind
    return f"whether {kind}" if any(item.letter == "Y" for item in items) else kind


def _about(text: _Question) -> Intent | None:
    return text.asks(Asked.SUMMARY, -0.25) if text.has("A") else None


def _audience(text: _Question) -> Intent | None:
    return text.asks(Asked.AUDIENCE) if text.has("q") and _for_whom(text.items) else None


def _cast(text: _Question) -> Intent | None:
    """Who is in it."""
    last = text.items[-1]
    if (text.has("q") and text.has("o") and not text.has("m")) or (last.letter == "q" and last.text == "whos"):
        return text.asks(Asked.CAST, 0.1)
    alone = text.bag in ("oF", "ofF") and text.items[0].text == "in"
    return text.asks(Asked.CAST, bare=True) if alone else None


def _card(text: _Question) -> Intent:
    return text.asks(Asked.CARD, 0.2 * text.has("q"), bare=True)


Case = Callable[[_Question], Intent | None]

BEFORE_FILTERS: tuple[Case, ...] = (_missing, _similar, _made_where, _rest_of_cast, _title, _whether, _how_many)
"""What may be asked whatever filters stand beside the title; the first that fits tells."""
WITHOUT_FILTERS: tuple[Case, ...] = (_by_job, _by_whom, _aspect, _about, _audience, _cast)
"""What may be asked besides."""


def _spoken_of(step: Step) -> bool:
    """Whether a filter behind a title asks whether it holds: no film is told by how long it runs or its language."""
    return (isinstance(step, Within) and step.field == "runtime") or (
        isinstance(step, Of) and step.kinds == ("language",)
    )


def _on_air(items: Sequence[Item], jobs: Sequence[Job], aspect: Asked | None) -> bool:
    """Whether nothing that is unknown is spoken of but where a film was seen, beside what is asked: it was on telly."""
    unknown = [item.text for item in items if item.letter == "u"]
    asked = jobs or aspect not in (None, Asked.COUNTRIES, Asked.RELEASE)
    return bool(asked) and all(said.startswith("on ") for said in unknown)


def _from_whom(items: Sequence[Item]) -> bool:
    """Whether it is asked from whom a film is: "of who is it", "from whom is it"."""
    told = any(one.text in ("of", "from") and after.letter == "q" for one, after in pairwise(items))
    return told and all(item.letter in "Fofq" for item in items)


def _for_whom(items: Sequence[Item]) -> bool:
    """Whether it is asked for whom a film is: "who is it for", "for whom is it"."""
    at = [n for n, item in enumerate(items) if (item.letter, item.text) == ("o", "for")]
    return any(n + 1 == len(items) or items[n + 1].letter == "q" for n in at)


def _titled(filters: Sequence[Step], items: Sequence[Item], aspect: Asked | None) -> str:
    """The code of the language or country that a title is asked for in: its French title; "" when none is."""
    kinds = {step.kinds[0] if isinstance(step, Of) else "" for step in filters}
    titled = any(item.letter == "f" and item.text in ("title", "titles") for item in items)
    named = any(item.letter == "K" and item.text.startswith("how is") for item in items)  # how is F called in French
    titled = ((titled or named) and aspect is None) or aspect is Asked.TITLES
    if kinds and kinds <= {"country", "language"} and titled:
        step = next(step for step in filters if isinstance(step, Of))
        return language_code(step.label) if language_code(step.label) != step.label else step.values[0]
    return ""


def _either(filters: Sequence[Step], items: Sequence[Item]) -> Asked | None:
    """What is asked by "is it a comedy or a drama"."""
    kinds = {step.kinds[0] for step in filters if isinstance(step, Of)}
    if len(filters) < 2 or not any(item.letter == "d" and item.text == "or" for item in items):
        return None
    if kinds <= {"certificate", "rated"}:
        return Asked.CERTIFICATE
    if len(kinds) != 1:
        return None
    return {"genre": Asked.GENRE, "language": Asked.LANGUAGES, "country": Asked.COUNTRIES}.get(kinds.pop())


def _board(filters: Sequence[Step]) -> str:
    """The first country whose board gives all these certificates; "" for none."""
    some = [set(countries_of(step)) for step in filters if by_board(step)]
    shared = set.intersection(*some) if some else set()
    return next((country for country in SYSTEMS if country in shared), "")


def _narrowed(intent: Intent, filters: Sequence[Step]) -> Intent:
    """The intent with what the filters add: a country for dates and certificates, else what the film must be."""
    kinds = [step.kinds[0] if isinstance(step, Of) else "" for step in filters]
    if intent.asked is Asked.REASON and set(kinds) <= {"certificate", "rated", "country"}:
        said = {step.kinds[0]: step.values[0] for step in filters if isinstance(step, Of)}
        words = said.get("rated") or f"{said.get('country', '')} {said.get('certificate', '')}".strip()
        return replace(intent, words=words)  # why is it rated R
    if intent.bare and len(filters) == 1 and by_board(one := filters[0]):
        return replace(
            intent, asked=Asked.RATING, bare=False, words=one.values[0][:2] if one.kinds == ("rated",) else ""
        )
    if kinds == ["country"] and intent.asked is Asked.OPENING:
        intent = replace(intent, asked=Asked.RELEASE)  # when was it first shown in the US
    countries = filters[0].values if kinds == ["country"] and isinstance(filters[0], Of) else ()
    if intent.asked in BY_COUNTRY and len(countries) == 1:
        return replace(intent, words=countries[0])
    return replace(intent, film=intent.film.narrow(*filters)) if intent.film else intent
