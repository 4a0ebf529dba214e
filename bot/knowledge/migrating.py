"""Bringing the tables of an older catalogue up to date; loaded only when there is one."""

from pathlib import Path

from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

FOLDER = Path(__file__).parent / "migrations"


def migrate(connection: Connection, version: int | None, to: str = "head") -> None:
    """Change the tables of a version, or none, step by step into those of another, within the transaction."""
    scripts = ScriptDirectory(str(FOLDER), version_locations=[str(FOLDER)])
    steps = list(scripts.iterate_revisions(to, str(version) if version is not None else "base"))
    with Operations.context(MigrationContext.configure(connection)):
        for step in reversed(steps):
            step.module.upgrade()
