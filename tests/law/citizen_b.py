"""The citizen of the minutes whose benefit was cut by 7,219: single, two children who live elsewhere, no two and a half
years of work. Facts for both sides of 01.07.2025."""

from __future__ import annotations

CITIZEN_B: dict[str, object] = {
    "ydelse": "kontanthjaelp",
    "alder": 42,
    "familie": "enlig",
    "boern": 2,
    "boern_hjemme": 0,
    "maalgruppe": "aktivitetsparat",
    "arbejdsindtaegt": 0,
    "ret_til_aktivitetstillaeg": False,
    "opholdsaar": 10,
    "arbejdsaar": 1,
    "indrejst_1968_eller_senere": True,
    "undtaget_fra_beskaeftigelseskrav": False,
    "barn_i_danmark": True,
    "ret_til_ekstra_boernetilskud": False,
    "ret_til_tilpasningstillaeg": False,
}
