"""All drawings, by the folder they are saved in."""

from collections.abc import Mapping

from scripts.draw_badges.crest_emblems import CREST_EMBLEMS
from scripts.draw_badges.crest_step_science import CREST_SCIENCE
from scripts.draw_badges.crest_step_world import CREST_WORLD
from scripts.draw_badges.playful_emblem_garden import PLAYFUL_GARDEN
from scripts.draw_badges.playful_emblem_water import PLAYFUL_WATER
from scripts.draw_badges.playful_step_food import PLAYFUL_FOOD
from scripts.draw_badges.playful_step_things import PLAYFUL_THINGS
from scripts.draw_badges.sticker import Drawing

GALLERY: Mapping[str, Mapping[str, Drawing]] = {
    "steps/playful": {**PLAYFUL_THINGS, **PLAYFUL_FOOD},
    "steps/crest": {**CREST_SCIENCE, **CREST_WORLD},
    "emblems/playful": {**PLAYFUL_GARDEN, **PLAYFUL_WATER},
    "emblems/crest": CREST_EMBLEMS,
}
