"""Normal forms, numerals and readings, one example a line; and what holds for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching.normal import LONGEST, initials, key, marked, normal, plain, sound
from bot.matching.numerals import digits
from bot.matching.reading import readings


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Æon Flux", "aeon flux"),
        ("Amélie", "amelie"),
        ("Ocean's Eleven", "oceans eleven"),
        ("Ocean’s Eleven", "oceans eleven"),
        ("Thelma & Louise", "thelma and louise"),
        ("The U.S.A.", "the usa"),
        ("M*A*S*H", "mash"),
        ("E.T. the Extra-Terrestrial", "et the extra terrestrial"),
        ("Mr. & Mrs. Smith", "mr and mrs smith"),
        ("WALL·E", "wall e"),
        ("Ca$h", "cash"),
        ("8½", "8 1 2"),
        ("$", "dollar sign"),
        ("¿¡!?", "inverted question mark inverted exclamation mark exclamation mark question mark"),
        ("Москва слезам не верит", "moskva slezam ne verit"),
        ("Straße", "strasse"),
        ("  spaces\tand\nlines ", "spaces and lines"),
        ("", ""),
        (" \u200b ", ""),
    ],
)
def test_normal(text: str, form: str) -> None:
    assert normal(text) == form


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Alien: Covenant", "alien:covenant"),
        ("Star Wars: Episode IV - A New Hope", "star wars:episode iv:a new hope"),
        ("Spider-Man: No Way Home", "spider man:no way home"),
        ("Face/Off", "face off"),
        ("Solaris", "solaris"),
    ],
)
def test_marked(text: str, form: str) -> None:
    assert marked(text) == form


@pytest.mark.parametrize(
    "same",
    [
        ["The Sessions", "Sessions, The", "sessions", "A Sessions"],
        ["Rocky II", "rocky 2", "Rocky Two", "Rocky Part II", "rocky, part two"],
        ["8 Million Ways to Die", "eight million ways to die"],
        ["One Hundred and One Dalmatians", "101 Dalmatians", "a hundred and one dalmatians"],
        ["2001: A Space Odyssey", "Two Thousand and One: A Space Odyssey"],
        ["1917", "Nineteen Seventeen"],
        ["The Seventh Seal", "the 7th seal"],
        ["21 Jump Street", "Twenty-One Jump Street"],
        ["Spider-Man", "Spiderman", "Spider Man"],
        ["Se7en", "Seven"],
        ["Fant4stic", "Fantastic"],
        ["8½", "Eight and a Half", "8 1/2"],
        ["Der Himmel über Berlin", "Himmel uber Berlin"],
    ],
)
def test_one_title_written_differently_has_one_key(same: list[str]) -> None:
    assert len({key(normal(title).split()) for title in same}) == 1


@pytest.mark.parametrize(
    ("words", "as_digits"),
    [
        ("malcolm x", "malcolm 10"),
        ("x", "x"),
        ("i robot", "i robot"),
        ("henry v", "henry 5"),
        ("twenty twelve", "2012"),
        ("three thousand years", "3000 years"),
        ("one two three", "1 2 3"),
        ("two and two", "2 and 2"),
        ("hundred", "hundred"),
        ("the second", "the 2nd"),
        ("twenty first century", "21st century"),
    ],
)
def test_digits(words: str, as_digits: str) -> None:
    assert " ".join(digits(words.split())) == as_digits


def test_initials_leave_the_article_out_and_keep_numbers() -> None:
    assert initials(plain("the lord of the rings".split())) == "lotr"
    assert initials(plain(["terminator", "ii"])) == "t2"


@pytest.mark.parametrize("alike", [["deadpool", "deedpul"], ["looper", "lupor"], ["fan", "phan"], ["xmen", "ksmen"]])
def test_what_sounds_alike_is_alike(alike: list[str]) -> None:
    assert len(set(map(sound, alike))) == 1


@pytest.mark.parametrize(
    ("text", "meanings"),
    [
        ("Scary Movie 2000", [("scary movie 2000", None), ("scary movie", 2000), ("scary", 2000)]),
        ("Dune (1984)", [("dune 1984", None), ("dune", 1984)]),
        ("2018 robin hood", [("2018 robin hood", None), ("robin hood", 2018)]),
        ("1984", [("1984", None)]),
        ("heat full movie", [("heat full movie", None), ("heat", None)]),
        ("the movie", [("the movie", None), ("the", None)]),
        ("film", [("film", None)]),
        ("Sessions, The", [("sessions the", None), ("the sessions", None)]),
        ("   ", []),
    ],
)
def test_readings(text: str, meanings: list[tuple[str, int | None]]) -> None:
    assert [(reading.text, reading.year) for reading in readings(text)] == meanings


@given(st.text(max_size=2000))
def test_normal_forms_are_words_of_ascii_and_stay_as_they_are(text: str) -> None:
    form = normal(text)
    assert len(form) <= LONGEST
    assert form == normal(form) == " ".join(form.split())
    assert all(letter in " 0123456789abcdefghijklmnopqrstuvwxyz" for letter in form)
    assert normal(marked(text).replace(":", " "))[:40] == form[:40]


@given(
    st.lists(st.sampled_from("a and hundred thousand million twenty one two eleven second x ii i half part".split()))
)
def test_numerals_never_fail_and_change_nothing_twice(words: list[str]) -> None:
    once = digits(words)
    assert bool(once) == bool(words)
    assert all(once)


@given(st.text(max_size=300))
def test_every_reading_holds_words(text: str) -> None:
    assert all(reading.words and all(reading.words) for reading in readings(text))
    assert bool(readings(text)) == bool(normal(text))
