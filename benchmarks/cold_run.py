"""A cold ``pipeline run`` on the example against a bare import of its libraries, in CPU seconds, interleaved.

Run it as ``uv run python benchmarks/cold_run.py [ROUNDS]``. Only the ratio counts: machines are shared.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
IMPORTS = "import pandas, pandera.pandas, openpyxl, python_calamine, xlsxwriter, typer"


def seconds(command: list[str]) -> float:
    """Return the CPU seconds of a command and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(rounds: int) -> None:
    """Print median CPU seconds and the ratios with their bars."""
    with tempfile.TemporaryDirectory() as folder:
        commands = {
            "bare python": [sys.executable, "-c", "pass"],
            "import of the libraries": [sys.executable, "-c", IMPORTS],
            "pipeline --help": [sys.executable, "-c", "from pipeline.cli import main; main()", "--help"],
            "pipeline run (example)": [
                sys.executable,
                "-c",
                "from pipeline.cli import main; main()",
                "run",
                str(ROOT / "input"),
                folder,
            ],
        }
        for command in commands.values():  # compiled files and the disk's cache are there before the first round
            seconds(command)
        taken: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                taken[name].append(seconds(command))
    median = {name: statistics.median(values) for name, values in taken.items()}
    for name, value in median.items():
        print(f"{name:28} {value:6.3f} s (lowest {min(taken[name]):.3f})")
    run, imports = median["pipeline run (example)"], median["import of the libraries"]
    print(f"cold run / import of the libraries: {run / imports:.2f} (goal <= 1.5)")
    print(f"help / bare python: {median['pipeline --help'] / median['bare python']:.1f} (goal <= 12)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
