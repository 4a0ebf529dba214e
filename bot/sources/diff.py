"""What changed in a film, as lines of plain text: the field, what went after a minus and what came after a plus."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from bot.knowledge.film import Film
from bot.sources.fields import FIELDS, field_text

SHOWN = 200
"""Characters of a line that are shown; of a longer one the part around what changed."""

_AROUND = 40


def diff_lines(before: Film | None, after: Film | None) -> list[str]:
    """`runtime:`, `- 90`, `+ 95` and so on for every field that changed, in the schema's order."""
    lines: list[str] = []
    for name in FIELDS:
        old, new = (field_text(f, name).split("\n") if f and getattr(f, name) else [] for f in (before, after))
        if old != new:
            lines += [f"{name}:", *_changed(old, new)]
    return lines


def _changed(old: list[str], new: list[str]) -> Iterator[str]:
    """The lines that went and came; one that was only changed is shown around the place."""
    for tag, start, end, at, to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        gone, come = old[start:end], new[at:to]
        if len(gone) == len(come):
            pairs = [_shortened(*pair) for pair in zip(gone, come, strict=True)]
            gone, come = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
        yield from (f"- {_short(line)}" for line in gone if line)
        yield from (f"+ {_short(line)}" for line in come if line)


def _short(line: str) -> str:
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"


def _shortened(old: str, new: str) -> tuple[str, str]:
    """Two lines without most of what they begin and end with in common."""
    if max(len(old), len(new)) <= SHOWN:
        return old, new
    start = _alike(old, new)
    end = min(_alike(old[::-1], new[::-1]), min(len(old), len(new)) - start)
    first, last = max(0, start - _AROUND), max(0, end - _AROUND)
    return _middle(old, first, last), _middle(new, first, last)


def _alike(one: str, other: str) -> int:
    """How many characters both begin with."""
    pairs = zip(one, other, strict=False)
    return next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _middle(line: str, first: int, last: int) -> str:
    return ("…" if first else "") + line[first : len(line) - last] + ("…" if last else "")
