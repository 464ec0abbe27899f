"""HTTPS: by a certificate of this computer's own, or by one that was given."""

import asyncio
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import ClientConnectorCertificateError, ClientSession, DummyCookieJar, web
from aiohttp.test_utils import get_port_socket
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa, x25519

from board.disk import DISK
from board.errors import Refusal
from board.serve.certificates import ssl_context
from board.serve.door import opened
from board.serve.limits import Limits
from board.serve.own_certificate import OwnCertificate, own_certificate

NOW = datetime.now(UTC)
NAMES = ("localhost", "127.0.0.1", "[::1]", "Laptop.local", "192.168.1.20")
PEM = serialization.Encoding.PEM


def lasting(own: OwnCertificate) -> x509.Certificate:
    return x509.load_pem_x509_certificates(own.certificate.read_bytes())[0]


def test_it_is_for_this_computer_alone_and_for_all_its_names(tmp_path: Path) -> None:
    own = own_certificate(tmp_path, NAMES, NOW)
    assert all(file.stat().st_mode & 0o777 == 0o600 for file in own.key.parent.iterdir())
    assert own.key.parent.stat().st_mode & 0o777 == 0o700
    certificate = lasting(own)
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert {str(name.value) for name in names} == {"localhost", "127.0.0.1", "::1", "laptop.local", "192.168.1.20"}
    assert certificate.not_valid_after_utc - certificate.not_valid_before_utc <= timedelta(days=825)
    assert own.fingerprint == certificate.fingerprint(hashes.SHA256()).hex(":").upper()
    assert not certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    authority = x509.load_pem_x509_certificate(own.authority.read_bytes())
    assert authority.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    assert authority.public_key() != certificate.public_key()
    assert len(list(own.key.parent.iterdir())) == 3, "nothing is left that could sign another one"


def test_it_is_kept_and_made_anew_only_where_it_must_be(tmp_path: Path) -> None:
    first = own_certificate(tmp_path, NAMES, NOW)
    assert own_certificate(tmp_path, NAMES, NOW) == first
    assert own_certificate(tmp_path, NAMES[:2], NOW + timedelta(days=700)) == first
    elsewhere = own_certificate(tmp_path, ("localhost", "10.0.0.7"), NOW)
    assert elsewhere.fingerprint != first.fingerprint
    assert own_certificate(tmp_path, NAMES, NOW) == elsewhere, "back in the first room it is still good"
    assert own_certificate(tmp_path, NAMES, NOW + timedelta(days=800)).fingerprint != elsewhere.fingerprint


def test_one_that_was_made_when_the_clock_was_wrong_is_made_anew(tmp_path: Path) -> None:
    first = own_certificate(tmp_path, NAMES, datetime(1971, 1, 1, tzinfo=UTC))
    second = own_certificate(tmp_path, NAMES, NOW)
    assert second.fingerprint != first.fingerprint
    assert own_certificate(tmp_path, NAMES, NOW - timedelta(days=365)).fingerprint != second.fingerprint


@pytest.mark.parametrize("name", ["certificate.pem", "key.pem", "authority.crt"])
@pytest.mark.parametrize("damage", ["gone", "empty", "cut", "another", "link"])
def test_one_that_is_damaged_is_made_anew(tmp_path: Path, name: str, damage: str) -> None:
    first = own_certificate(tmp_path / "one", NAMES, NOW)
    other = own_certificate(tmp_path / "two", NAMES, NOW)
    file = first.key.with_name(name)
    data = file.read_bytes()
    if damage in {"gone", "link"}:
        file.unlink()
    if damage == "link":
        file.symlink_to(other.key.with_name(name))
    if damage in {"empty", "cut", "another"}:
        file.write_bytes({"empty": b"", "cut": data[:100], "another": other.key.with_name(name).read_bytes()}[damage])
    again = own_certificate(tmp_path / "one", NAMES, NOW)
    assert again.fingerprint != first.fingerprint
    assert not file.is_symlink()
    ssl_context(again.certificate, again.key, NOW)
    assert own_certificate(tmp_path / "two", NAMES, NOW) == other


