"""Whether a text, or a sentence of it, is in a language we do not read."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from functools import lru_cache

from governance.domain.reading.normalise import fold

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SENTENCE = re.compile(r"[.!?\n]+")

_ENGLISH = frozenset(
    (
        "the a an and or but of to in on at for from with by is are was were be been has have had do "
        "does did not no yes we our us you your he she they them his her their it its this that these "
        "those there here what who when where why how if so as up out off over about after before "
        "can will would could should may just all any some more very now then than please thanks"
    ).split()
)
_OTHERS: Mapping[str, frozenset[str]] = {
    "Welsh": frozenset(
        (
            "mae yn ac yr ar gyda wedi chi ni eich ein ei bod oes ddim dim am gan heddlu diolch "
            "bore da bydd rydym rydyn byddwch cofiwch peidiwch ond hon hwn fydd cael gallwch i'r "
            "a'r o'r ym eu os gwelwch ffoniwch heddiw neithiwr dyn yfory nos"
        ).split()
    ),
    "Polish": frozenset(
        (
            "nie się jest na do że w z i dla od po jak przez czy tylko już był była są oraz policja "
            "proszę dzień dobry prosimy jeśli ktoś został dziękujemy mieszkańców być może ale"
        ).split()
    ),
    "Spanish": frozenset(
        (
            "el la los las de que y en un una por con para su es no se lo como más pero del al está "
            "policía gracias ha han hoy"
        ).split()
    ),
    "French": frozenset(
        (
            "le la les des du de et en un une est pour pas que qui dans sur avec nous vous votre "
            "police merci au aux ce cette sont"
        ).split()
    ),
    "Portuguese": frozenset(
        ("o os as que e em um uma por com para não se do da dos das está polícia obrigado foi são").split()
    ),
    "Italian": frozenset(
        ("il lo la gli le di che e un una per con non si del della sono polizia grazie è questo anche").split()
    ),
    "German": frozenset(
        (
            "der die das und ist nicht ein eine zu mit auf für von den dem wir sie ihr polizei danke bitte im wird sind"
        ).split()
    ),
    "Romanian": frozenset(
        ("și este nu la de cu pe un o din pentru să sunt care mai poliția vă rugăm dacă ați").split()
    ),
    "Turkish": frozenset(
        (
            "ve bir bu için ile de da çok polis lütfen teşekkürler olan olarak değil gibi daha var yok mahallemizde"
        ).split()
    ),
    "Somali": frozenset(("waa iyo in ka ku la oo uu ay booliska fadlan mahadsanid haddii waxaa ah").split()),
    "Lithuanian": frozenset(("ir yra kad su į iš ar tai bet policija prašome ačiū jei nuo").split()),
    "Albanian": frozenset(("dhe është në të për me një nga policia ju lutem faleminderit nuk që").split()),
    "Bengali": frozenset(("apnar amra ami ekta ache kore jonno dhonnobad ebong kono apnara").split()),
    "Urdu": frozenset(("hai aur ke ki ko se mein nahi aap kya hain shukriya ya yeh karein").split()),
}
_LEAST_WORDS = 3


def foreign_language(text: str, vocabulary: Collection[str]) -> tuple[str, int, int] | None:
    """The name of the language and the span of the first sentence in it, else None."""
    if text.isascii() and len(_WORD.findall(text)) < _LEAST_WORDS:
        return None
    place = 0
    for stop in [*_SENTENCE.finditer(text), None]:
        end = stop.start() if stop else len(text)
        words = [(match[0].lower(), match.span()) for match in _WORD.finditer(text, place, end)]
        language = _language([word for word, _ in words], vocabulary)
        if language:
            return language, words[0][1][0], words[-1][1][1]
        place = stop.end() if stop else end
    return None


def _language(words: list[str], vocabulary: Collection[str]) -> str | None:
    if not words:
        return None
    strange = [word for word in words if not word.isascii() and _is_foreign(word, vocabulary)]
    if len(strange) * 4 >= len(words):
        return f"{_script(strange[0])} script"
    if len(words) < _LEAST_WORDS:
        return None
    english = sum(word in _ENGLISH for word in words)
    name, score = max(
        ((name, sum(word in known for word in words)) for name, known in _OTHERS.items()),
        key=lambda pair: pair[1],
    )
    return name if score >= 2 and score > english and score * 5 >= len(words) else None


def _is_foreign(word: str, vocabulary: Collection[str]) -> bool:
    """Wholly in another alphabet, and not an English word spelt in look-alike letters."""
    if any(_script(letter) == "LATIN" for letter in word):
        return False
    return fold(word).cased.lower() not in vocabulary


@lru_cache(maxsize=2048)
def _script(word: str) -> str:
    return unicodedata.name(word[0], "UNKNOWN").split()[0]
