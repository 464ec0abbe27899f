"""Links that let a browser in: one-time once, standing again and again, revoked never, whoever else uses the file."""

import json
import multiprocessing
import os
import stat
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, rule

from board.errors import Refusal
from board.seat.links import COUNTS_FOR, MOST_LINKS, Link, LinkRole, Links

CLASS = "/rooms/Room 12.class"
START = datetime(2026, 9, 1, 8, 0, tzinfo=UTC)
ROLES = st.sampled_from(LinkRole)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
careful = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)


def file_of(home: Path) -> Path:
    return next((home / "links").glob("*.json"))


def changed(home: Path, id_: str, **fields: object) -> None:
    """Let something else write into the file."""
    held = json.loads(file_of(home).read_bytes())
    held["entries"][id_] |= fields
    file_of(home).write_text(json.dumps(held))


def test_a_link_is_kept_as_it_was_made(tmp_path: Path) -> None:
    made = Links(tmp_path, CLASS).make(LinkRole.HELPER, standing=True, by="ortiz", words=" Table\tfour ")
    assert Links(tmp_path, CLASS).all() == (made,)
    assert (made.role, made.by, made.words, made.is_standing) == (LinkRole.HELPER, "ortiz", "Table four", True)
    assert Links(tmp_path, CLASS).of(made.id) == made


def test_links_of_another_class_are_no_links_of_this_one(tmp_path: Path) -> None:
    made = Links(tmp_path, CLASS).make(LinkRole.KIOSK, standing=True)
    other = Links(tmp_path, "/rooms/Room 13.class")
    assert (other.all(), other.of(made.id), other.use(made.token)) == ((), None, None)
    assert other.secret() != Links(tmp_path, CLASS).secret()


def test_a_one_time_link_lets_in_once_and_a_standing_one_again_and_again(tmp_path: Path) -> None:
    links = Links(tmp_path, CLASS)
    once, ever = links.make(LinkRole.KIOSK), links.make(LinkRole.KIOSK, standing=True)
    assert [one is not None for one in map(links.use, [once.token] * 2 + [ever.token] * 2)] == [True, False, True, True]
    used = links.of(once.id)
    assert used is not None  # so that who came in by it stays in
    assert used.was_used
    assert once.token not in file_of(tmp_path).read_text()


def test_a_one_time_link_nobody_used_lets_in_for_a_day(tmp_path: Path) -> None:
    now = START
    links = Links(tmp_path, CLASS, lambda: now)
    early, late = links.make(LinkRole.TEACHER), links.make(LinkRole.TEACHER)
    ever = links.make(LinkRole.TEACHER, standing=True)
    now += COUNTS_FOR - timedelta(seconds=1)
    assert links.use(early.token)
    now += timedelta(seconds=1)
    assert not links.use(late.token)
    assert links.use(ever.token)


def test_a_clock_that_was_set_back_shuts_nobody_out(tmp_path: Path) -> None:
    made = Links(tmp_path, CLASS, lambda: START).make(LinkRole.KIOSK)
    assert Links(tmp_path, CLASS, lambda: START - timedelta(days=9)).use(made.token)


@pytest.mark.parametrize("typed", ["{token}", "{typed}", "{upper}", " {typed} ", "{spaced}"])
def test_a_token_is_known_as_people_type_it(tmp_path: Path, typed: str) -> None:
    links = Links(tmp_path, CLASS)
    made = links.make(LinkRole.KIOSK)
    as_typed = made.typed_path.removeprefix("/in/")
    assert made.path == f"/in/{as_typed.replace('-', '')}"
    spaced = as_typed.replace("-", " ")
    used = links.use(typed.format(token=made.token, typed=as_typed, upper=as_typed.upper(), spaced=spaced))
    assert used is not None
    assert used.id == made.id


@careful
@given(st.text(alphabet=st.characters(), max_size=300))
def test_whatever_else_is_asked_for_lets_nobody_in(tmp_path: Path, token: str) -> None:
    links = Links(tmp_path, CLASS)
    if not links.all():
        links.use(links.make(LinkRole.KIOSK).token)
        links.make(LinkRole.KIOSK, standing=True)
    assert links.use(token) is None
    assert links.use(token + "\ud800") is None


