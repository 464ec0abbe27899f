"""Who asks to be seen."""

from dataclasses import replace

from board.mastery.asking import ready_to_show
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.mastery.progress import progress_of
from builders import UNIT, fact

AVA, BEN, CLEO = (Student(name.lower(), name) for name in ("Ava", "Ben", "Cleo"))


def test_who_is_ready_is_told_child_by_child_in_the_order_of_the_steps() -> None:
    said = [
        ("ava", "thirds", Kind.READY),
        ("ava", "halves", Kind.READY),
        ("ava", "fourths", Kind.PRACTISING),
        ("ben", "halves", Kind.MASTERED),
        ("cleo", "pizza", Kind.READY),
        ("cleo", "gone", Kind.READY),
    ]
    progress = progress_of(fact(kind, step, seq=seq, student=who) for seq, (who, step, kind) in enumerate(said))
    halves, thirds, _, pizza = UNIT.spots[:4]
    assert list(ready_to_show((CLEO, BEN, AVA), [UNIT], progress)) == [(CLEO, pizza), (AVA, halves), (AVA, thirds)]
    twice = [UNIT, replace(UNIT, id="other", levels=UNIT.levels[:1])]
    assert list(ready_to_show((AVA,), twice, progress)) == [(AVA, halves), (AVA, thirds)]
    assert list(ready_to_show((AVA,), [], progress)) == []
