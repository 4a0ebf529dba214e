"""Film bot: exact answers to film questions, from its own knowledge base, on Discord and in a terminal."""
