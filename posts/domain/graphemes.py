"""Characters as people see them: a letter with its accents, a flag, a family of emoji each count as one.

The extended grapheme clusters of Unicode's annex 29, without the rules for scripts that no channel of ours counts by.
"""

import unicodedata
from collections.abc import Iterator

JOINER = "\u200d"
EMOJI_STYLE = "\ufe0f"
KEYCAP = "\u20e3"
EXTENDING = frozenset({"Mn", "Me", "Mc"})


def graphemes(text: str) -> Iterator[str]:
    """Yield the text cluster by cluster; joined together they are the text again."""
    cluster = ""
    for character in text:
        if cluster and not _joins(cluster, character):
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster


def is_emoji(cluster: str) -> bool:
    """Tell whether a cluster is drawn as one emoji."""
    if EMOJI_STYLE in cluster or KEYCAP in cluster:
        return True
    return any(0x1F000 <= ord(one) <= 0x1FAFF for one in cluster)


def _joins(cluster: str, character: str) -> bool:
    last = cluster[-1]
    if last == "\r":
        return character == "\n"
    if _is_control(last) or _is_control(character):
        return False
    if _extends(character) or _hangul_joins(last, character):
        return True
    if last == JOINER:
        return is_emoji(cluster) and (is_emoji(character) or 0x2190 <= ord(character) <= 0x2BFF)
    return _is_flag_half(character) and len(cluster) == 1 and _is_flag_half(last)


def _extends(character: str) -> bool:
    code = ord(character)
    return (
        character == JOINER
        or 0x1F3FB <= code <= 0x1F3FF  # skin tones
        or 0xE0020 <= code <= 0xE007F  # tags, as in the flag of Scotland
        or unicodedata.category(character) in EXTENDING
    )


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Zl", "Zp")


def _is_flag_half(character: str) -> bool:
    return 0x1F1E6 <= ord(character) <= 0x1F1FF


def _hangul_joins(last: str, character: str) -> bool:
    before, after = _hangul(last), _hangul(character)
    return (before, after) in HANGUL_PAIRS


HANGUL_PAIRS = {
    *(("L", kind) for kind in ("L", "V", "LV", "LVT")),
    *((kind, next_) for kind in ("LV", "V") for next_ in ("V", "T")),
    *((kind, "T") for kind in ("LVT", "T")),
}


def _hangul(character: str) -> str:
    code = ord(character)
    if 0xAC00 <= code <= 0xD7A3:
        return "LV" if (code - 0xAC00) % 28 == 0 else "LVT"
    ranges = {"L": (0x1100, 0x115F), "V": (0x1160, 0x11A7), "T": (0x11A8, 0x11FF)}
    return next((kind for kind, (first, last) in ranges.items() if first <= code <= last), "")
