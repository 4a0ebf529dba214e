"""How the names of files end."""

YAML_ENDINGS = frozenset({".yaml", ".yml"})
PAGE_ENDINGS = frozenset({".md", ".markdown", ".html", ".htm"})
JSON_LINES_ENDINGS = frozenset({".jsonl", ".ndjson"})
CSV_ENDINGS = frozenset({".csv", ".tsv"})
WIKITEXT_ENDINGS = frozenset({".wiki", ".wikitext", ".mediawiki"})
