"""Headers as programs and forms write them: first letters that say whose they are, names of things, parts of a whole name."""

import pytest

from board.exchange.tables.headers import meanings_of
from board.exchange.tables.meanings import Meaning
from lists_written import understood

PEOPLE = "Ava,Brown,5,x7781,Hill\nLiam,Lopez,5,x7782,Hill\nMia,Ng,6,x7783,Lund\nZoe,Gray,6,x7784,Lund\n"


@pytest.mark.parametrize(
    "header",
    [
        "SFIRST,SLAST,SGRADE,SID,TLAST",
        "S_FIRST,S_LAST,S_GRADE,S_ID,T_LAST",
        "sFirst,sLast,sGrade,sId,tLast",
        "PFIRST,PLAST,PGRADE,PID,TLAST",
    ],
)
def test_a_letter_in_front_of_several_headers_says_whose_they_are(header: str) -> None:
    assert understood(f"{header}\n{PEOPLE}") == ["given", "family", "grade", "id", "teacher"]


def test_a_name_below_the_letter_of_a_class_is_the_name_of_the_class() -> None:
    text = f"SFIRST,SLAST,SGRADE,SID,CNAME\n{PEOPLE}"
    assert understood(text) == ["given", "family", "grade", "id", "class"]


def test_one_header_that_begins_with_such_a_letter_is_asked_about() -> None:
    assert understood("SLEVEL,Student Name\n5,Ava Brown\n5,Liam Lopez\n6,Mia Ng\n") == ["unused?", "name"]


def test_words_that_only_begin_with_such_a_letter_stay_themselves() -> None:
    text = (
        "SORT,SFIRST,SLAST,SGRADE,STATUS,SCORE\n"
        "1,Ava,Brown,5,active,8\n2,Liam,Lopez,5,active,7\n3,Mia,Ng,6,inactive,9\n"
    )
    assert understood(text) == ["seat", "given", "family", "grade", "status", "unused"]


@pytest.mark.parametrize(
    "header",
    [
        "Nom de la campagne",
        "Name of dog",
        "Name of the first campaign",
        "Nombre de la mascota",
        "Nome do projeto",
        "Name der Maus",
        "\u30da\u30c3\u30c8\u306e\u540d\u524d",
    ],
)
@pytest.mark.parametrize("cells", [["Rex", "Luna", "Bello"], ["Autumn", "Autumn", "Autumn"]])
def test_the_name_of_a_thing_is_never_surely_the_name_of_a_child(header: str, cells: list[str]) -> None:
    given = "".join(f"{name},{cell}\n" for name, cell in zip(["Ava", "Liam", "Mia"], cells, strict=True))
    assert understood(f"First Name,{header}\n{given}")[1] in {"unused?", "family?"}
    assert understood(f"{header},Grade\n{cells[0]},2\n{cells[1]},2\n{cells[2]},2\n")[0] in {"unused?", "name?"}


@pytest.mark.parametrize("header", ["Contest name", "Campaign name", "Zzyx Name"])
def test_a_name_beside_a_word_nobody_knows_is_not_surely_the_family_name(header: str) -> None:
    assert understood(f"First Name,{header}\nAva,Otter\nLiam,Comet\nMia,Owl\n")[1].endswith("?")


@pytest.mark.parametrize(
    "header", ["Name of child", "Nom de l'\u00e9l\u00e8ve", "Name des Kindes", "Nombre del alumno"]
)
def test_the_name_of_a_child_is_one(header: str) -> None:
    assert meanings_of(header)[0] == (Meaning.NAME, 3)


def test_the_name_of_a_teacher_is_a_teacher_in_words_half_known() -> None:
    assert meanings_of("Name der Klassenlehrerin / des Klassenlehrers")[0].meaning is Meaning.TEACHER


@pytest.mark.parametrize(
    ("header", "meaning"),
    [
        ("\u5150\u7ae5\u540d \u59d3", Meaning.FAMILY),
        ("\u6c0f\u540d \u540d", Meaning.GIVEN),
        ("Student Name Last", Meaning.FAMILY),
        ("Full first name", Meaning.GIVEN),
        ("Full name (last, first)", Meaning.NAME),
        ("Prenom2", Meaning.MIDDLE),
        ("Nombres1", Meaning.NAME),
    ],
)
def test_the_later_and_narrower_part_of_a_header_counts(header: str, meaning: Meaning) -> None:
    assert meanings_of(header)[0].meaning is meaning


@pytest.mark.parametrize(
    "header", ["zuletzt aktiv", "Last active", "Derni\u00e8re connexion", "\u00daltimo acceso", "Letzte Anmeldung"]
)
def test_when_somebody_was_last_seen_says_nothing_about_being_at_the_school(header: str) -> None:
    text = f"Student Name,{header}\nAva Brown,28.11.2026\nLiam Lopez,never\nMia Ng,2.10.2026\nZoe Gray,3.10.2026\n"
    assert understood(text)[1] == "unused"


@pytest.mark.parametrize("cell", ["7.\u00ba", "7\u00ba", "7.\u00aa", "7.\u00ba ano", "7. Klasse"])
def test_a_year_over_grades_is_the_grade(cell: str) -> None:
    assert understood(f"Ano,Nome\n{cell},Ana Souza\n{cell},Rui Lima\n{cell},Bia Reis\n") == ["grade", "name"]


@pytest.mark.parametrize(
    "header",
    [
        "matriculaEscola",
        "numMatricula",
        "\u5b66\u7c4d\u756a\u53f7\uff08\u6821\u5185\u7528\uff09",
        "ELENOET",
        "Sch\u00fclerkennzahl",
    ],
)
def test_the_childs_own_number_is_the_id(header: str) -> None:
    text = f"{header},Student Name\n0020417,Ava Brown\n0020425,Liam Lopez\n0020433,Mia Ng\n"
    assert understood(text) == ["id", "name"]


@pytest.mark.parametrize("header", ["apelido_avatar", "Avatar", "Team name", "Nom d'\u00e9quipe"])
def test_the_name_of_a_player_or_a_team_may_be_an_alias_and_is_asked_about(header: str) -> None:
    text = f"Student Name,{header}\nAva Brown,Comet\nLiam Lopez,dragon77\nMia Ng,Otter\n"
    assert understood(text)[1] == "alias?"


@pytest.mark.parametrize("header", ["Homeroom", "Reg", "Reg. group", "Form group", "Tutor group", "Room"])
def test_numbers_below_a_homeroom_are_classes(header: str) -> None:
    assert understood(f"{header},Name\n5,Ava Brown\n5,Liam Lopez\n6,Mia Ng\n") == ["class", "name"]


@pytest.mark.parametrize("header", ["Class", "Klasse", "Classe", "Turma", "Clase", "Klas", "Sala/Grado"])
def test_numbers_below_a_class_may_be_grades(header: str) -> None:
    assert understood(f"{header},Name\n5,Ava Brown\n5,Liam Lopez\n6,Mia Ng\n") == ["class?", "name"]
