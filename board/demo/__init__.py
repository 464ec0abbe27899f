"""The demo class: invented children, two units, and marks as eight weeks of centers would leave them."""
