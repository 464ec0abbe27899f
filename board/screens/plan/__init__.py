"""The plan of one child: what it shows, in which order and how, and what it knows already when it comes later."""
