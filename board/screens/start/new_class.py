"""A new class on four pages: name, students, steps, and where it lies. Going back keeps everything typed."""

from pathlib import Path, PurePath
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import Button, ContentSwitcher

from board.deeds import starting
from board.deeds.starting import LastYear, NewClass
from board.errors import Refusal
from board.exchange.pasted_lines import Kind, kind_of, place_of_names
from board.mastery.curriculum import Unit
from board.mastery.people import Student
from board.screens.parts.page import PAGE_LOOKS, PageScreen
from board.screens.parts.question import Question
from board.screens.roster.paste_names import NamesForm, may_take
from board.screens.start.new_class_pages import AboutForm, ReadyForm
from board.screens.units.paste_steps import StepsForm
from board.store.library import Library

_TITLES = ("Your class", "Your students", "Your steps", "Make it")
_FIRST = ("#class-name", "NamesForm TextArea", "StepsForm OptionList", "#go-on")
"""Where one begins on each page."""

_ABOUT, _NAMES, _STEPS, _READY = range(len(_TITLES))
_NO_NAMES = Question("No names yet.", "ctrl+s", "goes on without; the board takes them later", "or type them above")
_NO_STEPS = Question("No steps yet.", "ctrl+s", "goes on without; the board takes them later", "or type them above")
_ON_ITS_PAGE = "What you pasted stands on page {number}, {title}; you will see it there."
_LEAVE = Question("", "Esc", "leaves, and what you typed for this class is gone", "typing on keeps it")


