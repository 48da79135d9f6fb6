"""Every text that the product keeps, with who may read it, and a walk that looks for the rest."""
