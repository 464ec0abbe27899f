"""The words of the take-home page, in the child's own voice, in each language a family may read."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from printables.page.document import written_date

_MESES = (
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
)


@dataclass(frozen=True, slots=True)
class Words:
    """What the page says in one language.

    Attributes:
        language: Two letters.
        title: Under the child's name and in the file; the unit's title follows.
        subject: One sentence about the file.
        can: Over what the child can do.
        newest: Beside it: which stickers these are, where there are more.
        first: Where there is no sticker yet.
        shows: Before the child's words about its picture.
        own: Before the criteria of a child's own version.
        growing: Over what the child may work on now.
        home: Over what to try.
        pick: Beside it.
        ways: Over the ways to show a step.
        looks: Over what a step looks like.
        ask: Where a step names neither ways nor what it looks like.
        tip: Before the teacher's last tip.
        done: Where every step is mastered.
        done_next: What to do then.
        soon: Where nothing is open yet.
        soon_next: What to do until then.
        show_to: Before a line to write on.
        tried: Before a line to write on.
        noticed: Before a line to write on.
        picture: In the corner of a frame to draw in.
        back: That the strip comes back to school.
        page: Which page one is, and of how many.
    """

    language: str
    title: str
    subject: str
    can: str
    newest: str
    first: str
    shows: str
    own: str
    growing: str
    home: str
    pick: str
    ways: str
    looks: str
    ask: str
    tip: str
    done: str
    done_next: str
    soon: str
    soon_next: str
    show_to: str
    tried: str
    noticed: str
    picture: str
    back: str
    page: str

    def date(self, day: dt.date) -> str:
        """Write a date in this language, the month in letters."""
        if self.language == "es":
            return f"{day.day} de {_MESES[day.month - 1]} de {day.year}"
        return written_date(day)


ENGLISH = Words(
    language="en",
    title="My page for home: {}",
    subject="What I can do, what I am growing, and what we can try at home.",
    can="What I can do",
    newest="my newest stickers; there are more at school",
    first="My first sticker will go here. Every try helps me grow!",
    shows="My picture shows {}",
    own="My own version: {}",
    growing="What I am growing",
    home="What we can try at home",
    pick="pick one; a few minutes are enough",
    ways="Ways to show it",
    looks="What it looks like",
    ask="Ask me to show you, and to tell you how I do it.",
    tip="A tip for me: {}",
    done="I have shown every step on my path!",
    done_next="Ask me to show you one. When I explain it to someone, I learn it even better.",
    soon="My next steps open soon.",
    soon_next="Until then, ask me what I like to do best, and let me show you.",
    show_to="I will show it to:",
    tried="We tried:",
    noticed="Something we noticed:",
    picture="A picture of what we tried",
    back="This part comes back to school with me.",
    page="page {} of {}",
)

SPANISH = Words(
    language="es",
    title="Mi página para la casa: {}",
    subject="Lo que sé hacer, en lo que estoy creciendo y lo que podemos probar en casa.",
    can="Lo que sé hacer",
    newest="mis calcomanías más nuevas; hay más en la escuela",
    first="Aquí va a ir mi primera calcomanía. ¡Cada intento me ayuda a crecer!",
    shows="Mi dibujo muestra {}",
    own="Mi propia versión: {}",
    growing="En lo que estoy creciendo",
    home="Lo que podemos probar en casa",
    pick="elijan una; con unos minutos basta",
    ways="Maneras de mostrarlo",
    looks="Así se ve",
    ask="Pídanme que se lo muestre y les cuente cómo lo hago.",
    tip="Un consejo para mí: {}",
    done="¡Ya mostré todos los pasos de mi camino!",
    done_next="Pídanme que les muestre uno. Cuando se lo explico a alguien, lo aprendo todavía mejor.",
    soon="Mis próximos pasos se abren pronto.",
    soon_next="Mientras tanto, pregúntenme qué es lo que más me gusta hacer. ¡Con gusto se lo muestro!",
    show_to="Se lo voy a mostrar a:",
    tried="Lo que probamos:",
    noticed="Algo que notamos:",
    picture="Un dibujo de lo que probamos",
    back="Esta parte regresa a la escuela conmigo.",
    page="página {} de {}",
)

WORDS: Mapping[str, Words] = MappingProxyType({words.language: words for words in (ENGLISH, SPANISH)})
"""By language."""
