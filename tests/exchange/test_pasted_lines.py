"""What is pasted where no page asks for it is told apart: names of children, or steps."""

import shutil
from pathlib import Path

import pytest

from board.exchange.pasted_lines import are_steps, place_of_names

STEPS = [
    "I can count to 20\n* I can lead a number parade\n\nI can add up to 10",
    "• Count to 20 by ones\n• Write the numbers to 20\n• Add two numbers up to 10",
    "2.NBT.A.1 I can say what each digit means\n2.NBT.A.2 I can count by fives",
    "Students will be able to read a clock\nStudents will be able to tell the half hour",
    "Ich kann bis 20 zählen\nIch kann Zahlen schreiben",
    "Je peux compter jusqu'à 20\nJe sais écrire les nombres",
    "SWBAT add\nSWBAT subtract",
    "☐ I CAN COUNT\n☐ I CAN ADD",
    "CCSS.MATH.CONTENT.2.NBT.A.1 Hundreds\nCCSS.MATH.CONTENT.2.NBT.A.2 Skip-Counting\nCCSS.MATH.CONTENT.2.NBT.A.3 Numerals",
    "CCSS.MATH.CONTENT.2.NBT.A.1\nCCSS.MATH.CONTENT.2.NBT.A.2",
    "2.NBT.A.1\tHundreds\t9/12\n2.NBT.A.2\tSkip-Counting\t9/13",
    "- AC9M2N01: Numbers\n- AC9M2N02: Halves",
    "NC Y4 F-5: Fractions\nNC Y4 F-6: Tenths",
    "MA2-7NA Uses Strategies\nMA2\u20118NA Generalises Properties",
    "KS1 N-3: I can count\nKS1 N-4: I can add",
    "Addition:\nI can add ones\nI can add tens\nSubtraction:\nI can take away ones",
]
NAMES = [
    "Ava Brown\nLiam Lopez\nMia Ng",
    "ava brown\nliam lopez",
    "1\tBrown, Ava\n2\tLopez, Liam",
    "María del Carmen García López\nJosé de la Cruz y Soto\nAna Sofía de los Ángeles Ruiz",
    "Peter van der Berg\nAnna von der Heide\nOmar bin Said al Farsi",
    "first,last\nAva,Brown",
    "山田太郎\n佐藤花子",
    "محمد عبد الرحمن\nفاطمة الزهراء",
    "Nguyễn Văn An\nTrần Thị Bình",
    "Iván Candelas\nIcan Yilmaz\nSo Park\nWill Student",
    "Name\tI can count\tI can add\nAva\tyes\tno",
    "2-AB Ava Brown\n2-AB Liam Lopez\n2-AB Mia Ng",
    "2-AB Ava Brown\n3-AC Liam Lopez\n4-BD Mia Ng",
    "3B Ava Brown\n4C Liam Lopez\n5A Mia Ng",
    "A1001 Ava Brown\nA1002 Liam Lopez",
    "S1234567 Brown, Ava\nS1234568 Lopez, Liam",
    "AB-1001\tAva Brown\nAB-1002\tLiam Lopez",
    "2027-0012 Ava Brown\n2027-0013 Liam Lopez",
    "K.1 Ava Brown\nK.2 Liam Lopez",
    "1.2 Ava Brown\n1.3 Liam Lopez",
    "STU001 Ava Brown\nSTU002 Liam Lopez",
    "ID1: Ava Brown\nID2: Liam Lopez",
    "",
    "\n\n",
]


@pytest.mark.parametrize("text", STEPS)
def test_steps_are_steps(text: str) -> None:
    assert are_steps(text)


@pytest.mark.parametrize("text", NAMES)
def test_names_are_no_steps(text: str) -> None:
    assert not are_steps(text)


@pytest.mark.parametrize("name", ["names.csv", "Names.TXT", "klasse.xlsx", "set.zip"])
def test_a_list_that_is_dropped_is_found_however_its_place_is_written(tmp_path: Path, name: str) -> None:
    place = tmp_path / "my lists" / name
    place.parent.mkdir()
    place.touch()
    for written in (str(place), f"'{place}'", str(place).replace(" ", "\\ "), place.as_uri(), f"{place}\n"):
        assert place_of_names(written) == place


def test_a_folder_is_one_of_names_when_tables_lie_in_it_or_one_deeper(tmp_path: Path) -> None:
    deep = tmp_path / "set" / "export"
    deep.mkdir(parents=True)
    assert place_of_names(str(tmp_path / "set")) is None
    (deep / "Users.CSV").touch()
    assert place_of_names(str(tmp_path / "set")) == tmp_path / "set"
    assert place_of_names(str(tmp_path)) is None
    shutil.rmtree(deep)


@pytest.mark.parametrize("text", ["fish.png", "/no/such/names.csv", "Ava\nLiam", "", "\0", "~", "/" * 5_000])
def test_nothing_else_is_a_list(tmp_path: Path, text: str) -> None:
    (tmp_path / "fish.png").touch()
    assert place_of_names(str(tmp_path / text) if text.endswith("png") else text) is None
