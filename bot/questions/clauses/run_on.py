"""Texts without signs: where a sentence ends and another begins, told by how questions begin and how people go on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from bot.questions.clauses.beginnings import ASKS, LEAST_TOLD, LONGEST_LEAD, SUBORDINATING, of_people, of_what_is_named
from bot.questions.clauses.clauses import in_full
from bot.questions.clauses.pieces import pieces
from bot.questions.clauses.saying import TELLING
from bot.questions.names.mentions import Mention
from bot.questions.names.plainly import plainly
from bot.questions.rules.phrases import OPENING, STARTS
from bot.questions.words.chatting import USUAL
from bot.questions.words.lexicon import lexicon
from bot.questions.words.phrasing import spoken
from bot.questions.words.tokens import Token

SHORTEST = 8
"""Words of the shortest text that is looked at."""
LEAST = 3
"""Words of the shortest question that somebody goes on behind, and of what they go on with."""
_GOVERNING = frozenset("the a an of by with than and or to for from at as not no into about".split())
"""Words that what stands behind them belongs to."""
_TELLS = TELLING | frozenset(
    "he she they theyre idk someone everyone asking doing need needs trying thought bet been hopefully havent hasnt"
    " cant dont".split()
)
"""Words that begin what somebody tells behind a question."""
_PRONOUNS = frozenset(["he", "she", "it", "they"])
"""Words of a question whether what was said is so."""
_FOUND = frozenset("got have has there know seen of like without not".split())
"""Words that a wish for films may begin with before "any"."""
_HAVING = [[you, have] for you in ("u", "you") for have in ("have", "got")]
"""Words that questions for films end with."""
_WHILE = frozenset("before until while when".split())
"""Words before when somebody does something."""
_DOING = frozenset(["did", "does", "do"])
"""Words of a question that has its verb behind the name."""
_PREPOSITIONS = frozenset("against across behind beside near around during down off up along below above".split())
"""Words that say more of what stands before them."""
_POINTING = frozenset("it that him her them".split())
"""Words that a question may end with that names nothing itself."""
_PREDICATES = frozenset("in the a also even really".split())
"""Words behind a name that say what it may be."""


def punctuated(words: Sequence[Token], found: Sequence[Mention]) -> list[Token]:
    """The words as if every sentence ended with a sign."""
    if len(words) < SHORTEST:
        return list(words)
    text = _Text(words, [one for one in found if plainly(one, words)])
    more, since, done = 0, 0, list[Token]()
    asks = text.asks(0)
    for n, token in enumerate(words):
        signed = n > 0 and token.clause > words[n - 1].clause
        ends = n - since >= 2 and n not in text.inside and not signed and text.ends_before(n, since, asks=asks)
        if signed or ends:
            since, asks, more = n, text.asks(n), more + ends
        done.append(replace(token, clause=token.clause + more, sentence=token.sentence + more))
    return done if more else list(words)


@dataclass(frozen=True)
class _Text:
    """The words of a text, and what they plainly name."""

    words: Sequence[Token]
    names: Sequence[Mention]

    @cached_property
    def plain(self) -> list[str]:
        return [in_full(word) for word in spoken(self.words)]

    @cached_property
    def inside(self) -> set[int]:
        """The places of the words of names, but for the first of each."""
        return {n for one in self.names for n in range(one.start + 1, one.end)}

    @cached_property
    def starts(self) -> dict[int, int]:
        """Where each name begins, and where it ends."""
        return {one.start: one.end for one in self.names}

    def _behind_name(self, at: int) -> bool:
        """Whether a name ends before a word."""
        return at - 1 in self.inside or at - 1 in self.starts

    def stop(self, at: int) -> int:
        """Where the next sign stands."""
        words = self.words
        return next((n for n in range(at + 1, len(words)) if words[n].clause > words[at].clause), len(words))

    def asks(self, at: int) -> bool:
        """Whether what begins at a word asks, by how it begins."""
        whether = self.plain[at] in STARTS and at + 1 in self.starts
        return whether or ASKS.match(" ".join(self.plain[at : at + LONGEST_LEAD])) is not None

    def ends_before(self, at: int, since: int, *, asks: bool) -> bool:
        """Whether a sentence ends before a word that began, and may ask, at another."""
        stop = self.stop(at)
        if self._asks(at, stop) and not (asks and self.plain[at] in STARTS):
            return True
        if self._lists(at, stop) and not asks:
            return True
        return at - since >= LEAST and self._tells(since, at, stop) and (asks or self._lists(since, at))

    def _asks(self, at: int, stop: int) -> bool:
        """Whether a question begins at a word."""
        word, before, behind = self.plain[at], self.plain[at - 1], self.plain[at + 1 : stop]
        if not behind or before in _GOVERNING:
            return False
        if word in STARTS:
            return before not in OPENING and self._whether(at, stop)
        if word in OPENING and self.words[at].typed[:1].isupper() and self.words[at - 1].typed[:1].islower():
            return True
        match word:
            case "which" | "whichs":
                done = lexicon().at(self.plain, at + 1, stop)
                return behind[0] not in STARTS | _TELLS and not (done and done[1].letter in "vk")
            case "who":
                return of_what_is_named(self.plain[at:stop]) or not of_people(self.plain, at)
            case "when":
                return behind[0] in STARTS
            case "where":
                return False
            case "give" | "show" | "send" | "tell":
                return behind[0] in ("me", "us")
            case "any" | "got" | "list" | "recommend" | "suggest" | "name":
                return before not in _FOUND and self._wishes(at, stop)
        return word in OPENING and self.asks(at)

    def _whether(self, at: int, stop: int) -> bool:
        """Whether a word begins a question whether something is so, of what stands behind or before it."""
        word, behind = self.plain[at], self.plain[at + 1 : stop]
        if behind[0] in _PRONOUNS and self._behind_name(at):
            return len(behind) == 1 or behind[1] in _TELLS  # did he
        name = at + 1 + (behind[0] == "the" and at + 1 not in self.starts)
        if name not in self.starts:
            return False
        owned = word == "does" and (
            lexicon().at(self.plain, at - 1, at) is None or self._behind_name(at)
        )  # dad does it
        return not owned and self._said_of(name, stop, "vk" if word in ("did", "does") else "vxlroM")

    def _wishes(self, at: int, stop: int) -> bool:
        """Whether a word begins a wish for films, or for those who made them."""
        word = self.plain[at]
        told = [what for _, what in pieces(self.plain, range(at, stop), self.names)][: LEAST + 2]
        films = ("f", "genre") if word in ("any", "got") else ("f", "genre", "r", "v")
        return (word != "got" or self.plain[at + 1] == "any") and not set(told).isdisjoint(films)

    def _said_of(self, name: int, stop: int, letters: str) -> bool:
        """Whether something of these letters is said of a name, by what stands behind it."""
        end = self.starts[name]
        told = lexicon().at(self.plain, end, stop)
        return end < stop and (self.plain[end] in _PREDICATES or (told is not None and told[1].letter in letters))

    def _lists(self, at: int, stop: int) -> bool:
        """Whether some films are told from others from a word on, and what stands before is something else."""
        before = lexicon().at(self.plain, at - 1, at) if at else None
        if before is not None or self._behind_name(at):
            return False
        known = [what for _, what in pieces(self.plain, range(at, stop), self.names)]
        known = known[: known.index("_")] if "_" in known else known
        named = [what for what in known if len(what) > 1]
        begins = bool(named) and (len(known[0]) > 1 or known[0] in "fm")
        return begins and (len(named) > 1 or "f" in known) and "film" not in named

    def _tells(self, since: int, at: int, stop: int) -> bool:
        """Whether somebody goes on to tell something behind a question that begins at a word."""
        plain, behind_name = self.plain, self._behind_name(at)
        before = lexicon().at(plain, at - 1, at)
        joined = before is not None and before[1].letter in "fo" and not behind_name
        if plain[at] in _WHILE and not _TELLS.isdisjoint(plain[at + 1 : at + 2]):
            return behind_name or plain[at - 1] in STARTS  # before she agrees to watch it
        if (joined or plain[at - 1] in _GOVERNING | SUBORDINATING) and plain[at - 2 : at] not in _HAVING:
            return False
        if behind_name and (stop - at < LEAST_TOLD or not _DOING.isdisjoint(plain[since:at])):
            return False  # The One I Love, how long does Ratatouille keep
        of_what = plain[at - 1] in _POINTING or any(since <= n < at for n in self.starts)
        if plain[at] in _TELLS:
            *_, (_, last) = pieces(plain, range(since, at), self.names)
            return last != "_" and of_what and stop - at >= LEAST
        strange = lexicon().at(plain, at, stop) is None and plain[at] in USUAL - _PREPOSITIONS
        return strange and of_what and at not in self.starts and stop - at >= LEAST_TOLD
