"""Tablets and phones: who may come in, by which link, and who is there."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path, PurePath
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from board.deeds.pin import Pins
from board.deeds.sitting import Sitting
from board.screens.links import words
from board.screens.links.new_link import NewLink, NewLinkScreen
from board.screens.links.trust import TrustScreen
from board.screens.parts.keys_here import HELP
from board.screens.parts.live import LiveScreen
from board.screens.parts.question import Asking, Question
from board.screens.parts.trying import tried
from board.seat.connected import OpenPage
from board.seat.links import Link, LinkRole
from board.seat.sharing import Sharing
from board.widgets.command import Command, KeyGroup, bindings, commands_of, without
from board.widgets.key_bar import KeyBar
from board.widgets.qr_code import QrCode
from board.widgets.row_list import ListRow, RowList

TITLE = "Tablets and phones"
LINKS_LOOKS = Path(__file__).with_name("links.tcss")
"""How they look; screens that are made of this one stand in other rooms, and Textual would look for it there."""

_LOOKS_EVERY = 1.0
OWN = KeyGroup(
    TITLE,
    (
        Command("new", "n", "New link", "Choose who shall come in, and make a link for them.", 2),
        Command("revoke", "x", "Revoke", "Take this link back for good; asked once.", 3),
        Command("address", "a", "Other address", "Show the link with another address of this computer.", 5),
        Command("trust", "h", "Warnings", "Why devices warn of this address, and what to do.", 4),
    ),
)
_LEAVE = KeyGroup("Back", (Command("leave", "escape,q", "Back", "Go back to the board.", 1, "esc"),))
_FAINT = "$foreground 70%"


class LinksScreen(LiveScreen[None]):
    """The links of a class, the one under the cursor as a QR code, and the pages that are open by it.

    Args:
        sharing: How the class is shared.
        sitting: Who looks, and in which class.
    """

    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = LINKS_LOOKS
    KEYS = (OWN, _LEAVE)
    BINDINGS = bindings(KEYS)
    AUTO_FOCUS: ClassVar[str | None] = "RowList"
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-narrow"), (76, "-wide")]  # noqa: RUF012 - as Screen has it

    def __init__(self, sharing: Sharing, sitting: Sitting) -> None:
        super().__init__(sitting.book)
        self._sharing, self._sitting = sharing, sitting
        self._asking = Asking()
        self._said_at: str | None = None
        self._is_standing, self._which = False, 0
        self._links: tuple[Link, ...] = ()
        self._pages: tuple[OpenPage, ...] = ()

    def compose(self) -> ComposeResult:
        """Title, what the address means, links beside the code of one of them, what was said, keys."""
        yield Static(Content(f"{TITLE}  ·  {self.book.name}"), id="title")
        with Container(id="both"):
            with Vertical(id="shown"):
                yield QrCode()
                yield Static(id="address", markup=False)
            with Vertical(id="listed"):
                yield RowList()
                yield Static(id="pages", markup=False)
                yield Static(id="said", markup=False, classes="-silent")
                yield Static(self._address_told(), id="about", markup=False)
        yield KeyBar((*commands_of(self.keys), HELP))

    def on_mount(self) -> None:
        """Look, and again every second: others make links, and devices come and go."""
        self._look()
        self.set_interval(_LOOKS_EVERY, self._look)

    @property
    def keys(self) -> tuple[KeyGroup, ...]:
        """Its keys, as far as they do something."""
        return without(self.KEYS, self._needless)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual gives both
        """Speak of warnings only where devices warn, and of other addresses only where there are some."""
        return action not in self._needless

    @property
    def _needless(self) -> tuple[str, ...]:
        one_address = ("address",) if len(self._sharing.others) < 2 else ()  # noqa: PLR2004 - one is no choice
        return (*one_address, *(("trust",) if self._sharing.trust is None else ()))

    def show_class(self) -> None:
        """Show the names of adults and the class as they are now."""
        self._show()

    @property
    def here(self) -> Link | None:
        """The link under the cursor."""
        id_ = self.query_one(RowList).here
        return next((link for link in self._links if link.id == id_), None)

    def _address_told(self) -> str:
        sharing = self._sharing
        if not sharing.is_reached:
            return words.ONLY_HERE
        if sharing.trust is not None:
            return f"{words.UNREAD} {words.TRUST_KEY}"
        return words.UNREAD if sharing.is_secure else words.OPEN_TO_ALL

    def _look(self) -> None:
        links, pages = tuple(reversed(self._sharing.links.all())), self._sharing.connected.pages()
        if (links, pages) != (self._links, self._pages) or not self._links:
            self._links, self._pages = links, pages
            self._show()

    def _show(self) -> None:
        adults = {one.id: one.name for one in self.book.assessors}
        self.query_one(RowList).fill(ListRow(link.id, self._row(link, adults)) for link in self._links)
        self.query_one("#both").set_class(not self._links, "-empty")
        self._show_here()

    def _row(self, link: Link, adults: dict[str, str]) -> Content:
        count = len(self._pages_of(link))
        lines = [Content(words.name_of(link, adults)), Content.styled(words.kind_of(link), _FAINT)]
        if count:
            lines[1] = Content.assemble(lines[1], "  ", (words.open_now(count), "$accent"))
        return Content("\n").join(lines)

    def _pages_of(self, link: Link) -> Sequence[OpenPage]:
        return [page for page in self._pages if page.link == link.id]

    @on(OptionList.OptionHighlighted)
    def go_to_link(self) -> None:
        """Show the link the cursor has come to; what was said or asked of another one is over."""
        if self._said_at not in (None, self.query_one(RowList).here):
            self.say("")
        self._show_here()

    def _show_here(self) -> None:
        link, code, address = self.here, self.query_one(QrCode), self.query_one("#address", Static)
        pages = self.query_one("#pages", Static)
        if link is None:
            code.show("", words.NOBODY_YET)
        elif not link.token:
            code.show("", words.USED_UP)
        elif link.is_here or not self._sharing.is_reached:
            code.show("", words.FOR_HERE)
        else:
            code.show(f"{self._sharing.base(link, self._which)}{link.path}")
        typed = link is not None and link.token and f"{self._sharing.base(link, self._which)}\n{link.typed_path}"
        address.update(Content(typed or ""))
        self._make_room()
        told = [] if link is None else [words.page_told(page, _time(page.since)) for page in self._pages_of(link)]
        pages.update(Content("\n".join(told)))
        pages.display = bool(told)

    def on_resize(self) -> None:
        """Give the code the room it needs."""
        self._make_room()

    def _make_room(self) -> None:
        """Give the code the lines it needs, and the address right below it."""
        code, room = self.query_one(QrCode), self.query_one("#both").size.height
        code.styles.height = min(code.lines_needed or 3, max(3, room - 2)) if self._links else "1fr"

    def say(self, said: str) -> None:
        """Say what was done, or what is asked; whatever was asked before is no question any more."""
        self._asking.forget()
        self._said_at = self.query_one(RowList).here if said else None
        line = self.query_one("#said", Static)
        line.update(Content(said))
        line.set_class(not said, "-silent")

    def action_new(self) -> None:
        """Choose who shall come in."""
        self.put_up(NewLinkScreen(is_standing=self._is_standing), self._wanted)

    def _wanted(self, new: NewLink | None) -> None:
        if new is None:
            return
        self._is_standing = new.is_standing
        if new.role is LinkRole.HELPER:
            self.later.once_painted(lambda: self._ask_who(new))
        elif new.role is LinkRole.TEACHER and self._sharing.is_reached and not Pins(self.book).is_set:
            self.later.once_painted(lambda: self._ask_for_pin(new))
        else:
            self._make(new)

    def _ask_who(self, new: NewLink) -> None:
        """Ask in whose name a helper marks."""
        from board.screens.roster.adults import AdultsScreen  # noqa: PLC0415 - only where it is asked

        def chosen(adult: str | None) -> None:
            if adult is not None:
                self._make(new, adult)

        self.put_up(AdultsScreen(self._sitting), chosen)

    def _ask_for_pin(self, new: NewLink) -> None:
        from board.screens.lock.new_pin import NewPinScreen  # noqa: PLC0415 - only where it is asked

        def chosen(is_set: bool | None) -> None:
            if is_set:
                self._make(new)

        if tried(self, self._sitting.only_teachers):
            self.put_up(NewPinScreen(self._sitting, words.NEEDS_PIN), chosen)

    def _make(self, new: NewLink, by: str = "") -> None:
        made: list[Link] = []
        wish = self._sharing.links.make
        if tried(self, lambda: made.append(wish(new.role, standing=new.is_standing, by=by))):
            self._look()
            self.query_one(RowList).go_to(made[0].id)
            self.say("The link is made: point the camera of the device at the code, or type the address.")

    def action_revoke(self) -> None:
        """Take the link under the cursor back."""
        link = self.here
        if link is None:
            return
        count = len(self._pages_of(link))
        question = Question(words.closes(count), "x", "revokes this link for good", "nothing else does")
        is_sure = self._asking.is_sure(question, self.say, link.id)
        if is_sure and tried(self, lambda: self._sharing.links.revoke(link.id)):
            self._look()
            self.say("The link is revoked: it lets nobody in any more.")

    def action_address(self) -> None:
        """Show the link with the next address of this computer."""
        self._which += 1
        self._show_here()

    def action_trust(self) -> None:
        """Say why devices warn."""
        if self._sharing.trust is not None:
            self.put_up(TrustScreen(self._sharing.trust))

    def action_leave(self) -> None:
        """Go back to the board."""
        self.dismiss(None)


def _time(seconds: float) -> str:
    """Give the time of the day."""
    return f"{datetime.fromtimestamp(seconds).astimezone():%H:%M}"
