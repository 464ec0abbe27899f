"""What keeps children off the screens of adults: the PIN, the lock, and the settings of the kiosk."""
