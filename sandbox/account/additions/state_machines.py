"""What the provider asks about a state machine before and after it makes one: moto has neither."""

import json
from typing import Any

from moto.stepfunctions.responses import StepFunctionResponse


def validate_state_machine_definition(self: Any) -> str:
    # What does not parse is refused; of the language itself the emulated account knows nothing.
    json.loads(json.loads(self.body)["definition"])
    return json.dumps({"result": "OK", "diagnostics": [], "truncated": False})


def list_state_machine_versions(self: Any) -> str:
    # None is ever published here.
    return json.dumps({"stateMachineVersions": []})


def install() -> None:
    StepFunctionResponse.list_state_machine_versions = list_state_machine_versions
    StepFunctionResponse.validate_state_machine_definition = validate_state_machine_definition
