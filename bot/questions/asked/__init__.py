"""From the items of a text to what it asks: films and people put together by the grammar, and read as an intent."""
