"""The light on posts of our own: a floor under what it can do today, not a claim about other posts."""

from pathlib import Path

import pytest

from governance.domain.classifier.evaluation import GREEN, RED, evaluate, read_posts, report
from governance.domain.policy import shipped_edition

FILES = sorted(Path(__file__).parent.glob("own_posts*.jsonl"))


@pytest.fixture(scope="module", params=FILES, ids=lambda path: path.stem)
def result(request):
    return evaluate(read_posts(request.param.read_text(encoding="utf-8")), shipped_edition("mps-union"))


def test_no_red_post_of_ours_is_given_green(result):
    assert result.lights[RED, GREEN] == 0, "\n".join(result.errors)


def test_nine_in_ten_of_our_posts_get_their_light(result):
    same = sum(count for (wanted, given), count in result.lights.items() if wanted == given)
    assert same >= 0.9 * sum(result.lights.values()), "\n".join(result.errors)


def test_the_report_names_every_figure(result):
    text = report(result, with_errors=True)
    assert "same light" in text and "red given green" in text and "median" in text
