"""The content checks, one file each; every one is asked of every post."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from governance.domain.checks import (
    contempt_of_court,
    copyrights,
    discriminatory_language,
    image_without_authority,
    juvenile_identified,
    libel,
    operational_detail,
    personal_data,
    protective_marking,
    sexual_offence_victim,
    stale_court_result,
    unprofessional_tone,
)
from governance.domain.checks.post import CheckedPost, Hit

__all__ = ["CHECKS", "CheckedPost", "Hit"]

CHECKS: Mapping[str, Callable[[CheckedPost], Hit | None]] = MappingProxyType(
    {
        "protective-marking": protective_marking.find,
        "juvenile-identified": juvenile_identified.find,
        "sexual-offence-victim": sexual_offence_victim.find,
        "contempt-of-court": contempt_of_court.find,
        "operational-detail": operational_detail.find,
        "discriminatory-language": discriminatory_language.find,
        "stale-court-result": stale_court_result.find,
        "personal-data": personal_data.find,
        "libel": libel.find,
        "image-without-authority": image_without_authority.find,
        "copyright": copyrights.find,
        "unprofessional-tone": unprofessional_tone.find,
    }
)
