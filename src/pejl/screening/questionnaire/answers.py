"""What a citizen answered, checked against the questions. Any question may be left out; a wrong answer is said so."""

from __future__ import annotations

from collections.abc import Mapping

from pejl.screening.questionnaire.language import Language
from pejl.screening.questionnaire.questions import question


class BadAnswer(ValueError):
    """Answers that cannot be kept. `str()` says why in Danish, `told` in the citizen's language."""

    def __init__(self, danish: str, english: str) -> None:
        super().__init__(danish)
        self.danish, self.english = danish, english

    def told(self, language: Language) -> str:
        """The sentence in a language."""
        return self.danish if language is Language.DANISH else self.english


def checked(answers: Mapping[str, int]) -> dict[str, int]:
    """The answers as they may be kept, one at least. Raises `BadAnswer`."""
    if not answers:
        raise BadAnswer(
            "Svar på mindst ét spørgsmål, eller luk siden, hvis du ikke vil svare.",
            "Answer at least one question, or close the page if you do not want to answer.",
        )
    for key, answer in answers.items():
        asked = question(key)
        if asked is None:
            raise BadAnswer(f"Der er intet spørgsmål, der hedder »{key[:60]}«.", f"There is no question “{key[:60]}”.")
        if type(answer) is not int or answer not in asked.answers:
            raise BadAnswer(
                f"»{asked.text(Language.DANISH)}« besvares med et tal fra {asked.least} til {asked.most}.",
                f"“{asked.text(Language.ENGLISH)}” is answered with a number from {asked.least} to {asked.most}.",
            )
    return dict(answers)


def from_text(written: Mapping[str, str]) -> dict[str, int]:
    """The answers of a form, where an empty field is a question left out. Raises `BadAnswer`."""
    given = {key: text.strip() for key, text in written.items() if text.strip()}
    return checked({key: int(text) if text.isascii() and text.isdigit() else -1 for key, text in given.items()})
