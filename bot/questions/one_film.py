"""What is asked of one film."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.knowledge.codes import language_code
from bot.knowledge.query import Asked, Job
from bot.knowledge.search import Of, Step, With, Within
from bot.questions.aspect import SPOTS, aspect_of
from bot.questions.certificates import SYSTEMS, by_board, countries_of
from bot.questions.expressions import Set
from bot.questions.intent import ASPECT_OF, BY_COUNTRY, Intent, jobs_of, unsaid
from bot.questions.item import Item
from bot.questions.rules.missing import PLACED
from bot.questions.wording import SITES


def of_film(
    film: Set, left: Sequence[Item], items: Sequence[Item], bag: str, filters: list[Step], waste: float
) -> Intent | None:
    """What is asked of one film."""
    jobs = next((item.meaning for item in items if item.letter == "i"), ()) or jobs_of(left)
    aspect = unsaid(aspect_of(items), filters) if "Y" in bag else aspect_of(items)
    missing = next((item.meaning for item in reversed(items) if item.letter == "u"), None)
    if missing == PLACED and not any(item.text.startswith(("where", "which", "what", "in which")) for item in items):
        missing = None  # how much time to set aside
    told = aspect is Asked.RATING or (aspect is Asked.PREMIERE and missing in SPOTS) or _on_air(items, jobs, aspect)
    if missing and not told:  # is it suitable for children
        compared = 0.3 * ({"l", "d"} <= set(bag))  # which is newer, Sea of Love or Body Double
        return Intent(Asked.MISSING, film=film, words=missing, cost=waste + 0.2 + compared)
    if aspect is Asked.COUNTRIES and jobs == (Job.PRODUCER,):
        return Intent(aspect, film=film, cost=waste)  # which countries produced it
    if aspect is Asked.COUNTRIES and jobs == (Job.CINEMATOGRAPHER,):
        return Intent(Asked.MISSING, film=film, words="where it was shot", cost=waste)
    spared = next((step.label for step in filters if isinstance(step, With) and step.without), "")
    if spared and "Y" not in bag and (aspect is Asked.CAST or jobs == (Job.CAST,) or ("q" in bag and not aspect)):
        return Intent(Asked.CAST, film=film, words=spared, cost=waste)
    if named := _titled(filters, items, aspect):
        return Intent(Asked.TITLES, film=film, words=named, cost=waste)
    if filters and (either := _either(filters, items)) is Asked.CERTIFICATE:
        return Intent(either, film=film, words=_board(filters))
    if filters and ("Y" in bag) and aspect in (None, Asked.RELEASE, Asked.RUNTIME, Asked.GENRE, Asked.LANGUAGES):
        if either:
            return Intent(either, film=film)
        return Intent(Asked.WHETHER, film=film, search=film.search.then(*filters))
    if filters and set(bag) <= set("Foy") and bag[0] == "F" and all(map(_spoken_of, filters)):
        return Intent(Asked.WHETHER, film=film, search=film.search.then(*filters))  # F over two hours? F in French?
    waste += 0.5 * ("A" in bag and "f" in bag) + 0.6 * len(filters) + 0.6 * ("m" in bag) + 0.6 * ("N" in bag)
    if filters and (intent := of_film(film, left, items, bag, [], waste - 0.3)):
        return _narrowed(intent, filters, items)
    if jobs and (aspect is None or aspect in (Asked.RELEASE, Asked.SUMMARY, Asked.SCORE, Asked.GENRE, Asked.CARD)):
        if aspect is Asked.RELEASE and "q" not in bag:
            return Intent(aspect, film=film, cost=waste)
        waste += 0.25 * (aspect is not None)
        return Intent(ASPECT_OF[jobs[0]], film=film, jobs=jobs, cost=waste - 0.25)
    if not aspect and ({"b", "q"} <= set(bag) or _from_whom(items)):
        return Intent(Asked.DIRECTOR, film=film, jobs=(Job.DIRECTOR,), cost=waste)  # who is it by
    if aspect is Asked.LINKS:
        said = {word for item in items if item.letter == "x" for word in item.text.split()}
        return Intent(aspect, film=film, words=next((site for site in SITES if site in said), ""), cost=waste)
    if aspect:
        return Intent(aspect, film=film, cost=waste)
    if "A" in bag:
        return Intent(Asked.SUMMARY, film=film, cost=waste - 0.25)
    if "q" in bag and _for_whom(items):
        return Intent(Asked.AUDIENCE, film=film, cost=waste)
    if ("q" in bag and "o" in bag and "m" not in bag) or (items[-1].letter == "q" and items[-1].text == "whos"):
        return Intent(Asked.CAST, film=film, cost=waste + 0.1)
    if bag in ("oF", "ofF") and items[0].text == "in":
        return Intent(Asked.CAST, film=film, cost=waste, bare=True)
    return Intent(Asked.CARD, film=film, cost=waste + 0.2 * ("q" in bag), bare=True)


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
    titled = (titled and aspect is None) or aspect is Asked.TITLES
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


def _narrowed(intent: Intent, filters: Sequence[Step], items: Sequence[Item]) -> Intent:
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
