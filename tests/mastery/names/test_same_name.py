import pytest

from board.mastery.names.letters import folded
from board.mastery.names.person_name import name_of
from board.mastery.names.same_name import agrees, displays, is_like
from board.mastery.names.short_names import short_names
from people_of_the_world import NAMINGS, WAYS, everybody


@pytest.mark.parametrize("kind", sorted(NAMINGS))
def test_a_child_taken_from_one_list_is_known_again_however_the_next_list_writes_the_name(kind: str) -> None:
    for person in (person for person in everybody() if person.kind == kind):
        names = {way: read(person) for way, read in WAYS.items()}
        for display in {short_names([name])[0] for name in names.values()}:
            for way, name in names.items():
                assert folded(display) in displays(name), (display, way, name)
                assert agrees(display, name)
                assert not is_like(display, name)


@pytest.mark.parametrize(
    ("child", "row"),
    [
        ("Ava B.", "BROWN, AVA"),
        ("Ava Jane B.", "Brown, Ava Jane"),
        ("Ava Brown", "Brown, Ava Jane"),
        ("Brown Ava", "Ava Brown"),
        ("Jose G.", "José García López"),
        ("José G.", "GARCIA, JOSE"),
        ("Soren K.", "Søren Kierkegaard"),
        ("Łukasz W.", "Walesa, Lukasz"),
        ("Isik Y.", "IŞIK YILDIZ"),
        ("Jörg Groß", "JORG GROSS"),
        ("Sean O'B.", "Seán O’Brien"),
        ("Mary Kate B.", "Mary-Kate Brown"),
        ("Ａｖａ Ｂ．", "Ava Brown"),
        ("Katherine S.", "Smith, Katherine (Katie)"),
        ("Katie S.", "Smith, Katherine (Katie)"),
        ("Minh Anh N.", "Nguyễn Thị Minh Anh"),
        ("Peter Berg", "Peter van der Berg"),
        ("小明王", "王小明"),
        ("Omar A.", "Omar Abd al-Rahman"),
        ("محمد عبد الرحمن", "محمد عبدالرحمن"),
        ("Abdulrahman H.", "Abd al-Rahman Hassan"),
        ("Abdul Rahman H.", "Hassan, Abd ar-Rahman"),
    ],
)
def test_a_row_fits_the_child_it_names(child: str, row: str) -> None:
    assert folded(child) in displays(name_of(row))


@pytest.mark.parametrize(
    ("child", "row"),
    [
        ("Ava B.", "Ava Cole"),
        ("Ava", "Ava Brown"),
        ("Eva B.", "Ava Brown"),
        ("Ava J. B.", "Ava Brown"),
        ("Ava .", "Ava Brown"),
        ("Ben B. Jr.", "Ben Brown"),
        ("", "Ava Brown"),
        ("", ""),
        ("がく", "かく"),
        ("राम", "रम"),
    ],
)
def test_a_row_does_not_fit_somebody_else(child: str, row: str) -> None:
    assert folded(child) not in displays(name_of(row))


@pytest.mark.parametrize(
    ("child", "does"),
    [
        ("Ava B.", True),
        ("Ava", True),
        ("Ava Jane", True),
        ("Ava-Jane B.", True),
        ("Jane B.", True),
        ("Ava Rose B.", False),
        ("AVA BROWN", True),
        ("Ava C.", False),
        ("Eva B.", False),
        ("Ben C.", False),
        ("Brown", False),
        ("", False),
    ],
)
def test_a_teachers_own_short_name_agrees_with_the_name_behind_the_id(child: str, does: bool) -> None:
    assert agrees(child, name_of("Brown, Ava Jane")) is does


@pytest.mark.parametrize(
    ("child", "row", "asked"),
    [
        ("Diane S.", "Diane Brown", True),
        ("Ava", "Ava Brown", True),
        ("Ben C.", "Benjamin Cole", True),
        ("Kate S.", "Katherine Smith", True),
        ("Mya N.", "Mia Nguyen", True),
        ("Eva B.", "Ava Brown", True),
        ("Jane B.", "Ava Jane Brown", True),
        ("Brown A.", "Ava Brown", True),
        ("Wang X.", "Xiaoming Wang", True),
        ("Katie S.", "Smith, Kate", True),
        ("小明", "王小明", True),
        ("李小明", "王小明", True),
        ("Ben B.", "Ava Brown", False),
        ("Bo B.", "Jo Brown", False),
        ("Ava C.", "Ben Cole", False),
        ("Mia B.", "Ava Brown", False),
        ("王伟", "王小明", False),
        ("Ava B.", "Ava Brown", False),
        ("", "Ava Brown", False),
        ("Ben", "Ava Brown", False),
    ],
)
def test_only_a_name_that_is_nearly_the_childs_is_asked_about(child: str, row: str, asked: bool) -> None:
    assert is_like(child, name_of(row)) is asked
