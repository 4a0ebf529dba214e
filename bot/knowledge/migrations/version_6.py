"""Version 6: what other sources say of a film that a file holds, and what a file held that is gone."""

from alembic import op
from sqlalchemy import Column, Text

revision = "6"
down_revision = "5"


def upgrade() -> None:
    op.add_column("films", Column("aside", Text))
    op.add_column("films", Column("aside_origins", Text))
