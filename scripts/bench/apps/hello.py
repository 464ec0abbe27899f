"""The floor: the smallest Textual app that shows a word and another one at each key."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Hello(App[None]):
    """Says hello."""

    def compose(self) -> ComposeResult:
        """One line of text."""
        yield Static("Hello")

    def on_key(self) -> None:
        """Say something else."""
        line = self.query_one(Static)
        line.update("Good day" if line.content == "Hello" else "Hello", layout=False)


if __name__ == "__main__":
    Hello().run()
