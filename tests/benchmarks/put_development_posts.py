"""Put a file of labelled posts through a running portal by its API, and count the lights and releases it gave.

    python -m tests.benchmarks.put_development_posts FILE --url http://127.0.0.1:8000 --token-file FILE

Each line of FILE is a JSON object with `text`, `rag` and, where it was said, `public_domain`. What is true there is
declared with the evidence "posts-dev". Every post is created and sent in one request from the first account the token's
owner may post from. Nothing is decided: ambers and reds stay where their light sent them.
"""

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import httpx

LIGHTS = ("green", "amber", "red")
RELEASES = ("go", "tell", "ask", "stop")


def put(line: dict[str, Any], account: int, api: httpx.Client) -> dict[str, Any]:
    """Create and send one post, and return it as the portal answered."""
    said = line.get("public_domain")
    body = {"text": line["text"], "accounts": [account], "submit": True, "public_domain": said}
    if said:
        body["evidence"] = "posts-dev"
    answer = api.post("/posts", json=body)
    if answer.status_code != 201:
        return {"light": "refused", "release": f"{answer.status_code}", "problem": answer.json()}
    made: dict[str, Any] = answer.json()
    return made


def table(counted: Counter[tuple[str, str]], rows: tuple[str, ...], columns: tuple[str, ...], corner: str) -> str:
    """The counts as lines of text, with sums."""
    head = f"{corner:<18}" + "".join(f"{one:>9}" for one in (*columns, "all"))
    body = [
        f"{row:<18}" + "".join(f"{counted[row, one]:>9}" for one in columns) + f"{_sum(counted, row, columns):>9}"
        for row in rows
    ]
    return "\n".join([head, *body])


def _sum(counted: Counter[tuple[str, str]], row: str, columns: tuple[str, ...]) -> int:
    return sum(counted[row, one] for one in columns)


def main() -> None:
    """Read the arguments, put every line, and print the counts."""
    parser = argparse.ArgumentParser(description="Put a file of posts through a running portal by its API.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--url", default="http://127.0.0.1:8000")
    parser.add_argument("--token-file", type=Path, required=True)
    asked = parser.parse_args()
    lines = [json.loads(line) for line in asked.file.read_text().splitlines() if line.strip()]
    token = asked.token_file.read_text().split()[-1]
    headers = {"Authorization": f"Bearer {token}"}
    with httpx.Client(base_url=f"{asked.url}/api/v1", headers=headers, timeout=60) as api:
        account = api.get("/accounts").raise_for_status().json()[0]["id"]
        made = [(line, put(line, account, api)) for line in lines]
    sys.stdout.write(report(made))


def report(made: list[tuple[dict[str, Any], dict[str, Any]]]) -> str:
    """Lights by release, expected by given, and what was refused."""
    lights = Counter((post["light"], post["release"]) for _, post in made)
    judged = Counter((str(line.get("rag")), post["light"]) for line, post in made)
    refused = [f"refused {line.get('id')}: {post['problem']}" for line, post in made if "problem" in post]
    return "\n".join(
        [
            f"{len(made)} posts, {len(refused)} refused\n",
            table(lights, LIGHTS, RELEASES, "light / release"),
            "",
            table(judged, LIGHTS, LIGHTS, "expected / given"),
            *refused,
            "",
        ]
    )


if __name__ == "__main__":
    main()
