"""Every screen of the house, made as its doors make it, to be put over the board of a class."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from textual.screen import Screen

from alone_or_above import OVER_THE_BOARD, stickers
from board.art.cells import Pixels, StickerCells
from board.art.frame import whole
from board.art.pixels import empty
from board.art.starter import step_badges
from board.cli.context import seat_here
from board.deeds.pin import Pins
from board.deeds.sitting import Sitting, usual_adult
from board.deeds.visit import Visit
from board.errors import Refusal
from board.mastery.covering import to_cover
from board.mastery.curriculum import Step
from board.mastery.evidence import Shown
from board.mastery.facts import Fact, Kind
from board.mastery.in_hand import other_steps
from board.mastery.kiosk import Known
from board.paper.preview import Preview
from board.paper.printers import Printers
from board.screens.board.board import BoardScreen
from board.screens.board.palette import Palette
from board.screens.drawing.big_tiles import StudioTiles, Work
from board.screens.drawing.draw import DrawScreen
from board.screens.drawing.sketch import Sketch
from board.screens.drawing.starter import StarterChoice
from board.screens.evidence.photo import EvidencePhoto
from board.screens.evidence.shown import EvidenceShown
from board.screens.files.tray import TrayScreen
from board.screens.guide.examples import ExamplesScreen
from board.screens.guide.practise import PractiseScreen
from board.screens.guide.work import WorkScreen
from board.screens.guide.write import GuideForm
from board.screens.judging.more_steps import MoreSteps
from board.screens.kiosk.idle import Presence
from board.screens.kiosk.quilt import KioskQuilt
from board.screens.kiosk.rests import Rests
from board.screens.kiosk.sign_page import GoodBye, StillHere
from board.screens.kiosk.signs import OwnSign
from board.screens.kiosk.units import UnitSigns
from board.screens.kiosk.word import PictureWord
from board.screens.links.links import LinksScreen
from board.screens.links.new_link import NewLinkScreen
from board.screens.links.no_way import NoWay
from board.screens.links.trust import TrustScreen
from board.screens.lock.adult_menu import AdultMenu
from board.screens.lock.away import Away
from board.screens.lock.locked import LockScreen
from board.screens.lock.new_pin import NewPinScreen
from board.screens.lock.pin_screen import PinScreen
from board.screens.lock.settings import KioskSettings
from board.screens.paper.large_page import LargePage
from board.screens.paper.printer import PrinterScreen
from board.screens.parts.help import HelpScreen
from board.screens.parts.keys_here import KeysHere
from board.screens.parts.note import NoteScreen
from board.screens.parts.notice import Notice
from board.screens.parts.question import Answers
from board.screens.path.cover import CoverScreen
from board.screens.path.hand_over import HandOver
from board.screens.path.my_path import MyPath
from board.screens.path.pick_picture import PickPicture
from board.screens.pictures.bring import BringScreen
from board.screens.pictures.caption import CaptionScreen
from board.screens.pictures.crop import CropScreen
from board.screens.pictures.large_picture import LargePicture
from board.screens.plan.extra_step import ExtraStep
from board.screens.plan.know import ShowWhatYouKnow
from board.screens.plan.plan import PlanScreen
from board.screens.plan.several_lines import SeveralLines
from board.screens.roster.adults import AdultsScreen
from board.screens.roster.choose_class import ChooseClassScreen
from board.screens.roster.find import FindScreen
from board.screens.roster.join import JoinScreen
from board.screens.roster.list_columns import ColumnsScreen
from board.screens.roster.list_questions import QuestionsScreen
from board.screens.roster.paste_names import PasteNamesScreen
from board.screens.roster.student_form import StudentForm
from board.screens.roster.students import StudentsScreen
from board.screens.roster.versions import VersionsScreen
from board.screens.start.new_class import NewClassScreen
from board.screens.start.open_class import OpenClassScreen
from board.screens.start.start import StartScreen
from board.screens.units.paste_steps import PasteStepsScreen
from board.screens.units.step_form import StepForm, Writing
from board.screens.units.steps import StepsScreen
from board.screens.units.title_form import TitleForm
from board.screens.wall.look import LookScreen
from board.seat.connected import Connected
from board.seat.links import LinkRole, Links
from board.seat.settings import Place
from board.seat.sharing import OwnTrust, Sharing
from board.store.class_book import ClassBook
from board.store.draft import Draft
from board.widgets.spot_preview import Paper
from made_lists import asked_of, made_school, read_as

_PHOTO = Shown("none", Fact("f1", 1, "d1", "2026-11-03T10:00:00+00:00", "", Kind.NOTE, "ava", "u/halves"))
_SQUARE: Pixels = (((200, 30, 30, 255),) * 16,) * 16


def _sitting(book: ClassBook) -> Sitting:
    return Sitting(book, usual_adult(book))


def _cells() -> StickerCells:
    return StickerCells(seat_here().cache / "cells")


def _no_page(_page: int, _width: int, _height: int) -> Preview:
    raise ValueError("There is no page.")


def _board(book: ClassBook) -> BoardScreen:
    place = Place(zoom=0)
    return BoardScreen(seat_here(), _sitting(book), place, stickers(book), keep_place=lambda _: None)


def _draw(_book: ClassBook) -> DrawScreen:
    return DrawScreen(
        "Ava B.",
        Step("u/halves", "Halves", "I can halves."),
        Sketch(empty()),
        starters=step_badges(),
        cells=_cells(),
        paper=Paper(),
        keep_draft=lambda _drawing, _caption: None,
        save=lambda _drawing, _caption: True,
    )


def _cover(book: ClassBook) -> CoverScreen:
    """For the first child; where it has no sticker yet, it gets the first step's."""
    child, unit = book.students[0].id, book.units[0]
    if not to_cover(book.progress.row(child)):
        book.record([Draft(Kind.MASTERED, child, unit.spots[0].id)], book.assessors[0].id)
    return CoverScreen(book, stickers(book), child, lambda _: None)


