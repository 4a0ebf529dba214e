"""The ways to read a text: what each costs, whether it is believed, and the query that the best one makes."""
