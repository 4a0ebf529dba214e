"""Errors whose message may be shown to the person who caused them."""


class BotError(Exception):
    """Something went wrong that a person can mend; the message says what to do and holds no internals."""


class SettingsError(BotError):
    """A setting is missing or cannot be used."""


class CatalogueError(BotError):
    """The database cannot be opened, read or written."""


class SourceError(BotError):
    """A file cannot be read as films."""


class FieldError(BotError):
    """A field of a film cannot be read as it was typed."""
