"""Messages to a case system: signed as the standard has it, and sent nowhere but where they should."""

from __future__ import annotations

import base64
import hashlib
import hmac
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from pejl.screening.webhooks.posting import NotSent, UnusableAddress, checked_address, post
from pejl.screening.webhooks.signing import headers, new_secret


def test_the_signature_is_that_of_the_standards_own_example() -> None:
    # standard-webhooks/libraries: the vector that its test suites share.
    secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"  # noqa: S105 - a published example
    found = headers("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, b'{"test": 2432232314}', secret)
    assert found["webhook-signature"] == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_each_receiver_has_a_secret_of_its_own() -> None:
    one, other = new_secret(), new_secret()
    assert one != other and len(base64.b64decode(one.removeprefix("whsec_"))) == 32


@pytest.mark.parametrize(
    "address",
    ["", "fagsystem", "http://fagsystem.dk/", "ftp://x.dk", "https://", "https://a:b@x.dk/", "https://x.dk/#y",
     "https://x.dk:99999/", "https://x .dk/", "file:///etc/passwd", "https://x.dk/" + "y" * 400],
)  # fmt: skip
def test_nothing_is_sent_to_what_is_no_receiver(address: str) -> None:
    with pytest.raises(UnusableAddress):
        checked_address(address)


def test_https_and_this_machine_are_receivers() -> None:
    for address in ("https://fagsystem.example/krog?x=1", "http://localhost:8080/krog", "http://127.0.0.1/"):
        assert checked_address(address) == address


class Receiver(HTTPServer):
    """A receiver that keeps what it got and answers as it is told."""

    got: list[tuple[str, bytes, dict[str, str]]]
    answer: int


class Answering(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        server = self.server
        assert isinstance(server, Receiver)
        body = self.rfile.read(int(self.headers["Content-Length"]))
        server.got.append((self.path, body, {name.lower(): value for name, value in self.headers.items()}))
        self.send_response(server.answer)
        self.send_header("Location", "/andetsteds")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    server = Receiver(("127.0.0.1", 0), Answering)
    server.got, server.answer = [], 204
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_message_arrives_whole_and_its_signature_can_be_checked(receiver: Receiver) -> None:
    secret, body = new_secret(), '{"type":"screening.vurderet","by":"Ærø"}'.encode()
    post(f"http://127.0.0.1:{receiver.server_port}/krog?a=1", body, headers("post-7", 1000, body, secret))
    ((path, got, sent),) = receiver.got
    expected = hmac.new(base64.b64decode(secret[6:]), b"post-7.1000." + got, hashlib.sha256).digest()
    assert path == "/krog?a=1" and got == body
    assert sent["webhook-signature"] == "v1," + base64.b64encode(expected).decode()


@pytest.mark.parametrize("answer", [301, 307, 400, 410, 500])
def test_an_answer_that_is_no_yes_is_told_and_no_redirection_is_followed(receiver: Receiver, answer: int) -> None:
    receiver.answer = answer
    with pytest.raises(NotSent, match=str(answer)):
        post(f"http://127.0.0.1:{receiver.server_port}/", b"{}", {})
    assert len(receiver.got) == 1


def test_a_receiver_that_is_not_there_is_told(receiver: Receiver) -> None:
    with pytest.raises(NotSent, match="could not be reached"):
        post("http://127.0.0.1:9/", b"{}", {})
