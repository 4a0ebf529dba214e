"""What people take back as they type: "films of the twenties, 1920s I mean", "Soul director, sorry I mean composer"."""

from collections.abc import Sequence

from bot.questions.rules.phrases import OPENING
from bot.questions.words.filters import filter_at
from bot.questions.words.lexicon import lexicon
from bot.questions.words.tokens import Token, in_a_row, in_clause

_MEANT = [tuple(said.split()) for said in "i mean|i meant|no wait|wait no|no sorry|or rather|make that".split("|")]
"""Words between what is taken back and what is meant."""
LEADS = frozenset("sorry no wait oops oh or rather well actually the".split())
"""Words before and behind that belong to it."""
LEAST_ALIKE, SAME = 70.0, 100.0
"""How much of 100 a name must be like one that is put right, and is where it says the same."""
MOST = 4
"""Words of what is put right."""
LONGEST = 8
"""Words of the longest name that is told in full."""
FILTER, ASKED, IDLE, OTHER = "filter", "asked", "idle", "other"
"""Kinds of what is said: years and lengths, what is asked of a film, what says nothing, and everything else."""


def takes_back(words: Sequence[Token]) -> int:
    """Where something is taken back, behind what it is; 0 where nothing is."""
    plain = [token.word for token in words]
    return next((n for n in range(1, len(plain) - 1) if tuple(plain[n : n + 2]) in _MEANT), 0)


def corrected(words: Sequence[Token]) -> list[Token]:
    """The words with what was meant in the place of the one thing of that kind said before."""
    plain, at = [token.word for token in words], takes_back(words)
    if not at:
        return list(words)
    end, rest = at, words[len(words) :]
    if at + 2 == len(plain):  # 1920s i mean
        while end > 1 and words[end - 1].clause == words[at].clause:
            end -= 1
        meant = range(end, at)
    else:
        stop = next((n for n in range(at + 3, len(plain)) if words[n].clause > words[at + 2].clause), len(plain))
        meant, rest = range(at + 2, stop), words[stop:]
    while end > 0 and plain[end - 1] in LEADS:
        end -= 1
    first = next((n for n in meant if plain[n] not in LEADS), meant.stop)
    kind = _kinds(plain[first : meant.stop])
    said = [range(n, n + size) for n, size, what in _pieces(plain[:end]) if {what} == kind and what != OTHER]
    alone = len(said) == 1 and meant.stop - first <= MOST
    if alone and {plain[n] for n in said[0]} <= {plain[n] for n in meant}:
        return [*words[:at], *words[at + 2 :]]  # in the 80s then, in the 80s i mean
    told = said[0] if alone else _cut_short(plain[:end], plain[first : meant.stop])
    told = told or _misspelt(plain[:end], plain[first : meant.stop])
    if told is None or first == meant.stop:
        return list(words) if plain[at] != "i" or at + 2 == len(plain) else [*words[:at], *words[at + 2 :]]
    put = [in_clause(words[n], words[told.start]) for n in range(first, meant.stop)]
    return in_a_row([*words[: told.start], *put, *words[told.stop : end], *rest])


def _cut_short(said: Sequence[str], meant: Sequence[str]) -> range | None:
    """Where the one name stands that is told in full afterwards: Shawshank, the Shawshank Redemption I mean."""
    told = [n for n, word in enumerate(said) if word in meant and _kinds([word])]
    alone = (
        bool(told)
        and _kinds(meant) == {OTHER}
        and OPENING.isdisjoint(meant)
        and told[-1] - told[0] == len(told) - 1
        and len(told) < len(meant) <= LONGEST
    )
    return range(told[0], told[-1] + 1) if alone else None


def _misspelt(said: Sequence[str], meant: Sequence[str]) -> range | None:
    """Where a name stands that is spelt another way afterwards: Batman, I mean Bateman; none where it says the same."""
    from rapidfuzz.fuzz import ratio  # only for typing errors

    if not 0 < len(meant) <= MOST or _kinds(meant) != {OTHER}:
        return None
    runs = [range(n, n + len(meant)) for n in range(len(said) - len(meant) + 1)]
    alike = [(ratio(" ".join(said[n] for n in run), " ".join(meant)), run.start) for run in runs]
    best, start = max(alike, default=(0.0, 0))
    return range(start, start + len(meant)) if LEAST_ALIKE <= best < SAME else None


def _kinds(plain: Sequence[str]) -> set[str]:
    """The kinds of what words say."""
    return {what for _, _, what in _pieces(plain)} - {IDLE}


def _pieces(plain: Sequence[str]) -> list[tuple[int, int, str]]:
    """Where each part of a text begins, how many words it has, and its kind."""
    done, at = [], 0
    while at < len(plain):
        told, kept = lexicon().at(plain, at, len(plain)), filter_at(plain, at)
        if kept and (not told or kept[0] >= told[0]):
            done.append((at, kept[0], FILTER))
        elif told:
            letter = told[1].letter
            done.append((at, told[0], ASKED if letter in "xrv" else IDLE if letter in ".o" else OTHER))
        else:
            done.append((at, 1, OTHER))
        at += done[-1][1]
    return done
