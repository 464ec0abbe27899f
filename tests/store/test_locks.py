"""A turn is somebody's alone; a lock file shuts nobody out, whoever made it and whatever stands in its place."""

import errno
import fcntl
import os
import stat
import threading
from pathlib import Path

import pytest
from filelock import lock_descriptor

from accounts import AVA, BEN, done_by, only_as_root, shared_place
from board.disk import NotSaved, put_file
from board.errors import Refusal
from board.store.locks import Turn
from test_links import ODD, SECRET, Plant


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    (tmp_path / "room").mkdir()
    return tmp_path / "room" / "class.lock"


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    place = tmp_path / "outside"
    place.mkdir()
    (place / "file").write_bytes(SECRET)
    return place


def is_free(lock: Path) -> bool:
    """Tell whether the turn can be taken by somebody else now."""
    handle = Turn(lock)._tried()
    if handle is not None:
        os.close(handle)
    return handle is not None


def test_a_turn_is_held_until_it_is_given_back_and_inside_it_is_free(lock: Path) -> None:
    turn = Turn(lock)
    with turn.taken(), turn.taken():
        assert turn.kept()
        assert not is_free(lock)
    assert is_free(lock)
    assert not turn.kept()


def test_a_turn_that_is_held_too_long_is_refused(lock: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("board.store.locks.PATIENCE", 0.02)
    said = r"Another program has held .*class\.lock for 0 seconds; close it"
    with Turn(lock).taken(), pytest.raises(Refusal, match=said), Turn(lock).taken():
        pass


def test_where_the_folder_is_gone_it_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotSaved, match="is not there any more, so nothing was saved; plug the stick in again"):
        Turn(tmp_path / "none" / "class.lock")._locked()


@pytest.mark.parametrize("plant", ODD, ids=lambda plant: plant.__name__)
def test_whatever_stands_in_its_place_makes_way(lock: Path, outside: Path, plant: Plant) -> None:
    plant(lock, outside)
    with Turn(lock).taken():
        assert stat.S_ISREG(lock.lstat().st_mode)
        assert not is_free(lock)
    assert [path.name for path in outside.iterdir()] == ["file"]
    assert (outside / "file").read_bytes() == SECRET


def test_a_folder_with_something_in_it_stays_and_is_said(lock: Path) -> None:
    lock.mkdir()
    (lock / "file").touch()
    said = r"could not be opened \(.+\), so nothing was saved; see that you may write there"
    with pytest.raises(NotSaved, match=said), Turn(lock).taken():
        pass
    assert (lock / "file").exists()


def test_in_a_folder_that_is_a_link_no_turn_is_taken(lock: Path, outside: Path) -> None:
    (outside / "class.lock").write_bytes(SECRET)
    lock.parent.rmdir()
    lock.parent.symlink_to(outside)
    with pytest.raises(NotSaved, match="room is a link"), Turn(lock).taken():
        pass
    assert (outside / "class.lock").read_bytes() == SECRET


def test_writers_whose_lock_file_is_deleted_in_every_turn_lose_nothing(lock: Path) -> None:
    count = lock.with_name("count")
    count.write_text("0")
    lost = []

    def add() -> None:
        turn = Turn(lock)
        for _ in range(25):
            with turn.taken():
                now = int(count.read_text())
                lock.unlink(missing_ok=True)
                while not turn.kept():
                    lost.append(now)
                    now = int(count.read_text())
                put_file(count, str(now + 1).encode())

    writers = [threading.Thread(target=add) for _ in range(3)]
    for one in writers:
        one.start()
    for one in writers:
        one.join()
    assert lost
    assert int(count.read_text()) == 75


def test_after_it_was_lost_a_turn_is_held_as_before(lock: Path) -> None:
    turn = Turn(lock)
    with turn.taken():
        lock.unlink()
        with Turn(lock).taken():
            assert not is_free(lock)
        assert not turn.kept(), "others may have had a turn meanwhile"
        assert turn.kept()
        assert not is_free(lock)
    assert is_free(lock)


def test_a_lost_turn_waits_for_whoever_has_it_now(lock: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("board.store.locks.PATIENCE", 0.02)
    turn = Turn(lock)
    with turn.taken():
        lock.unlink()
        with Turn(lock).taken(), pytest.raises(Refusal, match="Another program has held"):
            turn.kept()
    assert is_free(lock)


@pytest.mark.parametrize("code", [errno.ENOLCK, errno.EIO])
def test_a_disk_that_knows_no_locks_is_said(lock: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    def broken(*_: object, **__: object) -> bool:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr("filelock.lock_descriptor", broken)
    with pytest.raises(NotSaved, match="could not be opened"), Turn(lock).taken():
        pass


@only_as_root
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o444, 0o000], ids=oct)
@pytest.mark.parametrize("folder", [0o2770, 0o770, 0o777], ids=oct)
def test_the_lock_file_of_another_account_shuts_nobody_out(folder: int, mode: int) -> None:
    with shared_place(folder) as place:
        lock = place / "class.lock"
        lock.touch()
        os.chown(lock, AVA, AVA)
        lock.chmod(mode)

        def by_ben() -> bool:
            with Turn(lock).taken():
                return not is_free(lock)

        assert done_by(BEN, by_ben) == "True"


@only_as_root
@pytest.mark.parametrize("umask", [0o022, 0o077])
def test_the_lock_file_of_a_shared_folder_is_everybodys(umask: int) -> None:
    with shared_place(0o2770) as place:
        lock = place / "class.lock"

        def turned() -> bool:
            with Turn(lock).taken():
                return not is_free(lock)

        assert [done_by(account, turned, umask) for account in (AVA, BEN)] == ["True", "True"]
        assert stat.S_IMODE(lock.stat().st_mode) == 0o660
        assert lock.stat().st_uid == AVA, "nobody had to take it away"


@only_as_root
def test_a_share_on_which_a_look_is_not_enough_for_a_lock_gets_another_lock_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with shared_place(0o2770) as place:
        lock = place / "class.lock"
        lock.touch()
        os.chown(lock, AVA, AVA)
        lock.chmod(0o644)

        def by_ben() -> int:
            def as_nfs(handle: int, *, blocking: bool) -> bool:
                if fcntl.fcntl(handle, fcntl.F_GETFL) & os.O_ACCMODE == os.O_RDONLY:
                    raise OSError(errno.EBADF, "Bad file descriptor")
                return lock_descriptor(handle, blocking=blocking)

            monkeypatch.setattr("filelock.lock_descriptor", as_nfs)
            with Turn(lock).taken():
                return lock.stat().st_uid

        assert done_by(BEN, by_ben) == str(BEN)


@only_as_root
@pytest.mark.parametrize("there", [True, False])
def test_a_folder_one_may_not_write_in_is_said_at_once(*, there: bool) -> None:
    with shared_place(0o755) as place:
        lock = place / "class.lock"
        if there:
            lock.touch()
            lock.chmod(0o600)

        def by_ben() -> None:
            with Turn(lock).taken():
                pass

        said = done_by(BEN, by_ben)
        assert said.startswith(f"NotSaved: {lock} could not be opened (permission denied), so nothing was saved")
