import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.mastery.names.letters import folded
from board.mastery.names.person_name import PersonName, name_of, name_of_parts, whole_name
from board.mastery.names.same_name import agrees, displays, is_like
from board.mastery.names.short_names import short_names
from board.mastery.people import NAME_LIMIT, clean_line
from hostile import HOSTILE
from people_of_the_world import NAMINGS, QUIET, WAYS, everybody


def short(text: str) -> str:
    return short_names([name_of(text)])[0]


@pytest.mark.parametrize("kind", sorted(NAMINGS))
def test_every_way_of_writing_a_name_gives_one_display_name(kind: str) -> None:
    everyone = [person for person in everybody() if person.kind == kind]
    assert everyone
    for person in everyone:
        shown = {way: short_names([read(person)])[0] for way, read in WAYS.items()}
        assert len({shown[way] for way in QUIET}) == 1, shown
        assert len({folded(text) for text in shown.values()}) == 1, shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ava Brown", "Ava B."),
        ("Brown, Ava Jane", "Ava B."),
        ("BROWN, AVA", "Ava B."),
        ("Brown,", "Brown"),
        ("Corvo, Peter Carlo III", "Peter C."),
        ("Hal Dorne III", "Hal D."),
        ("Ben Brown Jr.", "Ben B."),
        ("Brown Jr., Ben", "Ben B."),
        ("Brown, Ben, Jr.", "Ben B."),
        ("BROWN, BEN, JR", "Ben B."),
        ("McRae, John W., Jr.", "John M."),
        ("Quincy De La Rosa Sr", "Quincy R."),
        ("John W. Ingram, V", "John I."),
        ("João Silva Júnior", "João S."),
        ("Junior Brown", "Junior B."),
        ("Ma, Andrew", "Andrew M."),
        ("Smith, Katherine (Katie)", "Katie S."),
        ("Katherine (Katie Smith) Smith", "Katie S."),
        ('Robert "Bobby" Smith', "Bobby S."),
        ("Robert “Bobby” Smith", "Bobby S."),
        ("Robert „Bobby“ Smith", "Bobby S."),
        ("Robert «Bobby» Smith", "Bobby S."),
        ("Robert 'Bobby' Smith", "Bobby S."),
        ("Brown (Smith), Ava", "Ava B."),
        ("Ava Brown (she/her)", "Ava B."),
        ("Ava Brown (new)", "Ava B."),
        ("Ava Brown (ESL)", "Ava B."),
        ("Jeffrey (JD) Brindle", "JD B."),
        ("Mary Ann Smith", "Mary Ann S."),
        ("Mr. Ben Brown", "Ben B."),
        ("Peter van der Berg", "Peter B."),
        ("Berg, Peter van der", "Peter B."),
        ("VAN DER BERG, PETER", "Peter B."),
        ("Caroline van den Brul", "Caroline B."),
        ("Van Maximilian Carlson", "Van C."),
        ("Yumeng Du", "Yumeng D."),
        ("San San Chiou", "San C."),
        ("La Toya Jackson", "La Toya J."),
        ("de la Cruz, María José", "María José C."),
        ("de la Cruz María", "María C."),
        ("de Meunier", "de Meunier"),
        ("Maria García López", "Maria G."),
        ("Maria del Carmen Lopez Garcia", "Maria L."),
        ("DUPONT Marie", "Marie D."),
        ("Marie DUPONT", "Marie D."),
        ("Peter van der BERG", "Peter B."),
        ("Nguyễn Thị Minh Anh", "Anh N."),
        ("Nguyen, Thi Minh Anh", "Anh N."),
        ("Thao Nguyen", "Thao N."),
        ("Kevin Minh Nguyen", "Kevin N."),
        ("김민준", "김민준"),
        ("김 민준", "김민준"),
        ("小明 王", "王小明"),
        ("王, 小明", "王小明"),
        ("王,小明", "王小明"),
        ("山田　太郎", "山田太郎"),
        ("Abd al-Rahman Hassan", "Abd al-Rahman H."),
        ("Abdul Rahman Ahmed Salem", "Abdul Rahman S."),
        ("Muhammad Abd al-Rahman", "Muhammad A."),
        ("محمد عبد الرحمن", "محمد ع."),
        ("Ahmad bin Abdullah", "Ahmad A."),
        ("Ravi a/l Kumar", "Ravi K."),
        ("Suharto", "Suharto"),
        ("O'BRIEN, SEÁN", "Seán O."),
        ("Seán Ó Briain", "Seán Ó."),
        ("Li-Ann O’Neill-St. Clair", "Li-Ann O."),
        ("ÖZIŞIK, İPEK", "İpek Ö."),
        ("Иванов Иван Иванович", "Иван И."),
        ("Ava Ng", "Ava N."),
        ("AJ BROWN", "AJ B."),
        ("राहुल क्षत्रिय", "राहुल क्ष."),
        ("สมชาย ใจดี", "สมชาย ใจดี"),
        ("J. Robert Smith", "J. Robert S."),
    ],
)
def test_a_name_is_shortened_in_the_order_of_its_language(text: str, shown: str) -> None:
    assert short(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Ava B.",
        "Ava B",
        "Ava Br.",
        "Ava Jane B.",
        "=1+1",
        "🦊",
        "[/",
        "Kim 1",
        "Brown, 3",
        "Ava Brown (2)",
        "(Katie)",
        "Ava, Ben, Mia",
    ],
)
def test_what_is_shortened_already_or_not_made_of_words_is_one_name(text: str) -> None:
    assert name_of(text) == PersonName(text, written=text)
    assert short(text) == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Mary Ann Smith", "Mary Ann Smith"),
        ("Peter van der Berg", "Peter van der Berg"),
        ("محمد عبد الرحمن", "محمد عبد الرحمن"),
        ("Brown, Ava Jane", "Ava Jane Brown"),
        ('Smith, Robert "Bobby"', 'Robert "Bobby" Smith'),
        ("Brown, Ben, Jr.", "Ben Brown Jr."),
        ("Brown Jr., Ben", "Ben Brown Jr."),
        ("MCDONALD, AVA JANE", "Ava Jane McDonald"),
        ("SMITH-JONES, D'ANDRE", "D'Andre Smith-Jones"),
        ("PETER VAN 'T HOF", "Peter van 't Hof"),
        ("Nguyễn, Thị Minh Anh", "Nguyễn Thị Minh Anh"),
        ("王, 小明", "王小明"),
        ("Ava Brown (she/her)", "Ava Brown (she/her)"),
        ("a " * 40, "a " * 29 + "a…"),
    ],
)
def test_a_name_that_is_kept_whole_stays_as_it_was_written_with_the_comma_turned(text: str, kept: str) -> None:
    assert whole_name(name_of(text)) == kept


