"""A contact sheet of invented names in many scripts and voices: look at it after any change of fonts or lettering.

Call it as `python -m scripts.looks.names OUT.png`; a second name keeps the PDF too.
"""

import io
import sys
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from reportlab.pdfgen.canvas import Canvas

from printables.lettering.lines import fit, line, paragraph, unprintable, write, write_block, write_down
from printables.lettering.voices import USUAL, Letters, Voice, letters_of

NAMES = (
    ("Latin", "Ava Martin", "Zoë N.", "Łukasz Żak", "Şükrü Öz", "Əli Quliyev", "Ŋaamɓe Ɗ."),
    ("Vietnamese", "Nguyễn Thị Hồng", "Đặng Vũ"),
    ("Cyrillic", "Иван Петров", "Єва Їжак"),
    ("Greek", "Αλέξης Γιάγκος", "Ζωή Φ."),
    ("Arabic", "محمد الأمين", "مُحَمَّد", "علی‌رضا", "ٹیپو ڈار", "ليلى ٣ب"),
    ("Arabic, mixed", "Ava محمد B.", "محمد (أحمد) Ali 12", "نور 24"),
    ("Hebrew", "עמית לוי", "שָׁלוֹם", "ז'אן"),
    ("Devanagari", "प्रिया कृष्णन", "हर्षिता"),
    ("Bengali", "রবীন্দ্র কুমার"),
    ("Gurmukhi", "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ"),
    ("Gujarati", "પ્રિયંકા શાહ"),
    ("Tamil", "கோகிலா தமிழ்ச்செல்வி"),
    ("Telugu", "శ్రీనివాస్ రెడ్డి"),
    ("Kannada", "ಕೃಷ್ಣಮೂರ್ತಿ"),
    ("Malayalam", "ശ്രീലക്ഷ്മി"),
    ("Sinhala", "ශ්‍රීමාලි"),
    ("Thai", "น้ำฝน กิ่งแก้ว"),
    ("Lao", "ບຸນມີ ພົມມະຈັນ"),
    ("Khmer", "សុភ័ក្ត្រ"),
    ("Burmese", "မြတ်နိုးသူ"),
    ("Georgian", "ნინო გელაშვილი"),
    ("Armenian", "Անահիտ Գևորգյան"),
    ("Ethiopic", "ሰላማዊት ተስፋዬ"),
    ("Chinese", "李明 L.", "王小美"),
    ("Japanese", "さくら 田中"),
    ("Korean", "김서연"),
)
"""A script's name and names in it."""

_TEXT = "Ava counts to 20 with محمد and प्रिया; then they draw 15 good dogs again, a gray goat and a big fig."

_ROW, _TOP, _LEFT = 25.0, 40.0, 20.0
_SIZE, _LABEL = 15.0, 8.0
_COLUMN = 166.0


class _Column(NamedTuple):
    title: str
    voice: Voice


def main() -> None:
    """Draw the sheet, render it, and tell which names this computer can't print."""
    pdf = sheet()
    with pypdfium2.PdfDocument(pdf) as document:
        document[0].render(scale=2).to_pil().save(sys.argv[1])
    for path in sys.argv[2:3]:
        Path(path).write_bytes(pdf)
    for text, why in unprintable(name for _, *names in NAMES for name in names):
        print(f"{text}: {why}")


def sheet() -> bytes:
    """Give the sheet as a PDF of one page."""
    columns = [*_columns("", USUAL), *_columns("early, ", letters_of(early=True))]
    rows = [(script, name) for script, *names in NAMES for name in names]
    width, height = _LEFT + 90 + _COLUMN * len(columns), _TOP + _ROW * len(rows) + 130
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(width, height), invariant=1)
    canvas.setStrokeGray(0.85)
    for at, column in enumerate(columns):
        write(canvas, line(column.title, USUAL.plain), _LABEL, _LEFT + 90 + _COLUMN * at, height - _TOP / 2)
    for number, (script, name) in enumerate(rows):
        middle = height - _TOP - _ROW * (number + 0.5)
        canvas.line(_LEFT, middle - _ROW / 2, width - _LEFT, middle - _ROW / 2)
        write_block(canvas, fit(line(script, USUAL.plain), 80, _LABEL, 5), _LEFT, middle)
        for at, column in enumerate(columns):
            text = line(name, column.voice)
            write_block(canvas, fit(text, _COLUMN - 12, _SIZE, 6), _LEFT + 90 + _COLUMN * at, middle)
    for at, column in enumerate(columns):
        block = paragraph(line(_TEXT, column.voice), _COLUMN - 12, 11, most=6)
        write_down(canvas, block, _LEFT + 90 + _COLUMN * at, height - _TOP - _ROW * len(rows) - 10)
    canvas.save()
    return file.getvalue()


def _columns(before: str, letters: Letters) -> list[_Column]:
    voices = {"title": letters.title, "strong": letters.strong, "plain": letters.plain}
    return [_Column(before + name, voice) for name, voice in voices.items()]


if __name__ == "__main__":
    main()
