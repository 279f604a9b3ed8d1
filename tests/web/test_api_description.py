"""The API's description is true: everything that a machine can think of asking gets an answer as described."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from pydantic import BaseModel

from patience import examples
from pejl.web.api import description
from pejl.web.wsgi import application
from record.builders import as_file
from web.api_record import FIRST, PLACE, PROMISE_KEY

EXAMPLES = examples(20)
WORDS = dict(zip(("municipality", "body", "meeting"), PLACE.split("/"), strict=True))
WORDS |= {"item": "punkt-2", "number": "1", "key": PROMISE_KEY, "sha256": hashlib.sha256(as_file(FIRST)).hexdigest()}
WORDS |= {"statute": "kontanthjaelp"}
ASKED = {"law_difference": {"query": {"from": "2025-06-30", "to": "2025-07-01"}}}
ASKED |= {"law_compute": {"body": {"on": "2025-07-01", "facts": {"alder": 42}}, "media_type": "application/json"}}
"""What operations must be asked besides the words of their address."""
PLAIN = {"Accept-Encoding": "identity"}

schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)


@schema.parametrize()
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_question_is_answered_as_described(record: None, case: schemathesis.Case) -> None:
    case.call_and_validate(headers=PLAIN)


OPEN = [
    one for one in (found.ok() for found in schema.get_all_operations()) if "401" not in one.definition.raw["responses"]
]
"""Operations for everyone; the others are asked by somebody who is logged in, in `web/register`."""


@pytest.mark.parametrize("operation", OPEN, ids=lambda one: one.label)
def test_an_answer_about_what_is_there_is_as_described(record: None, operation: schemathesis.APIOperation) -> None:
    """The questions above seldom hit a meeting that is there; these do."""
    words = {name: WORDS[name] for name in re.findall(r"{(\w+)}", operation.path)}
    case = operation.Case(path_parameters=words, **ASKED.get(operation.definition.raw["operationId"], {}))
    response = case.call_and_validate(headers=PLAIN)
    assert response.status_code == 200


def test_no_two_shapes_share_a_name() -> None:
    """The description keeps one shape for a name; answers of the other would be described wrongly, silently."""
    told = description()["components"]["schemas"].keys()
    shapes = {shape for shape in heirs(BaseModel) if shape.__module__.startswith("pejl.") and shape.__name__ in told}
    assert len(shapes) > 20
    assert not [name for name, times in Counter(shape.__name__ for shape in shapes).items() if times > 1]


def heirs(shape: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for heir in shape.__subclasses__():
        yield heir
        yield from heirs(heir)


SENT_TO = ("/api/v1/law/{statute}/compute", "/api/v1/screening/assessments")
"""The addresses that something is sent to; the rest of the API is read."""
NOTHING_KNOWN_YET = ("/api/v1/casework/worklists", "/api/v1/screening/")
"""Asked of a register that may know nothing yet."""
BEHIND_LOGIN = ("/api/v1/register/deliveries", "/api/v1/casework/", "/api/v1/screening/")
ASSESSED = "/api/v1/screening/assessments"
TAKEN_BACK = ("{meeting}", "{sha256}", "{assessment}")


def test_only_codes_that_can_occur_are_described() -> None:
    for address, methods in description()["paths"].items():
        assert set(methods) == {"post" if address in SENT_TO else "get"}
        operation = next(iter(methods.values()))
        codes, asked = set(operation["responses"]), [one for one in operation["parameters"] if one["in"] == "query"]
        assert ("404" in codes) == ("{" in address or address.startswith(NOTHING_KNOWN_YET)), address
        assert ("422" in codes) == bool(asked or address in SENT_TO), address
        assert ("400" in codes) == (address in SENT_TO), address
        assert ("304" not in codes) == (address in SENT_TO), address
        assert ("409" in codes) == address.startswith(ASSESSED), address
        assert ("410" in codes) == any(part in address for part in TAKEN_BACK), address
        assert ({"401", "403"} <= codes) == address.startswith(BEHIND_LOGIN) == ("security" in operation), address
        assert codes <= {"200", "304", "400", "401", "403", "404", "406", "409", "410", "422", "503"}
