"""What leaves on paper: a partner's attestation and picture, and the one-page report of an edition.

Belongs here: the words that each says (``keepsake``), how they are drawn (``typesetting`` and its templates),
and which are offered (``files``). Not here: the figures (``overview``, ``contribution``), handing files over
(``components``, ``access``).
"""
