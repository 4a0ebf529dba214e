"""Reading Wikipedia's articles on films: the infobox in its many ways of writing lists and dates, and the cast."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.knowledge.film import Film, Release, Role
from bot.sources.problem import Problem, Row
from bot.sources.reading import films as films_of
from bot.sources.reading import read
from bot.sources.text import Text
from tests.sources.reading_of import films_in, problems_in, written

ARTICLE = """{{Short description|2001 film}}
{{Use dmy dates|date=May 2001}}
{{Infobox film
| name           = The Made Film
| native_name    =
| image          = Made.jpg
| caption        = Poster by [[Somebody]]
| director       = {{Plainlist|
* [[Ann One]]
* [[Bob Two (director)|Bob Two]]
}}
| screenplay     = [[Ann One]]<ref>{{cite web|title=Credits|url=https://example.org}}</ref>
| story          = {{ubl|Cy Three|''and'' others}}
| based_on       = {{Based on|''[[The Book (novel)|The Book]]''|[[Dee Four]]}}
| producer       = Eve Five<br />Fay Six <small>(executive)</small><!-- check -->
| starring       = {{unbulleted list|[[Al Actor]]|[[Bo Player]]}}
| cinematography = Gil Seven
| editing        = {{nowrap|Hal Eight}}
| music          = [[Ida Nine]]
| released       = {{Film date|2001|1|23|[[Sundance Film Festival|Sundance]]|2001|10|19|United States|df=y}}
| runtime        = 95 minutes{{efn|99 on disc.}}
| country        = {{hlist|United Kingdom|United States}}
| language       = English<br>German
| budget         = $1&nbsp;million
}}

'''''The Made Film''''' is a 2001 drama film.

== Cast ==
* [[Al Actor]] as [[Mark (character)|Mark]], a poet
* Bo Player as Vera
* {{ill|Cy Guest|de}} as The Priest (uncredited)
* Extras

== Plot ==
* Nobody as anybody
"""


def test_an_article_is_read(tmp_path: Path) -> None:
    (row,) = read(written(tmp_path, "made.txt", ARTICLE))
    assert isinstance(row, Row)
    assert (row.source, row.line) == ("Wikipedia", 3)
    assert row.film == Film(
        title="The Made Film",
        year=2001,
        runtime=95,
        countries=("GB", "US"),
        languages=("en", "de"),
        directors=("Ann One", "Bob Two"),
        writers=("Ann One", "Cy Three", "and others"),
        producers=("Eve Five", "Fay Six"),
        composers=("Ida Nine",),
        cinematographers=("Gil Seven",),
        editors=("Hal Eight",),
        based_on="The Book by Dee Four",
        cast=(
            Role(name="Al Actor", character="Mark"),
            Role(name="Bo Player", character="Vera"),
            Role(name="Cy Guest", character="The Priest"),
        ),
        releases=(Release(date="2001-01-23", event="Sundance"), Release(date="2001-10-19", country="US")),
    )


def film(tmp_path: Path, name: str = "A_Film.wiki", article: str = "", **parameters: str) -> Film:
    box = "".join(f"|{key}={value}\n" for key, value in parameters.items())
    (found,) = films_in(written(tmp_path, name, f"{{{{Infobox film\n{box}}}}}\n{article}"))
    return found


@pytest.mark.parametrize(
    "names",
    [
        "[[Ann One]], [[Bob Two]]",
        "Ann One<br>Bob Two",
        "Ann One<br/>[[Bob Two]]",
        "\n* Ann One\n* Bob Two",
        "{{plainlist|\n*Ann One\n*Bob Two}}",
        "{{plainlist}}\n* Ann One\n* Bob Two\n{{endplainlist}}",
        "{{ubl|Ann One|[[Bob (x)|Bob Two]]}}",
        "{{Unbulleted list |1= Ann One |2= Bob Two}}",
        "{{hlist|Ann One|Bob Two}}",
        "{{sortname|Ann|One}}<br>{{sortname|Bob|Two}}",
        "{{nowrap|[[Ann One]]}}<br>{{lang|fr|Bob Two}}",
        "Ann One<ref name=x/><br>Bob Two<ref>Some, where<br>else</ref>",
        "<!-- in order --> Ann One <br> Bob Two (uncredited)",
    ],
)
def test_lists_are_read_however_they_are_written(tmp_path: Path, names: str) -> None:
    assert film(tmp_path, director=names).directors == ("Ann One", "Bob Two")


@pytest.mark.parametrize(
    ("released", "dates"),
    [
        ("{{Film date|1999|3|31}}", ["1999-03-31"]),
        ("{{film date|df=yes|1999|03|31|[[Venice]]|2000}}", ["1999-03-31", "2000"]),
        ("{{Film date|1999|3}}", ["1999-03"]),
        ("{{Film date|1999|3|31|ref1=<ref>x</ref>|1998|9|1|TIFF}}", ["1998-09-01", "1999-03-31"]),
        ("March 31, 1999 (US)", ["1999-03-31"]),
        ("{{start date|1999|03|31}}", ["1999-03-31"]),
        ("TBA", []),
    ],
)
def test_dates_are_read_however_they_are_written(tmp_path: Path, released: str, dates: list[str]) -> None:
    assert [release.date for release in film(tmp_path, released=released).releases] == dates


def test_the_title_is_that_of_the_box_of_the_lead_or_of_the_file(tmp_path: Path) -> None:
    assert film(tmp_path, name="x.wiki", article="'''''The Lead''''' is a 1950 film.").title == "The Lead"
    assert film(tmp_path, name="x.wiki", article="'''''The Lead''''' is a 1950 film.").year == 1950
    assert film(tmp_path, "A_Film.wiki").title == "A Film"


def test_several_articles_in_one_file_are_several_films(tmp_path: Path) -> None:
    path = written(tmp_path, "two.txt", ARTICLE + ARTICLE.replace("The Made", "The Other"))
    assert [one.title for one in films_in(path)] == ["The Made Film", "The Other Film"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"no article", "a.wiki: holds no {{Infobox film}}; save the wikitext of an article on a film"),
        (b"\n{{Infobox film\n|name=Am\xe9lie}}", "a.wiki:3: is not UTF-8; save the file as UTF-8"),
        (b"{{Infobox film\n|name=A", "a.wiki:1: opens an infobox that is never closed; was the file cut off?"),
        (b"{{Infobox film}}" + b"x" * (5 << 20), "a.wiki: is over 4 MB long; save one article a file"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, content: bytes, sentence: str) -> None:
    assert problems_in(written(tmp_path, "a.wiki", content)) == [sentence]


PIECES = "{{ }} [[ ]] | = * ''''' <br> <ref> </ref> <!-- --> 1999 3 A director runtime plainlist ubl &nbsp;".split()
_wikitext = st.lists(
    st.sampled_from([*PIECES, "\n", " as ", "Film date", "{{Infobox film", "== Cast ==\n"]), max_size=40
)


@settings(deadline=None)
@given(st.one_of(_wikitext.map("".join), st.text()))
def test_whatever_the_wikitext_a_film_or_problems_come_out(wikitext: str) -> None:
    for content in (wikitext, "{{Infobox film\n|" + wikitext + "}}", "{{Infobox film\n|released=" + wikitext):
        with Text.of("a.wiki", content.encode(errors="replace")) as text:
            for found in films_of(text):
                assert isinstance(found, Row) or all(isinstance(problem, Problem) for problem in found)
