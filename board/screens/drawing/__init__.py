"""A picture is drawn."""
