"""What words name, as SQL: what is called so and what begins so, of what is seen in the view a query is given."""

from functools import lru_cache

from sqlalchemy import TextClause, text

from bot.knowledge.queries import VIEWS, credited
from bot.knowledge.view import View


@lru_cache(maxsize=VIEWS)
def named(view: View, said: str) -> TextClause:
    """(kind, key, name, normal, weight, year) of what is called so; `said` is a table of normal forms."""
    return text(
        "SELECT 'film', t.film, t.name, t.normal, f.popularity, f.year"
        f" FROM {said} CROSS JOIN titles t JOIN films f ON f.key = t.film"
        f" WHERE t.normal = said.value AND {view.sees('t.film')}"
        f" UNION ALL {_people_by('normal', view, said)}"
        " UNION ALL SELECT w.kind, 0, w.value, w.normal, 0, CAST(NULL AS INTEGER)"
        f" FROM {said} CROSS JOIN words w WHERE w.normal = said.value AND {_used(view)}"
        " UNION ALL SELECT DISTINCT 'character', 0, r.normal, r.normal, 0, CAST(NULL AS INTEGER)"
        f" FROM {said} CROSS JOIN characters r WHERE r.normal = said.value AND {view.sees('r.film')}"
    )


@lru_cache(maxsize=VIEWS)
def surnamed(view: View, said: str) -> TextClause:
    """The same of people whose name ends in one of the words of a table."""
    return text(_people_by("surname", view, said))


@lru_cache(maxsize=VIEWS)
def first_named(view: View) -> TextClause:
    """The eight best known of the people whose names lie between `first` and `last`."""
    return text(f"{_people('people p WHERE p.normal BETWEEN :first AND :last', view)} ORDER BY 5 DESC, 2 LIMIT 8")


@lru_cache(maxsize=VIEWS)
def begun(view: View) -> TextClause:
    """The same of films of which a title begins with `name`, or is its plural; 200 at most, the best known first."""
    begins = "t.normal IN ({0}, {0} || 's') OR (t.normal > {0} || ' ' AND t.normal < {0} || '!')"
    ways = " OR ".join([begins.format(name) for name in (":name", "'the ' || :name")])
    return text(
        "SELECT 'film', t.film, t.name, t.normal, f.popularity, f.year FROM titles t JOIN films f ON f.key = t.film"
        f" WHERE ({ways}) AND {view.sees('t.film')} ORDER BY f.popularity DESC, t.film LIMIT 200"
    )


@lru_cache(maxsize=VIEWS)
def characters_like(view: View, said: str) -> TextClause:
    """(normal form, films) of the names of two words or more of characters who go by one of the names of a table."""
    return text(
        f"SELECT w.normal, count(DISTINCT w.film) FROM {said} CROSS JOIN characters r JOIN characters w"
        " ON w.film = r.film AND w.position = r.position WHERE r.normal = said.value AND w.normal LIKE '% %'"
        f" AND {view.sees('r.film')} GROUP BY w.normal"
    )


BEGUN = text(
    "SELECT DISTINCT r.normal FROM characters r WHERE r.normal >= :start AND r.normal < :start_end"
    " AND r.normal NOT LIKE '% %'"
)
"""The names of one word, from `start` up to `start_end`, of characters, whoever sees them."""


@lru_cache(maxsize=VIEWS)
def heroes(view: View, said: str) -> TextClause:
    """(normal form, films) of the names of a table that are those of characters."""
    return text(
        f"SELECT r.normal, count(DISTINCT r.film) FROM {said} CROSS JOIN characters r WHERE r.normal = said.value"
        f" AND {view.sees('r.film')} GROUP BY r.normal"
    )


@lru_cache(maxsize=VIEWS)
def characters_of(view: View) -> TextClause:
    """The normal forms that hold the words `inside`, of characters of whom `last` is a name; see `goes_by`."""
    return text(
        "SELECT DISTINCT w.normal FROM characters r JOIN characters w ON w.film = r.film AND w.position = r.position"
        f" WHERE r.normal = :last AND ' ' || w.normal || ' ' LIKE :inside AND {view.sees('r.film')}"
    )


@lru_cache(maxsize=VIEWS)
def mononyms(view: View, said: str) -> TextClause:
    """(word, films, people): of the words of a table those that are all of a character's name, in how many films, and
    how many people have them for a first or last name.
    """
    return text(
        "SELECT r.normal, count(DISTINCT r.film), (SELECT count(*) FROM people p WHERE p.surname = r.normal)"
        " + (SELECT count(*) FROM people p WHERE p.normal >= r.normal || ' ' AND p.normal < r.normal || '!')"
        f" FROM {said} CROSS JOIN characters r WHERE r.normal = said.value AND NOT EXISTS (SELECT 1 FROM characters w"
        " WHERE w.film = r.film AND w.position = r.position AND ' ' || w.normal || ' ' LIKE '% ' || r.normal || ' %'"
        " AND w.normal <> r.normal AND w.normal NOT LIKE r.normal || ' the %')"
        f" AND {view.sees('r.film')} GROUP BY r.normal"
    )


@lru_cache(maxsize=VIEWS)
def words(view: View, said: str) -> TextClause:
    """(kind, value, normal) of the values of facets of the kinds of a table."""
    return text(
        f"SELECT w.kind, w.value, w.normal FROM {said} CROSS JOIN words w WHERE w.kind = said.value AND {_used(view)}"
    )


def _people_by(column: str, view: View, said: str) -> str:
    return _people(f"{said} CROSS JOIN people p WHERE p.{column} = said.value", view)


def _people(where: str, view: View) -> str:
    return (
        "SELECT 'person', p.key, p.name, p.normal,"
        f" (SELECT count(*) FROM credits c WHERE c.person = p.key AND {view.sees('c.film')}), CAST(NULL AS INTEGER)"
        f" FROM {where} AND {credited('p.key', view)}"
    )


def _used(view: View) -> str:
    """Whether a film that is seen has the word."""
    return f"EXISTS (SELECT 1 FROM facets f WHERE f.kind = w.kind AND f.value = w.value AND {view.sees('f.film')})"
