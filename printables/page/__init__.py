"""The common language of all pages: paper, colours, shapes, pictures, and the parts every page has."""