@careful
@given(st.sampled_from([field for field in Link.__struct_fields__ if field != "words"]), ANYTHING)
def test_a_link_with_anything_wrong_in_it_never_counts_for_more(tmp_path: Path, field: str, damage: object) -> None:
    links = Links(tmp_path, CLASS)
    for made in links.all():
        links.revoke(made.id)
    made, other = links.make(LinkRole.HELPER, by="ortiz"), links.make(LinkRole.LOOK)
    links.use(made.token)
    changed(tmp_path, made.id, **{field: damage})
    after = Links(tmp_path, CLASS)
    assert after.of(other.id) == other
    assert after.use(made.token) is None
    now = after.of(made.id)
    if now is not None:  # what was put there fits
        assert now.id == made.id
        assert isinstance(now.role, LinkRole)
    after.make(LinkRole.KIOSK)
    assert json.loads(file_of(tmp_path).read_bytes())["entries"][made.id][field] == damage


DAMAGES = [b"", b"{", b"[]", b"7", b'{"entries": 7}', b"[" * 100_000, b"\xff\xfe", b"\0" * 100, b'{"links": {}}']


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_lets_nobody_in_is_kept_aside_and_brings_nothing_back(tmp_path: Path, damage: bytes) -> None:
    links = Links(tmp_path, CLASS)
    gone, made = links.make(LinkRole.TEACHER, standing=True), links.make(LinkRole.KIOSK, standing=True)
    links.revoke(gone.id)
    file_of(tmp_path).write_bytes(damage)
    assert (links.all(), links.of(made.id), links.use(made.token)) == ((), None, None)
    new = links.make(LinkRole.KIOSK)
    assert links.all() == (new,)
    assert [file.read_bytes() for file in (tmp_path / "links").glob("*.damaged")] == [damage]
    assert links.of(gone.id) is None


def test_a_folder_or_a_link_in_the_files_place_lets_nobody_in_and_makes_way(tmp_path: Path) -> None:
    links = Links(tmp_path, CLASS)
    links.make(LinkRole.KIOSK)
    file = file_of(tmp_path)
    elsewhere = file.rename(tmp_path / "elsewhere.json")
    file.symlink_to(elsewhere)
    assert links.all() == ()
    new = links.make(LinkRole.KIOSK)
    assert links.all() == (new,)
    file.unlink()
    file.mkdir()
    assert links.all() == ()
    new = links.make(LinkRole.KIOSK)
    assert links.all() == (new,)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_nobody_else_may_read_the_files_whatever_the_home_shares(tmp_path: Path) -> None:
    tmp_path.chmod(0o2770)
    links = Links(tmp_path, CLASS)
    made = links.make(LinkRole.KIOSK)
    links.secret()
    folder = tmp_path / "links"
    folder.chmod(0o2770)
    file_of(tmp_path).chmod(0o666)
    links.use(made.token)
    kept = [file for file in folder.iterdir() if file.suffix != ".lock"]
    assert [stat.S_IMODE(file.stat().st_mode) for file in kept] == [0o600, 0o600]


def test_a_secret_is_made_once_and_a_damaged_one_is_made_anew(tmp_path: Path) -> None:
    first = Links(tmp_path, CLASS).secret()
    assert len(first) == 32
    assert Links(tmp_path, CLASS).secret() == first
    next((tmp_path / "links").glob("*.key")).write_bytes(first[:31])
    second = Links(tmp_path, CLASS).secret()
    assert len(second) == 32
    assert second not in (first, first[:31] + b"\0")


def test_there_are_only_so_many_links(tmp_path: Path) -> None:
    links = Links(tmp_path, CLASS)
    links.make(LinkRole.LOOK)
    held = json.loads(file_of(tmp_path).read_bytes())
    one = next(iter(held["entries"].values()))
    held["entries"] = {f"l{number}": one | {"id": f"l{number}"} for number in range(MOST_LINKS)}
    file_of(tmp_path).write_text(json.dumps(held))
    with pytest.raises(Refusal, match=f"There are {MOST_LINKS} links"):
        links.make(LinkRole.LOOK)
    links.revoke("l7")
    links.make(LinkRole.LOOK)


def test_where_nothing_can_be_kept_a_one_time_link_lets_nobody_in(tmp_path: Path) -> None:
    links = Links(tmp_path, CLASS)
    made = links.make(LinkRole.KIOSK)
    lock = next((tmp_path / "links").glob("*.lock"))
    lock.unlink()
    (lock / "in the way").mkdir(parents=True)
    with pytest.raises(Refusal):
        links.use(made.token)
    with pytest.raises(Refusal):
        links.revoke(made.id)


