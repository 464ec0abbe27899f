"""The certificate this computer makes for itself, so that HTTPS can be served in a room without anybody's help."""

import hashlib
import ipaddress
import os
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from board.disk import DISK, new_file, read_plain, reason
from board.disk.modes import made_folders
from board.errors import Refusal

_DAYS = 820
"""Days a certificate counts; browsers refuse those of more than 825."""

_RENEWED = timedelta(days=30)
_BEFORE = timedelta(days=2)
"""How long ago it begins to count: not every clock of a room is right."""

_BYTES = 1 << 20
_MOST_NAMES = 40
_FOLDER, _CERTIFICATE, _KEY, _AUTHORITY = "https", "certificate.pem", "key.pem", "authority.crt"


class OwnCertificate(NamedTuple):
    """A certificate this computer made for itself.

    Attributes:
        certificate: File of the certificate, with the authority's behind it.
        key: File of its key, for this account only.
        authority: File with what a device has to trust so that it asks no more. The key that signed it was thrown away at
            once, so that whoever trusts it trusts this one certificate and no other.
        fingerprint: SHA-256 of the certificate as browsers show it, in pairs of digits.
    """

    certificate: Path
    key: Path
    authority: Path
    fingerprint: str


def own_certificate(home: Path, names: Iterable[str], now: datetime) -> OwnCertificate:
    """Give the certificate of this computer; made anew where it is missing, too old, or for other names.

    Names it once was for stay in it, so that a laptop that is carried from room to room keeps its own.

    Args:
        home: The seat's folder.
        names: Names and addresses under which browsers reach it.
        now: The time of now.

    Raises:
        Refusal: It can't be kept.
    """
    folder = home / _FOLDER
    files = OwnCertificate(folder / _CERTIFICATE, folder / _KEY, folder / _AUTHORITY, "")
    wanted = list(dict.fromkeys(name.strip("[]").casefold() for name in names))
    there = _read_own(files)
    if there is None or not _is_good(there, wanted, now):
        before = [] if there is None else _names_of(there)
        kept = [name for name in before if name not in wanted]
        there = _made(files, [*wanted, *kept][:_MOST_NAMES], now)
    return files._replace(fingerprint=_fingerprint(there.public_bytes(serialization.Encoding.DER)))


def _read_own(files: OwnCertificate) -> x509.Certificate | None:
    """Read what was made before; None where there is nothing, or where its parts do not belong together."""
    try:
        first = x509.load_pem_x509_certificates(read_plain(files.certificate, _BYTES))[0]
        authority = x509.load_pem_x509_certificate(read_plain(files.authority, _BYTES))
        key = serialization.load_pem_private_key(read_plain(files.key, _BYTES), None)
        first.verify_directly_issued_by(authority)
    except Exception:  # noqa: BLE001 - whatever is wrong with it, another one is made
        return None
    return first if first.public_key() == key.public_key() else None


def _is_good(certificate: x509.Certificate, names: list[str], now: datetime) -> bool:
    lasts = certificate.not_valid_before_utc <= now < certificate.not_valid_after_utc - _RENEWED
    return lasts and set(names) <= set(_names_of(certificate))


def _names_of(certificate: x509.Certificate) -> list[str]:
    try:
        names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except (x509.ExtensionNotFound, ValueError):
        return []
    return [str(name.value) for name in names]


def _made(files: OwnCertificate, names: list[str], now: datetime) -> x509.Certificate:
    """Make a key, and a certificate by an authority that signs nothing else.

    Raises:
        Refusal: It can't be kept.
    """
    key, authority_key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    authority = _authority(authority_key, now)
    certificate = _certificate(key, names, authority, authority_key, now)
    pem = serialization.Encoding.PEM
    plain = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    try:
        made_folders(files.key.parent, private=True)
    except OSError as error:
        raise Refusal(f"{files.key.parent} can't be made ({reason(error)}), so HTTPS can't be served.") from error
    _keep(files.key, plain)
    _keep(files.authority, authority.public_bytes(pem))
    _keep(files.certificate, certificate.public_bytes(pem) + authority.public_bytes(pem))
    return certificate


def _keep(file: Path, data: bytes) -> None:
    with new_file(file) as handle:
        if hasattr(os, "fchmod"):
            os.fchmod(handle, 0o600)  # whatever its folder shares
        DISK.write(handle, data)


def _name(words: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, words)])


def _begun(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey, now: datetime
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _BEFORE)
        .not_valid_after(now - _BEFORE + timedelta(days=_DAYS))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    )


def _authority(key: ec.EllipticCurvePrivateKey, now: datetime) -> x509.Certificate:
    name = _name(f"Competency board, made {now:%Y-%m-%d}")
    built = _begun(name, name, key.public_key(), now)
    built = built.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    return built.add_extension(_may(signs_certificates=True), critical=True).sign(key, hashes.SHA256())


def _certificate(
    key: ec.EllipticCurvePrivateKey,
    names: list[str],
    authority: x509.Certificate,
    authority_key: ec.EllipticCurvePrivateKey,
    now: datetime,
) -> x509.Certificate:
    built = _begun(_name("Competency board"), authority.subject, key.public_key(), now)
    for extension, is_critical in (
        (x509.SubjectAlternativeName([_alternative(name) for name in names]), False),
        (x509.BasicConstraints(ca=False, path_length=None), True),
        (_may(signs_certificates=False), True),
        (x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), False),
        (x509.AuthorityKeyIdentifier.from_issuer_public_key(authority_key.public_key()), False),
    ):
        built = built.add_extension(extension, critical=is_critical)
    return built.sign(authority_key, hashes.SHA256())


def _may(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _alternative(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)


def _fingerprint(der: bytes) -> str:
    return hashlib.sha256(der).digest().hex(":").upper()
