"""What changed the tables, version by version; each file is run by `migrating.py` and never edited again."""
