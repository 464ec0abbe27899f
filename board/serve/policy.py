"""What every answer tells the browser: load nothing from elsewhere, stand in no other page, tell nobody where one was."""

from collections.abc import Mapping

_NO_SENSORS = ", ".join(
    f"{name}=()"
    for name in (
        "accelerometer",
        "autoplay",
        "browsing-topics",
        "display-capture",
        "encrypted-media",
        "geolocation",
        "gyroscope",
        "hid",
        "idle-detection",
        "local-fonts",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "publickey-credentials-get",
        "serial",
        "usb",
        "xr-spatial-tracking",
    )
)

_FIXED = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Origin-Agent-Cluster": "?1",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "X-Permitted-Cross-Domain-Policies": "none",
    "Permissions-Policy": f"camera=(self), fullscreen=(self), screen-wake-lock=(self), {_NO_SENSORS}",
    "Server": "board",
}

_KEPT = "/static/"
"""What may be kept by a browser: the files the board came with, the same for everybody."""

_WITH_FORMS = ("/in/", "/bring/")
"""Pages that send a form to their own address. A browser that may tell nobody where it was does not say either that
the form is ours (`Origin: null`), so these may tell it to this very host."""


def headers_for(path: str, socket: str) -> Mapping[str, str]:
    """Give the headers of an answer.

    Args:
        path: What was asked for.
        socket: Where pages of this host open their socket, such as `ws://localhost:8642`; empty where the host is foreign.
    """
    policy = (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self' blob: data:",
        " ".join(filter(None, ("connect-src 'self'", socket))),
        "frame-src 'self' blob:",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
    said = dict(_FIXED)
    said["Content-Security-Policy"] = "; ".join(policy)
    said["Referrer-Policy"] = "same-origin" if path.startswith(_WITH_FORMS) else "no-referrer"
    if not path.startswith(_KEPT):
        said["Cache-Control"] = "no-store"
    return said
