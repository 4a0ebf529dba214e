"""Which films a server sees: the shared ones and its own, and not those its own ones replace or hide."""

from dataclasses import dataclass

from sqlalchemy import BigInteger, Connection, bindparam, text

BLOCK = 10_000
"""Keys a server has for its own films."""


@dataclass(frozen=True, slots=True)
class View:
    """The keys of films that are seen, as SQL conditions; without arguments the shared base."""

    block: int | None = None
    """The block of keys of the server's own films; None when it sees the shared base as it is."""
    own: tuple[int, ...] = ()
    """Keys of the server's own films, lowest first."""
    hidden: frozenset[int] = frozenset()
    """Keys of shared films that are not seen."""

    def sees(self, column: str) -> str:
        """The condition on a column of film keys."""
        if self.block is None:
            return f"{column} > 0"
        return f"({column} > 0 AND NOT {self._hides(column)} OR {self.owns(column)})"

    def owns(self, column: str) -> str:
        """The condition that a film is or was one of the server's own."""
        if self.block is None:
            return "1 = 0"
        first, last = block_keys(self.block)
        return f"{column} BETWEEN {first} AND {last}"

    def differs(self, column: str) -> str:
        """The condition that a film is seen here alone, or here alone not."""
        return f"({self.owns(column)} OR {self._hides(column)})"

    def _hides(self, column: str) -> str:
        return f"{column} IN ({', '.join(map(str, sorted(self.hidden)))})" if self.hidden else "1 = 0"


SHARED = View()


def block_keys(block: int) -> tuple[int, int]:
    """The first and the last key of a block (counted from 0)."""
    return -(block + 1) * BLOCK, -block * BLOCK - 1


_OWN = text(
    "SELECT v.block, o.key, o.document IS NOT NULL, s.key FROM servers v"
    f" JOIN films o ON o.key BETWEEN -(v.block + 1) * {BLOCK} AND -v.block * {BLOCK} - 1"
    " LEFT JOIN films s ON s.id = o.id AND s.server = 0"
    " WHERE v.server = :server AND (o.document IS NOT NULL OR o.hides) ORDER BY o.key"
).bindparams(bindparam("server", type_=BigInteger))


def view_of(connection: Connection, server: int) -> View:
    """What a server sees now."""
    rows = connection.execute(_OWN, {"server": server}).all()
    own = tuple(key for _, key, there, _ in rows if there)
    return View(rows[0][0], own, frozenset(key for *_, key in rows if key is not None)) if rows else SHARED
