"""What the story `schemathesis` adds to Schemathesis: who asks, and about what.

XINQUN_FUZZ_CALLERS names a file with right requests for each operation, each with the token of
somebody else, because limits count callers. XINQUN_FUZZ_COUNTS names the file that gets the number
of requests, and of the answers by operation and status.
"""

import atexit
import collections
import json
import os

import schemathesis
from schemathesis import GenerationMode

with open(os.environ["XINQUN_FUZZ_CALLERS"], encoding="utf-8") as file:
    CALLERS = json.load(file)

# A feed is a text of lines; the document says no more of it.
schemathesis.serializer.alias("application/x-ndjson", "text/plain")

turns = collections.Counter()
answers = collections.Counter()


@schemathesis.hook
def before_call(context, case, kwargs):
    """Gives the request a token; most right ones also ids that exist, some a whole right body."""
    operation = case.operation.label
    turn = turns[operation]
    turns[operation] += 1
    caller = CALLERS[operation][turn % len(CALLERS[operation])]
    if caller["token"]:
        case.headers["Authorization"] = "Bearer " + caller["token"]
    is_right = case.meta is not None and case.meta.generation.mode == GenerationMode.POSITIVE
    if is_right and turn % 4 != 3:
        for name, value in caller["path"].items():
            case.path_parameters[name] = value
    if is_right and turn % 4 == 0:
        if caller["body"] is not None and isinstance(case.body, dict):
            case.body = caller["body"]


@schemathesis.hook
def filter_failure(context, failure, case, response):
    """A request that names what this read model has not seen yet is told to come again: 503."""
    return response.status_code != 503 or response.json().get("code") != "not-known-yet"


@schemathesis.hook
def after_call(context, case, response):
    answers[case.operation.label + " " + str(response.status_code)] += 1


@atexit.register
def tell():
    with open(os.environ["XINQUN_FUZZ_COUNTS"], "w", encoding="utf-8") as file:
        json.dump({"requests": sum(turns.values()), "answers": dict(sorted(answers.items()))}, file)
