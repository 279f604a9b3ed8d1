"""A real server with the invented municipality's record, and the system's Chromium to look at it with.

The server is `pejl serve` in a process and a data folder of its own, so nothing here depends on the tests' database.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from cli.pejl_command import make_demo
from once import copied

PEJL = Path(sys.executable).with_name("pejl")
PATIENCE = 60.0


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if server.poll() is not None:
            pytest.fail(f"The server ended with {server.returncode}.")
        try:
            urlopen(address).close()  # noqa: S310 - the address is our own
        except URLError:
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"The server did not answer within {PATIENCE:.0f} seconds.")


def failed(request: Request) -> list[str]:
    """A complaint about the request; none where the reader left the page before it was answered."""
    return [] if request.failure == "net::ERR_ABORTED" else [f"{request.url}: {request.failure}"]


@pytest.fixture(scope="session")
def site_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of that server."""
    return copied("demo", make_demo, tmp_path_factory.mktemp("fjordby"), tmp_path_factory)


@pytest.fixture(scope="session")
def site(site_home: Path) -> Iterator[str]:
    """The address of a server that shows Fjordby Kommune."""
    home = site_home
    own = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    own |= {"PEJL_HOME": str(home), "PEJL_MUNICIPALITY": "Fjordby Kommune"}
    port = free_port()
    server = subprocess.Popen([PEJL, "serve", "--port", str(port), "--workers", "1"], env=own)
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(address, server)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=PATIENCE)


@pytest.fixture(scope="module")
def browser(chromium: str, site: str) -> Iterator[Browser]:
    """The system's Chromium. It ends with the module: while it runs, Django takes this thread for asynchronous."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()


def listened_to(page: Page, complaints: list[str]) -> Page:
    """The page, whose browser's complaints are noted."""
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("requestfailed", lambda request: complaints.extend(failed(request)))
    return page


@pytest.fixture
def reader(browser: Browser, site: str) -> Iterator[Callable[..., Page]]:
    """Open a page as a reader with a window of this width would: `reader(width=360)`.

    Complaints of the browser fail the test.
    """
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_page(*, width: int = 1280, locale: str = "da-DK", script: bool = True) -> Page:
        context = browser.new_context(
            base_url=site, viewport={"width": width, "height": 900}, locale=locale, java_script_enabled=script
        )
        contexts.append(context)
        return listened_to(context.new_page(), complaints)

    yield open_page
    for context in contexts:
        context.close()
    assert not complaints


@pytest.fixture(scope="module")
def windows(browser: Browser, site: str) -> dict[int, tuple[Page, list[str]]]:
    """The windows of `glance`, by width, each with what the browser complained of in it."""
    return {}


@pytest.fixture
def glance(windows: dict[int, tuple[Page, list[str]]], browser: Browser, site: str) -> Iterator[Callable[[int], Page]]:
    """The window of this width, the same for all tests of a module, which is quicker than a new one for each.

    For pages that are only looked at: what one test did on its page is gone, but not who is logged in. Complaints of
    the browser fail the test.
    """

    def window(width: int) -> Page:
        if width not in windows:
            page = browser.new_page(base_url=site, viewport={"width": width, "height": 900}, locale="da-DK")
            complaints: list[str] = []
            windows[width] = listened_to(page, complaints), complaints
        return windows[width][0]

    yield window
    complaints = [each for _, said in windows.values() for each in said]
    for _, said in windows.values():
        said.clear()
    assert not complaints
