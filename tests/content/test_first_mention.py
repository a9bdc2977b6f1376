"""In no kept guide does a word of the word list come before its meaning, but for those that need none or say it."""

import re
from functools import cache

from her2guide.guide.document import Audience, Card, Heading, PictureBlock, Role, lines_of, plain, spans_of
from her2guide.guide.explained import words_in
from her2guide.library.library import Library
from her2guide.library.order import LOOK_UP
from tests.journeys.write import PEOPLE, document_of

LIBRARY = Library()
NEEDS_NONE = {  # words that people use, or that stand in their everyday sense
    "early": "the chemotherapy part may end early",
    "hair-loss": "its words say it",
    "side-effect": "a word that people know",
    "mouth-sores": "its words say it; a sign of the list",
    "financial-assistance": "its words say it",
    "trial": "explained under its other name, clinical trial, or where chance is told of",
}
SAID_OTHERWISE = {  # the sentence around it says it, in a way that no pattern finds
    "her2": "the title has the word, the next sentence says what it is",
    "antibody-drug-conjugate": "“Enhertu joins two parts ... Doctors call it an antibody-drug conjugate”",
    "estrogen-receptor": "“Estrogen receptor, ER (where that hormone acts)”",
    "progesterone-receptor": "“Progesterone receptor, PR (where that hormone acts)”",
    "fish": "“FISH or ISH (a gene test)”",
    "ish": "the same",
    "medicare": "“a Medicare Advantage plan. A company runs it for Medicare (US insurance, ...)”",
    "pik3ca": "“such as in ESR1 (a gene that can change), PIK3CA or ...”",
    "infusion": "“Infusion day (drip)”",
    "stage": "“Stage II or III (larger, or spread nearby)”",
    "pfs": "“Half of the people: time before the cancer grew”",
    "platelets": "“Platelets are cells that help stop bleeding”",
    "white-cells": "“low white blood cells. White cells fight germs”",
    "neutropenia": "“low white blood cells. White cells fight germs. With too few, ...”",
    "denial": "“The letter says no ... Plans call it a denial”",
    "progression": "“If the cancer grows. Doctors call this progression”",
    "triple-negative": "“receptors are negative, and HER2 is not positive. Doctors often call this triple-negative”",
    "neoadjuvant": "its words say it",
    "trastuzumab": "names of medicines, on pages about medicines",
    "pertuzumab": "the same",
    "t-dm1": "the same: “Kadcyla (trastuzumab emtansine, T-DM1)”",
    "taxane": "the same: “Taxane chemotherapy (paclitaxel or docetaxel)”",
}
SAYS_IT = re.compile(r" ?\(|:|, (?:an?|the) | is (?:an?|the) | are pills | means\b| counts | colors | cancer is ")
NAMED = re.compile(r"(?:called|call it|says?|or) “?$|\($")


@cache
def bare() -> dict[str, str]:
    """Return each word that some guide uses before it explains it, with the place."""
    ids = {name: entry for entry, term in LIBRARY.glossary.items() for name in names(term.word)}
    either = "|".join(sorted(map(re.escape, ids), key=len, reverse=True))
    looks = re.compile(rf"(?<![\w-])({either})s?(?![\w-])", re.IGNORECASE)
    found: dict[str, str] = {}
    for answers in sorted(PEOPLE.glob("*.json")):
        met: set[str] = set()
        for text in lines(answers.stem):
            for word in looks.finditer(text):
                entry = ids[word[1].casefold()]
                told = SAYS_IT.match(text, word.end()) or NAMED.search(text, 0, word.start())
                if entry not in met and not told:
                    found.setdefault(entry, f"{answers.stem}: {text}")
                met.add(entry)
    return found


def names(word: str) -> set[str]:
    """Return a word as it stands in sentences: “estrogen receptor (ER)” is also used without its letters."""
    bare_word = re.sub(r" \(.*", "", word).casefold()
    return {word.casefold(), bare_word, re.sub("y$", "ies", bare_word)}


def lines(stem: str) -> list[str]:
    """Return what a person reads from the first page on, but for headings, drawings, cards and the lists to look up."""
    document = document_of(PEOPLE / f"{stem}.json")
    pages = [each for each in document.sections if each.audience is Audience.READER and each.id not in LOOK_UP]
    blocks = [block for page in pages for block in page.blocks if not isinstance(block, Heading | PictureBlock | Card)]
    said = [[span for span in each if span.role is not Role.TYPED] for block in blocks for each in lines_of(block)]
    return [plain(tuple(each)) for each in said]


def test_no_word_stands_bare_but_those_that_need_no_meaning_or_have_it_beside_them() -> None:
    unexplained = {entry: place for entry, place in bare().items() if entry not in NEEDS_NONE | SAID_OTHERWISE}
    assert unexplained == {}


def test_the_lists_of_exceptions_hold_no_word_that_is_explained_everywhere() -> None:
    assert {*NEEDS_NONE, *SAID_OTHERWISE} <= {*bare()}


def test_a_word_list_explains_every_word_of_its_own_meanings() -> None:
    for answers in sorted(PEOPLE.glob("*.json")):
        (page,) = [each for each in document_of(answers).sections if each.id == "word-list"]
        listed = {span.target for span in spans_of(page.blocks) if span.role is Role.STRONG}
        assert len(listed) > 20
        for entry in listed:
            assert words_in(LIBRARY.glossary[entry].meaning, LIBRARY) <= listed, (answers.stem, entry)
