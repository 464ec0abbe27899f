"""What is printed on and in: papers, posters, inks, languages, and what is usual among them."""

from types import MappingProxyType

PAPERS = ("letter", "a4", "tabloid", "a3")
"""Sheets that can be printed on, the usual one first."""

POSTERS = MappingProxyType({"poster2x2": 2, "poster3x3": 3})
"""Posters and how many sheets they have each way."""

INKS = ("colour", "saver", "blank")
LANGUAGES = MappingProxyType({"en": "English", "es": "español"})

USUAL_PAPERS = PAPERS[:2]
"""Sheets a teacher may have in the printer every day, one of which is this computer's usual paper."""

USUAL_LABEL = MappingProxyType({"letter": "ol5275", "a4": "avery-l6112"})
"""The label sheet that is printed on when none is named, by the paper: 3/4 inch, the size of a sticker chart, or 40 mm."""

USUAL_PX, LARGE_PX, LARGEST_PX = 256, 384, 600
"""Pixels across a picture: 300 dpi at 21.7, 32 and 51 mm."""
