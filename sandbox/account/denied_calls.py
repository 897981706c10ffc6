"""Which calls are to be denied.

SANDBOX_DENY holds calls as "rds:DescribeDBInstances,ec2:DescribeRouteTables"; SANDBOX_DENY_FILE names a file with the
same, one call a line or comma separated, which is read anew on each call. "@us-west-2" after a call limits it to that
region, "@111122223333" to that account. Lines that start with # are comments. Two entries are about all calls: "throttle:50" answers so many of a
hundred with "throttled", "silence@us-west-2" leaves those to a region without an answer.
"""

import os
import re
from typing import Any


def parse(text: str) -> set[str]:
    lines = (line for line in text.splitlines() if not line.lstrip().startswith("#"))
    return {entry.lower() for line in lines for entry in re.split(r"[,\s]+", line) if entry}


def denied_calls(environment: Any = os.environ) -> set[str]:
    calls = parse(environment.get("SANDBOX_DENY", ""))
    path = environment.get("SANDBOX_DENY_FILE")
    if path:
        try:
            with open(path) as file:
                calls |= parse(file.read())
        except FileNotFoundError:
            pass
    return calls


def is_denied(calls: set[str], service: str, action: str, place: str) -> bool:
    """Whether a call is denied in a place: a region, or the id of an account."""
    call = f"{service}:{action}".lower()
    return call in calls or f"{call}@{place}" in calls


def throttled_percentage(calls: set[str]) -> int:
    return max((int(call.split(":")[1]) for call in calls if call.startswith("throttle:")), default=0)


def is_silent(calls: set[str], region: str) -> bool:
    return f"silence@{region}" in calls
