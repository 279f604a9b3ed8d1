"""The sentences of letters that depend on the assessment, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from pejl.screening.advice.contact_duties import LAW
from pejl.screening.advice.facts import (
    BY_CITIZEN,
    BY_EMPLOYER,
    CAUSE,
    EARLIER_SPELLS,
    EARLIER_WEEKS,
    PHYSICIAN,
)
from pejl.screening.advice.release import CHANCE, OPEN_DOOR
from pejl.screening.advice.sentences import ANSWERS
from pejl.screening.advice.shapes import Kind, Says
from pejl.screening.caseload.asked import BACK_AT_WORK, WISHES_TALK
from pejl.screening.questionnaire.language import Language

AND = {Language.DANISH: "og", Language.ENGLISH: "and"}

DOOR = {
    Language.DANISH: OPEN_DOOR,
    Language.ENGLISH: "You can always contact us, also when we have not agreed on a meeting. Then we talk with you, "
    "and you need not give a reason.",
}

SAID: Mapping[Language, Mapping[str, str]] = {
    Language.DANISH: {
        "chance": "Af 100 sygemeldte med samme oplysninger som dine er {chance} stadig på sygedagpenge {weeks} uger "
        "efter den første sygedag. Det er usikkert: tallet kan være fra {low} til {high}. For den sædvanlige "
        "sygemeldte, der har været syg lige så længe, er det {usual} af 100.",
        "abstained": "Der blev ikke regnet på din sag: den lignede ikke dem, beregningen har lært af, eller der var "
        "for lidt at regne på. Din sagsbehandler vurderer den uden.",
        "adds_up": "Sådan blev tallet til. Beregningen begynder med {usual} af 100 og lægger til eller trækker fra "
        "for hver oplysning. Reglerne for, hvor meget, er fundet i tidligere sygemeldinger og er de samme for alle:",
        "together": "Tilsammen giver det {chance} af 100.",
        "others": "Andre oplysninger tilsammen",
        "unanswered": "Du har ikke svaret på spørgeskemaet",
        "answers": "dine svar på spørgeskemaet",
        "more": "{many} flere af 100",
        "fewer": "{many} færre af 100",
        "none": "ingen forskel",
        "missing": "Det vidste beregningen ikke:",
        "asked": "Det har du og andre selv sagt. Det står også for sig selv ved siden af beregningen:",
        "advice": "Beregningen og reglerne førte til disse råd:",
        "unknown": "{what} er ikke oplyst",
        "against": "Det, der taler imod at lade dig være i fred:",
        "changes": "Det kunne have ændret rådet om en tidlig indsats:",
        "another": "Et andet svar eller en anden oplysning om {what}: så kunne det være {many} af 100.",
    },
    Language.ENGLISH: {
        "chance": "Of 100 people on sick leave with the same information as yours, {chance} still receive sickness "
        "benefit {weeks} weeks after the first day of absence. It is uncertain: the number may be from {low} to "
        "{high}. For the usual person who has been ill for as long it is {usual} of 100.",
        "abstained": "Nothing was calculated in your case: it was unlike those that the calculation has learnt from, "
        "or there was too little to calculate with. Your caseworker assesses it without.",
        "adds_up": "This is how the number came about. The calculation begins with {usual} of 100 and adds or takes "
        "away for each thing it knows. The rules for how much were found in earlier sick leaves and are the same for "
        "everybody:",
        "together": "Together that makes {chance} of 100.",
        "others": "Other information together",
        "unanswered": "You have not answered the questionnaire",
        "answers": "your answers to the questionnaire",
        "more": "{many} more of 100",
        "fewer": "{many} fewer of 100",
        "none": "no difference",
        "missing": "The calculation did not know:",
        "asked": "This is what you and others have said yourselves. It also stands by itself beside the calculation:",
        "advice": "The calculation and the rules led to this advice:",
        "unknown": "{what} is not known",
        "against": "What speaks against leaving you in peace:",
        "changes": "This could have changed the advice about early help:",
        "another": "Another answer or other information about {what}: then it could be {many} of 100.",
    },
}

ADVISED: Mapping[Language, Mapping[tuple[Kind, Says], str]] = {
    Language.DANISH: {
        (Kind.TIDLIG_INDSATS, Says.TILBYD_INDSATS): "Tilbyd en tidlig indsats.",
        (Kind.TIDLIG_INDSATS, Says.SAEDVANLIG): "Følg op som sædvanlig.",
        (
            Kind.SLIP,
            Says.KAN_SLIPPES,
        ): "Det kan overvejes at lade dig være i fred. Det kræver, at en sagsbehandler står inde for det.",
        (Kind.SLIP, Says.BEHOLD): "Behold kontakten med dig.",
        (Kind.ATTEST, Says.LOVEN_KRAEVER): "Indhent en lægeattest, fordi du ønsker det.",
        (Kind.ATTEST, Says.INDHENT): "En lægeattest kan være værd at indhente.",
        (Kind.ATTEST, Says.UNDLAD): "En lægeattest ville ikke ændre noget.",
        (Kind.ATTEST, Says.SAEDVANLIG): "Intet råd om en lægeattest: det vurderer sagsbehandleren selv.",
    },
    Language.ENGLISH: {
        (Kind.TIDLIG_INDSATS, Says.TILBYD_INDSATS): "Offer help early.",
        (Kind.TIDLIG_INDSATS, Says.SAEDVANLIG): "Follow up as usual.",
        (Kind.SLIP, Says.KAN_SLIPPES): "It may be considered to leave you in peace. A caseworker must vouch for it.",
        (Kind.SLIP, Says.BEHOLD): "Keep in contact with you.",
        (Kind.ATTEST, Says.LOVEN_KRAEVER): "Ask for a medical certificate, because you wish it.",
        (Kind.ATTEST, Says.INDHENT): "A medical certificate may be worth asking for.",
        (Kind.ATTEST, Says.UNDLAD): "A medical certificate would change nothing.",
        (Kind.ATTEST, Says.SAEDVANLIG): "No advice about a certificate: the caseworker judges that.",
    },
}
"""What each advice says, to the person."""

AGAINST: Mapping[Language, Mapping[str, str]] = {
    Language.DANISH: {
        LAW: "loven kræver kontakt, eller det kan ikke udelukkes",
        CHANCE: "det er ikke sikkert nok, at du snart er tilbage",
        CAUSE: "årsagen til sygemeldingen, eller at vi ikke kender den",
        EARLIER_SPELLS: "tidligere sygeforløb, eller at vi ikke kender dem",
        EARLIER_WEEKS: "et tidligere langt sygeforløb, eller at vi ikke ved det",
        WISHES_TALK: "du ønsker en samtale, eller vi ved det ikke",
        BACK_AT_WORK: "hvor sikker du selv er på at komme tilbage",
        BY_CITIZEN: "hvor længe du selv venter, at det varer, eller at vi ikke ved det",
        BY_EMPLOYER: "hvor længe din arbejdsgiver venter, at det varer, eller at vi ikke ved det",
        PHYSICIAN: "lægens skøn er ikke oplyst",
        ANSWERS: "du har ikke svaret på spørgeskemaet",
    },
    Language.ENGLISH: {
        LAW: "the law demands contact, or that cannot be ruled out",
        CHANCE: "it is not sure enough that you will soon be back",
        CAUSE: "the cause of the sick leave, or that we do not know it",
        EARLIER_SPELLS: "earlier sick leaves, or that we do not know them",
        EARLIER_WEEKS: "an earlier long sick leave, or that we do not know",
        WISHES_TALK: "you wish to talk with us, or we do not know",
        BACK_AT_WORK: "how sure you are yourself of coming back",
        BY_CITIZEN: "how long you expect it to last, or that we do not know",
        BY_EMPLOYER: "how long your employer expects it to last, or that we do not know",
        PHYSICIAN: "what the doctor expects is not known",
        ANSWERS: "you have not answered the questionnaire",
    },
}
"""What stood against leaving the person in peace; what is not here is something that was not known."""
