"""What one `filmbot ask` costs as a whole process, beside Python with only the libraries it must import.

    python tests/benchmarks/ask.py [RUNS]

Prints the least and the median CPU seconds (user and system), and the peak memory. Budget: under 0.5 s of CPU.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile

LIBRARIES = "import typer, pydantic, sqlalchemy.ext.asyncio, aiosqlite, rapidfuzz.fuzz"


def cpu_seconds(command: list[str]) -> float:
    """CPU seconds of one run of a command and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"FILMBOT_DATABASE": f"{folder}/films.db", "FILMBOT_FILMS": ""}
        ask = [sys.executable, "-m", "bot", "ask", "how long is the sesions?"]
        baseline = [sys.executable, "-c", LIBRARIES]
        cpu_seconds(ask)  # the first run syncs the films
        times = [(cpu_seconds(ask), cpu_seconds(baseline)) for _ in range(runs)]
    for name, seconds in zip(("filmbot ask", "its libraries alone"), zip(*times, strict=True), strict=True):
        print(f"{name:20} CPU least {min(seconds):.3f} s, median {statistics.median(seconds):.3f} s of {runs} runs")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
