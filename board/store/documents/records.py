"""Records of class.json read one by one: in shape, clean and bounded; what is wrong is noted with its reason."""

from typing import Any, TypeGuard

import msgspec

from board.mastery.people import clean_line, clean_name, hides_something
from board.store.documents.aside import SetAside
from board.store.documents.shapes import Shape, Why, shaped

TITLE_LIMIT = 300
"""Longest name, title, code or other text of one line, in characters: several times what fits on a screen or page."""

TEXT_LIMIT = 4000
"""Longest text about what is to be seen or said, in characters: a page full."""

LIST_LIMIT = 1000
"""Most texts of one list: more than anybody reads."""

ID_LIMIT = 128
"""Longest id, in characters: files are named after ids, and a name may have 255 bytes."""

_PAGES = frozenset(("i_can", "criteria", "ways", "counts", "not_yet"))
"""Fields whose texts may fill a page."""

_TEXTS = frozenset(("subjects", "criteria", "ways", "standards", "shows_best", "supports", "counts", "not_yet"))
"""Fields that list texts; other lists hold ids or records."""

_NEEDED = frozenset(("name", "title", "i_can"))
"""Texts without which nobody sees what is meant."""


class Reading:
    """What is being read of one class.json.

    Attributes:
        aside: What does not count, in the order it was met.
    """

    def __init__(self) -> None:
        self.aside: list[SetAside] = []

    def note(
        self, where: SetAside, doc: object, field: str = "", why: Why = Why.RECORD, *, whole: bool = False
    ) -> None:
        """Note that something does not count.

        Args:
            where: Says which record it is in.
            doc: The record; what it is called is read here.
            field: The field, empty for the record itself.
            why: Why.
            whole: Whether the whole record is left out for it.
        """
        self.aside.append(where._replace(called=called(doc), field=field, why=why, whole=whole))

    def record(self, shape: type[Shape], doc: object, where: SetAside) -> Shape | None:
        """Give what a record says, None when it has to be left out.

        Args:
            shape: What it must look like.
            doc: What was read.
            where: Says which record it is, for what has to be noted.
        """
        found, wrong = shaped(shape, doc)
        must = {field.name for field in msgspec.structs.fields(shape) if field.required} if wrong else ()
        for name, why in wrong.items():
            self.note(where, doc, name, why, whole=not name or name in must)
        return None if found is None else self._clean(found, doc, where)

    def _clean(self, found: Shape, doc: object, where: SetAside) -> Shape | None:
        """Give a record with clean texts, None where one that is needed holds nothing to be seen."""
        changed: dict[str, Any] = {}
        for name in found.__struct_fields__:
            value = getattr(found, name)
            if type(value) is str and name != "id":
                clean: Any = value if _is_clean(value) else self._text(value, name, doc, where)
                if not clean and name in _NEEDED:
                    self.note(where, doc, name, Why.BLANK, whole=True)
                    return None
            elif value and name in _TEXTS:
                clean = value if all(map(_is_clean, value)) else self._texts(value, name, doc, where)
                if len(clean) > LIST_LIMIT:
                    self.note(where, doc, name, Why.LONG)
                    clean = clean[:LIST_LIMIT]
            else:
                continue
            if clean is not value:
                changed[name] = clean
        return msgspec.structs.replace(found, **changed) if changed else found

    def _texts(self, texts: tuple[str, ...], name: str, doc: object, where: SetAside) -> tuple[str, ...]:
        clean = (self._text(text, name, doc, where) for text in texts[: LIST_LIMIT + 1])
        return tuple(text for text in clean if text)

    def _text(self, text: str, name: str, doc: object, where: SetAside) -> str:
        """Give a text clean and within its bounds, and note what was taken from it."""
        most = TEXT_LIMIT if name in _PAGES else TITLE_LIMIT
        part = text[: 2 * most]  # cleaning a text of many megabytes takes seconds
        clean = clean_line(part)
        if hides_something(part):
            self.note(where, doc, name, Why.HIDDEN)
        if len(clean) > most or len(text) > len(part):
            self.note(where, doc, name, Why.LONG)
            return clean[: most - 1].rstrip() + "…"
        return clean


def _is_clean(text: str) -> bool:
    """Tell at a glance whether a text is short and clean, as nearly all are; one without letters is not."""
    return 0 < len(text) <= TITLE_LIMIT and clean_line(text) is text


def called(doc: object) -> str:
    """Give what a record is called so that it can be said, empty when nothing can be read."""
    if not isinstance(doc, dict):
        return ""
    name = doc.get("name", doc.get("title"))
    return clean_name(name[: 2 * TITLE_LIMIT]) if isinstance(name, str) else ""


def is_id(text: object) -> TypeGuard[str]:
    """Tell whether something may be an id: files are named after ids, so it is short and holds no way to another folder."""
    return is_step_id(text) and not text.startswith(".") and not any(mark in text for mark in "/\\:")


def is_step_id(text: object) -> TypeGuard[str]:
    """Tell whether something may be the id of a step or level, in which a slash parts it from its unit."""
    return isinstance(text, str) and 0 < len(text) <= ID_LIMIT and text.isprintable() and text == text.strip()
