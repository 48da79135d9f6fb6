"""What the answers of the API look like: English names in the code, Dutch ones in the JSON."""
