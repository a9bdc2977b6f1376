"""A guide with every kind of block, as long and as plain as a real one. Words and numbers are examples."""

from datetime import date

from her2guide.guide.document import (
    AskList,
    Audience,
    Bullets,
    Callout,
    Card,
    Contacts,
    ContentState,
    Diary,
    Face,
    Furniture,
    GuideDocument,
    Heading,
    Line,
    Paragraph,
    PictureBlock,
    Role,
    Section,
    SourceEntry,
    Span,
    Steps,
    Table,
    Tone,
    line,
    typed,
)
from her2guide.guide.pictures import ScaleWords, her2_scale
from her2guide.model.terms import Her2Category

SCALE_WORDS = ScaleWords(
    names=("HER2 0", "HER2-ultralow", "HER2-low", "HER2-positive"),
    meanings=("no staining", "faint, few cells", "some staining", "strong staining"),
    flag_yours="Your result",
    flag_unknown="Not yet known",
    less="Less HER2 seen",
    more="More HER2 seen",
    caption="A drawing, not your own cells. The rings show HER2 staining.",
    alt_one="HER2 scale with {count} bands from less to more HER2 seen: {bands}. "
    "Your result is {word}, band {number} of {count}.",
    alt_several="HER2 scale with {count} bands from less to more HER2 seen: {bands}. "
    "Not yet known: {first} up to {last}, bands {first_number} to {last_number} of {count}.",
    alt_none="HER2 scale with {count} bands from less to more HER2 seen: {bands}. No band is marked.",
)

LABEL = "https://www.accessdata.fda.gov/drugsatfda_docs/label/2024/761139s028lbl.pdf"
TRIAL = "https://www.nejm.org/doi/full/10.1056/NEJMoa2203690"


def strong(text: str) -> Span:
    return Span(text, Role.STRONG)


def said(*parts: str | Span) -> Line:
    return tuple(part if isinstance(part, Span) else Span(part) for part in parts)


def picture(category: Her2Category, provisional: bool = False) -> PictureBlock:
    return PictureBlock(her2_scale(category, provisional, SCALE_WORDS))


SIGNS = (
    Callout(
        line("Call your cancer team now, at any hour, if you have:"),
        (
            line("a new or worse cough"),
            line("trouble breathing"),
            line("a fever of 100.4 °F (38 °C) or higher"),
            line("chest tightness, pain or wheeze"),
        ),
        Tone.CALL_NOW,
    ),
    Contacts(((line("Daytime"), typed("555-0134")), (line("Nights and weekends"), ()))),
    Callout(
        said(strong("Call 911"), " if you cannot breathe, have severe chest pain, or faint."),
        (),
        Tone.CALL_NOW,
    ),
)

RESULT = Section(
    "your-result",
    "Doctors often call a score like this HER2-low",
    (
        Paragraph(line("You told us: IHC 1+. Your team can tell you what this means for your treatment.")),
        picture(Her2Category.LOW),
        Steps(
            (
                said(strong("Some HER2 was seen"), " on your cancer cells, but not a lot."),
                said(
                    strong("“Negative” and “HER2-low” can both be true."),
                    " HER2-low is a word from drug labels.",
                ),
                said(strong("Labs can differ at the low end."), " A new biopsy can give a new result."),
            )
        ),
        *SIGNS,
        Paragraph(
            said(
                strong("Enhertu has a boxed warning"),
                ", the strongest kind in the US. It can inflame the lungs, and people have died of this. It "
                "can harm an unborn baby. Do not start, stop or change a medicine because of this guide.",
            )
        ),
        Callout(
            line("What you told us. Is any of this wrong? Tell your nurse."),
            (
                said("IHC score: ", strong("1+")),
                said("ISH test: ", strong("not done")),
                said("Cancer: ", strong("metastatic")),
                said("Hormone therapy: ", strong("yes, and it grew")),
            ),
        ),
    ),
)

