"""The commands by name, the same on Discord and in the terminal."""

from dataclasses import dataclass
from enum import StrEnum

from bot.knowledge.query import Asked, Query


class Takes(StrEnum):
    """What stands after a command's name."""

    TITLE = "title"
    PERSON = "name"
    WISHES = "wishes"
    """Optionally a genre and a decade."""


@dataclass(frozen=True, slots=True)
class Command:
    """One look-up; the description is at most 100 characters, as Discord wants it."""

    name: str
    asked: Asked
    description: str
    takes: Takes = Takes.TITLE

    def query(self, argument: str) -> Query:
        """What the command asks with this argument."""
        match self.takes:
            case Takes.TITLE:
                return Query(self.asked, film=argument)
            case Takes.PERSON:
                return Query(self.asked, person=argument)
            case Takes.WISHES:
                return Query(self.asked, wishes=argument)


COMMANDS = (
    Command("film", Asked.CARD, "Everything at a glance: people, runtime, certificate, summary"),
    Command("rating", Asked.RATING, "How a film is rated and why, and what score people gave it"),
    Command("runtime", Asked.RUNTIME, "How long a film runs"),
    Command("cast", Asked.CAST, "Who is in a film, and as whom"),
    Command("summary", Asked.SUMMARY, "What a film is about, without spoilers"),
    Command("plot", Asked.PLOT, "The whole plot of a film, hidden until you ask to see it"),
    Command("director", Asked.DIRECTOR, "Who directed a film"),
    Command("writers", Asked.WRITERS, "Who wrote a film"),
    Command("music", Asked.MUSIC, "Who composed the music of a film"),
    Command("genre", Asked.GENRE, "What kind of film it is"),
    Command("release", Asked.RELEASE, "When and where a film came out"),
    Command("languages", Asked.LANGUAGES, "Which languages are spoken in a film"),
    Command("countries", Asked.COUNTRIES, "Which countries made a film"),
    Command("reception", Asked.RECEPTION, "How a film was received"),
    Command("themes", Asked.THEMES, "What a film deals with"),
    Command("awards", Asked.AWARDS, "What a film won or was nominated for"),
    Command("audience", Asked.AUDIENCE, "Who should see a film"),
    Command("source", Asked.ORIGIN, "What a film is based on, and where its facts come from"),
    Command("titles", Asked.TITLES, "What else a film is called"),
    Command("person", Asked.PERSON, "The films of a person", Takes.PERSON),
    Command("random", Asked.RANDOM, "A film to watch, of a genre or decade if you like", Takes.WISHES),
)
"""Every look-up, in the order help lists them."""


def command(name: str) -> Command | None:
    """The command of a name, without its slash and in any case."""
    return next((command for command in COMMANDS if command.name == name.lower()), None)
