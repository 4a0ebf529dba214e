"""What words name in the catalogue: films, people, characters and values of facets, called just so or nearly so."""

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import groupby
from math import log2
from typing import Any

from sqlalchemy import TextClause

from bot.knowledge import name_queries
from bot.knowledge.characters import goes_by
from bot.knowledge.library import Library, LookUp
from bot.knowledge.search import Named
from bot.knowledge.sight import Sight
from bot.knowledge.values import Values
from bot.knowledge.view import View
from bot.matching import Index, Match
from bot.matching.normal import normal

LIKE = 82.0
"""How much of 100 a mistyped genre, country, language or keyword must be like it."""

FAME = 2.0
"""How much less a name may be like a text for each time that it is known of twice as many films."""

ORDER = {"film": 0, "person": 1, "character": 3}
"""The place of films, people and characters among all that is called so; values of facets are at 2."""

LONE = 87.0
"""How much of 100 a hero of one film must be like a word."""
DOUBLED = 0.9
"""How much a name is like one that differs by letters typed twice alone."""
LAST = "z" * 20
"""Behind the beginning of a normal form: what comes after all that begin so, however a database sorts."""

Query = Callable[[View, str], TextClause]
"""SQL about the texts of a table, see `Database.said`."""


class Names:
    """What words name among all that one server sees."""

    def __init__(self, library: Library, server: int) -> None:
        self._sight = Sight(library, server)
        self._database = library.database

    async def named(self, normals: Sequence[str]) -> list[Named]:
        """Everything that is called exactly so; `normals` as `matching.normal` writes them."""

        async def look_up(names: list[str]) -> dict[str, list[Named]]:
            return await self._named(name_queries.named, names, lambda one: one.normal)

        by = await self._names("named", normals, look_up)
        return sorted((one for name in sorted(by) for one in by[name]), key=lambda one: ORDER.get(one.kind, 2))

    async def called(self, texts: Sequence[str]) -> dict[str, Sequence[Named]]:
        """By text the films called so but for article, numerals and spaces; `weight` is 100, or 90 for half a title."""
        return await self._titled("called", texts, lambda index, text: index.called(text))

    async def initialled(self, texts: Sequence[str]) -> dict[str, Sequence[Named]]:
        """By text the films of which a title, or a part of it before or after a colon, has these initials."""
        return await self._titled("initials", texts, lambda index, text: index.initialled(text))

    async def holding(self, texts: Sequence[str]) -> dict[str, Sequence[Named]]:
        """By text the films of which a title holds its words; of very many those with short titles."""
        return await self._titled("words", texts, lambda index, words: index.holding(words))

    async def surnamed(self, words: Sequence[str]) -> list[Named]:
        """People whose name ends in one of the words."""

        async def look_up(names: list[str]) -> dict[str, list[Named]]:
            return await self._named(name_queries.surnamed, names, lambda one: one.normal.rpartition(" ")[2])

        by = await self._names("surnamed", words, look_up)
        return [one for name in sorted(by) for one in by[name]]

    async def first_named(self, names: Sequence[str]) -> dict[str, Sequence[Named]]:
        """By first name the eight best known of the people who have it."""

        async def look_up(names: list[str]) -> dict[str, list[Named]]:
            best = name_queries.first_named(await self._sight.view())
            begun = {name: {"first": f"{name} ", "last": f"{name} {LAST}"} for name in names}
            return {name: [Named(*row) for row in await self._database.rows(best, begun[name])] for name in begun}

        return await self._names("first name", names, look_up)

    async def heroes(self, name: str) -> Sequence[Named]:
        """The characters whose name of two words or more ends so, those of the most films first; weights are films."""

        async def look_up(_: list[str]) -> dict[str, list[Named]]:
            rows = await self._of(name_queries.characters_like, [name])
            some = [(films, one) for one, films in rows if one.endswith(f" {name}")]
            return {name: [Named("character", 0, one, one, films) for films, one in sorted(some, reverse=True)]}

        return (await self._names("hero", [name], look_up)).get(name, ())

    async def begun(self, name: str) -> Sequence[Named]:
        """The titles that begin with a name in normal form, be it behind "the", or that are its plural."""

        async def look_up(_: list[str]) -> dict[str, list[Named]]:
            rows = await self._database.rows(name_queries.begun(await self._sight.view()), {"name": name})
            return {name: [Named(*row) for row in rows]}

        return (await self._names("begun", [name], look_up)).get(name, ())

    async def characters(self, texts: Sequence[str]) -> dict[str, Sequence[Named]]:
        """By text the characters whose names hold it and one of whose names is its last word."""

        async def look_up(names: list[str]) -> dict[str, list[Named]]:
            wanted = name_queries.characters_of(await self._sight.view())
            found = {name: await self._database.rows(wanted, goes_by(name)) for name in names}
            return {name: [Named("character", 0, one, one) for (one,) in some] for name, some in found.items()}

        return await self._names("character", texts, look_up)

    async def mononyms(self, words: Sequence[str]) -> frozenset[str]:
        """Those of the words that are all of a character's name, and hardly of a person's: Batman, Gandalf the Grey."""

        async def look_up(names: list[str]) -> dict[str, list[Named]]:
            rows = await self._of(name_queries.mononyms, names)
            return {name: [Named("character", 0, name, name)] for name, films, people in rows if films >= 2 * people}

        return frozenset(await self._names("mononym", words, look_up))

    async def words(self, kinds: Sequence[str]) -> list[Named]:
        """Every value of facets of these kinds."""
        rows = await self._of(name_queries.words, kinds)
        return [Named(kind, 0, value, normal) for kind, value, normal in rows]

    async def values(self, kind: str) -> Values:
        """Every value of facets of one kind; the same object until something changes."""
        kept = self._sight.kept(await self._sight.view())
        if kind not in kept.values:
            kept.values[kind] = Values(sorted(await self.words((kind,)), key=lambda value: value.name))
        return kept.values[kind]

    async def like(self, text: str) -> Sequence[Named]:
        """The values of facets that a mistyped text may mean; `weight` says how much of 100 they are like it."""
        typed = normal(text)

        async def look_up(_: list[str]) -> dict[str, list[Named]]:
            from rapidfuzz import fuzz, process  # only for typing errors

            kept = self._sight.kept(await self._sight.view())
            if kept.vocabulary is None:
                known = await self.words(("genre", "country", "language", "keyword", "theme"))
                kept.vocabulary = known, [word.normal for word in known]
            known, normals = kept.vocabulary
            best = process.extract(typed, normals, scorer=fuzz.ratio, score_cutoff=LIKE, limit=3)
            return {typed: [replace(known[at], weight=score) for _, score, at in best]}

        return (await self._names("value like", [typed], look_up)).get(typed, ())

    async def like_films(self, text: str, least: float) -> Sequence[Named]:
        """The films of which a name is, letter by letter, like the text; `weight` says how much of 100."""
        typed = normal(text)

        async def look_up(_: list[str]) -> dict[str, list[Named]]:
            matches = (await self._sight.titles()).alike(typed, least)
            refs = await self._sight.refs([match.key for match in matches])
            return {
                typed: [
                    Named("film", one.key, refs[one.key].title, normal(one.name), one.score, refs[one.key].year)
                    for one in matches
                    if one.key in refs
                ]
            }

        return (await self._names(f"film like {least}", [typed], look_up)).get(typed, ())

    async def like_people(self, text: str, least: float) -> Sequence[Named]:
        """The same of people, of whom a single word may be the surname; of some alike the best known first."""
        typed = normal(text)

        async def look_up(_: list[str]) -> dict[str, list[Named]]:
            matches = (await self._sight.people()).alike(typed, least, surnames=True)
            alike = [Named("person", one.key, one.name, normal(one.name), one.score) for one in matches]
            credits = {one.key: one.weight for one in await self.named([one.normal for one in alike[1:] and alike])}
            return {typed: sorted(alike, key=lambda one: -_likely(one.weight, credits.get(one.key, 1)))}

        return (await self._names(f"person like {least}", [typed], look_up)).get(typed, ())

    async def like_characters(self, text: str, least: float) -> Sequence[Named]:
        """The same of characters whose name is one word, or has the first or last word of several as typed."""
        typed = normal(text)

        async def look_up(_: list[str]) -> dict[str, list[Named]]:
            from rapidfuzz.distance import OSA  # only for typing errors

            words, plain = typed.split(), _single(typed)

            def like_it(name: str) -> float:
                return 100 * max(OSA.normalized_similarity(typed, name), DOUBLED * (_single(name) == plain))

            if len(words) > 1:
                rows = await self._of(name_queries.characters_like, [words[0], words[-1]])
            else:
                begun = {"start": typed[:2], "start_end": typed[:2] + LAST}
                known = await self._database.rows(name_queries.BEGUN, begun)
                likely = [name for (name,) in known if like_it(name) >= least]
                rows = await self._of(name_queries.heroes, likely) if likely else []
            near = sorted(
                (-_likely(like, films), name, like)
                for like, films, name in ((like_it(name), films, name) for name, films in rows)
                if like >= (least if films > 1 or len(words) > 1 else max(least, LONE))
            )
            return {typed: [Named("character", 0, name, name, like) for _, name, like in near]}

        return (await self._names(f"character like {least}", [typed], look_up)).get(typed, ())

    async def _titled(
        self, way: str, texts: Sequence[str], find: Callable[[Index, str], Sequence[Match]]
    ) -> dict[str, Sequence[Named]]:
        async def look_up(texts: list[str]) -> dict[str, list[Named]]:
            index = await self._sight.titles()
            found = {text: matches for text in texts if (matches := find(index, text))}
            refs = await self._sight.refs(list({match.key for matches in found.values() for match in matches}))
            return {
                text: [
                    Named("film", match.key, refs[match.key].title, text, match.score, refs[match.key].year)
                    for match in matches
                    if match.key in refs
                ]
                for text, matches in found.items()
            }

        return await self._names(way, texts, look_up)

    async def _names(self, way: str, texts: Sequence[str], look_up: LookUp) -> dict[str, Sequence[Named]]:
        return await self._sight.kept(await self._sight.view()).names_of(way, texts, look_up)

    async def _named(self, query: Query, names: Sequence[str], said: Callable[[Named], str]) -> dict[str, list[Named]]:
        """What a query finds of some names, by what of it was looked up."""
        found: dict[str, list[Named]] = defaultdict(list)
        for row in await self._of(query, names):
            one = Named(*row)
            found[said(one)].append(one)
        return found

    async def _of(self, query: Query, texts: Sequence[str]) -> Sequence[Any]:
        """The rows of a query about some texts."""
        statement = query(await self._sight.view(), self._database.said)
        return await self._database.rows(statement, {"said": json.dumps(sorted({*texts}))})


def _likely(like: float, films: float) -> float:
    """How likely it is that a name was meant that is so much like a text and known of so many films."""
    return like + FAME * log2(max(1, films))


def _single(name: str) -> str:
    """A name without its letters' doubles."""
    return "".join(letter for letter, _ in groupby(name))
