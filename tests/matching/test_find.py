"""What is found for what was typed: one line for every kind of writing and mistyping the matching gets right."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.matching import Entry, Index, Verdict
from bot.matching.normal import normal
from tests.matching.films import FILMS, TITLES, added, index

INDEXES = {"built": index(), "added": added()}
RINGS = ["The Lord of the Rings: The Fellowship of the Ring (2001)", "The Lord of the Rings: The Two Towers (2002)"]
ONE = [
    ("THE SESSIONS", "The Sessions (2012)"),
    ("amelie", "Amélie (2001)"),
    ("crouching tiger hidden dragon", "Crouching Tiger, Hidden Dragon (2000)"),
    ("mr and mrs smith", "Mr. & Mrs. Smith (2005)"),
    ("thelma and louise", "Thelma & Louise (1991)"),
    ("oceans eleven", "Ocean's Eleven (2001)"),
    ("Ocean’s Eleven", "Ocean's Eleven (2001)"),
    ("et the extra terrestrial", "E.T. the Extra-Terrestrial (1982)"),
    ("et", "E.T. the Extra-Terrestrial (1982)"),
    ("E.T.", "E.T. the Extra-Terrestrial (1982)"),
    ("mash", "M*A*S*H (1970)"),
    ("m.a.s.h.", "M*A*S*H (1970)"),
    ("sessions", "The Sessions (2012)"),
    ("Sessions, The", "The Sessions (2012)"),
    ("a matrix", "The Matrix (1999)"),
    ("boot", "Das Boot (1981)"),
    ("haine", "La Haine (1995)"),
    ("postino, il", "Il postino (1994)"),
    ("laberinto del fauno", "El laberinto del fauno (2006)"),
    ("Rocky 2", "Rocky II (1979)"),
    ("rocky two", "Rocky II (1979)"),
    ("godfather 2", "The Godfather Part II (1974)"),
    ("8 1/2", "8½ (1963)"),
    ("eight and a half", "8½ (1963)"),
    ("seven", "Se7en (1995)"),
    ("Ocean's 11", "Ocean's Eleven (2001)"),
    ("nineteen seventeen", "1917 (2019)"),
    ("101 dalmatians", "One Hundred and One Dalmatians (1961)"),
    ("the 7th seal", "The Seventh Seal (1957)"),
    ("two thousand and one a space odyssey", "2001: A Space Odyssey (1968)"),
    ("spiderman", "Spider-Man (2002)"),
    ("spider man", "Spider-Man (2002)"),
    ("wall e", "WALL·E (2008)"),
    ("walle", "WALL·E (2008)"),
    ("face off", "Face/Off (1997)"),
    ("bladerunner", "Blade Runner (1982)"),
    ("the surrogate", "The Sessions (2012)"),
    ("pan's labyrinth", "El laberinto del fauno (2006)"),
    ("le fabuleux destin d amelie poulain", "Amélie (2001)"),
    ("det sjunde inseglet", "The Seventh Seal (1957)"),
    ("Сталкер", "Stalker (1979)"),
    ("сталкр", "Stalker (1979)"),
    ("千と千尋の神隠し", "Spirited Away (2001)"),
    ("the two towers", "The Lord of the Rings: The Two Towers (2002)"),
    ("lord of the rings two towers", "The Lord of the Rings: The Two Towers (2002)"),
    ("a new hope", "Star Wars: Episode IV - A New Hope (1977)"),
    ("eternal sunshine", "Eternal Sunshine of the Spotless Mind (2004)"),
    ("sunshine eternal of the spotless mind", "Eternal Sunshine of the Spotless Mind (2004)"),
    ("silence of lambs", "The Silence of the Lambs (1991)"),
    ("the sessions full movie", "The Sessions (2012)"),
    ("the movie the sessions", "The Sessions (2012)"),
    ("film amelie", "Amélie (2001)"),
    ("scary movie", "Scary Movie (2000)"),
    ("sesions", "The Sessions (2012)"),
    ("teh sessoins", "The Sessions (2012)"),
    ("rlade runner", "Blade Runner (1982)"),
    ("matirx", "The Matrix (1999)"),
    ("stlaker", "Stalker (1979)"),
    ("il opstnio", "Il postino (1994)"),
    ("il psotiao", "Il postino (1994)"),
    ("csargy movie", "Scary Movie (2000)"),
    ("inglorious bastards", "Inglourious Basterds (2009)"),
    ("good wil hunting", "Good Will Hunting (1997)"),
    ("stalcer", "Stalker (1979)"),
    ("the matricks", "The Matrix (1999)"),
    ("m", "M (1931)"),
    ("It", "It (2017)"),
    ("up", "Up (2009)"),
    ("1984", "1984 (1956)"),
    ("nineteen eighty four", "Nineteen Eighty-Four (1984)"),
    ("300", "300 (2006)"),
    ("$", "$ (1971)"),
    ("Dune (1984)", "Dune (1984)"),
    ("dune 2021", "Dune (2021)"),
    ("2021 dune", "Dune (2021)"),
    ("dune lynch", "Dune (1984)"),
    ("dune by david lynch", "Dune (1984)"),
    ("villeneuve dune", "Dune (2021)"),
    ("robin hood 2018", "Robin Hood (2018)"),
    ("robin hood movie 2018", "Robin Hood (2018)"),
    ("the thing 1982", "The Thing (1982)"),
    ("the thing carpenter", "The Thing (1982)"),
    ("blade runner 2049", "Blade Runner 2049 (2017)"),
    ("blade runner", "Blade Runner (1982)"),
    ("rocky", "Rocky (1976)"),
]


@pytest.mark.parametrize("kind", INDEXES)
@pytest.mark.parametrize(("typed", "meant"), ONE)
def test_one_film_is_found(kind: str, typed: str, meant: str) -> None:
    found = INDEXES[kind].find(typed)
    assert found.verdict in (Verdict.EXACT, Verdict.CLOSE)
    assert found.fits == 1
    assert TITLES[found.matches[0].key] == meant


@pytest.mark.parametrize("kind", INDEXES)
@pytest.mark.parametrize(
    ("typed", "first", "others"),
    [
        ("dune", "Dune (2021)", ["Dune (1984)"]),
        ("duen", "Dune (2021)", ["Dune (1984)"]),
        ("thing", "The Thing (1982)", ["The Thing (2011)"]),
        ("robin hood", "Robin Hood (2010)", ["Robin Hood (2018)"]),
        ("the lord of the rings", RINGS[0], RINGS[1:]),
        ("lotr", RINGS[0], RINGS[1:]),
    ],
)  # fmt: skip
def test_several_films_that_fit_are_asked_about(kind: str, typed: str, first: str, others: list[str]) -> None:
    found = INDEXES[kind].find(typed)
    assert found.verdict is Verdict.AMBIGUOUS
    assert {TITLES[match.key] for match in found.matches[: found.fits]} == {first, *others}


def test_of_films_that_fit_equally_the_best_known_comes_first() -> None:
    for typed, keys in (("dune", [2, 1]), ("duen", [2, 1]), ("the thing", [30, 31]), ("robin hood", [25, 26])):
        assert [match.key for match in INDEXES["built"].find(typed).matches[:2]] == keys


def test_an_article_that_is_not_the_names_own_was_not_moved_behind_it() -> None:
    films = Index.build(Entry(at, [title]) for at, title in enumerate(["The Apache", "Apache", "Apache Ambush"]))
    assert films.find("apache a").matches[0].key == 2
    assert films.find("apache, the").matches[0].key == 0


def test_an_article_that_is_not_the_names_own_tells_of_a_missing_word() -> None:
    films = Index.build(Entry(at, [title]) for at, title in enumerate(["Hamlet", "A Sagebrush Hamlet"]))
    assert films.find("a hamlet").matches[0].key == 1


def test_between_equal_matches_a_title_of_several_films_comes_first_and_their_best_known() -> None:
    titles = ["Suspiria", "Suspicion", "Suspicion", "Suspects"]
    for popularity, first in (([0, 0, 0, 0], 1), ([1, 1, 1, 1], 1), ([2, 1, 2, 2], 2), ([9, 1, 2, 2], 0)):
        films = zip(titles, popularity, strict=True)
        found = Index.build(Entry(at, [title], popularity=known) for at, (title, known) in enumerate(films)).find(
            "suspi"
        )
        assert found.matches[0].key == first, popularity


@pytest.mark.parametrize("kind", INDEXES)
@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("T2", "Terminator 2: Judgment Day (1991)"),
        ("LOTR two towers", RINGS[1]),
        ("sevn", "Se7en (1995)"),
        ("2049 blade runner", "Blade Runner 2049 (2017)"),
    ],
)
def test_a_guess_leads_to_the_film(kind: str, typed: str, meant: str) -> None:
    found = INDEXES[kind].find(typed)
    assert found.verdict is not Verdict.NONE
    assert TITLES[found.matches[0].key] == meant


@pytest.mark.parametrize("kind", INDEXES)
@pytest.mark.parametrize(
    "typed",
    ["", "   ", "asdfghjkl", "what is the weather today", "good morning everyone", "xqzv", "😀", "jurassic park"],
)
def test_nothing_is_found_for_what_is_no_film_here(kind: str, typed: str) -> None:
    found = INDEXES[kind].find(typed)
    assert (found.verdict, found.fits) == (Verdict.NONE, 0)


def test_an_abbreviated_title_stands_for_its_subtitle_as_well() -> None:
    titles = ["Terminator 2: Judgment Day", "Taken 2", "Ted 2", "Transporter 2", "Troll 2"]
    films = [Entry(at, [title], popularity=9 - at) for at, title in enumerate(titles)]
    assert Index.build(films).find("t2").matches[0].key == 0
    assert Index.build([*films, Entry(9, ["T2"])]).find("t2").matches[0].key == 9


def test_an_exact_title_beats_a_well_known_near_miss() -> None:
    films = Index.build([Entry(1, ["Alien"], popularity=0), Entry(2, ["Aliens"], popularity=1e9)])
    assert films.find("alien").matches[0].key == 1
    assert films.find("aliens").matches[0].key == 2


def test_a_title_beats_another_films_other_title() -> None:
    films = Index.build([Entry(1, ["Heat", "The Untouchable"], popularity=50), Entry(2, ["The Untouchable"])])
    found = films.find("the untouchable")
    assert (found.verdict, found.matches[0].key) == (Verdict.EXACT, 2)


def test_a_wrong_year_is_not_answered_without_asking() -> None:
    assert INDEXES["built"].find("dune 1999").verdict in (Verdict.AMBIGUOUS, Verdict.NONE)
    assert INDEXES["built"].find("amelie 1950").verdict in (Verdict.AMBIGUOUS, Verdict.NONE)


def test_the_name_that_matched_is_told() -> None:
    assert INDEXES["built"].find("the surrogate").matches[0].name == "The Surrogate"


def test_as_many_matches_as_there_are_come_back_in_order() -> None:
    for typed in ("the lord of the rings", "dune", "rocky", "sesions"):
        found = INDEXES["built"].find(typed, 25)
        scores = [match.score for match in found.matches]
        assert scores == sorted(scores, reverse=True)
        assert all(0 <= score <= 100 for score in scores)
        assert len({match.key for match in found.matches}) == len(found.matches) <= 25
        assert len(INDEXES["built"].find(typed, 1).matches) == 1


@pytest.mark.parametrize("kind", INDEXES)
@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("d", "Dune (2021)"),
        ("the matr", "The Matrix (1999)"),
        ("matr", "The Matrix (1999)"),
        ("eternal suns", "Eternal Sunshine of the Spotless Mind (2004)"),
        ("the two tow", "The Lord of the Rings: The Two Towers (2002)"),
        ("spiderm", "Spider-Man (2002)"),
        ("ocean's el", "Ocean's Eleven (2001)"),
        ("crouchign tig", "Crouching Tiger, Hidden Dragon (2000)"),
        ("термин", "Terminator 2: Judgment Day (1991)"),
        ("stal", "Stalker (1979)"),
        ("сталк", "Stalker (1979)"),
    ],
)
def test_unfinished_text_is_completed(kind: str, typed: str, meant: str) -> None:
    assert meant in [TITLES[match.key] for match in INDEXES[kind].complete(typed)[:3]]


LETTERS = "abcdefghijklmnopqrstuvwxyz"


@st.composite
def edited(draw: st.DrawFn, text: str, edits: int) -> str:
    """The text with so many letters replaced, dropped, added or swapped."""
    for _ in range(edits):
        at, letter = draw(st.integers(0, len(text) - 2)), draw(st.sampled_from(LETTERS))
        text = draw(
            st.sampled_from(
                [
                    text[:at] + letter + text[at + 1 :],
                    text[:at] + text[at + 1 :],
                    text[:at] + letter + text[at:],
                    text[:at] + text[at + 1] + text[at] + text[at + 2 :],
                ]
            )
        )
    return text


LONG = [film for film in FILMS if len(normal(film.names[0]).removeprefix("the ")) >= 10]
SHORTER = [film for film in FILMS if film not in LONG and len(normal(film.names[0])) >= 5]


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_typing_errors_are_seen_through(data: st.DataObject) -> None:
    for films, edits in ((LONG, 2), (SHORTER, 1)):
        film = data.draw(st.sampled_from(films))
        typed = data.draw(edited(normal(film.names[0]), edits))
        found = INDEXES["built"].find(typed)
        assert film.names[0] in [match.name for match in found.matches[:3]], typed


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(LONG), st.data())
def test_case_punctuation_noise_and_the_order_of_words_do_not_matter(film: Entry, data: st.DataObject) -> None:
    words = normal(film.names[0]).split()
    at = data.draw(st.integers(0, len(words) - 1))
    signs = data.draw(
        st.lists(st.sampled_from(["", "!", ",", "…", "?", " -"]), min_size=len(words), max_size=len(words))
    )
    turned = [word + sign for word, sign in zip([*words[at:], *words[:at]], signs, strict=True)]
    typed = data.draw(st.sampled_from(["{}", "{} movie", "the film {}"])).format(" ".join(turned).upper())
    assert INDEXES["built"].find(typed).matches[0].name == film.names[0], typed


@pytest.mark.parametrize("index", INDEXES.values(), ids=INDEXES)
def test_what_is_called_so_is_told_from_what_is_only_like_it(index: Index) -> None:
    def called(text: str) -> list[tuple[int, float]]:
        return [(match.key, match.score) for match in index.called(text)]

    assert called("godfather 2") == called("the godfather, part two") == [(32, 100)]
    assert called("spiderman") == [(15, 100)]
    assert called("judgment day") == [(4, 90)]
    assert called("dune") == [(2, 100), (1, 100)], "the best known first"
    assert called("spidermen") == called("") == called("godfather") == []


def test_what_was_typed_in_full_comes_first_in_completion() -> None:
    for typed in ("up", "it", "m", "rocky", "dune"):
        assert INDEXES["built"].complete(typed)[0].name.lower() == typed


def test_people_are_found_by_the_same_index() -> None:
    people = Index.build(
        Entry(key, [name]) for key, name in enumerate(["Helen Hunt", "John Hawkes", "William H. Macy", "Łukasz Żal"])
    )
    for typed, meant in (("hellen hunt", 0), ("hawkes john", 1), ("william macy", 2), ("lukasz zal", 3)):
        assert people.find(typed).matches[0].key == meant
