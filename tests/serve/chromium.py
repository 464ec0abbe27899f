"""Chromium without a window, as a phone or a tablet has it: found, started, and asked for by the tests that need it."""

import shutil

import pytest
from playwright.sync_api import Browser, Playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",  # a container has little of it
    "--disable-features=AutofillServerCommunication,OptimizationHints,MediaRouter,Translate,DialMediaRouteProvider",
    "--force-device-scale-factor=2",  # as playwright's own way doubles what WebGL draws
)

CHROMIUM = next(filter(None, map(shutil.which, _NAMES)), None)
"""The browser of this computer, None where it has none."""

needs_chromium = pytest.mark.skipif(
    CHROMIUM is None, reason="there is no chromium here: pages of a browser were not tried"
)
"""For tests of real pages; `.ci/run` installs chromium, and fails where one was left out."""


def started(playwright: Playwright) -> Browser:
    """Start the browser of this computer."""
    return playwright.chromium.launch(executable_path=CHROMIUM, args=[*_FLAGS], headless=True)
