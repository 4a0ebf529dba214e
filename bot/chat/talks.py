"""What each person last talked about with the bot and where, so that "who directed it?" can be answered."""

from collections import OrderedDict
from time import monotonic

from bot.questions.conversation.context import Context

KEPT, FORGOTTEN_AFTER = 1000, 600.0
"""Conversations kept in memory, and the seconds of silence after which one begins anew."""


class Talks:
    """The conversations in hand, one a person and channel; never written anywhere."""

    def __init__(self) -> None:
        self._talks: OrderedDict[tuple[int | None, int], tuple[float, Context]] = OrderedDict()

    def of(self, channel: int | None, person: int) -> Context:
        """The conversation of a person in a channel, a new one after a long silence."""
        now = monotonic()
        last, talk = self._talks.pop((channel, person), (now, Context()))
        if now - last > FORGOTTEN_AFTER:
            talk = Context()
        self._talks[channel, person] = now, talk
        if len(self._talks) > KEPT:
            self._talks.popitem(last=False)
        return talk

    def forget(self, person: int) -> None:
        """Forget every conversation of a person."""
        for where, who in [*self._talks]:
            if who == person:
                del self._talks[where, who]
