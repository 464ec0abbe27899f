"""A child's pictures: chosen, brought, cut, looked at."""
