"""The guide never makes a claim it may not make, wherever a person reads, and keeps to its own words."""

import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

from her2guide.guide.document import Paragraph, Section, Steps, line, typed
from her2guide.guide.own_words import loose_texts, own_text
from her2guide.library.claims import RULES, Claim, forbidden_claims
from her2guide.library.order import SECTIONS
from tests.content.rendered import LIBRARY, pages

LISTS = [
    tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))
    for name in ("claims.toml", "claims_more.toml")
]
MUST_PASS = [sentence for found in LISTS for sentence in found["must_pass"]]
MUST_FAIL = [sentence for found in LISTS for sentence in found["must_fail"]]

# What plain words we do not use, and how they look.
WORDS = {
    "status, where we say result": r"\bstatus",
    "women, where we say people": r"\b(?:wom[ae]n|lad(?:y|ies)|girls?)\b",
    # but for a medicine's patient guide, and a name
    "patient, where we say you or people": r"\bpatients?\b(?! guide\b| Advocate Foundation\b)",
    "advice with should": r"\b(?:you|people|everyone|anyone) should\b(?!.*\?)",
    "British spelling": r"\b(?:tumour|colour|favour|labour|honour|behaviour|neighbour|centre|fibre|programme|licence"
    r"|haem\w+|oestr\w+|oed\w+|anaem\w+|diarrhoea|leukaem\w+|paed\w+|gynaec\w+|whilst|learnt|ageing|judgement"
    r"|(?:cancel|counsel|label|travel|model)l(?:ed|ing|or)|grey|metre|practis(?:e|ed|ing)"
    r"|(?:organ|real|recogn|summar|minim|maxim|hospital|random|apolog|special|util|prior)is(?:e|ed|es|ing|ation)"
    r"|(?:anal|paral|catal)ys(?:e|ed|es|ing))s?\b",
    "an em dash": "—",
}


@cache
def texts() -> dict[str, str]:
    """Return every text of ours that a person may read, by where it stands."""
    found = loose_texts(LIBRARY)
    for number, section in enumerate(pages()):
        found |= {f"{section.id}, version {number}": own_text(section, LIBRARY)}
    return found


@pytest.mark.parametrize("sentence", MUST_PASS)
def test_a_question_a_denial_and_a_plain_fact_may_be_said(sentence: str) -> None:
    assert forbidden_claims(sentence) == ()


@pytest.mark.parametrize("sentence", MUST_FAIL)
def test_a_claim_may_not_be_said(sentence: str) -> None:
    assert forbidden_claims(sentence)


def test_no_sentence_stands_in_both_lists_or_twice() -> None:
    assert len({*MUST_PASS, *MUST_FAIL}) == len(MUST_PASS) + len(MUST_FAIL)


@pytest.mark.parametrize("rule", [rule.id for rule in RULES])
def test_every_rule_is_broken_by_a_sentence_of_the_lists(rule: str) -> None:
    assert any(claim.rule == rule for sentence in MUST_FAIL for claim in forbidden_claims(sentence))


def test_only_the_sentence_that_claims_is_named_with_its_rule() -> None:
    text = "Ask if you qualify. You qualify, but ask your doctor.\nNo one can tell if it will work for you."
    assert forbidden_claims(text) == (Claim("eligible", "You qualify, but ask your doctor."),)


def test_the_pages_read_here_are_all_there_are() -> None:
    assert {section.id for section in pages()} == {"your-result", "told", *SECTIONS, *LIBRARY.topics}
    assert len(pages()) > 1000


def test_no_text_a_person_may_read_makes_a_forbidden_claim() -> None:
    broken = {claim: where for where, text in texts().items() for claim in forbidden_claims(text)}
    assert not broken


@pytest.mark.parametrize("word", WORDS)
def test_no_text_a_person_may_read_uses_a_word_that_is_not_ours(word: str) -> None:
    looks = re.compile(WORDS[word], re.IGNORECASE)
    broken = {each: where for where, text in texts().items() for each in text.split("\n") if looks.search(each)}
    assert not broken


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("status, where we say result", "Ask about your HER2 status."),
        ("women, where we say people", "Women and men can have it."),
        ("patient, where we say you or people", "Patients get a card."),
        ("advice with should", "You should rest more."),
        ("British spelling", "The tumour was analysed at a centre."),
        ("an em dash", "Call now — at any hour."),
    ],
)
def test_a_word_that_is_not_ours_is_found(word: str, sentence: str) -> None:
    assert re.search(WORDS[word], sentence, re.IGNORECASE)


def test_what_a_person_typed_and_titles_of_sources_are_not_checked() -> None:
    claim = "Enhertu is the best."
    ours = Section("questions", "Questions", (Paragraph(line(claim)),))
    theirs = Section("questions", "Questions", (Paragraph(typed(claim)),))
    title = Section("sources", "Sources", (Steps((line(claim),)),))
    assert forbidden_claims(own_text(ours, LIBRARY))
    assert not forbidden_claims(own_text(theirs, LIBRARY))
    assert not forbidden_claims(own_text(title, LIBRARY))
