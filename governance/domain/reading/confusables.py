"""Letters and figures that stand in for Latin letters: look-alikes and leetspeak."""

_PAIRS = (
    ("аАɑαΑ", "a"), ("вВβΒ", "b"), ("сСϲСᴄ", "c"), ("ԁɗ", "d"), ("еЕёЁεΕᴇ", "e"), ("ƒ", "f"),
    ("ɡԍ", "g"), ("нНһΗн", "h"), ("іІїЇıɪιΙӏ|", "i"), ("јЈʝ", "j"), ("кКκΚᴋ", "k"), ("ʟłŁ", "l"),
    ("мМΜᴍ", "m"), ("пηпΝɴ", "n"), ("оОοΟσᴏøØ", "o"), ("рРρΡᴘ", "p"), ("ԛ", "q"), ("гʀ", "r"),
    ("ѕЅꜱ", "s"), ("тТτΤᴛ", "t"), ("υᴜ", "u"), ("νѵᴠ", "v"), ("ѡωԝᴡ", "w"), ("хХχΧ", "x"),
    ("уУүγΥ", "y"), ("ᴢΖ", "z"), ("ʙ", "b"), ("ᴀ", "a"), ("ᴅđĐ", "d"), ("ɢ", "g"), ("ʜ", "h"),
    ("ᴊ", "j"), ("ʏ", "y"),
)  # fmt: skip
LOOK_ALIKES = {letter: latin.upper() if letter.isupper() else latin for group, latin in _PAIRS for letter in group}
QUOTES = {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "–": "-", "—": "-"}

_LEET = ({"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "9": "g"}, {"1": "l"})
_SIGNS = {"@": "a", "$": "s", "!": "i", "|": "i", "*": ""}


def unleet(word: str) -> tuple[str, ...]:
    """The words a leetspeak spelling may stand for; the caller keeps the one it knows."""
    tables = (str.maketrans(_LEET[0] | extra | _SIGNS) for extra in ({}, _LEET[1]))
    return tuple(dict.fromkeys(word.translate(table) for table in tables))
