"""How a day is told."""


def day(at: str) -> str:
    """Give the day of an ISO time in words, such as 3 Mar; the text itself when it is no time."""
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    try:
        return f"{int(at[8:10])} {months[int(at[5:7]) - 1]}"
    except (ValueError, IndexError):
        return at