class NewClassScreen(PageScreen[str | None]):
    """Asks for a new class page by page and makes it; gives its key, or None when it was left.

    Args:
        library: Where it is made; its classes are there to start from.
        documents: Where it may lie.
        pasted: Names or steps that were pasted already.
    """

    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = [PAGE_LOOKS, "new_class.tcss"]

    def __init__(self, library: Library, documents: Path, pasted: str = "") -> None:
        super().__init__()
        self._library, self._documents, self._pasted = library, documents, pasted
        self._known = library.known()
        self._page = _ABOUT
        self._pasted_on: int | None = None
        self._old: tuple[LastYear | None, tuple[Student, ...], tuple[Unit, ...]] = (None, (), ())

    def compose_page(self) -> ComposeResult:
        """The four pages, one of them in sight."""
        with ContentSwitcher(initial=f"page-{_ABOUT}"):
            for number, form in enumerate(
                (AboutForm(self._known), NamesForm(), StepsForm(may_wait=True), ReadyForm(self._documents))
            ):
                form.id = f"page-{number}"
                yield form

    def on_mount(self) -> None:
        """Start on the first page."""
        self._go_to(_ABOUT)
        if self._pasted:
            self.take_pasted(self._pasted)

    @property
    def wish(self) -> NewClass:
        """The class as far as it was said."""
        about, names, steps = self.query_one(AboutForm), self.query_one(NamesForm).pasted, self.query_one(StepsForm)
        return NewClass(about.called, about.assessor, names, steps.unit, about.last_year)

    @property
    def filled(self) -> object:
        """What was typed and chosen on all pages."""
        about = self.query_one(AboutForm)
        typed = (self.query_one(NamesForm).text, self.query_one(StepsForm).filled)
        return about.called, about.assessor, about.last_year, *typed

    @on(AboutForm.Typed)
    def look_again(self) -> None:
        """Forget what is no longer so."""
        self._pasted_on = None
        self.typed()

    @on(NamesForm.Typed)
    @on(StepsForm.Typed)
    def look_at_lines(self) -> None:
        """Forget what is no longer so; say on which page it stands that was pasted on another one."""
        self.typed()
        if self._pasted_on is not None:
            self.say(_ON_ITS_PAGE.format(number=self._pasted_on + 1, title=_TITLES[self._pasted_on]))
            if self._page == _READY:
                self._show_all()

    @on(AboutForm.Filled)
    @on(StepsForm.Taken)
    @on(ReadyForm.Filled)
    def action_go_on(self) -> None:
        """Go to the next page, or make the class; what is missing is said first."""
        if self._page == _READY:
            self._make()
        elif self._may_leave():
            self._go_to(self._page + 1)

    def take_pasted(self, text: str) -> bool:
        """Put lines on the page they are for, whichever one is in sight; one line has a place where it was pasted."""
        kind = kind_of(text)
        if self._page == _STEPS and (kind is not Kind.NAMES or place_of_names(text) is None):
            return self.query_one(StepsForm).take(text)
        if self._page != _NAMES and kind is Kind.OTHER:
            return False
        self._put(text, _STEPS if kind is Kind.STEPS else _NAMES)
        return True

    def _put(self, text: str, page: int) -> None:
        """Put names or steps on their page; where that is another one, it is said."""
        self._pasted_on = page if page != self._page else None
        if page == _STEPS:
            self.query_one(StepsForm).take(text)
        else:
            self.query_one(NamesForm).take(text)

    def action_back(self) -> None:
        """Go a page back; before the first one, leave."""
        if self._page > _ABOUT:
            self._go_to(self._page - 1)
        elif not self.holds_work or self.asked(_LEAVE):
            self.dismiss(None)

    def _may_leave(self) -> bool:
        """Tell whether this page is filled in far enough; when it is not, say what is missing."""
        wish = self.wish
        if self._page == _ABOUT:
            return self._about_is_whole(wish)
        if self._page == _NAMES:
            there = bool(wish.names.reading.people or self._old[1])
            return may_take(self.query_one(NamesForm), self) and (there or self.asked(_NO_NAMES))
        steps = self.query_one(StepsForm)
        if wish.unit is not None or steps.waits:
            return True
        if steps.text.strip():
            self.say(steps.missing)
            steps.go_to_missing()
            return False
        return self.asked(_NO_STEPS)

    def _about_is_whole(self, wish: NewClass) -> bool:
        missing = _missing(wish)
        if missing is not None:
            self.say(missing[1])
            self.query_one(missing[0]).focus()
            return False
        return self._took_old(wish.last_year)

    def _took_old(self, last: LastYear | None) -> bool:
        """Look into the class to start from; one that can't be opened is said."""
        if self._old[0] == last:
            return True
        try:
            students, units = starting.comes_along(self._library, last) if last else ((), ())
        except Refusal as refusal:
            self.say(str(refusal))
            return False
        self._old = (last, students, units)
        self.query_one(NamesForm).are_there(students)
        self.query_one(StepsForm).are_there(units, wait=bool(units))
        return True

    @property
    def holds_work(self) -> bool:
        """Whether something was typed."""
        about = self.query_one(AboutForm)
        return bool(
            about.called or about.assessor or self.query_one(NamesForm).text or self.query_one(StepsForm).text.strip()
        )

    def _go_to(self, page: int) -> None:
        self._page, self._pasted_on = page, None
        self.say("")
        self.title_is(f"Start my class  ·  {page + 1} of {len(_TITLES)}  ·  {_TITLES[page]}")
        self.query_one(ContentSwitcher).current = f"page-{page}"
        self.query_one("#go-on", Button).label = "Make my class  ctrl+s" if page == _READY else "Go on  ctrl+s"
        if page == _READY:
            self._show_all()
        self.later.once_painted(self.query_one(_FIRST[page]).focus)

    def _show_all(self) -> None:
        wish, (_, students, units) = self.wish, self._old
        change = starting.with_list(wish.names, students)
        titles = [unit.title for unit in (*units, *([wish.unit] if wish.unit else []))]
        self.query_one(ReadyForm).show(wish, [student.name for student in change.students], titles)

    def _make(self) -> None:
        wish = self.wish
        try:
            key = str(self.query_one(ReadyForm).folder_for(wish.name))
            starting.make_class(self._library, key, wish)
        except Refusal as refusal:
            self.say(str(refusal))
            self.query_one("#folder").focus()
            return
        self.dismiss(key)


def _missing(wish: NewClass) -> tuple[str, str] | None:
    """Give the line on which something is missing, with what is to be said about it."""
    if not wish.name:
        return "#class-name", "Give the class a name, such as Room 12."
    if not wish.assessor:
        return "#assessor", "Say who marks, such as Ms. Rivera; it stands behind every mark."
    return None
