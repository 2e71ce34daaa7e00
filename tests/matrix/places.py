"""What stands in the arguments of each address, and what is sent to it: a line for every address that takes either.

`STANDS` names, for each argument, a key of `world.Borough`. `SENT` gives the smallest body that asks for the thing
itself, so that the answer is about the person and not about the form; whatever is not named is sent nothing.
"""

from collections.abc import Callable, Mapping
from typing import Any

from posts.models import Post
from tests.factories import posts
from tests.matrix.world import Borough

Body = Mapping[str, Any]


STANDS: dict[str, dict[str, str]] = {
    "account": {"pk": "account"},
    "account_change": {"pk": "account"},
    "account_move": {"pk": "to_{action}"},
    "operator_add": {"pk": "account"},
    "operator_remove": {"pk": "account", "operator_pk": "operator"},
    **dict.fromkeys(["person", "person_suspend", "person_reinstate", "person_level"], {"pk": "person"}),
    **dict.fromkeys(["person_password_link", "appoint"], {"pk": "person"}),
    **dict.fromkeys(["appointment_end", "appointment_bypass"], {"pk": "appointment"}),
    "handle_remove": {"pk": "handle_trusted"},
    **dict.fromkeys(["post_autosave", "post_edit"], {"pk": "draft"}),
    **dict.fromkeys(["post", "post_reopen", "post_duplicate", "post_comment", "post_give_up"], {"pk": "waiting"}),
    "post_withdraw": {"pk": "out"},
    **dict.fromkeys(["desk-item", "desk-claim", "desk-approve", "desk-return", "desk-reject"], {"pk": "waiting"}),
    **dict.fromkeys(["desk-ask", "desk-comment"], {"pk": "waiting"}),
    **dict.fromkeys(["desk-take-over", "desk-release"], {"pk": "claimed"}),
    "desk-acknowledge": {"pk": "told"},
    "desk-withdraw": {"pk": "told"},
    "desk-undo": {"pk": "approved"},
    **dict.fromkeys(["delivery_out", "delivery_not_out"], {"pk": "delivery_doubtful"}),
    "delivery_again": {"pk": "delivery_refused"},
    "media": {"pk": "media"},
    **dict.fromkeys(["noticeboard_of", "noticeboard_feed_of"], {"handle": "handle"}),
    "noticeboard_notice": {"handle": "handle", "number": "notice"},
    "noticeboard_picture": {"handle": "handle", "number": "notice", "position": "position"},
    **dict.fromkeys(["api-v1:read", "api-v1:claim", "api-v1:approve", "api-v1:send_back"], {"key": "waiting"}),
    **dict.fromkeys(["api-v1:reject", "api-v1:reopen", "api-v1:abandon", "api-v1:verdicts"], {"key": "waiting"}),
    **dict.fromkeys(["api-v1:save", "api-v1:submit"], {"key": "draft"}),
    "api-v1:release_claim": {"key": "claimed"},
    "api-v1:undo": {"key": "approved"},
    "api-v1:acknowledge": {"key": "told"},
    **dict.fromkeys(["api-v1:withdraw", "api-v1:deliveries"], {"key": "out"}),
    "guidance_withdraw": {"slug": "guidance"},
    "incident_stand_down": {"pk": "incident"},
    "policy_edition": {"digest": "edition"},
    **dict.fromkeys(["policy_switch", "policy_switch_approve"], {"pk": "switch"}),
    "record_event": {"pk": "event"},
}
FIXED: dict[str, dict[str, str]] = {"account_reset_password_from_key": {"uidb36": "1", "key": "forged"}}


def _seen(post: Post) -> dict[str, Any]:
    looked_at = posts.seen(post)
    return {"decision_digest": looked_at.decision_digest, "assessment": looked_at.assessment}


def _decision(borough: Borough) -> Body:
    return _seen(borough.posts["waiting"]) | {"note": "Lose the name."}


def _note(_: Borough) -> Body:
    return {"note": "Lose the name."}


def _words(borough: Borough) -> Body:
    return {"text": posts.GREEN, "accounts": [borough["account"]]}


def _saved(borough: Borough) -> Body:
    return {"text": posts.GREEN, "accounts": [borough["account"]], "version": borough.posts["draft"].draft.version}


def _version(borough: Borough) -> Body:
    return {"version": borough.posts["draft"].draft.version}


def _sent_now(borough: Borough) -> Body:
    return {**_words(borough), "submit": True}


SENT: dict[str, Callable[[Borough], Body]] = {
    **dict.fromkeys(["desk-approve", "desk-return", "desk-reject"], _decision),
    **dict.fromkeys(["api-v1:approve", "api-v1:send_back", "api-v1:reject"], _decision),
    **dict.fromkeys(["desk-ask", "desk-comment", "desk-take-over", "desk-withdraw", "post_withdraw"], _note),
    "api-v1:withdraw": _note,
    "post_comment": lambda _: {"text": "Is the date right?"},
    **dict.fromkeys(["compose", "autosave", "verdict", "api-v1:verdict"], _words),
    **dict.fromkeys(["post_edit", "post_autosave", "api-v1:save"], _saved),
    "api-v1:create": _sent_now,
    "api-v1:submit": _version,
    **dict.fromkeys(["guidance_new", "incident_new", "policy_switch_new"], lambda _: {"title": ""}),
    "incident_stand_down": lambda _: {"password": ""},
    "desk-acknowledge-several": lambda borough: {"post": [borough["told"]]},
}
