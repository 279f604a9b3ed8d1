"""Why a duty of the employment effort is not owed to somebody who is in its target group."""

from __future__ import annotations

from pejl.law.duty import Exempt

LESS_INTENSIVE = Exempt(
    "mindre_intensiv_indsats",
    "Den, der er visiteret til en mindre intensiv indsats, er fritaget for samtaler og tilbud.",
    "LAB § 106",
    rule="fritaget_efter_106",
)

OWN_TALKS = Exempt(
    "omfattet_af_27_stk_3",
    "Den, der er omfattet af § 27, stk. 3, har sine samtaler hos kommunen fra første dag.",
    "LAB § 31, stk. 1, jf. § 27, stk. 3",
    rule="omfattet_af_27_stk_3",
)

WORK_DUTY = Exempt(
    "arbejdspligt",
    "Den, der er omfattet af arbejdspligten, er uden for den fleksible gruppe og skal altid have tilbud.",
    "LAB kap. 16 a",
    rule="omfattet_af_arbejdspligt",
)
