"""The kinds of question the bot understands: one rule each, with the sentences that show it."""
