"""Headers cut short, asked as questions, or unknown above cells that matter: understood, or asked about."""

import pytest

from board.exchange.tables.columns import columns_of
from board.exchange.tables.headers import SURE, meanings_of
from board.exchange.tables.meanings import Meaning
from board.exchange.tables.table import table_of


def understood(text: str) -> list[str]:
    return [column.meaning + "?" * (not column.is_sure) for column in columns_of(table_of(text))]


@pytest.mark.parametrize(
    "whole", ["Nachname", "Vorname", "Pr\u00e9nom", "Spitzname", "Cognome", "Forename", "Expediente"]
)
@pytest.mark.parametrize("letters", [4, 5])
def test_a_word_cut_short_says_what_the_whole_one_says_and_less_strongly(whole: str, letters: int) -> None:
    (meant, *_) = meanings_of(f"{whole[:letters]}.")
    assert meant.meaning is meanings_of(whole)[0].meaning


def test_a_cut_word_that_may_be_several_says_nothing() -> None:
    assert meanings_of("Pro.") == ()
    assert meanings_of("Sta.") == ()


def test_a_cut_word_is_weaker_than_a_whole_one() -> None:
    assert all(meant.strength < SURE for meant in meanings_of("Geschlec."))


@pytest.mark.parametrize(
    ("header", "meaning"),
    [
        ("2. Escribe tu nombre (sin apellidos)", Meaning.NAME),
        ("1. Escribe tus apellidos", Meaning.FAMILY),
        ("What is your first name?", Meaning.GIVEN),
        ("In welcher Klasse bist du?", Meaning.CLASS),
        ("Nombre del estudiante (Apellido, Nombre 2.\u00ba)", Meaning.NAME),
    ],
)
def test_a_question_of_a_form_says_what_it_asks_for(header: str, meaning: Meaning) -> None:
    assert meanings_of(header)[0].meaning is meaning


CELLS = {
    "names": ["Ava", "Liam", "Mia", "Zo\u00eb"],
    "ids": ["a1001", "a1037", "a1074", "a1111"],
    "statuses": ["active", "active", "inactive", "active"],
    "roles": ["student", "student", "teacher", "student"],
    "codes": ["A", "A", "I", "A"],
    "yes and no": ["yes", "no", "yes", "yes"],
    "grades": ["3", "3", "4", "3"],
}


@pytest.mark.parametrize("cells", CELLS.values(), ids=CELLS)
def test_cells_that_matter_below_a_header_nobody_knows_are_asked_about(cells: list[str]) -> None:
    rows = "".join(f"Kid{letter} Brown,{cell}\n" for letter, cell in zip("abcd", cells, strict=True))
    assert understood(f"Student Name,Zzyx\n{rows}")[1].endswith("?")


def test_single_names_are_in_doubt_while_another_column_may_hold_the_other_half() -> None:
    assert understood("Name,Zzyx\nAva,Brown\nLiam,Lopez\nMia,Ng\n") == ["name?", "unused?"]


def test_the_first_of_two_family_names_says_what_the_other_is() -> None:
    text = "Pri. Sobrenome,\u00dalt. Sobrenome,Nome\nSouza,Lima,Ana\nReis,,Bia\n"
    assert understood(text) == ["family", "second_family", "given"]


def test_two_columns_that_both_say_given_name_are_both_in_doubt() -> None:
    assert understood("Vorname,Vorname\nAva,Lia\nBen,Mia\n") == ["given?", "unused?"]


def test_of_two_roles_the_one_with_words_for_roles_counts() -> None:
    text = "Nome,Cargo,Fun\u00e7\u00e3o\nAna Souza,Aluno,Membro\nRui Lima,Professor,Propriet\u00e1rio\nBia Reis,Aluno,Membro\n"
    assert understood(text)[1] == "role"


def test_a_preferred_name_is_not_the_given_one_while_another_column_may_be() -> None:
    assert understood("Surname,Zzyx,Known as\nBrown,Ava,\nLopez,Liam,Lee\nNg,Mia,\n") == [
        "family",
        "given?",
        "preferred",
    ]


def test_one_mark_again_and_again_says_nothing_about_girls_and_boys() -> None:
    assert understood("Student Name,Zzyx\nAva Brown,x\nLiam Lopez,\nMia Ng,x\n")[1] == "unused?"


def test_an_id_that_says_more_counts_before_one_that_says_only_id() -> None:
    rows = "4711,00123,Ava Brown\n4713,00137,Liam Lopez\n4790,00144,Mia Ng\n"
    assert understood(f"id,ID-Nummer,Name\n{rows}")[:2] == ["other_id", "id"]


def test_dates_below_a_status_are_asked_about_as_they_may_be_to_come() -> None:
    text = "Student Name,Leaving date\nAva Brown,\nLiam Lopez,01/12/2024\nMia Ng,02/12/2024\n"
    assert understood(text) == ["name", "status?"]


def test_numbers_that_are_all_different_are_no_status() -> None:
    text = "Student Name,Status\nAva Brown,a1001\nLiam Lopez,a1037\nMia Ng,a1074\n"
    assert understood(text) == ["name", "unused?"]


def test_words_for_roles_are_asked_about_below_any_header() -> None:
    text = "Student Name,School notes\nAva Brown,Student\nTess Hill,Teacher\nMia Ng,Student\n"
    assert understood(text) == ["name", "role?"]


def test_numbers_that_are_all_different_are_no_classes() -> None:
    text = "Student Name,Reg\nAva Brown,88121\nLiam Lopez,88122\nMia Ng,88130\n"
    assert understood(text) == ["name", "unused?"]
