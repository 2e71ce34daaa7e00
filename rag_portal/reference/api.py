"""The API's own description."""

import json

from posts.api.v1 import api


def openapi() -> str:
    """The OpenAPI document, as it is served at /api/v1/openapi.json."""
    return json.dumps(api.get_openapi_schema(path_prefix="/api/v1/"), indent=1, sort_keys=True, default=str) + "\n"
