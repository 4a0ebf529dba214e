"""A field of a film as typed text: read back as it was, whatever it holds; wrong text told line by line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import FieldError
from bot.knowledge.film import Film
from bot.sources.fields import FIELDS, field_called, field_text, with_text, with_texts
from tests.sources.strategies import films

FILM = Film.model_validate(
    {
        "title": "The Sessions",
        "year": 2012,
        "runtime": 95,
        "certificates": [
            {"country": "US", "label": "R", "reason": "strong sexuality"},
            {"country": "GB", "label": "15"},
        ],
        "countries": ["US"],
        "languages": ["en", "Klingon"],
        "directors": ["Ben Lewin"],
        "cast": [{"name": "John Hawkes", "character": "Mark O'Brien"}, {"name": "Cher"}],
        "releases": [{"date": "2012-01-23", "country": "US", "event": "Sundance Film Festival"}, {"date": "2013-01"}],
        "awards": [{"award": "Academy Awards", "category": "Best Actress", "year": 2013, "result": "nominated"}],
        "scores": [{"by": "critics", "value": 7.5}],
        "links": {"imdb": "tt1866249"},
    }
)


@settings(deadline=None)
@given(film=films)
def test_every_field_is_read_back_as_it_was(film: Film) -> None:
    for name in FIELDS:
        assert getattr(with_text(Film(title="x"), name, field_text(film, name)), name) == getattr(film, name), name


def test_every_field_of_the_schema_but_the_id_can_be_typed() -> None:
    assert ["id", *FIELDS] == list(Film.model_fields)
    assert all(len(field.how) <= 100 for field in FIELDS.values())


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("runtime", "95"),
        ("certificates", "US: R — strong sexuality\nGB: 15"),
        ("countries", "United States"),
        ("languages", "English\nKlingon"),
        ("cast", "John Hawkes as Mark O'Brien\nCher"),
        ("releases", "2012-01-23, US, Sundance Film Festival\n2013-01"),
        ("awards", "Academy Awards, Best Actress, 2013, nominated"),
        ("scores", "critics, 7.5/10"),
        ("links", "imdb: tt1866249"),
        ("popularity", "0"),
        ("year", "2012"),
    ],
)
def test_fields_are_written_as_people_write_them(name: str, text: str) -> None:
    assert field_text(FILM, name) == text


@pytest.mark.parametrize("text", ["95", "95 min.", "1h 35m", "1:35", "1 h 35 min", "1 Std. 35 Min.", "PT1H35M", "95’"])
def test_a_runtime_may_be_written_in_many_ways(text: str) -> None:
    assert with_text(FILM, "runtime", text).runtime == 95


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("directors", "Joel Coen, Ethan Coen", ["Joel Coen", "Ethan Coen"]),
        ("directors", "Robert Downey, Jr., Ann Lee", ["Robert Downey, Jr.", "Ann Lee"]),
        ("directors", "- Joel Coen\n- Ethan Coen", ["Joel Coen", "Ethan Coen"]),
        ("genres", 'Drama; "Love, lost"', ["Drama", "Love, lost"]),
        ("also_known_as", "The Good, the Bad and the Ugly", ["The Good, the Bad and the Ugly"]),
        ("countries", "USA, Frankreich", ["US", "FR"]),
        ("languages", "Englisch, fr", ["en", "fr"]),
        ("certificates", "BBFC: 15\nPG-13 for peril.", ["GB 15 None", "US PG-13 peril"]),
        ("cast", '"Weird Al" Yankovic as Himself', ['"Weird Al" Yankovic Himself']),
        ("cast", "John Hawkes ... Mark", ["John Hawkes Mark"]),
        ("releases", "January 23, 2012, Toronto, Canada", ["2012-01-23 None Toronto, Canada"]),
        ("releases", "19. Oktober 2012, Deutschland", ["2012-10-19 DE None"]),
        ("scores", "Critics, 82%, 1 May 2024", ["Critics 82.0 100.0 2024-05-01"]),
        ("awards", "won, 2013, Oscars, Best Film", ["Oscars Best Film 2013 won None"]),
    ],
)
def test_lists_may_be_written_in_many_ways(name: str, text: str, value: list[str]) -> None:
    read = getattr(with_text(FILM, name, text), name)
    plain = [item if isinstance(item, str) else " ".join(str(part) for _, part in item) for item in read]
    assert plain == value


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("runtime", "long", "Runtime: 'long' is no running time; write minutes such as 95, or 1h 35m."),
        ("year", "next", "Year: should be a year such as 2012, not 'next'."),
        ("title", " ", "Title: is missing; write a title."),
        (
            "releases",
            "2012-01-23\nsoon, US",
            "Releases, line 2: 'soon' is no date; write 2012-01-23, 2012-01 or 2012, then country and event.",
        ),
        (
            "releases",
            "3/4/2012",
            "Releases, line 1: '3/4/2012' is no date; write 2012-01-23, 2012-01 or 2012, then country and event.",
        ),
        (
            "certificates",
            "US: R\n\n15",
            "Certificates, line 3: '15' names no country; write it first, such as US: R — strong language.",
        ),
        (
            "links",
            "imdb",
            "Links, line 1: 'imdb' is no link; write the site and the id there, such as imdb: tt1866249.",
        ),
        ("links", "a: 1\na: 2", "Links, line 2: 'a' stands twice; delete one."),
        (
            "countries",
            "US\nNarnia",
            "Countries, line 2: 'Narnia' is no country code; write two letters of ISO 3166-1, such as US or FR.",
        ),
        ("cast", f"A\n{'N' * 301} as B", "Cast, line 2: name is 301 characters long; at most 300 fit."),
        (
            "scores",
            "critics",
            "Scores, line 1: 'critics' is no score; write who counted, then the score: IMDb users, 7.2/10, 2024-05-01.",
        ),
        ("scores", "critics, 12", "Scores, line 1: value is above out_of (10)."),
    ],
)
def test_what_is_wrong_is_told_with_its_line(name: str, text: str, sentence: str) -> None:
    with pytest.raises(FieldError) as told:
        with_text(FILM, name, text)
    assert str(told.value) == sentence


def test_everything_wrong_in_several_fields_is_told_at_once() -> None:
    with pytest.raises(FieldError, match=r"Year: .*\nRuntime: "):
        with_texts(FILM, {"year": "x", "title": "T", "runtime": "y"})


def test_an_empty_text_clears_a_field() -> None:
    for name in FIELDS.keys() - {"title"}:
        assert getattr(with_text(FILM, name, "\n "), name) == Film.model_fields[name].get_default(), name


def test_fields_are_known_by_what_people_call_them() -> None:
    assert field_called("Also known as").name == "also_known_as"
    assert field_called("director").name == "directors"
    with pytest.raises(FieldError, match="did you mean runtime"):
        field_called("runtimes of it")


@settings(deadline=None)
@given(name=st.sampled_from(sorted(FIELDS)), text=st.text(max_size=60) | films.map(lambda film: str(film)[:80]))
def test_no_text_raises_anything_but_sentences(name: str, text: str) -> None:
    try:
        assert with_text(FILM, name, text).id is None
    except FieldError as error:
        sentences = str(error)
        assert all(line.endswith(".") for line in sentences.split("\n"))
