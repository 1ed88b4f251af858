"""Writes golden values as JSON: per function a list of {call, input, expected}; floats at full precision."""

import json
import os


def write(name, functions):
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), name)
    with open(path, "w") as file:
        file.write("{\n")
        groups = list(functions.items())
        for index, (function, cases) in enumerate(groups):
            rows = ",\n".join("\t\t" + json.dumps(case) for case in cases)
            end = "," if index < len(groups) - 1 else ""
            file.write(f'\t"{function}": [\n{rows}\n\t]{end}\n')
        file.write("}\n")


def case(call, input, expected):
    return {"call": call, "input": input, "expected": expected}
