"""The words of the HER2 scale in the guide's language."""

from her2guide.guide.pictures import Four, ScaleWords
from her2guide.library.library import Library


def scale_words(library: Library) -> ScaleWords:
    """Return the words the scale is drawn with."""

    def bands(key: str) -> Four:
        null, ultralow, low, positive = (
            library.word(f"scale.{key}.{band}") for band in ("null", "ultralow", "low", "positive")
        )
        return null, ultralow, low, positive

    return ScaleWords(
        names=bands("name"),
        meanings=bands("meaning"),
        flag_yours=library.word("scale.flag-yours"),
        flag_unknown=library.word("scale.flag-unknown"),
        less=library.word("scale.less"),
        more=library.word("scale.more"),
        caption=library.word("scale.caption"),
        alt_one=library.word("scale.alt-one"),
        alt_several=library.word("scale.alt-several"),
        alt_none=library.word("scale.alt-none"),
    )
