"""Who asks to be seen: children who are ready to show a step."""

from collections.abc import Iterable, Iterator, Sequence

from board.mastery.curriculum import Step, Unit
from board.mastery.people import Student
from board.mastery.progress import Progress, Status


def ready_to_show(
    students: Iterable[Student], units: Sequence[Unit], progress: Progress
) -> Iterator[tuple[Student, Step]]:
    """Give who is ready to show which step, child by child, each step once though two units may use it."""
    steps = {step.id: step for unit in units for step in unit.spots}
    for student in students:
        row = progress.row(student.id)
        if any(spot.status is Status.READY for spot in row.values()):
            yield from (
                (student, step) for id_, step in steps.items() if id_ in row and row[id_].status is Status.READY
            )
