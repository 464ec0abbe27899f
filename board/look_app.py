"""What a projector shows: the class's quilt and its proud wall, and nothing that could be pressed."""
