"""JSON lines in, verdicts out."""

import io
import json

from governance.domain.classifier.lines import classify_lines
from governance.domain.policy import shipped_edition

UNION = shipped_edition("mps-union")


def run(*lines):
    answers, errors = io.StringIO(), io.StringIO()
    status = classify_lines(lines, answers, errors, UNION)
    return status, [json.loads(line) for line in answers.getvalue().splitlines()], errors.getvalue()


def ask(**fields):
    return json.dumps(fields) + "\n"


def test_answers_come_in_the_order_of_the_questions():
    status, answers, errors = run(ask(id="b", text="Good morning"), ask(id="a", text="Hmm"))
    assert (status, errors) == (0, "")
    assert [answer["id"] for answer in answers] == ["b", "a"]


def test_an_answer_has_every_part_the_contract_names():
    _, (answer,), _ = run(ask(id=1, text="Good morning"))
    parts = {"id", "rag", "release", "topics_rag", "topics", "checks", "findings", "edition", "classifier"}
    assert parts <= set(answer)
    finding = {"kind", "slug", "rag", "release", "start", "end", "clause", "reason"}
    assert finding <= set(answer["findings"][0])


def test_public_domain_counts_with_its_evidence_only():
    text = "Man charged with burglary, in court today."
    lines = [
        ask(id=1, text=text),
        ask(id=2, text=text, public_domain=True),
        ask(id=3, text=text, public_domain=True, evidence="release 12"),
    ]
    _, answers, _ = run(*lines)
    assert [answer["rag"] for answer in answers] == ["red", "red", "amber"]


def test_declared_topics_are_added():
    _, (answer,), _ = run(ask(id=1, text="Good morning", declared_topics=["budget-finance"]))
    assert (answer["rag"], answer["topics"]) == ("red", ["routine-other", "budget-finance"])


def test_a_bad_line_is_named_by_its_number_and_the_rest_go_on():
    bad = [
        "nonsense\n",
        "[1]\n",
        ask(id=1),
        ask(id=1, text=5),
        ask(id=1, text="x", public_domain="yes"),
        ask(id=1, text="x", evidence=7),
        ask(id=1, text="x", declared_topics="asbo"),
        ask(id=1, text="x", sentenced_on="Tuesday"),
        b'{"id": 1, "text": "\xff"}\n',
        "[" * 100_000,
    ]
    status, answers, errors = run(*bad, ask(id="good", text="Good morning"))
    assert status == 1
    assert [answer["id"] for answer in answers] == ["good"]
    assert [line.split(":")[0] for line in errors.splitlines()] == [f"line {n}" for n in range(1, len(bad) + 1)]


def test_blank_lines_are_passed_over():
    assert run("\n", ask(id=1, text="Good morning"), "")[0] == 0


def test_a_very_long_text_is_judged_in_windows():
    text = "Good morning. " * 7_000 + "The threat level is severe."
    status, (answer,), _ = run(ask(id=1, text=text))
    (red,) = [f for f in answer["findings"] if f["slug"] == "terror-threat-level"]
    assert (status, answer["rag"]) == (0, "red")
    assert text[red["start"] : red["end"]] == "threat level is severe"


def test_half_a_surrogate_pair_is_judged_too():
    status, answers, _ = run('{"id": 1, "text": "Good morning \\ud83d"}\n')
    assert status == 0 and answers[0]["rag"] == "green"
