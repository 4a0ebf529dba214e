"""How a search is said in words: films by X of the genre Y from 1990 to 1999."""

from collections.abc import Sequence

from bot.knowledge.codes import language_name
from bot.knowledge.query import Job
from bot.knowledge.search import (
    EVERY,
    Alongside,
    Among,
    Beside,
    Did,
    Except,
    Films,
    First,
    Honoured,
    Of,
    Outcome,
    Outside,
    People,
    Playing,
    Search,
    Step,
    Titled,
    Wanted,
    Who,
    With,
    Within,
)
from bot.questions.answers.prize_wording import told
from bot.questions.asked.expressions import ANY
from bot.questions.names.events import event_of
from bot.questions.words.wording import MOST_NAMED, PLURAL, counted, country_in_text, listed, minutes

PASSIVE = {
    Job.CAST: "with",
    Job.DIRECTOR: "directed by",
    Job.WRITER: "written by",
    Job.PRODUCER: "produced by",
    Job.COMPOSER: "with music by",
    Job.CINEMATOGRAPHER: "shot by",
    Job.EDITOR: "edited by",
}
ASPECTS = {
    Wanted.GENRES: "genres",
    Wanted.LANGUAGES: "languages",
    Wanted.COUNTRIES: "countries",
    Wanted.KEYWORDS: "keywords",
    Wanted.YEARS: "years",
    Wanted.DATES: "release dates",
    Wanted.RUNTIMES: "runtimes",
    Wanted.AVERAGE: "the average runtime",
    Wanted.TOTAL: "the total runtime",
}
SUPERLATIVE = {
    ("runtime", True): "longest",
    ("runtime", False): "shortest",
    ("year", True): "latest",
    ("year", False): "earliest",
    ("popularity", True): "best-known",
}
PLACES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
BESIDE = {
    ("runtime", "more"): "longer",
    ("runtime", "less"): "shorter",
    ("year", "more"): "newer",
    ("year", "less"): "older",
    ("runtime", "least"): "not shorter",
    ("runtime", "most"): "not longer",
    ("year", "least"): "not older",
    ("year", "most"): "not newer",
}
MOST_COUNTRIES = 4
"""Countries of films in one sentence; the rest is counted."""


def described(search: Search, label: str) -> str:
    """What a search looks for: `films directed by the directors of Jaws (1975)`."""
    said = label if search.start.keys else "films"
    before: Step | None = None
    for step in search.steps:
        match step:
            case Of(("genre",), values, _, False) if (
                isinstance(before, Of) and before.kinds == ("genre",) and not before.without
            ):
                said = f"{said.replace(' genre ', ' genres ')} and {listed(values)}"
            case Outside(other, jobs):
                said = f"{said} without the {PLURAL[jobs[0]].removeprefix('the ')} of {other.label}"
            case Who(_, character) if character:
                said = f"whoever plays {character.title()}{f' in {said}' if search.start.keys else ''}"
            case Alongside(label=who):
                said = f"{said} who also worked with {who}"
            case Who(jobs):
                said = f"{PLURAL[jobs[0]]} of {said}"
            case Did(jobs):
                said = f"films {PASSIVE[jobs[0]] if jobs != ANY else 'of'} {said}"
            case With(people, _, _, False) if _of_family(people, search.start):
                pass  # the Coen brothers, each of whom worked on them
            case With(_, jobs, who, False) if said == f"films {PASSIVE[jobs[0]]} {label}":
                said = f"{said} and {who}"  # films with A and B
            case With(_, (job,), who, False) if isinstance(before, With) and before.label == who:
                said = f"{said} and {PASSIVE[job]} {who}"
            case With(_, jobs, who, without):
                said = f"{said} {'not ' if without else ''}{PASSIVE[jobs[0]] if len(jobs) == 1 else 'with'} {who}"
            case Of(_, (), what, True):
                said = f"{said} without a {what} that I know"
            case Of() if step.telling:
                continue
            case Of():
                said = f"{said} {'not ' if step.without else ''}{_kept(step)}"
            case Playing():
                said = f"{said} {_role(step)}"
            case Titled():
                said = f"{said} {_titled(step)}"
            case Beside():
                said = f"{said} {'and ' if isinstance(before, Beside) else ''}{_beside(step)}"
            case Among(films):
                said = f"{said} called {films.label}"
            case Except(other):
                said = f"{said} other than {other.label}"
            case First():
                said = _first(step, said)
            case Within(field, low, high):
                said = f"{said} {'not ' if step.without else ''}{_range(field, low, high)}"
            case Honoured(prize):
                said = f"{said} that {told(prize, denied=step.without).replace('was', 'were')}"
        before = step
    if search.without_start and not isinstance(before, Alongside):
        said = f"{said} besides {label}"
    if search.least > 1:
        said = said.replace("films", f"at least {search.least} films", 1).replace("the cast", "the actors", 1)
    if search.most and said.startswith("whoever"):
        return f"{said.replace('whoever plays', 'who plays', 1)} in the most films"
    if search.most:
        return said.replace("films", "the most films", 1).replace("the cast", "the actors", 1)
    if search.wanted is Wanted.COUNT:
        return f"the number of {said}"
    return said if search.wanted is Wanted.NAMES else f"{ASPECTS[search.wanted]} of {said}"


