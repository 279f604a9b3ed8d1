"""The operations of the API on the register: the contract for everyone, deliveries for those who may see counts.

What they need is loaded when one is asked; see `late.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from django.http import HttpRequest
from ninja import Path, Router

from pejl import when_used
from pejl.access.rights import PUBLIC_SITE, REGISTER_COUNTS, may_see
from pejl.web.page.listing import Limit, Offset
from pejl.web.problems import BEHIND_LOGIN, NOT_THERE, START, UNUSABLE
from pejl.web.register.shapes import ContractResource, DeliveryListing, DeliveryResource

if TYPE_CHECKING:
    from pejl.web.register import entries
else:
    entries = when_used.module("pejl.web.register.entries")

router = Router(tags=["register"], by_alias=True)

DeliveryId = Annotated[str, Path(pattern="^[0-9a-f]{64}$", description="The delivery's `id`.")]


@router.get(
    "/register/deliveries",
    response={200: DeliveryListing, **UNUSABLE, **BEHIND_LOGIN},
    summary="What the register has been delivered",
)
@may_see(REGISTER_COUNTS)
def register_deliveries(request: HttpRequest, limit: Limit = 50, offset: Offset = 0) -> Any:
    """Every delivery, refused ones too, the latest first. Takes a login with the right `register_counts`."""
    return entries.listing(request, limit, offset)


@router.get(
    "/register/deliveries/{str:delivery}",
    response={200: DeliveryResource, **NOT_THERE, **BEHIND_LOGIN},
    summary="A delivery with its report",
)
@may_see(REGISTER_COUNTS)
def register_delivery(request: HttpRequest, delivery: DeliveryId) -> Any:
    """What came of a delivery, table by table. Takes a login with the right `register_counts`."""
    return entries.resource(delivery)


@router.get("/register/contract", response={200: ContractResource, **START}, summary="What may be delivered")
@may_see(PUBLIC_SITE)
def register_contract(request: HttpRequest) -> Any:
    """Every table and column of the contract. Open to everyone."""
    return entries.contract()
