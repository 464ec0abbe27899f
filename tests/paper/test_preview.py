"""A page as the screen shows it."""

import io

from reportlab.pdfgen.canvas import Canvas

from board.paper.preview import preview_of


def pdf(*sizes: tuple[int, int]) -> bytes:
    """A file of pages with a black lower half."""
    file = io.BytesIO()
    canvas = Canvas(file)
    for size in sizes:
        canvas.setPageSize(size)
        canvas.rect(0, 0, size[0], size[1] / 2, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def test_a_page_keeps_its_shape_in_the_room_there_is() -> None:
    upright = preview_of(pdf((100, 200)), 0, 40, 40).pixels
    assert (len(upright[0]), len(upright)) == (20, 40)
    lying = preview_of(pdf((200, 100)), 0, 40, 40).pixels
    assert (len(lying[0]), len(lying)) == (40, 20)


def test_the_picture_is_that_of_the_page() -> None:
    pixels = preview_of(pdf((100, 100)), 0, 20, 20).pixels
    assert pixels[2][10][:3] == (255, 255, 255)
    assert pixels[17][10][:3] == (0, 0, 0)


def test_a_page_too_far_is_the_last() -> None:
    preview = preview_of(pdf((100, 200), (200, 100)), 7, 40, 40)
    assert (preview.page, preview.pages) == (1, 2)
    assert len(preview.pixels[0]) == 40
