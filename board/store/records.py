"""Records of class.json read one by one: in shape, clean and bounded; what is wrong is noted with its reason."""

from typing import Any, TypeGuard

import msgspec

from board.mastery.people import clean_line, clean_name, hides_something
from board.store.aside import SetAside
from board.store.shapes import Shape, Why, shaped

TITLE_LIMIT = 300
"""Longest name, title, code or other text of one line, in characters: several times what fits on a screen or page."""

TEXT_LIMIT = 4000
"""Longest text about what is to be seen or said, in characters: a page full."""

LIST_LIMIT = 1000
"""Most texts of one list: more than anybody reads."""

ID_LIMIT = 128
"""Longest id, in characters: files are named after ids, and a name may have 255 bytes."""

_PAGES = frozenset(("i_can", "criteria", "ways"))
"""Fields whose texts may fill a page."""

_TEXTS = frozenset(("subjects", "criteria", "ways", "standards"))
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

    def record(self, shape: type[Shape], doc: object, where: SetAside) -> Shape | None:
        """Give what a record says, None when it has to be left out.

        Args:
            shape: What it must look like.
            doc: What was read.
            where: Says which record it is, for what has to be noted; its name is found here.
        """
        known = where._replace(called=called(doc))
        found, wrong = shaped(shape, doc)
        must = {field.name for field in msgspec.structs.fields(shape) if field.required} if wrong else ()
        self.aside += [
            known._replace(field=name, why=why, whole=not name or name in must) for name, why in wrong.items()
        ]
        return None if found is None else self._clean(found, known)

    def _clean(self, found: Shape, where: SetAside) -> Shape | None:
        """Give a record with clean texts, None where one that is needed holds nothing to be seen."""
        changed: dict[str, Any] = {}
        for name in found.__struct_fields__:
            value = getattr(found, name)
            if type(value) is str and name != "id":
                changed[name] = self._text(value, where._replace(field=name))
                if name in _NEEDED and not changed[name]:
                    self.aside.append(where._replace(field=name, why=Why.BLANK, whole=True))
                    return None
            elif name in _TEXTS and value:
                changed[name] = self._texts(value, where._replace(field=name))
        return msgspec.structs.replace(found, **changed)

    def _texts(self, texts: tuple[str, ...], where: SetAside) -> tuple[str, ...]:
        if len(texts) > LIST_LIMIT:
            self.aside.append(where._replace(why=Why.LONG))
        clean = tuple(self._text(text, where) for text in texts[:LIST_LIMIT])
        return tuple(text for text in clean if text)

    def _text(self, text: str, where: SetAside) -> str:
        """Give a text clean and within its bounds; whoever looks for the reason finds it among what was noted."""
        most = TEXT_LIMIT if where.field in _PAGES else TITLE_LIMIT
        part = text[: 2 * most]  # cleaning a text of many megabytes takes seconds
        clean = clean_line(part)
        if hides_something(part):
            self.aside.append(where._replace(why=Why.HIDDEN))
        if len(clean) > most or len(text) > len(part):
            self.aside.append(where._replace(why=Why.LONG))
            return clean[: most - 1].rstrip() + "…"
        return clean


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
