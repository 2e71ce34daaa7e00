"""The moves of a post as its history tells them."""

from posts.domain.workflow import PostAction as A

DONE = {
    A.SUBMIT_CLEAR: "Sent, and cleared to go out",
    A.SUBMIT_ASK: "Sent for approval",
    A.SUBMIT_HOLD: "Sent, and held",
    A.APPROVE: "Approved",
    A.RETURN: "Returned for changes",
    A.REJECT: "Rejected",
    A.BYPASS: "Released without approval: threat to life",
    A.UNDO: "Approval taken back",
    A.REOPEN: "Taken back for changes",
    A.ABANDON: "Given up",
    A.HOLD: "Held",
    A.ASK_AGAIN: "Put before a person again",
    A.RELEASE: "Began to go out",
    A.EXPIRE: "Expired",
}


def done(action: str) -> str:
    """A move in the words of the history."""
    return DONE[A(action)]