TOPIC = Section(
    "tdxd-hr-positive-low-ultralow",
    "Enhertu after hormone therapy",
    (
        Paragraph(
            said(
                "In a study of ",
                Span("866 people", Role.FACT, "db06.people"),
                ", half of those on ",
                Span("Enhertu", Role.TERM, "enhertu"),
                " had at least ",
                Span("13 months", Role.FACT, "db06.pfs", bold=True),
                " before the cancer grew.",
            )
        ),
        Heading(line("What helped and what was hard")),
        Table(
            (
                (line("Out of 100 people"), line("Enhertu"), line("Chemotherapy")),
                (line("The cancer shrank"), (Span("57", Role.FACT, "db06.orr"),), line("31")),
                (line("Felt sick to the stomach"), line("66"), line("28")),
                (line("Had lung inflammation (ILD, or pneumonitis)"), line("11"), line("fewer than 1")),
            ),
            caption=line("The same 100 people, counted in the same way"),
        ),
        Heading(line("What an infusion day is like")),
        Bullets(
            (
                line("You come every 3 weeks. The first drip is the longest."),
                line("Bring a list of your medicines, a book, and something warm to wear."),
                line("Ask who can drive you home."),
            )
        ),
        Callout(line("Ask your team what they would do first if your breathing changes.")),
        Heading(line("If your result was different")),
        Paragraph(line("A new biopsy can move a result up or down. These are the bands that stay possible.")),
        picture(Her2Category.EQUIVOCAL),
    ),
    starts_page=True,
)

QUESTIONS = Section(
    "questions",
    "Questions for my team",
    (
        Paragraph(line("Please look at my list. The first ones matter most to me.")),
        AskList((typed("Will I be able to keep working?"), typed("Who do I call at night?\nOn a holiday?"))),
        Heading(line("You may also want to ask")),
        AskList(
            (
                line("My report says IHC 1+. Should anyone look at it again?"),
                line("What are the choices for my next step? What is good and hard about each?"),
                line("How will you check my lungs? How often?"),
                line("Has my tumor had a gene test, such as ESR1 or PIK3CA?"),
            )
        ),
    ),
    starts_page=True,
)

CARD = Card(
    Face(
        line("Lung card"),
        (
            Paragraph(said("I take ", strong("Enhertu"))),
            Contacts(((line("Infusion day"), typed("Tuesday")),)),
            Paragraph(line("Cannot breathe: call 911.")),
            Bullets((line("New cough"), said(Span("Fever of 100.4 F", Role.FACT, "fever")), line("Wheeze"))),
            Contacts(((line("Daytime"), typed("555-0134")), (line("Nights"), ()))),
        ),
    ),
    Face(line("For the emergency team"), (Paragraph(line("Please think of ILD early and call the cancer team.")),)),
)

DIARY = Diary((line("Date"), line("Temperature"), line("Sick stomach")), 14)

TO_CARRY = Section(
    "wallet-card",
    "To carry and to fill in",
    (
        Paragraph(line("Cut along the dashed line.")),
        CARD,
        Heading(line("The first two weeks")),
        DIARY,
        AskList((typed("Will I be able to keep working?"), line("Whom do I call?")), ranked=True),
    ),
    starts_page=True,
)

CLINICIAN = Section(
    "clinician",
    "For the care team",
    (
        Paragraph(line("As told by the person; not checked against the report.")),
        Table(
            (
                (line("IHC"), typed("1+")),
                (line("ISH"), typed("not done")),
                (line("Specimen"), typed("liver, core biopsy <left lobe> & margin {{7*7}}")),
            ),
            header=False,
        ),
    ),
    audience=Audience.CLINICIAN,
)

SOURCES = (
    SourceEntry("enhertu-label", "Enhertu label, FDA", LABEL, "January 2025", date(2026, 11, 20)),
    SourceEntry("db06", "DESTINY-Breast06, NEJM", TRIAL, "2024", date(2026, 11, 20)),
    SourceEntry("house", "House notes on HER2 testing", "", "2023", date(2026, 11, 20)),
)

SOURCES_SECTION = Section(
    "sources",
    "Where this comes from",
    (
        Steps(tuple(line(f"{each.title}, {each.date}. {each.address}".strip()) for each in SOURCES)),
        Paragraph(line("This is education, not medical advice.")),
    ),
)


def sample(*sections: Section, mark: str = "My guide") -> GuideDocument:
    """Return the sample guide, or one with other sections and the same furniture."""
    return GuideDocument(
        language="en",
        today=date(2026, 11, 23),
        content=ContentState("2026.11", date(2026, 11, 20), None),
        furniture=Furniture(
            mark=mark,
            footer="Education, not medical advice. Bring this to your care team. "
            "Not yet reviewed by a clinician. Content checked November 20, 2026.",
            page_of="Page {page} of {pages}",
            parts="Parts of this guide",
            skip="Go to the guide",
        ),
        sections=sections or (RESULT, TOPIC, QUESTIONS, TO_CARRY, CLINICIAN, SOURCES_SECTION),
        sources=SOURCES,
        red_flags=("cough", "breath", "fever", "chest"),
    )
