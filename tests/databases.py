"""Real databases: an SQLite file, and a PostgreSQL server where one is installed."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

ICU_SINCE = 15
"""The version of PostgreSQL from which on a database may sort as a language does wherever it runs."""


def _command(name: str) -> str | None:
    """A PostgreSQL server program, from the PATH or from where Debian keeps it."""
    installed = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return str(installed[-1]) if installed else shutil.which(name)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of an empty PostgreSQL server on 127.0.0.1 that lives as long as the tests.

    Its folder is not pytest's, which another run of the tests may clear away.
    """
    initdb, server = _command("initdb"), _command("postgres")
    if not initdb or not server:
        pytest.skip("no PostgreSQL server is installed")
    with TemporaryDirectory(prefix="filmbot-postgres-") as name:
        folder, as_user = Path(name), []
        if os.geteuid() == 0:  # PostgreSQL refuses to run as root
            shutil.chown(folder, "postgres")
            as_user = ["runuser", "-u", "postgres", "--"]
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        subprocess.run(
            [*as_user, initdb, "-D", folder, "-A", "trust", "-U", "filmbot", "-E", "UTF8", "--no-sync"], check=True
        )
        options = ["-D", name, "-p", str(port), "-h", "127.0.0.1", "-k", name, "-F"]
        log = folder / "log"
        with log.open("w") as said, subprocess.Popen([*as_user, server, *options], stderr=said) as running:
            while "ready to accept connections" not in log.read_text():
                assert running.poll() is None, log.read_text()
                time.sleep(0.05)
            yield f"postgresql://filmbot@127.0.0.1:{port}/postgres"
            running.terminate()


@pytest.fixture(params=["sqlite", "postgresql"])
async def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database of either kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'films.db'}"
    server: str = request.getfixturevalue("postgres")
    import asyncpg  # type: ignore[import-untyped]

    connection = await asyncpg.connect(server)
    await connection.execute("DROP DATABASE IF EXISTS films WITH (FORCE)")
    in_english = "TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en'"  # sorted as most servers do
    new = connection.get_server_version().major >= ICU_SINCE
    await connection.execute(f"CREATE DATABASE films {in_english if new else ''}")
    await connection.close()
    return server.replace("/postgres", "/films")
