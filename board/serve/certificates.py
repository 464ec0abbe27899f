"""HTTPS by a certificate that was given: what is wrong with it is said before anything is served."""

import os
import ssl
from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization

from board.disk import read_plain, reason
from board.errors import Refusal

_BYTES = 1 << 20


def ssl_context(certificate: Path, key: Path, now: datetime) -> ssl.SSLContext:
    """Give what serves by a certificate.

    Args:
        certificate: A PEM file: the certificate, and behind it those that lead to one browsers trust.
        key: A PEM file with its key, without a password; it may be the same file.
        now: The time of now.

    Raises:
        Refusal: A file is missing or wrong, they do not belong together, or the certificate counts no more.
    """
    first = _given_certificate(certificate)
    own = _given_key(key)
    public = serialization.PublicFormat.SubjectPublicKeyInfo
    ours = own.public_key().public_bytes(serialization.Encoding.DER, public)
    if first.public_key().public_bytes(serialization.Encoding.DER, public) != ours:
        raise Refusal(f"The key {key} does not belong to the certificate {certificate}; give the two that do.")
    if now >= first.not_valid_after_utc:
        raise Refusal(
            f"The certificate {certificate} counted until {first.not_valid_after_utc:%Y-%m-%d}; get a new one, or leave it out."
        )
    if now < first.not_valid_before_utc:
        raise Refusal(
            f"The certificate {certificate} counts only from {first.not_valid_before_utc:%Y-%m-%d}; "
            "look whether the clock of this computer is right."
        )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.set_alpn_protocols(["http/1.1"])
    try:
        context.load_cert_chain(certificate, key, password="")
    except (OSError, ValueError) as error:
        raise Refusal(f"HTTPS can't be served by the certificate {certificate} and the key {key}.") from error
    return context


def names_of(certificate: Path) -> tuple[str, ...]:
    """Give the names a certificate is for, without those that stand for many.

    Args:
        certificate: A PEM file.

    Raises:
        Refusal: It is none.
    """
    first = _given_certificate(certificate)
    try:
        names = first.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except (x509.ExtensionNotFound, ValueError):
        return ()
    return tuple(str(name.value) for name in names if isinstance(name, x509.DNSName) and "*" not in name.value)


def _given_certificate(file: Path) -> x509.Certificate:
    data = _given(file)
    try:
        return x509.load_pem_x509_certificates(data)[0]
    except (ValueError, IndexError, x509.InvalidVersion) as error:
        raise Refusal(f"{file} holds no certificate; give a file that begins with BEGIN CERTIFICATE.") from error


def _given_key(file: Path) -> serialization.ssh.SSHPrivateKeyTypes:
    data = _given(file)
    try:
        key = serialization.load_pem_private_key(data, None)
    except TypeError as error:
        raise Refusal(
            f"The key in {file} has a password; give a file with the key alone, for your account only."
        ) from error
    except (ValueError, UnsupportedAlgorithm) as error:
        raise Refusal(f"{file} holds no key; give a file that begins with BEGIN PRIVATE KEY.") from error
    if not hasattr(key, "sign"):
        raise Refusal(f"The key in {file} is of a kind that can't serve HTTPS; get a new certificate with its key.")
    return key  # type: ignore[return-value] # of those that sign, all have a public half


def _given(file: Path) -> bytes:
    try:
        return read_plain(Path(os.path.realpath(file)), _BYTES)
    except ValueError as error:
        raise Refusal("That can't be read, as it can't be the name of a file.") from error
    except OSError as error:
        why = reason(error)
        raise Refusal(
            f"{file} can't be read ({why}); look where it is, and whether your account may read it."
        ) from error
