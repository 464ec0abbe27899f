"""The screens: each gets what it needs through its constructor, and never knows the app."""