def _sharing(book: ClassBook) -> Sharing:
    """How a class is shared that has one link, for its first adult."""
    home = seat_here().home
    links = Links(home, book.key)
    if not links.all():
        links.make(LinkRole.HELPER, standing=True, by=book.assessors[0].id)
    return Sharing(links, Connected(home, book.key), "http://127.0.0.1:8642", ("http://192.168.178.120:8642",))


def _refused(_key: str) -> None:
    raise Refusal("Not now.")


MADE: dict[str, Callable[[ClassBook], Screen[Any]]] = {
    "AdultMenu": lambda _: AdultMenu(),
    "Away": lambda _: Away(),
    "AdultsScreen": lambda book: AdultsScreen(_sitting(book)),
    "BoardScreen": _board,
    "BringScreen": lambda book: BringScreen("Ava B.", seat_here(), book.outputs.drop, lambda *_: True),
    "CaptionScreen": lambda _: CaptionScreen(_SQUARE, ""),
    "CenterScreen": OVER_THE_BOARD["center"],
    "EvidenceShown": lambda book: EvidenceShown(_sitting(book), ("ava", "u/halves"), (_PHOTO,)),
    "EvidencePhoto": lambda book: EvidencePhoto(seat_here(), _sitting(book), ("ava", "u/halves")),
    "CoverScreen": _cover,
    "CropScreen": lambda _: CropScreen("Ava B.", _SQUARE, whole(16, 16).box),
    "ChooseClassScreen": lambda _: ChooseClassScreen(made_school(3)),
    "ColumnsScreen": lambda _: ColumnsScreen(read_as, {}),
    "DrawScreen": _draw,
    "ExtraStep": lambda book: ExtraStep(book.units, ()),
    "ExamplesScreen": lambda book: ExamplesScreen(_sitting(book), "u/halves"),
    "FindScreen": lambda book: FindScreen(book.students, lambda _: None, "ava"),
    "GoodBye": lambda _: GoodBye(lambda: 0.0),
    "GuideForm": lambda book: GuideForm(book.units[0].spots[0], lambda *_: True),
    "HandOver": lambda book: HandOver(stickers(book)),
    "HelpScreen": lambda _: HelpScreen(KeysHere((), ())),
    "HowDidItGo": OVER_THE_BOARD["showing"],
    "JoinScreen": lambda book: JoinScreen(book.students[0], book.students[1:], lambda *_: True),
    "KioskSettings": lambda book: KioskSettings(_sitting(book)),
    "LinksScreen": lambda book: LinksScreen(_sharing(book), _sitting(book)),
    "LockScreen": lambda book: LockScreen(book, book.units[0], stickers(book)),
    "NewLinkScreen": lambda _: NewLinkScreen(is_standing=False),
    "NewPinScreen": lambda book: NewPinScreen(_sitting(book)),
    "PinScreen": lambda book: PinScreen(Pins(book)),
    "KioskQuilt": lambda book: KioskQuilt(
        seat_here(), book, stickers(book), lambda: None, Presence(lambda: 0.0, lambda: 0.0, lambda: False)
    ),
    "LargePage": lambda _: LargePage(_no_page, 0),
    "LookScreen": lambda book: LookScreen(book, stickers(book), lambda: 0.0),
    "LargePicture": lambda book: LargePicture(book.pictures, "none"),
    "MoreSteps": lambda book: MoreSteps("Halves", other_steps(book.units, {}, book.units[0].spots[0]), ()),
    "MyPath": lambda book: MyPath(
        seat_here(),
        Visit(book, book.students[0].id, Known.BY_WORD),
        stickers(book),
        book.units[0].id,
        at_kiosk=False,
    ),
    "NewClassScreen": lambda _: NewClassScreen(seat_here().library, Path()),
    "NoWay": lambda _: NoWay("The class has no PIN."),
    "NoteScreen": lambda _: NoteScreen("Note", "", Answers("keeps it", "keeps none"), recent=("fold it",)),
    "Notice": lambda _: Notice("This child has left."),
    "OpenClassScreen": lambda _: OpenClassScreen(seat_here()),
    "OwnSign": lambda book: OwnSign(book, _cells()),
    "Palette": lambda _: Palette(),
    "PasteNamesScreen": lambda book: PasteNamesScreen(book.students),
    "PasteStepsScreen": lambda book: PasteStepsScreen(book.units),
    "PickPicture": lambda book: PickPicture(book.outputs.drop),
    "PictureWord": lambda book: PictureWord(book, book.students[0].id, _cells(), Rests(lambda: 0.0)),
    "PicturesScreen": OVER_THE_BOARD["pictures"],
    "PlanScreen": lambda book: PlanScreen(seat_here(), _sitting(book), "ava", "u"),
    "PractiseScreen": lambda book: PractiseScreen(_sitting(book), "u/halves"),
    "PrintScreen": OVER_THE_BOARD["print"],
    "PrinterScreen": lambda _: PrinterScreen(Printers(seat_here().settings), Path(), "a4", date(2026, 11, 29)),
    "QuestionsScreen": lambda _: QuestionsScreen(asked_of(3), {}),
    "SeveralLines": lambda _: SeveralLines("Own version", "One thing a line.", (), ("with cubes",)),
    "ShowWhatYouKnow": lambda book: ShowWhatYouKnow(_sitting(book), "ava", "u"),
    "StarterChoice": lambda _: StarterChoice(step_badges(), _cells().pixels, ""),
    "StartScreen": lambda _: StartScreen(seat_here(), _refused),
    "StepForm": lambda book: StepForm(Writing("New step", book.units[0], Step("", "", ""), lambda _: True), _cells()),
    "StepsScreen": lambda book: StepsScreen(_sitting(book), "u", _cells()),
    "StillHere": lambda _: StillHere(),
    "StudioTiles": lambda _: StudioTiles(Work(may_be_tiny=True, is_tiny=False)),
    "StudentForm": lambda book: StudentForm(book.students[0], book.everyone, _cells(), lambda *_: True),
    "StudentScreen": OVER_THE_BOARD["student"],
    "StudentsScreen": lambda book: StudentsScreen(_sitting(book), _cells()),
    "TitleForm": lambda _: TitleForm("Title", "", lambda _: True),
    "TrayScreen": lambda book: TrayScreen(seat_here(), _sitting(book)),
    "TrustScreen": lambda _: TrustScreen(OwnTrust(":".join(["AB"] * 32), Path("authority.crt"))),
    "UnitSigns": lambda book: UnitSigns(book, book.students[0].id, Known.BY_WORD, _cells()),
    "VersionsScreen": lambda book: VersionsScreen(_sitting(book), "d1"),
    "WaitingScreen": OVER_THE_BOARD["waiting"],
    "WatchingScreen": OVER_THE_BOARD["quilt"],
    "WorkScreen": lambda book: WorkScreen(_sitting(book), "u/halves"),
}
"""How each screen is made for a class, by the name of its class."""
