"""The settings: read once at the start, from the environment and a .env file, and handed down."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

import bot
from bot.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting as the operator writes it."""

    name: str
    default: str
    meaning: str


SETTINGS = (
    Setting("DISCORD_TOKEN", "", "the bot's token from the Discord developer portal; only `filmbot run` needs it"),
    Setting("FILMBOT_DATABASE", "", "database URL or SQLite file; empty: films.db in the user's data folder"),
    Setting("FILMBOT_FILMS", "", "folder of film entries synced at start; empty: the shipped one; none: no folder"),
    Setting(
        "FILMBOT_HOME_SERVER",
        "",
        "id of the Discord server whose moderators edit the shared films; empty: only the operator does",
    ),
    Setting(
        "FILMBOT_INLINE",
        "off",
        "on: servers may have films named as [[The Sessions]] in any message shown as small cards (see below)",
    ),
    Setting("TMDB_API_KEY", "", "key of your TMDB account; only `filmbot fetch tmdb` needs it"),
    Setting("TMDB_URL", "https://api.themoviedb.org/3", "where TMDB is asked, for those who go through a proxy"),
    Setting("FILMBOT_LOG_LEVEL", "INFO", "how much `filmbot run` logs: DEBUG, INFO, WARNING or ERROR"),
)
"""Every setting; the README's table and .env.example list the same."""

LOG_LEVELS = frozenset({"DEBUG", "INFO", "WARNING", "ERROR"})


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings as the program uses them."""

    token: str | None
    database: str
    named: bool
    """Whether the database is one that the operator names, not the default one."""
    films: Path | None
    """The folder to sync, None for none."""
    data: Path
    """Folder for what the bot keeps besides the database: the prompt's history, what was synced to Discord."""
    home: int | None
    """The Discord server that edits the shared films."""
    inline: bool
    log_level: str
    tmdb_key: str | None
    tmdb_url: str

    @classmethod
    def read(cls, values: Mapping[str, str | None]) -> "Settings":
        """Settings from names and values; what is missing or empty has its default.

        Raises SettingsError with what to write instead.
        """
        given = {setting.name: (values.get(setting.name) or "").strip() or setting.default for setting in SETTINGS}
        log_level = given["FILMBOT_LOG_LEVEL"].upper()
        if log_level not in LOG_LEVELS:
            raise SettingsError(f"FILMBOT_LOG_LEVEL is {log_level!r}; write DEBUG, INFO, WARNING or ERROR.")
        if given["FILMBOT_INLINE"].lower() not in {"on", "off"}:
            raise SettingsError(f"FILMBOT_INLINE is {given['FILMBOT_INLINE']!r}; write on or off.")
        data = user_data_path("filmbot", appauthor=False)
        return cls(
            token=given["DISCORD_TOKEN"] or None,
            database=given["FILMBOT_DATABASE"] or str(data / "films.db"),
            named=bool(given["FILMBOT_DATABASE"]),
            films=_films(given["FILMBOT_FILMS"]),
            data=data,
            home=_server(given["FILMBOT_HOME_SERVER"]),
            inline=given["FILMBOT_INLINE"].lower() == "on",
            log_level=log_level,
            tmdb_key=given["TMDB_API_KEY"] or None,
            tmdb_url=given["TMDB_URL"],
        )


def _server(text: str) -> int | None:
    if text and not (text.isascii() and text.isdigit() and 0 < int(text) < 2**63):
        raise SettingsError(f"FILMBOT_HOME_SERVER is {text!r}; write the number that Copy Server ID gives, or nothing.")
    return int(text) if text else None


def _films(text: str) -> Path | None:
    if text.lower() == "none":
        return None
    folder = Path(text).expanduser() if text else shipped_films()
    if not folder.is_dir():
        raise SettingsError(f"There is no folder {folder}; name one that holds film entries, or none.")
    return folder


def shipped_films() -> Path:
    """The folder of films that comes with the bot: inside the installed package, or beside it in a checkout."""
    package = Path(bot.__file__).parent
    inside = package / "films"
    return inside if inside.is_dir() else package.parent / "films"
