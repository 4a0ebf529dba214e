"""`python -m bot` is `filmbot`."""

from bot.cli import main

main()
