"""How a number and a list are told inside a sentence, on screen, on paper and in the command line alike."""

from collections.abc import Sequence


def counted(one: str, many: str, count: int, **fields: object) -> str:
    """Choose the sentence for one or for many, and fill in its fields.

    Args:
        one: The whole sentence or phrase for exactly one, such as "1 picture waits for {whom}."
        many: The one for any other number, such as "{count} pictures wait for {whom}."
        count: How many; the field `count` of both.
        fields: Their other fields, by name.
    """
    return (one if count == 1 else many).format(count=count, **fields)


def listed(names: Sequence[str]) -> str:
    """Give names as one says them: "Ava, Ben and Cam"; empty when there are none."""
    return _last_joined(names, "{first} and {last}")


def either(names: Sequence[str]) -> str:
    """Give names to choose from as one says them: "Ava, Ben or Cam"; empty when there are none."""
    return _last_joined(names, "{first} or {last}")


def _last_joined(names: Sequence[str], pair: str) -> str:
    if len(names) < 2:  # noqa: PLR2004 - a list begins with two
        return "".join(names)
    return pair.format(first=", ".join(names[:-1]), last=names[-1])
