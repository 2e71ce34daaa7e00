"""The composer as a page, whatever happened: empty, kept, refused, or overtaken by a later version."""

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from accounts import selectors as people
from governance.domain.rag import Assessment
from governance.selectors import edition_in_force
from posts.channels.registry import is_connected
from posts.domain import verdict_words, wall_clock
from posts.domain.channel_fit import fits
from posts.domain.channel_names import channel_name
from posts.domain.draft_content import DraftContent
from posts.domain.moments import at_or_on
from posts.forms.compose import ComposeForm, Options
from posts.models import Post
from posts.selectors import verdict_view
from posts.selectors.seen import media_seen_by
from posts.services.judging import judge
from posts.views.asking import Request

if TYPE_CHECKING:
    from accounts.models import SocialAccount, Unit, User

COURT_RESULT = "court-result"


@dataclass
class Composer:
    """Who writes what: the post (none before the first save), its author and the form as filled in."""

    user: "User"
    form: ComposeForm
    options: Options
    post: Post | None = None
    version: int = 0
    theirs: dict[str, Any] = field(default_factory=dict)

    @property
    def author(self) -> "User":
        """Whose post it is."""
        return self.post.author if self.post else self.user

    def content(self) -> DraftContent:
        """What stands in the fields now."""
        return self.form.content() if self.form.is_bound else self.form.base

    def unit_of(self, chosen: "list[SocialAccount]") -> "Unit":
        """The unit it would belong to."""
        accounts = chosen or self.options.accounts
        return accounts[0].unit if accounts else self.author.current_appointments()[0].unit


def options_for(author: "User") -> Options:
    """The accounts the author may post from, and the edition in force."""
    accounts = list(people.accounts_to_post_from(author).select_related("unit__parent"))
    connected = [one for one in accounts if is_connected(one.channel)]
    return Options(connected, edition_in_force().edition, [one for one in accounts if one not in connected])


def show(request: Request, composer: Composer, status: int = 200) -> HttpResponse:
    """Answer with the whole page."""
    return render(request, "posts/compose.html", context_of(composer) | {"status": status}, status=status)


def context_of(composer: Composer) -> dict[str, Any]:
    """Everything the page and its live parts show."""
    form, options = composer.form, composer.options
    bad = {name: " ".join(map(str, texts)) for name, texts in form.errors.items()}
    content = composer.content()
    chosen = options.chosen(content)
    verdict, panel = _verdict(composer, content, chosen, bad)
    form.ask(verdict.checks if verdict else ())
    return {
        "composer": composer,
        "post": composer.post,
        "form": form,
        "errors": bad,
        "content": content,
        "groups": _groups(options, content),
        "verdict": panel,
        "marks": panel.get("marks", []),
        "send_label": panel.get("send_label") or verdict_words.send_label(None, content.when),
        "counters": fits(content, [one.channel for one in chosen]),
        "looks": _looks(form, content, chosen, composer.user),
        "asks": [form[f"answer-{slug}"] for slug in form.checks],
        "asks_for_sentence": bool(verdict and COURT_RESULT in verdict.topics) or content.sentenced_on is not None,
        "pictures": _pictures(form, composer.user),
        "clock": _clock(content),
        "units": list(dict.fromkeys(one.unit.name for one in chosen)),
        "urls": _urls(composer.post),
        "saved": f"Draft saved {at_or_on(composer.post.draft.updated_at, timezone.now())}" if composer.post else "",
    }


def _verdict(
    composer: Composer, content: DraftContent, chosen: "list[SocialAccount]", bad: dict[str, str]
) -> tuple[Assessment | None, dict[str, Any]]:
    if "text" in bad and composer.form.is_too_long:
        return None, dict(verdict_view.TOO_LONG)
    if content.is_blank:
        return None, dict(verdict_view.EMPTY)
    at, unit = timezone.now(), composer.unit_of(chosen)
    judged = judge(content, author=composer.author, unit=unit, accounts=chosen, at=at)
    return judged.verdict, verdict_view.panel(judged.verdict, content, composer.options.edition, unit, at, bad)


def _groups(options: Options, content: DraftContent) -> list[dict[str, Any]]:
    first = options.accounts[0] if options.accounts else None
    ordered = sorted([*options.accounts, *options.unconnected], key=lambda one: (one.unit.path, one.name, one.pk))
    return [
        {"unit": unit, "accounts": [_chip(one, content, one == first, one in options.unconnected) for one in accounts]}
        for unit, accounts in groupby(ordered, key=lambda one: one.unit.name)
    ]


def _chip(account: "SocialAccount", content: DraftContent, first: bool, unconnected: bool) -> dict[str, Any]:
    return {
        "id": "accounts" if first else f"accounts-{account.pk}",
        "value": account.pk,
        "label": account.name,
        "channel": account.channel,
        "channel_name": channel_name(account.channel),
        "handle": account.handle,
        "checked": account.pk in content.accounts and not unconnected,
        "disabled": unconnected,
        "why": f"{channel_name(account.channel)} is not connected yet",
    }


def _looks(
    form: ComposeForm, content: DraftContent, chosen: "list[SocialAccount]", user: "User"
) -> list[dict[str, Any]]:
    images = [{"url": one["url"], "alt": one["alt"]} for one in _pictures(form, user)]
    by_channel: dict[str, SocialAccount] = {}
    for one in chosen:
        by_channel.setdefault(one.channel, one)
    return [
        {
            "fit": fit,
            "name": by_channel[fit.slug].name,
            "handle": by_channel[fit.slug].handle,
            "text": content.text_for(fit.slug),
            "warning": content.content_warning,
            "images": images,
            "variant": form[f"variant-{fit.slug}"],
            "differs": bool(content.variants.get(fit.slug)),
        }
        for fit in fits(content, by_channel)
    ]


def _pictures(form: ComposeForm, user: "User") -> list[dict[str, Any]]:
    if not form.media_ids:
        return []
    seen = {one.pk: one for one in media_seen_by(user).filter(pk__in=form.media_ids)}
    return [
        {
            "media": seen[pk],
            "url": reverse("media", args=[pk]),
            "alt": form[f"picture-{pk}-alt"].value() or "",
            "fields": [form[f"picture-{pk}-{name}"] for name in ("alt", "authority", "note")],
        }
        for pk in form.media_ids
        if pk in seen
    ]


def _clock(content: DraftContent) -> dict[str, str]:
    """What is odd about the time chosen: it does not exist (with the one offered), or it comes twice."""
    if content.when != "later" or not content.wall_clock:
        return {}
    try:
        read = wall_clock.read(content.wall_clock)
    except wall_clock.WallClockRefused as refusal:
        return {"offer": refusal.offer, "offered_time": refusal.offer.partition(" ")[2], "refused": str(refusal)}
    return (
        {"note": f"{read.typed[-5:]} comes twice that night: the clocks go back. The first is meant."}
        if read.repeated
        else {}
    )


def _urls(post: Post | None) -> dict[str, str]:
    if post is None:
        return {"here": reverse("compose"), "autosave": reverse("autosave"), "verdict": reverse("verdict")}
    return {
        "here": reverse("post_edit", args=[post.pk]),
        "autosave": reverse("post_autosave", args=[post.pk]),
        "verdict": f"{reverse('verdict')}?post={post.pk}",
    }
