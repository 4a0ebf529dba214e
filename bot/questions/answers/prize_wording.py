"""How prizes are said, and what became of those who were up for them."""

from collections.abc import Sequence
from dataclasses import replace

from bot.knowledge.film import Award
from bot.knowledge.query import Prize, Result
from bot.questions.names.honours import FIELD
from bot.questions.words.wording import listed

DID = {
    Result.WON: "won",
    Result.NOMINATED: "won or was nominated for",
    Result.LOST: "was nominated for, but did not win,",
    Result.VAIN: "was nominated for, but never won,",
    None: "won or was nominated for",
}
DID_NOT = {
    Result.WON: "did not win",
    Result.NOMINATED: "was not nominated for",
    Result.LOST: "was not nominated in vain for",
    Result.VAIN: "was not nominated in vain for",
    None: "was not nominated for",
}
_HAVING = {
    Result.WON: "won",
    Result.NOMINATED: "won or nominated for",
    Result.LOST: "nominated for and not won",
    Result.VAIN: "nominated for and none won",
    None: "won or nominated for",
}


def named(prize: Prize) -> str:
    """`Best Picture at the Academy Awards in 2020`, as far as it was said."""
    said = "an award"
    if prize.categories:
        said = listed(dict.fromkeys(FIELD.sub("", one) for one in prize.categories), 2)
        said += f" at the {listed(prize.awards)}" if prize.awards else ""
    elif prize.awards:
        one = prize.awards[0]
        said = f"one of the {one}" if one.endswith("Awards") else f"an award at the {one}"
    if prize.times:
        low, high = prize.times
        number = f"{low}" if low == high else f"at least {low}" if high > low + low else f"{low} to {high}"
        said = f"{number}{number_of(prize, low if low == high else 0)}"
    if prize.years:
        low, high = prize.years
        said += f" in {low}" if low == high else f" from {low} to {high}"
    said += f" other than {named(prize.but)}" if prize.but else ""
    return f"{said} for playing {prize.character.title()}" if prize.character else said


def told(prize: Prize, *, denied: bool = False) -> str:
    """`won Best Picture at the Academy Awards`: what was done, or not, of a film or person."""
    did = (DID_NOT if denied else DID)[prize.result]
    return f"{did} {named(prize)}{f' ({prize.person})' if prize.person else ''}"


def number_of(prize: Prize, number: int = 0) -> str:
    """` Academy Awards`, ` award for Best Picture`: the prizes of which there are so many."""
    if prize.categories:
        return f" award{'s' * (number != 1)} for {named(replace(prize, years=None, times=None))}"
    some = listed(prize.awards) if prize.awards else "awards"
    some = some.removesuffix("s") if number == 1 and some.lower().endswith("awards") else some
    return f" {some} ({listed(prize.of, style='or')})" if prize.of else f" {some}"


def how_many(prize: Prize, some: Sequence[Award]) -> str:
    """`won 7 Academy Awards`, `was nominated for 8 awards and won 1 of them`: how many of the prizes there are."""
    if prize.result is not Result.NOMINATED:
        return f"{DID[prize.result]} {len(some)}{number_of(prize, len(some))}"
    won = sum(award.result == "won" for award in some)
    won_of_them = f" and won {won or 'none'} of them" if some else ""
    return f"was nominated for {len(some)}{number_of(prize, len(some))}{won_of_them}"


def vainly(prize: Prize, some: Sequence[Award]) -> str:
    """What is said behind nominations of which it is asked what was not won."""
    if prize.result is not Result.LOST:
        return ""
    return f", but did not win {'it' if len(some) == 1 else 'any of these'}"


def leading(prize: Prize, top: int) -> str:
    """How many prizes those have who have most."""
    return f"Of the films I know, with {top}{number_of(prize, top)} {_HAVING[prize.result]}"
