"""How much one may ask of a board that is served: enough for thirty children at once, too little to hold it up."""

from typing import NamedTuple

from board.serve.buckets import Rate


class Limits(NamedTuple):
    """What is let through.

    Attributes:
        requests: Of one address, each second; a classroom behind one address opens its pages with less.
        guest_requests: Of one guest.
        wrong: Tokens, tickets and cookies of one address that did not count.
        connections: Of one address at a time.
        all_connections: Of all addresses at a time.
        idle_connection: Seconds a connection is kept that has not asked for anything yet, or for nothing more.
        body: Bytes of what is sent to any place but those for pictures.
        picture: Bytes of a picture.
        body_within: Seconds for a whole body that is not a picture.
        picture_within: Seconds for a whole picture.
        chunk_within: Seconds in which something more of a body has to come.
        linger: Seconds in which what is sent after a refusal is still read and thrown away, so that the refusal is heard.
        pictures_at_once: Pictures that are on their way at a time, of all guests.
        frame: Bytes of one message of a page.
        frames: Messages of a page.
        socket_bytes: Bytes that come through the socket of a page, in messages or in what are none.
        heartbeat: Seconds after which a page that says nothing is asked whether it is still there.
        pages: Pages that are open at a time.
        guest_pages: Pages of one guest that are open at a time.
        idle_page: Seconds after which a page of an adult ends that nobody touches.
        standing_guest: Seconds a browser is known by a standing link, counted from its last visit.
        once_guest: Seconds a browser is known by a one-time link.
    """

    requests: Rate = Rate(1500, 100)
    guest_requests: Rate = Rate(600, 40)
    wrong: Rate = Rate(20, 0.5)
    connections: int = 300
    all_connections: int = 700
    idle_connection: float = 20.0
    body: int = 4096
    picture: int = 40_000_000
    body_within: float = 10.0
    picture_within: float = 180.0
    chunk_within: float = 15.0
    linger: float = 5.0
    pictures_at_once: int = 12
    frame: int = 64 * 1024
    frames: Rate = Rate(1000, 250)
    socket_bytes: Rate = Rate(2_000_000, 400_000)
    heartbeat: float = 25.0
    pages: int = 60
    guest_pages: int = 40
    idle_page: float = 4 * 3600.0
    standing_guest: float = 180 * 86400.0
    once_guest: float = 12 * 3600.0

    def has_room(self, pages: int, pages_of_guest: int) -> bool:
        """Tell whether one more page may be opened.

        Args:
            pages: How many are open.
            pages_of_guest: How many of them belong to the guest who asks.
        """
        return pages < self.pages and pages_of_guest < self.guest_pages
