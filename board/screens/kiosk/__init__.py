"""The kiosk: a child finds itself by its sign, shows its picture word, and its own page opens."""
