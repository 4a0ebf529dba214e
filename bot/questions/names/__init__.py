"""What a text names: films, people, characters, awards, festivals and sources, in spite of typing errors."""
