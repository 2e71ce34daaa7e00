"""Training gives the same reader twice, and a reader that is worse on red stays outside."""

import json

import pytest

from governance.domain.classifier.second.artefact import MANIFEST, digest_of, load, manifest
from governance.domain.policy import shipped_edition
from governance.training.figures import light_figures, upper_bound
from governance.training.making import make
from governance.training.papers import WorseOnRed, promote, write
from governance.training.posts import seen_posts, training_files

EDITION = shipped_edition("mps-union")


@pytest.fixture(scope="module")
def posts():
    found = seen_posts(training_files()[:1], EDITION)
    return found[::6][:200]


@pytest.fixture(scope="module")
def made(posts):
    return make(posts, EDITION, strength=3.0)


def test_training_twice_gives_the_same_figures(posts, made):
    again = make(posts, EDITION, strength=3.0)
    assert again.evaluation == made.evaluation
    assert again.model.thresholds == made.model.thresholds


def test_a_written_reader_is_read_back_as_it_was(made, tmp_path):
    write(made, tmp_path, "words-0", "digest of a corpus")
    model = load(tmp_path)
    assert (model.weights == made.model.weights).all()
    assert model.places == made.model.places


def test_both_readers_together_let_no_more_reds_through_than_the_first(made):
    both, alone = made.evaluation["both readers"], made.evaluation["first reader alone"]
    assert both["red given green, count"] <= alone["red given green, count"]


def test_a_reader_that_is_worse_on_red_is_not_put_in_force(made, tmp_path):
    write(made, tmp_path / "candidate", "words-0", "digest of a corpus")
    write(made, tmp_path / "force", "words-0", "digest of a corpus")
    promote(tmp_path / "candidate", tmp_path / "force")
    worse = manifest(tmp_path / "candidate")
    worse["evaluation"]["both readers"]["red given green"] = 0.99
    worse["digest"] = digest_of(worse)
    (tmp_path / "candidate" / MANIFEST).write_text(json.dumps(worse))
    with pytest.raises(WorseOnRed):
        promote(tmp_path / "candidate", tmp_path / "force")


def test_shares_are_counted_over_the_labelled_light():
    figures = light_figures([("red", "green"), ("red", "red"), ("green", "green"), ("amber", "red")])
    assert (figures["red given green"], figures["red recall"]) == (0.5, 0.5)
    assert (figures["amber given amber or red"], figures["same light"]) == (1.0, 0.5)


def test_no_miss_among_few_posts_proves_little():
    assert upper_bound(0, 10) > 0.2
    assert upper_bound(0, 1000) < 0.003
