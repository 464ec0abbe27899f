"""Finding a drawing in a photo of it: the paper and the light on it, the ink, and the outline around it."""
