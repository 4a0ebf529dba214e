"""Finding the right film whatever is typed: text in, scored ids out."""
