"""The clause of a text that asks and the talk beside it, which may name whom or what it asks about."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from bot.questions.clauses.clause import Clause
from bot.questions.clauses.pieces import FILMS
from bot.questions.names.mentions import Mention
from bot.questions.words.tokens import Token

HE, IT = frozenset("he she him his her hers".split()), frozenset("it that this".split())
"""Words for somebody and for a film that another clause names."""
OWNING = frozenset(["his", "her", "its"])
MANY = frozenset("they them their both each all".split())
"""Words that speak of more than one."""


@dataclass(frozen=True)
class Talk:
    """The clause of a text that asks, and the others."""

    words: Sequence[Token]
    found: Sequence[Mention]
    asking: Clause
    others: Sequence[Clause]

    @cached_property
    def film(self) -> bool:
        """Whether the others name a film."""
        return any(not clause.names.isdisjoint(FILMS) for clause in self.others)

    @cached_property
    def films(self) -> list[range]:
        """The places of the films that the others name, each once."""
        films = {one.named: one for clause in self.others for one in clause.films}
        return [range(one.start, one.end) for one in films.values()]

    @cached_property
    def person(self) -> Mention | None:
        """Who is meant by he or she, if one person alone is named, and no role in a film is asked for."""
        people = {one.named: one for clause in self.others for one in clause.people}
        alone = len(people) == 1 and not HE.isdisjoint(self.asking.said) and self.asking.stands_for(IT) is None
        return next(iter(people.values())) if alone and "person" not in self.asking.names else None

    @cached_property
    def one_film(self) -> Mention | None:
        """The film that was named last, if it is asked about and no other is called so."""
        before = [clause for clause in self.others if clause.places.start < self.asking.places.start] or self.others
        films = [one for clause in before for one in clause.films]
        alone = films and len(films[-1].named) == 1 and (HE | MANY).isdisjoint(self.asking.said)
        return films[-1] if alone else None

    @cached_property
    def told(self) -> frozenset[str]:
        """What the clause that asks names."""
        return self.asking.meant()

    @cached_property
    def strange(self) -> list[int]:
        """The places of words in the others that may be a misspelt name."""
        return [n for clause in self.others for n in clause.strange]

    def kept(self, kinds: Collection[str] | None = None, told: Collection[str] = ()) -> list[int]:
        """The places of what the others name of these kinds."""
        return [n for clause in self.others for n in clause.kept(kinds, told)]

    def put(self, named: Sequence[int]) -> list[Token]:
        """The clause that asks with words of the others."""
        return [self.words[n] for n in sorted({*self.asking.core, *named})]

    def of_him(self, him: Mention) -> list[Token]:
        """The clause that asks with the name of whom it speaks of."""
        return self.of(HE, range(him.start, him.end))

    def of_it(self, film: Sequence[int]) -> list[Token]:
        """The clause that asks with the name of the film that it speaks of."""
        return self.of(IT, film)

    def of(self, some: Collection[str], name: Sequence[int]) -> list[Token]:
        """The clause that asks with a name where it has one of these words, or before it."""
        words, asking = self.words, self.asking
        named = [replace(words[n], clause=words[asking.places.start].clause) for n in name]
        at = asking.stands_for(some)
        at = asking.owned_by_it if at is None and some is IT else at
        if at is None:
            return [*(words[n] for n in name), *(words[n] for n in asking.core)]
        if words[at].word in OWNING and at + 1 < asking.places.stop:
            named[-1] = replace(named[-1], owner=named[-1].word)
        return [token for n in asking.core for token in (named if n == at else [words[n]])]