class LinksOfTwoWorkers(RuleBasedStateMachine):
    """Two processes make, use and revoke; now and then the file breaks, or the lock file is tidied up."""

    made: Bundle[Link] = Bundle("made")

    @initialize()
    def begin(self) -> None:
        self.home = Path(mkdtemp())
        self.workers = Links(self.home, CLASS), Links(self.home, CLASS)
        self.there: dict[str, Link] = {}
        self.open: set[str] = set()
        self.gone: set[str] = set()

    @rule(target=made, who=st.integers(0, 1), role=ROLES, standing=st.booleans())
    def make(self, who: int, role: LinkRole, standing: bool) -> Link:
        return self.new(who, role, standing=standing)

    def new(self, who: int, role: LinkRole, *, standing: bool) -> Link:
        link = self.workers[who].make(role, standing=standing)
        self.there[link.id] = link
        self.open.add(link.id)
        return link

    @rule(who=st.integers(0, 1), link=made)
    def use(self, who: int, link: Link) -> None:
        used = self.workers[who].use(link.token)
        assert (used is not None) is (link.id in self.open)
        if not link.is_standing:
            self.open.discard(link.id)

    @rule(who=st.integers(0, 1), link=consumes(made))
    def revoke(self, who: int, link: Link) -> None:
        self.workers[who].revoke(link.id)
        self.take(link.id)

    @rule(target=made, who=st.integers(0, 1), link=consumes(made))
    def put_another_in_its_place(self, who: int, link: Link) -> Link:
        self.revoke(who, link)  # the file has the same size afterwards
        return self.new(who, link.role, standing=link.is_standing)

    @rule(data=st.sampled_from(DAMAGES))
    def damage(self, data: bytes) -> None:
        with suppress(StopIteration):
            file_of(self.home).write_bytes(data)
            for id_ in list(self.there):
                self.take(id_)

    @rule()
    def lose_the_lock_file(self) -> None:
        for lock in (self.home / "links").glob("*.lock"):
            lock.unlink()

    def take(self, id_: str) -> None:
        self.there.pop(id_, None)
        self.open.discard(id_)
        self.gone.add(id_)

    def teardown(self) -> None:
        rmtree(self.home)

    @invariant()
    def both_see_the_same(self) -> None:
        if not hasattr(self, "workers"):
            return
        for worker in self.workers:
            assert {link.id for link in worker.all()} == set(self.there)
            assert all(worker.of(id_) is None for id_ in self.gone)


TestLinksOfTwoWorkers = LinksOfTwoWorkers.TestCase
TestLinksOfTwoWorkers.settings = settings(max_examples=30, stateful_step_count=20, deadline=None)


def uses_all(home: Path, tokens: Sequence[str], begin: Any, won: Any) -> None:
    links = Links(home, CLASS)
    for number, token in enumerate(tokens):
        begin.wait(30)
        if links.use(token) is not None:
            won.put(number)


def test_of_two_processes_that_use_a_one_time_link_at_once_exactly_one_wins(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    links = Links(tmp_path, CLASS)
    tokens = [links.make(LinkRole.KIOSK).token for _ in range(25)]
    begin, won = context.Barrier(2), context.Queue()
    users = [context.Process(target=uses_all, args=(tmp_path, tokens, begin, won), daemon=True) for _ in range(2)]
    for user in users:
        user.start()
    winners = [won.get(timeout=60) for _ in tokens]
    for user in users:
        user.join(60)
    assert sorted(winners) == list(range(len(tokens)))
    assert won.empty()


def revokes_and_makes(home: Path, begin: Any) -> None:
    links = Links(home, CLASS)
    begin.wait(30)
    for _ in range(20):
        links.revoke(links.make(LinkRole.KIOSK, standing=True).id)


def test_what_is_revoked_while_another_process_writes_stays_revoked(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    links = Links(tmp_path, CLASS)
    stay = [links.make(LinkRole.KIOSK, standing=True) for _ in range(3)]
    begin = context.Barrier(3)
    others = [context.Process(target=revokes_and_makes, args=(tmp_path, begin), daemon=True) for _ in range(2)]
    for other in others:
        other.start()
    begin.wait(30)
    while any(other.is_alive() for other in others):
        gone = links.make(LinkRole.TEACHER)
        links.revoke(gone.id)
        assert links.of(gone.id) is None
        assert links.use(gone.token) is None
    assert [other.exitcode for other in others] == [0, 0]
    assert links.all() == tuple(stay)
