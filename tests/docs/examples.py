#!/usr/bin/python3
"""Each JSON example in docs/ is valid against the schema that its fence names; each schema has an example.

With the path of `parallax` as a second argument, what that prints of the five articles is held against the schemas too.
"""
import glob
import json
import os
import re
import subprocess
import sys

import jsonschema


def schemas(root):
    out = {}
    for path in glob.glob(os.path.join(root, "proto/schema/*.schema.json")):
        with open(path, encoding="utf-8") as f:
            schema = json.load(f)
        jsonschema.Draft202012Validator.check_schema(schema)
        out[os.path.basename(path)[:-len(".schema.json")]] = jsonschema.Draft202012Validator(schema)
    return out


def complaints(where, validator, value):
    for error in validator.iter_errors(value):
        path = "/".join(map(str, error.absolute_path))
        yield f"{where}: /{path}: {error.message[:200]}"


def examples(root, known):
    seen = set()
    for path in sorted(glob.glob(os.path.join(root, "docs/*.md")) + [os.path.join(root, "README.md")]):
        with open(path, encoding="utf-8") as f:
            text = f.read()
        for m in re.finditer(r"^```json (\S+)\n(.*?)^```", text, re.M | re.S):
            name, where = m.group(1), f"{os.path.basename(path)}:{text[:m.start()].count(chr(10)) + 1}"
            seen.add(name)
            if name not in known:
                yield f"{where}: no schema {name!r}"
            else:
                yield from complaints(where, known[name], json.loads(m.group(2)))
    yield from (f"no example of {name}" for name in sorted(set(known) - seen))


def printed(root, parallax, known):
    files = sorted(glob.glob(os.path.join(root, "tests/data/stockholm/*.txt")))
    for verb, name in (("extract", "extraction"), ("compare", "comparison")):
        out = subprocess.run([parallax, verb, "--json", *files], check=True, stdout=subprocess.PIPE).stdout
        lines = out.decode("utf-8").splitlines()
        if not lines:
            yield f"{verb} printed nothing"
        for n, line in enumerate(lines, 1):
            yield from complaints(f"{verb} line {n}", known[name], json.loads(line))


def main():
    root = sys.argv[1]
    known = schemas(root)
    found = list(examples(root, known))
    for parallax in sys.argv[2:]:
        found += printed(root, parallax, known)
    print("\n".join(found) or "all examples are valid")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