def test_a_disk_that_is_full_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(DISK, "write", full)
    with pytest.raises(Refusal, match="could not be saved"):
        own_certificate(tmp_path, NAMES, NOW)


async def test_a_device_that_trusts_its_authority_asks_no_more(tmp_path: Path) -> None:
    own = await asyncio.to_thread(own_certificate, tmp_path, NAMES, NOW)
    place = get_port_socket("127.0.0.1", 0, 2)  # type: ignore[arg-type]
    app = web.Application()
    app.router.add_get("/", answered)
    runner = await opened(app, place, Limits(), ssl_context(own.certificate, own.key, NOW))
    address = f"https://127.0.0.1:{place.getsockname()[1]}/"
    try:
        async with ClientSession(cookie_jar=DummyCookieJar()) as session:
            trusting = ssl.create_default_context(cafile=str(own.authority))
            async with session.get(address, ssl=trusting) as answer:
                assert await answer.text() == "reached by https"
            with pytest.raises(ClientConnectorCertificateError):
                await session.get(address, ssl=ssl.create_default_context())
    finally:
        await runner.cleanup()


async def answered(request: web.Request) -> web.StreamResponse:
    return web.Response(text=f"reached by {request.scheme}")


def key_file(file: Path, key: object, password: bytes | None = None) -> Path:
    locked = serialization.BestAvailableEncryption(password) if password else serialization.NoEncryption()
    file.write_bytes(key.private_bytes(PEM, serialization.PrivateFormat.PKCS8, locked))  # type: ignore[attr-defined]
    return file


def test_what_is_given_is_looked_at_before_it_serves(tmp_path: Path) -> None:
    own = own_certificate(tmp_path / "one", NAMES, NOW)
    other = own_certificate(tmp_path / "two", NAMES, NOW)
    rubbish = tmp_path / "rubbish.pem"
    rubbish.write_bytes(b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")
    locked = key_file(tmp_path / "locked.pem", ec.generate_private_key(ec.SECP256R1()), b"secret")
    of_no_use = key_file(tmp_path / "x25519.pem", x25519.X25519PrivateKey.generate())
    for certificate, key, words in (
        (own.certificate, other.key, "does not belong to"),
        (tmp_path / "missing.pem", own.key, "can't be read"),
        (own.certificate, tmp_path / "missing.pem", "can't be read"),
        (tmp_path, own.key, "can't be read"),
        (Path("a\0b"), own.key, "can't be read"),
        (rubbish, own.key, "holds no certificate"),
        (own.key, own.key, "holds no certificate"),
        (own.certificate, own.certificate, "holds no key"),
        (own.certificate, rubbish, "holds no key"),
        (own.certificate, locked, "has a password"),
        (own.certificate, of_no_use, "can't serve HTTPS"),
    ):
        with pytest.raises(Refusal, match=words):
            ssl_context(certificate, key, NOW)
    with pytest.raises(Refusal, match="counted until"):
        ssl_context(own.certificate, own.key, NOW + timedelta(days=900))
    with pytest.raises(Refusal, match="counts only from"):
        ssl_context(own.certificate, own.key, NOW - timedelta(days=900))


def test_links_to_what_is_given_are_followed_and_both_may_be_one_file(tmp_path: Path) -> None:
    own = own_certificate(tmp_path / "one", NAMES, NOW)
    both = tmp_path / "both.pem"
    both.write_bytes(own.key.read_bytes() + own.certificate.read_bytes())
    live = tmp_path / "live.pem"
    live.symlink_to(both)
    context = ssl_context(live, live, NOW)
    assert context.minimum_version >= ssl.TLSVersion.TLSv1_2


def test_an_rsa_key_serves_as_well(tmp_path: Path) -> None:
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([])
    built = x509.CertificateBuilder(name, name, key.public_key(), 1, NOW - timedelta(1), NOW + timedelta(1))
    file = tmp_path / "rsa.crt"
    file.write_bytes(built.sign(key, hashes.SHA256()).public_bytes(PEM))
    assert ssl_context(file, key_file(tmp_path / "rsa.key", key), NOW)
