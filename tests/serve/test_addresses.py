"""Which address others in the room can use, on computers with one network, several, none, tunnels."""

import ipaddress
import socket

import pytest

from board.serve import addresses as asked
from board.serve.addresses import Address, addresses
from board.serve.hosts import hosts


def found(*ips: str | Address) -> list[str]:
    given = [Address(ip) if isinstance(ip, str) else ip for ip in ips]
    return [one.ip for one in addresses([lambda: given])]


def test_a_computer_in_one_room() -> None:
    assert found("192.168.1.20", "127.0.0.1", "::1", "127.0.1.1") == ["192.168.1.20"]


def test_a_computer_without_a_network() -> None:
    assert found() == []
    assert found("127.0.0.1", "::1", "0.0.0.0", "::") == []
    assert found("169.254.3.4", "fe80::1", "fe80::1%eth0") == [], (
        "addresses a computer makes up when nobody gives it one"
    )


def test_a_computer_in_several_networks_keeps_their_order() -> None:
    assert found("10.0.0.7", "192.168.1.20", "10.0.0.7") == ["10.0.0.7", "192.168.1.20"]


def test_long_addresses_come_last_and_as_they_are_written() -> None:
    assert found("2001:DB8:0:0::5", "fd00::1", "192.168.1.20", "::ffff:10.0.0.7") == [
        "192.168.1.20",
        "10.0.0.7",
        "2001:db8::5",
        "fd00::1",
    ]


def test_tunnels_lead_out_of_the_room_and_come_last() -> None:
    ways = (
        Address("10.8.0.2", "tun0"),
        Address("100.100.1.1"),
        Address("192.168.1.20", "wlan0"),
        Address("10.9.0.2", "wg0"),
    )
    assert found(*ways)[0] == "192.168.1.20"
    assert set(found(*ways)) == {"192.168.1.20", "10.8.0.2", "100.100.1.1", "10.9.0.2"}


def test_networks_of_programs_lead_nowhere() -> None:
    assert found(Address("172.17.0.1", "docker0"), Address("192.168.122.1", "virbr0"), Address("10.0.0.7", "eth0")) == [
        "10.0.0.7"
    ]


def test_a_network_is_known_by_any_who_knows_it() -> None:
    first = [Address("172.17.0.1"), Address("10.0.0.7")]
    second = [Address("172.17.0.1", "docker0"), Address("10.0.0.7", "eth0")]
    assert addresses([lambda: first, lambda: second]) == (Address("10.0.0.7", "eth0"),)


def test_this_computer_can_be_asked_whatever_it_has() -> None:
    here = addresses()
    assert len({one.ip for one in here}) == len(here)
    for one in here:
        assert not ipaddress.ip_address(one.ip).is_loopback
        assert hosts(8642, (one.ip,)).named_in(hosts(8642).address(one.ip).removeprefix("http://")) is not None


def test_nothing_can_be_asked_and_nothing_goes_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("no network")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket, "if_nameindex", refuse)
    assert addresses() == ()


def test_nothing_is_sent_to_find_out(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []

    class Watched(socket.socket):
        def __init__(self, family: int, kind: int) -> None:
            super().__init__(family, kind)
            made.append(kind)

        def send(self, *_: object) -> int:
            raise AssertionError("something was sent")

        sendto = sendall = send  # type: ignore[assignment]

    monkeypatch.setattr(asked.socket, "socket", Watched)  # type: ignore[attr-defined]
    list(asked.by_way())
    assert made
    assert set(made) == {socket.SOCK_DGRAM}
