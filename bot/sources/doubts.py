"""What is doubtful in an entry of the films folder: it may be right, so it is told and passes."""

import re
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import Levenshtein

from bot.knowledge.codes import language_names
from bot.knowledge.film import Film
from bot.sources.entry_rules import Shortcoming

LONG = 300
"""Minutes over which few films run."""

LONGEST_CODE = 3

COPIED = 8
"""So many words in a row, the same in two summaries, are no chance."""

_SPOILERS = re.compile(
    r"\b(?:turns? out (?:to be|that)|(?:is|are|was) revealed|reveals? that|in the end|(?:at|by) the end|finale|twist"
    r"|(?:finally|eventually|ultimately) (?:dies|kills?|marr(?:y|ies)|escapes?|wins?|discovers?)"
    r"|(?:dies|is killed|kills (?:him|her)self|was dead all along)|the (?:killer|murderer|culprit) is)\b",
    re.IGNORECASE,
)


def doubts(film: Film) -> Iterator[Shortcoming]:
    """What is doubtful in an entry by itself."""
    if film.runtime and film.runtime > LONG:
        yield ("runtime",), f"is over {LONG} minutes, which few films are; check it and say so in the sources"
    for index, language in enumerate(film.languages):
        if wrong := _no_language(language):
            yield ("languages", index), wrong
    last = re.split(r"(?<=[.!?])\s+", film.summary.strip())[-1] if film.summary else ""  # what comes first is told
    if match := _SPOILERS.search(last):
        yield ("summary",), f"looks like a spoiler (“{match[0]}”); say it in the plot, or in other words"
    first: dict[str, str | None] = {}
    for index, role in enumerate(film.cast):
        name = role.name.casefold()
        if name in first and (role.character is None or first[name] is None):
            yield ("cast", index), "stands in the cast twice; put the characters into one line, or delete one"
        first.setdefault(name, role.character)


def _no_language(text: str) -> str | None:
    """What is wrong with a language that reads like a code or a name, but is none; others may have no code."""
    said, known = text.casefold(), language_names()
    if said in known:
        return None
    if len(said) <= LONGEST_CODE:
        return "is no code of a language; write one of two letters, such as en, or the English name"
    near = next((name for name in sorted(known) if Levenshtein.distance(said, name, score_cutoff=1) <= 1), None)
    return f"is no language with a code; write {near.title()} if you mean that" if near else None


def copies(summaries: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    """(file, other file, words) of summaries that share words with one before; of (file, summary)."""
    seen: dict[tuple[str, ...], str] = {}
    for file, summary in summaries:
        words = re.findall(r"[\w'’-]+", summary.lower())
        runs = [tuple(words[at : at + COPIED]) for at in range(len(words) - COPIED + 1)]
        if shared := next((run for run in runs if run in seen), None):
            yield file, seen[shared], " ".join(shared)
        for run in runs:
            seen.setdefault(run, file)