def _of_family(people: Sequence[int], start: Films | People) -> bool:
    """Whether people are some of those at whom a search for the films of a family starts."""
    return isinstance(start, People) and start.together and set(people) <= set(start.keys)


def _first(step: First, said: str) -> str:
    """`the longest of the films …`, `numbers 2 to 3 of the films … by year`."""
    best = SUPERLATIVE.get((step.field, step.highest), "first")
    if step.count == EVERY:
        return f"{said}, the {best} first"
    if step.place > 1:
        return f"the {PLACES[step.place - 1]} {'' if best == 'earliest' else f'{best} '}of the {said}"
    return f"the {step.count} {best} of the {said}" if step.count > 1 else f"the {best} of the {said}"


def _titled(step: Titled) -> str:
    """`with “love” in the title`, `whose titles begin with “star”`."""
    if step.place == "holds":
        return f"with{'out' if step.without else ''} “{step.text}” in the title"
    return f"whose titles {'do not ' if step.without else ''}{step.place.removesuffix('s')} with “{step.text}”"


def _beside(step: Beside) -> str:
    if step.to:
        lead = "that run for a time" if step.field == "runtime" else "from the years"
        return f"{lead} between {listed(films.label for films in step.films)}"
    if step.way == "same":
        return f"of the same {step.field} as {step.other.label}"
    return f"{BESIDE[step.field, step.way]} than {step.other.label}"


def _role(step: Playing) -> str:
    if step.by:
        return f"in which {step.by} {'does not play' if step.without else 'plays'} {step.label}"
    label = step.label.title() if step.label.islower() else step.label
    return f"{'without' if step.without else 'with'} the character {label}"


def _kept(step: Of) -> str:
    match step.kinds[0]:
        case "country":
            return f"from {listed(dict.fromkeys(map(country_in_text, step.values)), MOST_COUNTRIES, 'or')}"
        case "language":
            return f"in {listed(dict.fromkeys(map(language_name, step.values)), style='or')}"
        case "keyword" | "theme":
            return f"about {listed(dict.fromkeys(step.values), style='or')}"
        case "certificate" | "rated":
            return f"rated {step.label}"
        case "source":
            return f"based on {step.label}"
        case "shown" | "premiere":
            return f"{'first ' if step.kinds[0] == 'premiere' else ''}shown at {event_of(step)}"
    return f"of the genre {listed(step.values, style='or')}"


def _range(field: str, low: int | None, high: int | None) -> str:
    unit = " minutes" if field == "runtime" else ""
    lead = "of" if field == "runtime" else "from"
    if low is not None and high is not None:
        return f"{lead} {low}{unit}" if low == high else f"{lead} {low} to {high}{unit}"
    return (
        f"{lead} {low}{unit} or later"
        if high is None and field == "year"
        else (
            f"{lead} at least {low}{unit}"
            if high is None
            else f"{lead} at most {high}{unit}"
            if field == "runtime"
            else f"until {high}"
        )
    )


def found_in_words(search: Search, outcome: Outcome) -> str:
    """The films or values found, with the minutes or films that they were compared by."""
    if search.by_runtime:
        films = zip(outcome.films, outcome.measures, strict=True)
        return listed(
            (f"{film.title} ({film.year or 'year not known'}; {runtime} minutes)" for film, runtime in films),
            MOST_NAMED,
        )
    if outcome.measures:
        people = zip(outcome.values, outcome.measures, strict=True)
        return listed((f"{name} ({counted(count, 'film')})" for name, count in people), MOST_NAMED)
    named = listed((film.label for film in outcome.films), MOST_NAMED)
    if outcome.films and search.wanted is Wanted.NAMES:
        return named
    if search.wanted in (Wanted.AVERAGE, Wanted.TOTAL):
        return minutes(int(outcome.values[0]))
    said = listed((str(value) for value in dict.fromkeys(outcome.values)), MOST_NAMED)
    return f"{said} ({named})" if outcome.films else said
