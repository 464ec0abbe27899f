"""Lists saved in letters from before Unicode: read right, or not at all; never are other children made of them."""

from pathlib import Path

import pytest

from board.errors import Refusal
from board.exchange.rosters import read_list

_LISTS = {
    "Polish": ("cp1250 cp852", "Łucja Żak\nZbigniew Wiśniewski\nJózef Święcicki\n"),
    "one Polish child": ("cp1250", "Łukasz\n"),
    "Czech": ("cp1250", "Jiří Dvořák\nKarel Čapek\nMarie Nováková\n"),
    "one Czech child": ("cp1250", "Karel Čapek\n"),
    "Hungarian": ("cp1250", "László Kovács\nGergő Szűcs\nÁgnes Tóth\n"),
    "Romanian": ("cp1250", "Răzvan Ţepeş\nIoana Pîrvulescu\n"),
    "Russian": ("cp1251 koi8-r cp866", "Анна Иванова\nПётр Сидоров\n"),
    "Russian capitals": ("cp1251", "ИВАНОВА АННА\nСИДОРОВ ПЁТР\n"),
    "Ukrainian": ("cp1251", "Сергій Шевченко\nОлена Коваль\n"),
    "Greek": ("cp1253", "Γιώργος Παπαδόπουλος\nΜαρία Νικολάου\n"),
    "Turkish": ("cp1254", "Ayşe Yılmaz\nİbrahim Çelik\nÇağlar Şahin\n"),
    "Lithuanian": ("cp1257", "Žydrūnas Šimkus\nRūta Kazlauskienė\n"),
    "Hebrew": ("cp1255", "דוד לוי\nיעל כהן\n"),
    "Arabic": ("cp1256", "محمد عبد الرحمن\nفاطمة علي\n"),
    "Thai": ("cp874", "สมชาย ใจดี\nมาลี ทองดี\n"),
    "Japanese": ("cp932", "山田太郎\n佐藤花子\nすずきいちろう\n"),
    "Chinese": ("gbk", "王小明\n李华\n张伟\n"),
    "Chinese of Taiwan": ("big5", "王小明\n李華\n陳美玲\n"),
    "Korean": ("cp949", "김철수\n박영희\n이민호\n"),
    "Icelandic": ("cp1252", "Sigurður Þórðarson\nÆsa Jónsdóttir\n"),
    "of an old Mac": ("mac_roman cp850", "José García\nZoë Müller\nBen Brown\n"),
}

_WESTERN = (
    "José García\nZoë Müller\nBen Brown\n",
    "JOSÉ NÚÑEZ\nZOË MÜLLER\n",
    "João Simões\nAna Guimarães\n",
    "Michèle Noël\nBenoît Lefèvre\n",
    "Åsa Sjöström\nJörgen Öberg\n",
    "Søren Kjær\nMette Østergård\n",
    "Jürgen Groß\n",
    "Seán O’Brien\nMia D’Angelo\n",
    "Aoife Ó Briain\n",
    "Muñoz, Ava\nIbáñez, Ben\n",
    "Zoë\n",
    "José",
)


def listed(path: Path, text: str, code_page: str) -> Path:
    path.write_bytes(text.encode(code_page))
    return path


@pytest.mark.parametrize(
    ("text", "code_page"), [(text, one) for pages, text in _LISTS.values() for one in pages.split()]
)
def test_a_list_in_old_letters_names_the_same_children_and_says_which_letters(
    tmp_path: Path, text: str, code_page: str
) -> None:
    old, new = (read_list(listed(tmp_path / f"{one}.txt", text, one)) for one in (code_page, "utf-8"))
    assert old.people
    assert old.people == new.people
    (remark,) = (one for one in old.remarks if one not in new.remarks)
    assert "save the list as UTF-8" in remark


@pytest.mark.parametrize("text", _WESTERN)
def test_the_old_windows_letters_of_western_europe_need_no_word(tmp_path: Path, text: str) -> None:
    old, new = (read_list(listed(tmp_path / f"{one}.txt", text, one)) for one in ("cp1252", "utf-8"))
    assert (old.people, old.remarks) == (new.people, new.remarks)


@pytest.mark.parametrize(
    "data", [b"\x9f\x80\x9e\x81\xfe", b"ab\xa4cd\xa6\nxy\xa4\xa4zz\xa6a\n", bytes(range(128, 256))]
)
def test_letters_nobody_can_tell_are_no_children(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "names.csv").write_bytes(data)
    with pytest.raises(Refusal, match="doesn't say in which letters it is written; save it as UTF-8"):
        read_list(tmp_path / "names.csv")
