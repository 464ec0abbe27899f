"""How many there are of what a class is made of: "1 step", "2 steps"."""

from board.counting import counted


def students(count: int) -> str:
    """Say how many students there are."""
    return counted("1 student", "{count:,} students", count)


def names(count: int) -> str:
    """Say how many names there are."""
    return counted("1 name", "{count:,} names", count)


def people(count: int) -> str:
    """Say how many students and adults there are."""
    return counted("1 student or adult", "{count:,} students or adults", count)


def units(count: int) -> str:
    """Say how many units there are."""
    return counted("1 unit", "{count:,} units", count)


def levels(count: int) -> str:
    """Say how many levels there are."""
    return counted("1 level", "{count} levels", count)


def steps(count: int) -> str:
    """Say how many steps there are."""
    return counted("1 step", "{count} steps", count)


def bosses(count: int) -> str:
    """Say how many Bosses there are."""
    return counted("1 Boss", "{count} Bosses", count)


def marks(count: int) -> str:
    """Say how many marks there are."""
    return counted("1 mark", "{count:,} marks", count)


def pictures(count: int) -> str:
    """Say how many pictures there are."""
    return counted("1 picture", "{count:,} pictures", count)


def stickers(count: int) -> str:
    """Say how many stickers there are."""
    return counted("1 sticker", "{count} stickers", count)


def pages(count: int) -> str:
    """Say how many pages there are."""
    return counted("1 page", "{count} pages", count)


def files(count: int) -> str:
    """Say how many files there are."""
    return counted("1 file", "{count:,} files", count)


def requests(count: int) -> str:
    """Say how many requests to show something there are."""
    return counted("1 request", "{count} requests", count)
