"""Who registers: from names as people write them to one partner each.

``rules`` reads what people decided about words and thresholds, ``names`` takes a name apart, ``places`` says
what two places say of each other, ``likeness`` compares, ``several`` splits, ``index`` finds who could be
alike, ``identify`` decides for a file, ``decisions`` keeps what a person answered.
"""
