"""How answers of open data outside the API leave the house: readable by any site's script, and honest about failures.

OParl has an object for errors; the export, which is ours, tells them as the API does.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse

from pejl.record.oparl.ground import typed
from pejl.web.problems import ERRORS, problem

OPARL, EXPORT = "/oparl/", "/eksport/"
OPEN = (OPARL, EXPORT)
METHODS = "GET, HEAD, OPTIONS"
SENTENCES = {
    400: "Forespørgslen kan ikke forstås.",
    403: "Denne adresse er ikke åben for nogen.",
    404: "Der er ikke offentliggjort noget på denne adresse.",
    405: "Data kan kun læses: brug GET eller HEAD.",
    410: "Det er ikke længere offentliggjort.",
    500: "Noget gik galt her. Fejlen er noteret; prøv igen senere.",
}
OTHERWISE = "Forespørgslen kunne ikke besvares."


class OpenDelivery:
    """Frames the answers under `OPEN`, those that no view gave included. Other addresses pass untouched."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer in its frame."""
        if not request.path_info.startswith(OPEN):
            return self.get_response(request)
        response = self._answer(request)
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Access-Control-Expose-Headers"] = "ETag, Last-Modified"
        if request.method == "OPTIONS":
            response.headers["Access-Control-Allow-Headers"] = "*"
        return response

    def _answer(self, request: HttpRequest) -> HttpResponse:
        if request.method == "OPTIONS":
            answer = HttpResponse(status=204, headers={"Allow": METHODS, "Access-Control-Allow-Methods": METHODS})
            del answer.headers["Content-Type"]
            return answer
        if request.method not in {"GET", "HEAD"}:
            answer = refused(request, 405)
            answer.headers["Allow"] = METHODS
            return answer
        response = self.get_response(request)
        page = response.headers.get("Content-Type", "").startswith("text/html")
        return refused(request, response.status_code) if response.status_code in ERRORS and page else response


def refused(request: HttpRequest, status: int, sentence: str = "") -> HttpResponse:
    """An answer that says why nothing better can be given, in the form that the address calls for."""
    said = sentence or SENTENCES.get(status, OTHERWISE)
    if not request.path_info.startswith(OPARL):
        return problem(status, said)
    error = {"type": typed("Error"), "message": said, "debug": f"{status} {request.get_full_path()}"}
    return JsonResponse(error, status=status, json_dumps_params={"ensure_ascii": False})
