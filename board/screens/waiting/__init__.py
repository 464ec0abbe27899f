"""What waits for who sits here: children ready to show, tips not heard yet, new pictures."""
