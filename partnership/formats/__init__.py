"""How dates and times are written where no template says: in the lists of the editors' side above all."""
