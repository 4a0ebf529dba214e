"""`filmbot`, and `python -m bot`: loads the command line in as little time as can be."""

import gc
import os


def main() -> None:
    """Run the command line."""
    gc.disable()  # while modules load; the command turns it on again
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy starts threads at import that nothing here uses
    from bot.cli import main as run

    run()


if __name__ == "__main__":
    main()
