"""Shaping: which glyphs a piece of text becomes, and where they stand."""

from collections.abc import Iterator
from functools import cache
from itertools import groupby, pairwise
from typing import NamedTuple

import uharfbuzz

from printables.lettering.faces import Face
from printables.lettering.glyphs import Glyph, Part, Run
from printables.lettering.scripts import script_of
from printables.lettering.voices import Voice

_SILENT = "\t"
"""What the dots and points of right-to-left letters are said to say: their letter says it all, and an empty text is not heeded."""

_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")
"""Brackets look the other way between letters from right to left, and readers turn them back."""


class _Placed(NamedTuple):
    """A glyph of the shaper: its number, where it stands, how far the pen moves on, how wide the font has it; in ems."""

    number: int
    x: float
    y: float
    advance: float
    width: float


class _Cluster(NamedTuple):
    """The glyphs that write some letters together."""

    letters: str
    glyphs: tuple[_Placed, ...]


def shape(text: str, face: Face, voice: Voice, *, from_right: bool) -> Run:
    """Shape a piece of text of one script and one direction.

    Args:
        text: The piece, in the order it is read.
        face: A font that has all of it.
        voice: How far its letters stand apart; letters that hang together never do.
        from_right: Whether it runs from right to left.
    """
    joined = any((script := script_of(char)) is not None and script.joined for char in text)
    between = 0.0 if joined else voice.between_letters
    pen, clusters = 0.0, []
    for cluster in _clusters(text, face, from_right=from_right):
        moved = tuple(each._replace(x=pen + each.x) for each in cluster.glyphs)
        clusters.append(_Cluster(cluster.letters, moved))
        pen += sum(each.advance for each in cluster.glyphs) + between
        pen += voice.between_words * cluster.letters.count(" ")
    return Run(text, face.name, pen, not joined, tuple(_parts(text, clusters, face, from_right=from_right)))


def _parts(text: str, clusters: list[_Cluster], face: Face, *, from_right: bool) -> Iterator[Part]:
    """Give the glyphs so that a reader of the PDF gets the letters back.

    From left to right the run says all its text at once. From right to left readers turn each line themselves: so one glyph of
    each cluster says its letters, turned like the page, and the other glyphs are silent.
    """
    carriers: list[Glyph] = []
    others: list[Glyph] = []
    for letters, glyphs in clusters:
        carrier = max(glyphs, key=lambda each: each.advance)
        meaning = letters[::-1].translate(_MIRRORED) if from_right else letters
        for each in glyphs:
            char = face.glyph(each.number, meaning if each is carrier else "", each.width)
            (carriers if each is carrier else others).append(Glyph(char, each.x, each.y, each.width))
    if not from_right:
        yield Part(text, (*carriers, *others))
        return
    yield Part("", tuple(carriers))
    if others:
        yield Part(_SILENT, tuple(others))


def _clusters(text: str, face: Face, *, from_right: bool) -> Iterator[_Cluster]:
    """Give the clusters from left to right, each one's glyphs measured from where it begins."""
    shaper, unit = _shaper(face)
    buffer = uharfbuzz.Buffer()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_GRAPHEMES
    buffer.flags = uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    buffer.add_codepoints([ord(char) for char in text])
    buffer.language = "en"  # else this computer's language would choose among letterforms
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if from_right else "ltr"
    uharfbuzz.shape(shaper, buffer)
    starts = sorted({info.cluster for info in buffer.glyph_infos})
    ends = dict(pairwise([*starts, len(text)]))
    placed = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    for start, same in groupby(placed, key=lambda pair: pair[0].cluster):
        pen, glyphs = 0.0, []
        for info, at in same:
            width = shaper.get_glyph_h_advance(info.codepoint) * unit
            glyphs.append(
                _Placed(info.codepoint, pen + at.x_offset * unit, at.y_offset * unit, at.x_advance * unit, width)
            )
            pen += at.x_advance * unit
        yield _Cluster(text[start : ends[start]], tuple(glyphs))


def ink_of(face: Face, char: str) -> tuple[float, float]:
    """Give how far the glyph a face draws a character by reaches above and below its baseline, in ems."""
    shaper, unit = _shaper(face)
    ink = shaper.get_glyph_extents(face.face.charToGlyph.get(ord(char), 0))
    return (0.0, 0.0) if ink is None else (ink.y_bearing * unit, -(ink.y_bearing + ink.height) * unit)


@cache
def _shaper(face: Face) -> tuple[uharfbuzz.Font, float]:
    opened = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(face.path)), face.index)
    return uharfbuzz.Font(opened), 1 / opened.upem
