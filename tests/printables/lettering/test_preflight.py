import pytest

from printables.lettering.lines import unprintable


def test_what_can_be_printed_is_not_listed() -> None:
    assert unprintable(["Ava", "محمد ٣", "प्रिया", "Łukasz", "Zoe\u0308", "علی\u200cرضا", "", "½ of 12"]) == ()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("🦊 Fox", "emoji can't be printed"),
        ("👩🏽\u200d🚀", "emoji can't be printed"),
        ("a → b ☆", "these signs can't be printed: → ☆"),
        ("ᏣᎳᎩ", "no font here has the letters of Cherokee"),
        ("ᠮᠣᠩᠭᠣᠯ", "no font here has the letters of Mongolian"),
        ("ⵣ 🦊", "no font here has the letters of Tifinagh; emoji can't be printed"),
        ("\ue000", "these signs can't be printed: \ue000"),
    ],
)
def test_the_reason_is_told_in_plain_words(text: str, why: str) -> None:
    assert unprintable([text]) == ((text, why),)


@pytest.mark.parametrize(
    ("text", "language", "package"),
    [
        ("李明 B.", "Chinese", "fonts-wqy-microhei"),
        ("さくら 田中", "Japanese", "fonts-ipaexfont-gothic"),
        ("김서연", "Korean", "fonts-nanum"),
    ],
)
@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_a_teacher_is_told_what_to_install_for_east_asian_names(
    text: str, language: str, package: str, system: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", system)
    ((_, why),) = unprintable([text])
    assert why.startswith(f"no font here has the letters of {language}: ")
    assert (package in why) == (system == "linux")
    assert ("language settings" in why) == (system != "linux")
    assert why.endswith("and print again")


def test_each_text_is_listed_once_and_as_it_was_given() -> None:
    assert [text for text, _ in unprintable(["  李明\n", "Ava", "🦊", "  李明\n"])] == ["  李明\n", "🦊"]
