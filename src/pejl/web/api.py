"""The API under /api/v1/: everyone may read what has been published, from any site and without a key. What the register
has been delivered, and what citizens are owed by when, takes a login.

One router per room of the site holds the operations; here they are put together, given their one shape of errors, and
described. The description is committed as `docs/openapi.yaml`.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import yaml
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern
from ninja import NinjaAPI, Router
from ninja.errors import HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation
from ninja.renderers import JSONRenderer

from pejl.access.rights import PUBLIC_SITE, may_see, right_of
from pejl.web.about.api import router as about
from pejl.web.access.bearers import by_token_only, takes_token_only
from pejl.web.access.look_forms import asked_in_body, asks_in_body
from pejl.web.casework.api import router as casework
from pejl.web.law.api import router as law
from pejl.web.problems import ERRORS, PROBLEM_TYPE, faults_in, problem
from pejl.web.record.api import router as record
from pejl.web.record.money_api import router as money
from pejl.web.record.popolo_api import router as popolo
from pejl.web.record.promise_api import router as promises
from pejl.web.record.withdrawn import sentence_of, withdrawal_asked_for
from pejl.web.register.api import router as register
from pejl.web.screening.api import router as screening

ROOT = "/api/v1/"

DESCRIPTION = """\
The political record of Danish municipalities as open data: bodies, meetings, agenda items with recommendation and
decision, the whole documents, and search.

All but /register/deliveries, /casework/ and /screening/ is public and only read: GET and HEAD, no key, any origin.
Those take a login on the site or a token (`Authorization: Bearer …`), and a right, and answer 401 or 403 without. Only
/casework/ and /screening/ tell about citizens, by pseudonym, for a stated purpose, and every look is written in the
log. The law is public too; /law/{statute}/compute is asked with POST, so that the facts of a person stand in no
address: it changes and keeps nothing. /screening/assessments is asked with POST and a token alone; what it computes is
kept in a log. Field values are Danish, as published. Days are ISO days. A closed item has its number, title and case
number as published and nothing else. Lists are cut by `limit` and `offset` and link to their neighbours. Every answer
has an ETag; send it back in If-None-Match and get 304 while nothing has changed. Every error is
application/problem+json with a sentence in `detail`.
"""


KEYS = {
    "token": {"type": "http", "scheme": "bearer", "description": "Made by `pejl access token make`."},
    "login": {"type": "apiKey", "in": "cookie", "name": "sessionid", "description": "A login on the site."},
}
"""What opens the operations that are not for everyone."""


class DanishJson(JSONRenderer):
    """JSON with Danish letters as they are."""

    json_dumps_params = {"ensure_ascii": False}


class RecordApi(NinjaAPI):
    """Ninja's API with its description made true: errors in the type that they have, and no null in an address."""

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> OpenAPISchema:
        """The description, made anew."""
        schema = super().get_openapi_schema(path_prefix=path_prefix, path_params=path_params)
        schema["components"]["securitySchemes"] = KEYS
        for methods in schema["paths"].values():
            for operation in methods.values():
                for parameter in operation["parameters"]:
                    parameter["schema"] = _without_null(parameter["schema"])
                for status, answer in operation["responses"].items():
                    if int(status) in ERRORS:
                        answer["content"] = {PROBLEM_TYPE: answer["content"][self.renderer.media_type]}
                if 401 in operation["responses"]:
                    operation["security"] = _keys_to(methods)
        return schema

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """An operation's name for those who make clients from the description: that of its function."""
        return operation.view_func.__name__


api = RecordApi(
    title="Pejl",
    version="1",
    description=DESCRIPTION,
    renderer=DanishJson(),
    urls_namespace="api",
    docs_url=None,  # the description is the file; ninja's page about it would load its script from elsewhere
    docs_decorator=may_see(PUBLIC_SITE),
    servers=[{"url": "/", "description": "This installation."}],
)
api.add_router("", record)
api.add_router("", popolo)
api.add_router("", promises)
api.add_router("", money)
api.add_router("", register)
api.add_router("", casework)
api.add_router("", law)
api.add_router("", screening)
api.add_router("", about)
ROUTERS: tuple[Router, ...] = (record, popolo, about, promises, money, register, casework, law, screening)


