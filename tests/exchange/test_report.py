from board.exchange.report import class_text
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.mastery.progress import progress_of
from builders import fact, level, unit

AVA = Student("ava", "Ava B.")


def test_a_level_is_named_once_whatever_it_is_called() -> None:
    one = unit(level("1", "tens", "ones", boss="pizza"))
    begun = class_text("Room 12", [AVA], [one], progress_of([fact(Kind.MASTERED, "tens")]))
    assert "  1. 1: 1 of the 2 steps is done. Ones is still to show.\n" in begun
    done = class_text("Room 12", [AVA], [one], progress_of([fact(Kind.MASTERED, "pizza")]))
    assert "  1. 1 is finished: the Boss, Pizza, is mastered.\n" in done
