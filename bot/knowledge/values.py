"""The values of one kind of facet: genres, keywords, themes."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from bot.knowledge.search import Named

BEGINNING = 4
"""Letters by which single words are found."""


class Values(tuple[Named, ...]):
    """Every value of a kind, in the order of their names; told from others as the object that it is."""

    __eq__, __hash__ = object.__eq__, object.__hash__

    @cached_property
    def holding(self) -> Mapping[str, list[Named]]:
        """The values by each of their words."""
        by: defaultdict[str, list[Named]] = defaultdict(list)
        for one in self:
            for word in {*one.normal.split()}:
                by[word].append(one)
        return by

    @cached_property
    def beginning(self) -> Mapping[str, list[Named]]:
        """The values that are a single word, by its first letters."""
        by: defaultdict[str, list[Named]] = defaultdict(list)
        for one in self:
            if " " not in one.normal:
                by[one.normal[:BEGINNING]].append(one)
        return by
