"""The records of a year: how open they are, what the Woo asks of them, and one file of it all."""
