"""What a token is by its shape rather than by a list: figures, links, handles, names, ages."""

import re
from collections.abc import Collection

from governance.domain.reading.compiled import Compiled
from governance.domain.reading.tokens import Tokens, number_class

Seeds = dict[int, list[tuple[str, int]]]

# The names under which phrases may ask for shapes.
SHAPES = frozenset(("num money time url force-url handle capital given surname age minor-age adult-age").split())

_NOT_SURNAMES = frozenset(
    (
        "road rd street st lane ln avenue ave close court ct park green hill gardens gdns way drive "
        "common heath square sq broadway bridge station hospital school church hall library estate "
        "house centre market ward town team snt police officer officers pc pcso sgt dc ds insp cadets "
        "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs "
        "fri sat sun january february march april may june july august september october november "
        "december jan feb mar apr jun jul aug sept sep oct nov dec the a an and or but we our you your "
        "i it's its this that these those there here his her their he she they is was are were has "
        "have had will been on in at to of for from with by as if so no not all any who what when "
        "where why how please thanks thank well good great happy new old big little day night week "
        "primary academy college university palace cross terrace mews row crescent place grove rise "
        "walk village tube line arms pub cafe theatre museum cathedral end common fields wood woods "
        "lodge tower towers mansions parade circus gate high north south east west central grand "
    ).split()
)


_NUMBER_WORDS = frozenset(
    (
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred "
        "thousand dozen couple several"
    ).split()
)


def seeds_of(text: str, tokens: Tokens, rules: Compiled) -> Seeds:
    """For each token number the shapes it has, each with the token number where it ends."""
    seeds: Seeds = {}
    for place, word in enumerate(tokens.words):
        shapes = _shapes(text, tokens, place, word, rules)
        if shapes:
            seeds[place] = [(shape, place + 1) for shape in shapes]
    return seeds


def _shapes(text: str, tokens: Tokens, place: int, word: str, rules: Compiled) -> list[str]:
    figure = number_class(word)
    if figure:
        return [figure, *_age(text, tokens, place, word)]
    if word in _NUMBER_WORDS:
        return ["num"]
    if word.startswith("@"):
        return ["handle"]
    if "." in word and any(_is_at(word, domain) for domain in rules.domains):
        return ["url", "force-url"]
    if ("." in word and len(word) > 4) or word.startswith("http"):
        return ["url"]
    return _name_shapes(tokens, place, word, rules.first_names)


def _is_at(link: str, domain: str) -> bool:
    """Whether a link leads to the domain or one below it, and not to one that only looks like it."""
    host = re.sub(r"^https?://", "", link).split("/")[0].split("?")[0].split(":")[0]
    return "@" not in host and (host == domain or host.endswith("." + domain))


def _name_shapes(tokens: Tokens, place: int, word: str, first_names: Collection[str]) -> list[str]:
    cased = tokens.cased[place]
    if not cased[:1].isupper() or not word[:1].isalpha():
        return []
    shapes = ["capital"]
    bare = word.removesuffix("'s")
    if bare in first_names:
        shapes.append("given")
    if bare not in _NOT_SURNAMES and (len(bare) > 2 or len(bare) == 1):
        shapes.append("surname")
    return shapes


def _age(text: str, tokens: Tokens, place: int, word: str) -> list[str]:
    """A bare figure set off by commas or brackets, as ages are: "Lee Crammond, 41, of"."""
    if not word.isdigit() or not 1 <= int(word) <= 110:
        return ["minor-age"] if re.fullmatch(r"1?\d(?:yo|yrs?)", word) and _minor(word) else []
    before = text[: tokens.starts[place]].rstrip()[-1:]
    after = text[tokens.ends[place] :].lstrip()[:1]
    if before not in (",", "(", "[", "-") or after not in (",", ")", "]", ".", "", "-", ";", ":"):
        return []
    return ["age", "minor-age"] if int(word) < 18 else ["age", "adult-age"]


def _minor(word: str) -> bool:
    figures = re.match(r"\d+", word)
    return figures is not None and int(figures[0]) < 18
