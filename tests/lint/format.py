#!/usr/bin/python3
"""All C of the project is as clang-format 14 and .clang-format write it."""
import os
import shutil
import subprocess
import sys


def sources(root):
    for folder in ("base", "proto", "workers", "daemon", "cli", "tests"):
        for base, _, names in os.walk(os.path.join(root, folder)):
            yield from (os.path.join(base, n) for n in names if n.endswith((".c", ".h")))


def main():
    tool = shutil.which("clang-format-14") or shutil.which("clang-format")
    if not tool:
        print("no clang-format here: skipped")
        return 77
    root = sys.argv[1]
    done = subprocess.run([tool, "--dry-run", "-Werror", *sorted(sources(root))], cwd=root,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    print(done.stdout[-4000:] or "formatted")
    return done.returncode != 0


if __name__ == "__main__":
    sys.exit(main())
