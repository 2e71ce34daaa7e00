"""How the moves of an account's life are said on buttons, and what follows from each."""

from typing import NamedTuple


class Said(NamedTuple):
    """The button, and what happens after it."""

    button: str
    what_follows: str


MOVE_WORDS = {
    "endorse": Said("Endorse", "The commander is asked next."),
    "support": Said("Support", "Training of its people comes next."),
    "train": Said("Record the training", "DMC approves it next."),
    "approve": Said("Approve", "It can then be put in use."),
    "activate": Said("Put in use", "Its operators can post from it at once."),
    "review": Said("Put under review", "It goes on publishing while you look at it."),
    "suspend": Said("Suspend", "Nothing more is published from it. What is queued stops at the last check."),
    "close": Said("Close", "It ends for good, and its operators lose their leave to post from it."),
}