def _keys_to(methods: dict[str, Any]) -> list[dict[str, list[str]]]:
    """What opens an address: a token or a login where it is read, a token alone where something is sent."""
    return [{"token": []}] if "post" in methods else [{"token": []}, {"login": []}]


def _without_null(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of a parameter that may be left out. Python says None for that; an address cannot say null."""
    kinds = [kind for kind in schema.get("anyOf", ()) if kind != {"type": "null"}]
    if len(kinds) != 1:
        return schema
    return {**{name: value for name, value in schema.items() if name != "anyOf"}, **kinds[0]}


@api.exception_handler(ValidationError)
def unusable_parameter(_request: HttpRequest, error: ValidationError) -> HttpResponse:
    """422: a parameter is not what its description says. In the path, that is a place where nothing can be: 404."""
    if any(fault["loc"][0] == "path" for fault in error.errors):
        return problem(404)
    return problem(422, "A parameter cannot be used; see `faults`.", faults_in(error.errors))


@api.exception_handler(Http404)
def not_there(request: HttpRequest, error: Http404) -> HttpResponse:
    """404: the address is well formed, and the record holds nothing there; 410 where it did and that is withdrawn."""
    if withdrawal := withdrawal_asked_for(request):
        return problem(410, sentence_of(withdrawal))
    return problem(404, str(error) or None)


@api.exception_handler(HttpError)
def refused(_request: HttpRequest, error: HttpError) -> HttpResponse:
    """Whatever else an operation, or ninja itself, refuses with a status code of its own."""
    return problem(error.status_code, error.message)


def addresses() -> tuple[list[Any], str, str]:
    """The API's addresses for `path("api/v1/", addresses())`, each with what its operation says to the gate.

    An address whose operation names no right stays unmarked, and the gate refuses it.
    """
    patterns, application, namespace = api.urls
    views = _views_by_name()
    for pattern in patterns:
        if isinstance(pattern, URLPattern) and pattern.name in views:
            _mark_as(views[pattern.name], pattern.callback)
        elif isinstance(pattern, URLPattern) and pattern.name == "api-root":
            # Ninja's own, by which it finds its root; our start page lies over it.
            may_see(PUBLIC_SITE)(pattern.callback)
    return patterns, application, namespace


def _views_by_name() -> dict[str, Callable[..., Any]]:
    """The operations by the name that ninja gives their addresses: that of the function."""
    return {
        operation.view_func.__name__: operation.view_func
        for router in ROUTERS
        for address in router.path_operations.values()
        for operation in address.operations
    }


def _mark_as(operation: Callable[..., Any], callback: Callable[..., Any]) -> None:
    """Give an address what its operation says to the gate: the right, who may ask, and where the person is named."""
    if (right := right_of(operation)) is not None:
        may_see(right)(callback)
    if takes_token_only(operation):
        by_token_only(callback)
    if asks_in_body(operation):
        asked_in_body(callback)


def description() -> dict[str, Any]:
    """The OpenAPI description as plain data, as JSON would have it."""
    plain: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema(path_prefix=ROOT)))
    return plain


def description_as_yaml() -> str:
    """The description as the file `docs/openapi.yaml` holds it."""
    return yaml.dump(description(), Dumper=_Readable, sort_keys=False, allow_unicode=True, width=120)


class _Readable(yaml.SafeDumper):
    """YAML as a person would write it: a text of several lines stands as several lines, and all is written out."""

    def ignore_aliases(self, data: Any) -> bool:
        """Write everything out where it stands."""
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Readable.add_representer(str, _text)
