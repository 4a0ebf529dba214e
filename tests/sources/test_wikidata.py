"""Reading entities of Wikidata as its dumps have them."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.knowledge.film import Film, Release, Role
from bot.sources.problem import Problem, Row
from bot.sources.reading import films as films_of
from bot.sources.reading import read
from bot.sources.selection import Selection
from bot.sources.text import Text
from tests.sources.reading_of import films_in, problems_in, written


def to_item(number: int) -> dict[str, Any]:
    return {"type": "wikibase-entityid", "value": {"entity-type": "item", "numeric-id": number, "id": f"Q{number}"}}


def said(value: dict[str, Any], rank: str = "normal", **qualifiers: dict[str, Any]) -> dict[str, Any]:
    """A statement with at most one qualifier of a property."""
    snaks = {name: [{"snaktype": "value", "datavalue": one}] for name, one in qualifiers.items()}
    return {"mainsnak": {"snaktype": "value", "datavalue": value}, "rank": rank, "qualifiers": snaks}


def text(value: str) -> dict[str, Any]:
    return {"type": "string", "value": value}


def time(value: str, precision: int) -> dict[str, Any]:
    return {"type": "time", "value": {"time": f"+{value}T00:00:00Z", "precision": precision}}


def minutes(amount: str, unit: str = "Q7727") -> dict[str, Any]:
    return {"type": "quantity", "value": {"amount": amount, "unit": f"http://www.wikidata.org/entity/{unit}"}}


def entity(number: int, labels: dict[str, str], **claims: list[dict[str, Any]]) -> dict[str, Any]:
    """An entity as the dump writes it, its aliases under the label `also`."""
    named = {code: {"language": code, "value": name} for code, name in labels.items() if code != "also"}
    aliases = {"en": [{"language": "en", "value": labels["also"]}]} if "also" in labels else []
    return {"type": "item", "id": f"Q{number}", "labels": named, "descriptions": {}, "aliases": aliases} | {
        "claims": claims or [],
        "sitelinks": {"enwiki": {}, "dewiki": {}},
    }


MADE = entity(
    900,
    {"en": "Made Film", "de": "Der Film", "fr": "Le Film (film, 2001)", "sv": "MADE FILM", "also": "The Film Made"},
    P31=[said(to_item(11424))],
    P1476=[said({"type": "monolingualtext", "value": {"text": "Der Film", "language": "de"}})],
    P577=[
        said(time("2001-05-04", 11), P291=to_item(903)),
        said(time("2002-00-00", 9), P291=to_item(904)),
        said(time("2001-00-00", 9), rank="deprecated"),
    ],
    P2047=[said(minutes("+95.4")), said(minutes("+99"), rank="deprecated")],
    P57=[said(to_item(901))],
    P58=[said(to_item(901)), said(to_item(999))],
    P161=[
        said(to_item(902), P453=to_item(905)),
        said(to_item(901), P4633=text("The Maker")),
        said(to_item(999)),
    ],
    P136=[said(to_item(906))],
    P495=[said(to_item(904)), said(to_item(903)), said(to_item(907))],
    P364=[said(to_item(908))],
    P345=[said(text("tt9000001"))],
)
OTHERS = [
    entity(901, {"en": "Ann One"}, P31=[said(to_item(5))]),
    entity(902, {"de": "Bö Zwei"}, P31=[said(to_item(5))]),
    entity(903, {"en": "Federal Republic of Somewhere"}, P297=[said(text("DE"))]),
    entity(904, {"en": "United States"}),
    entity(905, {"mul": "The Boss"}),
    entity(906, {"en": "science fiction film"}),
    entity(907, {"en": "Atlantis"}),
    entity(908, {"en": "German"}),
]
FILM = Film(
    title="Made Film",
    year=2001,
    original_title="Der Film",
    also_known_as=("Le Film", "The Film Made"),
    runtime=95,
    genres=("Science Fiction",),
    countries=("US", "DE"),
    languages=("de",),
    directors=("Ann One",),
    writers=("Ann One",),
    cast=(Role(name="Bö Zwei", character="The Boss"), Role(name="Ann One", character="The Maker")),
    releases=(Release(date="2001-05-04", country="DE"), Release(date="2002", country="US")),
    popularity=2,
    links={"imdb": "tt9000001", "wikidata": "Q900"},
)


def dump(*entities: dict[str, Any]) -> str:
    return "[\n" + ",\n".join(json.dumps(one, separators=(",", ":")) for one in entities) + "\n]\n"


@pytest.mark.parametrize("first", [True, False])
def test_films_are_read_with_the_names_of_what_they_refer_to(tmp_path: Path, first: bool) -> None:
    path = tmp_path / "dump.json.gz"
    path.write_bytes(gzip.compress(dump(*([MADE, *OTHERS] if first else [*OTHERS, MADE])).encode()))
    (row,) = read(path)
    assert isinstance(row, Row)
    assert (row.film, row.source, row.line) == (FILM, "Wikidata", 2 if first else 10)


def test_what_is_not_in_the_file_has_no_name_and_is_left_out(tmp_path: Path) -> None:
    (film,) = films_in(written(tmp_path, "a.jsonl", json.dumps(MADE)))
    assert (film.title, film.directors, film.cast, film.countries) == ("Made Film", (), (), ())
    assert film.runtime == 95


def test_an_entity_as_its_page_gives_it_is_read(tmp_path: Path) -> None:
    path = written(tmp_path, "Q900.json", json.dumps({"entities": {"Q900": MADE} | {e["id"]: e for e in OTHERS}}))
    assert films_in(path) == [FILM]


def test_what_is_called_a_film_is_one_and_what_is_not_is_passed_over(tmp_path: Path) -> None:
    kinds = [entity(20, {"en": "sports film"}), entity(21, {"en": "film festival"})]
    made = [entity(30, {"en": "A"}, P31=[said(to_item(20))]), entity(31, {"en": "B"}, P31=[said(to_item(21))])]
    assert [film.title for film in films_in(written(tmp_path, "a.json", dump(*made, *kinds)))] == ["A"]


def test_adult_films_are_left_out_unless_asked_for(tmp_path: Path) -> None:
    path = written(tmp_path, "a.json", dump(entity(30, {"en": "A"}, P31=[said(to_item(11424)), said(to_item(185529))])))
    assert films_in(path) == []
    assert [row.film.title for row in read(path, Selection(adult=True)) if isinstance(row, Row)] == ["A"]


def test_bad_lines_are_told_and_harm_no_other(tmp_path: Path) -> None:
    good = json.dumps(MADE)
    path = written(tmp_path, "a.json", f"[\n{good},\n{good[:90]},\n7,\n{json.dumps(MADE | {'id': 'Q1'})}\n]\n")
    assert problems_in(path) == [
        "a.json:3: is not JSON; was the file cut off? Each line holds one entity",
        "a.json:4: is no entity; each line holds one",
    ]
    assert len([row for row in read(path) if isinstance(row, Row)]) == 2


def test_a_file_without_films_is_told(tmp_path: Path) -> None:
    assert problems_in(written(tmp_path, "a.json", dump(*OTHERS))) == ["a.json: holds no film among its entities"]


def test_hours_and_seconds_are_minutes(tmp_path: Path) -> None:
    for unit, amount in (("Q25235", "+1.5"), ("Q11574", "+5400")):
        one = entity(30, {"en": "A"}, P31=[said(to_item(11424))], P2047=[said(minutes(amount, unit))])
        assert [film.runtime for film in films_in(written(tmp_path, "a.json", dump(one)))] == [90]


_junk = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=6)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=2),
        st.dictionaries(
            st.sampled_from(["mainsnak", "datavalue", "value", "rank", "qualifiers", "time", "precision", "amount"]),
            inner,
            max_size=3,
        ),
    ),
    max_leaves=10,
)


@settings(deadline=None)
@given(
    st.dictionaries(st.sampled_from(sorted(MADE["claims"].keys() - {"P31"})), _junk),
    st.dictionaries(st.sampled_from(["labels", "aliases", "sitelinks", "id"]), _junk),
)
def test_whatever_an_entity_says_a_film_or_problems_come_out(claims: dict[str, Any], fields: dict[str, Any]) -> None:
    one = MADE | fields | {"claims": MADE["claims"] | claims}
    head = dump(*OTHERS[:1]).removesuffix("\n]\n")
    with Text.of("a.json", f"{head},\n{json.dumps(one)}\n]\n".encode()) as content:
        found = list(films_of(content))
    assert found
    assert all(isinstance(one, Row) or all(isinstance(problem, Problem) for problem in one) for one in found)
