"""Steps as teachers write them: lines of what a child can do."""
