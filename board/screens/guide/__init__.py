"""The scoring guide of a step: its examples, practising on them, writing them, and children's work among them."""
