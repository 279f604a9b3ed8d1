"""The questions that a citizen may answer about a sick leave: few, short, voluntary, and each with its reason.

Keys and scales are those of the register's `survey_answers`, so that answers from elsewhere mean the same. A key is
never used for another question: a question whose meaning changes gets a new key, and the form a new version.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pejl.screening.questionnaire.language import Language

VERSION = "1"

Told = tuple[str, str]
"""The same in Danish and in English."""


@dataclass(frozen=True)
class Question:
    """One question. The answer is a whole number from `least` to `most`.

    `words` has the meaning of the numbers that have one: all of them on short scales, the ends on long ones. Which of
    them a model reads is declared with the features ("questionnaire.<key>"); the others are for the caseworker.
    """

    key: str
    asks: Told
    why: Told
    least: int
    most: int
    words: Mapping[int, Told]

    def text(self, language: Language) -> str:
        """What is asked."""
        return _in(self.asks, language)

    def reason(self, language: Language) -> str:
        """Why it is asked."""
        return _in(self.why, language)

    def word(self, answer: int, language: Language) -> str:
        """What a number means; the number itself where it has no words of its own."""
        told = self.words.get(answer)
        return _in(told, language) if told else str(answer)

    def said(self, answer: int, language: Language) -> str:
        """An answer as it is told again: its words where all have words, otherwise its number of the scale's end."""
        if self.every_answer_has_words:
            return self.word(answer, language)
        return f"{answer} {_in(('af', 'of'), language)} {self.most}"

    @property
    def answers(self) -> range:
        """The answers that may be given."""
        return range(self.least, self.most + 1)

    @property
    def every_answer_has_words(self) -> bool:
        """Whether it is asked by words; otherwise by numbers between two ends."""
        return len(self.words) == len(self.answers)


def _in(told: Told, language: Language) -> str:
    return told[0] if language is Language.DANISH else told[1]


QUESTIONS: tuple[Question, ...] = (
    Question(
        "tilbage_i_job",
        (
            "Hvor sikker er du på, at du er tilbage i dit arbejde inden for et halvt år?",
            "How sure are you that you will be back at work within six months?",
        ),
        (
            "Hvad du selv tror, siger mere end noget andet, vi ved.",
            "What you think yourself tells us more than anything else we know.",
        ),
        0,
        10,
        {0: ("Slet ikke sikker", "Not sure at all"), 10: ("Helt sikker", "Completely sure")},
    ),
    Question(
        "egen_helbredsvurdering",
        ("Hvordan synes du selv, dit helbred er for tiden?", "How would you describe your health at the moment?"),
        (
            "Vi spørger om, hvordan du har det, og ikke om, hvad du fejler.",
            "We ask how you are, not what is wrong with you.",
        ),
        1,
        5,
        {
            1: ("Dårligt", "Poor"),
            2: ("Mindre godt", "Not so good"),
            3: ("Godt", "Good"),
            4: ("Vældig godt", "Very good"),
            5: ("Fremragende", "Excellent"),
        },
    ),
    Question(
        "bedring",
        (
            "Hvordan tror du, dit helbred er om to måneder?",
            "How do you think your health will be in two months?",
        ),
        (
            "Det hjælper din sagsbehandler med at tale med dig på det rigtige tidspunkt.",
            "It helps your caseworker to talk with you at the right time.",
        ),
        1,
        5,
        {
            1: ("Meget dårligere", "Much worse"),
            2: ("Lidt dårligere", "A little worse"),
            3: ("Som nu", "As it is now"),
            4: ("Lidt bedre", "A little better"),
            5: ("Meget bedre", "Much better"),
        },
    ),
    Question(
        "arbejdsevne_nu",
        (
            "Tænk på dengang, du bedst kunne klare dit arbejde. Giv det 10 point. Hvor mange point giver du nu?",
            "Think of when you managed your work best. Call that 10 points. How many points do you give yourself now?",
        ),
        (
            "Det viser, om du kan noget af dit arbejde nu, eller om det må vente.",
            "It shows whether you can do some of your work now, or whether it has to wait.",
        ),
        0,
        10,
        {0: ("Kan slet ikke arbejde", "Cannot work at all"), 10: ("Som da det var bedst", "As at my best")},
    ),
    Question(
        "smerter",
        (
            "Hvor mange smerter har du haft den seneste uge?",
            "How much pain have you had during the past week?",
        ),
        (
            "Smerter kan gøre det sværere at komme tilbage, også når sygdommen er i bedring.",
            "Pain can make it harder to come back, also when the illness itself is getting better.",
        ),
        0,
        10,
        {0: ("Ingen", "None"), 10: ("De værst tænkelige", "The worst imaginable")},
    ),
    Question(
        "bekymring",
        (
            "Hvor meget har du været bekymret, stresset eller nedtrykt den seneste uge?",
            "How much have you been worried, stressed or low during the past week?",
        ),
        (
            "Det er almindeligt, når man er syg, og tit noget, man kan få hjælp til.",
            "It is common when you are ill, and often something you can get help with.",
        ),
        0,
        10,
        {0: ("Slet ikke", "Not at all"), 10: ("Hele tiden", "All the time")},
    ),
    Question(
        "kontakt_arbejdsgiver",
        (
            "Hvordan er kontakten med din arbejdsgiver, mens du er syg?",
            "How is the contact with your employer while you are ill?",
        ),
        (
            "God kontakt gør det lettere at komme tilbage. Er den svær, kan vi hjælpe med den.",
            "Good contact makes it easier to come back. If it is difficult, we can help with it.",
        ),
        1,
        5,
        {
            1: ("Meget dårlig", "Very poor"),
            2: ("Dårlig", "Poor"),
            3: ("Hverken god eller dårlig", "Neither good nor poor"),
            4: ("God", "Good"),
            5: ("Meget god", "Very good"),
        },
    ),
    Question(
        "tilpasning",
        (
            "Kan dit arbejde tilpasses en tid, fx med færre timer eller andre opgaver?",
            "Can your work be adapted for a while, for example with fewer hours or other tasks?",
        ),
        (
            "Er det ikke muligt nu, kan kommunen tale med din arbejdsgiver, hvis du gerne vil have det.",
            "If it is not possible now, the municipality can talk with your employer, if you want us to.",
        ),
        1,
        3,
        {1: ("Nej", "No"), 2: ("Noget af det", "Some of it"), 3: ("Ja", "Yes")},
    ),
    Question(
        "oensker_samtale",
        (
            "Vil du gerne tale med en sagsbehandler om din situation?",
            "Would you like to talk with a caseworker about your situation?",
        ),
        (
            "Siger du ja, bliver du ikke sluppet uden kontakt, uanset hvad andet der taler for det.",
            "If you say yes, we will not leave you without contact, whatever else might speak for it.",
        ),
        0,
        1,
        {0: ("Nej, ikke nu", "No, not now"), 1: ("Ja", "Yes")},
    ),
    Question(
        "attest_oensket",
        (
            "Ønsker du, at kommunen beder din læge om en attest?",
            "Do you wish the municipality to ask your doctor for a certificate?",
        ),
        (
            "Det kan du bede om. Siger du nej, beder vi kun om en, hvis vi finder den nødvendig.",
            "You may ask for that. If you say no, we only ask for one if we find it necessary.",
        ),
        0,
        1,
        {0: ("Nej", "No"), 1: ("Ja", "Yes")},
    ),
)
"""In the order in which they are asked."""

_BY_KEY = {each.key: each for each in QUESTIONS}


def question(key: str) -> Question | None:
    """The question of that key; None where there is none."""
    return _BY_KEY.get(key)
