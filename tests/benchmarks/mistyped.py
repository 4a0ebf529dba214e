"""Ways people mistype titles, made from real titles with a seed: what the ranking is fitted to and measured with.

Every way is a function of a film and a random generator that returns what was typed, or None when the film's title does
not lend itself to it. `mixed` applies two ways one after the other, as people do.
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.matching.normal import normal
from bot.matching.numerals import digits

Way = Callable[["Film", random.Random], str | None]
LETTERS = "abcdefghijklmnopqrstuvwxyz"
ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"]
KEYS = {letter: (row, column + row / 2) for row, keys in enumerate(ROWS) for column, letter in enumerate(keys)}
KEYBOARD = {
    letter: [key for key, (y, x) in KEYS.items() if key != letter and abs(y - row) <= 1 and abs(x - column) <= 1]
    for letter, (row, column) in KEYS.items()
}
ALIKE = ["ph f", "ck k", "c k", "s z", "ie y", "ea ee", "oo u", "ou ow", "x ks", "qu kw", "tion shun", "ght t", "wh w",
         "kn n", "er or", "ei ie", "ai ay", "dge j", "ce se", "i y", "ll l", "ss s", "tt t", "nn n"]  # fmt: skip
HEARD = [(a, b) for pair in ALIKE for a, b in (pair.split(), pair.split()[::-1])]
NOISE = [
    "{} movie",
    "{} film",
    "the movie {}",
    "the film {}",
    "{} the movie",
    "{} full movie",
    "{} the film",
    "movie called {}",
    "film {}",
]


@dataclass(frozen=True)
class Film:
    """What is known of a film that was meant."""

    title: str
    year: int | None
    director: str | None = None


def as_it_is(film: Film, dice: random.Random) -> str | None:
    return film.title


def plainly(film: Film, dice: random.Random) -> str | None:
    return normal(film.title)


def one_typo(film: Film, dice: random.Random) -> str | None:
    text = film.title
    places = [at for at, letter in enumerate(text) if letter.isalnum()]
    if len(places) < 3:
        return None
    at = dice.choice(places)
    near = dice.choice(KEYBOARD.get(text[at].lower(), LETTERS) if dice.random() < 0.7 else LETTERS)
    kind = dice.choices("replace drop add swap".split(), [4, 3, 2, 2])[0]
    if kind == "replace":
        return text[:at] + near + text[at + 1 :]
    if kind == "drop":
        return text[:at] + text[at + 1 :]
    if kind == "add":
        return text[:at] + dice.choice([near, text[at]]) + text[at:]
    return text[:at] + text[at + 1 : at + 2] + text[at] + text[at + 2 :]


def two_typos(film: Film, dice: random.Random) -> str | None:
    once = one_typo(film, dice) if len(film.title) > 7 else None
    return once and one_typo(Film(once, film.year), dice)


def other_article(film: Film, dice: random.Random) -> str | None:
    first, _, rest = film.title.partition(" ")
    if first.lower() not in ("the", "a", "an", "le", "la", "les", "el", "der", "die", "das", "il"):
        return dice.choice(["The ", "A "]) + film.title if dice.random() < 0.2 else None
    return dice.choice([rest, f"{rest}, {first}"]) if rest else None


def unfinished(film: Film, dice: random.Random) -> str | None:
    share = 0.6 if dice.random() < 0.8 else min(0.95, max(0.3, dice.gauss(0.6, 0.1)))
    text = film.title[: round(len(film.title) * share)].strip().lower()
    return text if len(text) > 3 else None


def other_order(film: Film, dice: random.Random) -> str | None:
    words = normal(film.title).split()
    if len(words) < 2:
        return None
    at = dice.randrange(1, len(words))
    if dice.random() < 0.5:
        return " ".join(words[at:] + words[:at])
    words[at - 1], words[at] = words[at], words[at - 1]
    return " ".join(words)


def word_missing(film: Film, dice: random.Random) -> str | None:
    words = film.title.split()
    if len(words) < 3:
        return None
    del words[dice.randrange(len(words))]
    return " ".join(words)


def with_noise(film: Film, dice: random.Random) -> str | None:
    return dice.choice(NOISE).format(film.title.lower())


def other_numeral(film: Film, dice: random.Random) -> str | None:
    words = normal(film.title).split()
    changed = digits(words)
    if changed == words:
        names = {
            "2": "two",
            "3": "three",
            "4": "four",
            "5": "five",
            "7": "seven",
            "8": "eight",
            "10": "ten",
            "12": "twelve",
        }
        roman = {"2": "ii", "3": "iii", "4": "iv", "5": "v"}
        found = [at for at, word in enumerate(words) if word in names]
        if not found:
            return None
        at = dice.choice(found)
        changed = [*words]
        changed[at] = roman.get(words[at], names[words[at]]) if at and dice.random() < 0.5 else names[words[at]]
    return " ".join(changed)


def other_spaces(film: Film, dice: random.Random) -> str | None:
    words = normal(film.title).split()
    if len(words) > 1 and dice.random() < 0.65:
        at = dice.randrange(1, len(words))
        return " ".join([*words[: at - 1], words[at - 1] + words[at], *words[at + 1 :]])
    at = max(range(len(words)), key=lambda n: len(words[n])) if words else 0
    if not words or len(words[at]) < 6:
        return None
    cut = dice.randrange(3, len(words[at]) - 2)
    return " ".join([*words[:at], words[at][:cut], words[at][cut:], *words[at + 1 :]])


def by_ear(film: Film, dice: random.Random) -> str | None:
    text, changes = film.title.lower(), dice.choice([1, 1, 2])
    for written, heard in dice.sample(HEARD, len(HEARD)):
        places = [found.start() for found in re.finditer(written, text)]
        if places and changes:
            at = dice.choice(places)
            text, changes = text[:at] + heard + text[at + len(written) :], changes - 1
    return text if changes == 0 and len(text) > 3 else None


def with_year(film: Film, dice: random.Random) -> str | None:
    if not film.year:
        return None
    year = film.year + (dice.choice([-1, 1]) if dice.random() < 0.1 else 0)
    return dice.choice(["{} {}", "{} ({})", "{} from {}"]).format(film.title, year)


def with_director(film: Film, dice: random.Random) -> str | None:
    if not film.director:
        return None
    named = film.director if dice.random() < 0.4 else film.director.split()[-1]
    return dice.choice(["{} {}", "{} by {}", "{} {}"]).format(film.title, named).lower()


def subtitle(film: Film, dice: random.Random) -> str | None:
    parts = re.split(r": | - ", film.title)
    return dice.choice([parts[0], parts[-1]]).lower() if len(parts) > 1 and len(parts[-1]) > 5 else None


WAYS: dict[str, Way] = {
    "as it is": as_it_is, "plain": plainly, "1 typo": one_typo, "2 typos": two_typos, "article": other_article,
    "unfinished": unfinished, "order": other_order, "word missing": word_missing, "noise": with_noise,
    "numeral": other_numeral, "spaces": other_spaces, "by ear": by_ear, "year": with_year, "director": with_director,
    "subtitle": subtitle,
}  # fmt: skip


def mixed(film: Film, dice: random.Random) -> str | None:
    first, second = dice.sample([one_typo, other_article, with_noise, other_spaces, by_ear, plainly, word_missing], 2)
    once = first(film, dice)
    return once and second(Film(once, film.year), dice)


@dataclass(frozen=True)
class Typed:
    """What was typed, in which way, and the place of the film that was meant."""

    text: str
    way: str
    meant: int


def mistyped(films: Sequence[Film], each: int, seed: int, weights: Sequence[float] | None = None) -> Iterator[Typed]:
    """So many texts for every way; films are drawn in proportion to the weights, in a repeatable order."""
    for name, way in {**WAYS, "mixed": mixed}.items():
        dice = random.Random(f"{seed} {name}")
        made = 0
        for at in dice.choices(range(len(films)), weights, k=40 * each):
            text = way(films[at], dice)
            if text and normal(text):
                yield Typed(text, name, at)
                made += 1
                if made == each:
                    break
