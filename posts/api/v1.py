"""Version 1, put together."""

from ninja import NinjaAPI

from posts.api import deciding, writing
from posts.api.auth import PersonalToken
from posts.api.problems import answer_problems

api = NinjaAPI(
    title="RAG Portal",
    version="1.0.0",
    urls_namespace="api-v1",
    auth=PersonalToken(),
    docs_url=None,
    description="Draft, send, decide and follow posts, under the same traffic light and rules as the pages.",
)
answer_problems(api)
api.add_router("", writing.router)
api.add_router("", deciding.router)
