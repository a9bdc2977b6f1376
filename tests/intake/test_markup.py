"""Web pages, C-CDA narrative and RTF as lines of text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from her2guide.intake.markup import html_lines
from her2guide.intake.rtf import rtf_lines

PAGES = {
    "<p>one</p><p>two<br>three</p>": ["one", "two", "three"],
    "<h1>Report</h1>ER:\n   positive": ["Report", "ER: positive"],
    "<ul><li>ER: positive<li>PR: negative</ul>": ["ER: positive", "PR: negative"],
    "<pre>ER   positive\n  PR   negative</pre>": ["ER   positive", "  PR   negative"],
    "ER&nbsp;&nbsp;&nbsp;&nbsp;positive<br>PR\n      negative": ["ER    positive", "PR negative"],
    "<table><tr><td>ER</td><td>Positive</td></tr><tr><td>PR:</td><td>Negative</td></tr></table>": [
        "ER: Positive",
        "PR: Negative",
    ],
    "<table><tr><td>ER<td>Positive<tr><td>PR<td>Negative</table>": ["ER: Positive", "PR: Negative"],
    "<table><tr><th>Test<th>Value<th>Reference range<tr><td>ER<td>Positive<td>Negative</table>": [
        "Test: Value",
        "ER: Positive",
    ],
    "<table><tr><th><th>Left<th>Right<tr><td>HER2 IHC<td>0<td>3+</table>": [
        "            Left    Right",
        "HER2 IHC    0       3+",
    ],
    "<table><tr><td>Diagnosis<td>one<br>two<br>three</table>": ["Diagnosis", "one", "two", "three"],
    "<table><tr><td><table><tr><td>ER<td>Positive<tr><td>PR<td>Negative<tr><td>AR<td>x</table></table>after": [
        "ER: Positive",
        "PR: Negative",
        "AR: x",
        "after",
    ],
    "<script>HER2 3+</script><style>ER</style><p>x</p><!-- HER2 3+ -->": ["x"],
    "&lt;b&gt; 5 &amp; 6 &#43; &nbsp;7": ["<b> 5 & 6 + 7"],
    "</table></td></tr>x": ["x"],
    "": [],
}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_becomes_its_lines(page: str) -> None:
    assert [line for line in html_lines(page).split("\n") if line] == PAGES[page]


@given(
    st.lists(
        st.sampled_from(("<table>", "<tr>", "<td>", "</td>", "</tr>", "</table>", "<p>", "<br>", "<pre>", "word "))
    )
)
def test_no_word_is_lost_however_broken_the_page(parts: list[str]) -> None:
    inside = 0
    for part in parts:
        inside += (part == "<table>") - (part == "</table>")
    assert html_lines("".join(parts)).count("word") == parts.count("word ")


RTF = {
    r"{\rtf1\ansi one\par two\line three}": ["one", "two", "three"],
    r"{\rtf1{\fonttbl{\f0 Arial;}}{\colortbl;\red0;}{\*\generator Word;}one}": ["one"],
    r"{\rtf1 50\'25 \{x\} \u8805?2 \emdash }": ["50% {x} ≥2 —"],
    r"{\rtf1\uc2 \u8805??2}": ["≥2"],
    r"{\rtf1\trowd ER\cell Positive\cell\row PR\cell Negative\cell\row}": ["ER    Positive", "PR    Negative"],
    r"{\rtf1{\pict 00ff00ff}{\header HER2 3+}one\b bold\b0  two}": ["onebold two"],
    r"}}}{\rtf1 one": ["one"],
    r"{\rtf1 \u-10240?one}": ["one"],
}


@pytest.mark.parametrize("source", RTF)
def test_rtf_becomes_its_lines(source: str) -> None:
    found = [line.strip() for line in rtf_lines(source).split("\n") if line.strip()]
    assert found == RTF[source]


@given(st.text(alphabet="\\{}'*u0123456789abcpar \n\xff", max_size=60))
def test_any_rtf_gives_text(source: str) -> None:
    assert isinstance(rtf_lines(source), str)
    rtf_lines(source).encode()
