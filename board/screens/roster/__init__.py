"""Who is in the class, children and adults."""