@pytest.mark.parametrize(
    ("columns", "shown"),
    [
        ({"given": "Ava", "family": "Brown"}, "Ava B."),
        ({"given": "Ben", "family": "Cole", "preferred": "Benny"}, "Benny C."),
        ({"given": "Ben", "family": "Cole", "preferred": "Benny Cole"}, "Benny C."),
        ({"given": "Ben", "family": "Cole", "preferred": " "}, "Ben C."),
        ({"given": "Ben", "family": "Cole", "preferred": "N/A"}, "Ben C."),
        ({"given": "Ben", "family": "Cole", "preferred": "nan", "suffix": "nan", "middle": "nan"}, "Ben C."),
        ({"given": "AVA JANE", "family": "BROWN"}, "Ava Jane B."),
        ({"given": "Ava", "family": "BROWN"}, "Ava B."),
        ({"given": "TJ", "family": "NG"}, "TJ N."),
        ({"family": "Suharto"}, "Suharto"),
        ({"given": "Ava Jane"}, "Ava Jane"),
        ({"given": "Brown, Ava"}, "Ava B."),
        ({"given": "Ava", "family": "B."}, "Ava B."),
        ({"given": "Katherine (Katie)", "family": "Smith"}, "Katie S."),
        ({"given": "Ben Jr.", "family": "Brown"}, "Ben B."),
        ({"given": "Peter", "middle": "van der", "family": "Berg"}, "Peter B."),
        ({"given": "María", "family": "García", "second_family": "López"}, "María G."),
        ({"given": "小明", "family": "王"}, "王小明"),
        ({"given": "Amy", "family": "王"}, "Amy 王"),
        ({"whole": "Brown, Ava"}, "Ava B."),
        ({"whole": "Brown, Ava", "preferred": "Avi"}, "Avi B."),
        ({"whole": "Ava Brown", "family": "Brown"}, "Ava B."),
        ({"whole": "Brown Ava", "family": "Brown"}, "Ava B."),
        ({"whole": "Ava", "family": "Brown"}, "Ava B."),
        ({"whole": "Brown", "family": "Brown"}, "Brown"),
        ({"whole": "Brown, Ava", "given": "Ava"}, "Ava B."),
        ({"whole": "Brown, Ava", "family": "Brown"}, "Ava B."),
        ({"whole": "Brown, Ava", "given": "Ava", "family": "Brown"}, "Ava B."),
        ({"given": "=1+1", "family": "[/"}, "=1+1 [/"),
        ({}, ""),
    ],
)
def test_a_name_in_columns_is_put_together(columns: dict[str, str], shown: str) -> None:
    assert short_names([name_of_parts(**columns)])[0] == shown


@given(st.text(max_size=40) | st.text(" ,.'-()\"aéBن王김\u0301\u200d/1", max_size=30) | st.sampled_from(HOSTILE))
def test_any_text_is_a_name_that_fits_itself(text: str) -> None:
    name = name_of(text)
    shown = short_names([name])[0]
    assert bool(name.given) == bool(clean_line(text))
    assert bool(shown) == bool(clean_line(text))
    assert all(len(part) <= NAME_LIMIT for part in (shown, whole_name(name), *name[:5]))
    assert clean_line(shown) == shown
    if folded(shown):
        assert folded(shown) in displays(name)
        assert agrees(shown, name)
    assert not is_like(shown, name)


@given(
    st.fixed_dictionaries(
        {
            key: st.text(" ,.'-()\"aéBن王1", max_size=12)
            for key in ("given", "family", "middle", "preferred", "suffix", "whole")
        }
    )
)
def test_any_columns_are_a_name_that_fits_itself(columns: dict[str, str]) -> None:
    name = name_of_parts(**columns)
    shown = short_names([name])[0]
    assert bool(shown) >= bool(clean_line(columns["given"]) or clean_line(columns["family"]))
    assert not folded(shown) or folded(shown) in displays(name)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 5000,
        "ab " * 1700,
        "(" * 3000,
        '"' * 3000,
        "'a " * 1500,
        "Nguyễn " * 800,
        "Z" + "\u0301" * 5000,
        "van " * 1200,
    ],
)
def test_no_text_keeps_the_board_busy(text: str) -> None:
    before = time.process_time()
    for name in (name_of(text), name_of_parts(given=text, family=text, middle=text, preferred=text, whole=text)):
        assert displays(name)
        short_names([name] * 30)
    assert time.process_time() - before < 2
