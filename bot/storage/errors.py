"""Why the store can't be used. Each carries a short fact that the command line turns into one line.

StorageError
├── StoreInUse             another bot runs on the same file
├── StoreFromNewerVersion  the file was written by a newer version
├── StoreUnusable          corrupt, read-only, full, no such folder, ...: see `Fact`
├── StoreNotEmpty          something is in the database that all is to be moved to
├── CopyDiffers            what arrived in a copy isn't what was sent
├── NotAFile               what is asked for is done with a server's own tools
├── Unwritable             what a turn would write can't be written, however often it is tried
└── Stale                  what was loaded changed before it was saved; the turn is tried again
    ├── StaleCanvas        a canvas
    └── StaleCohort        a cohort
"""

from enum import Enum

from conversations.errors import BackstageError


class Fact(Enum):
    """What is wrong with a store."""

    MALFORMED = "malformed"
    """The address is no database URL."""
    UNSUPPORTED = "unsupported"
    """The address names a database that this version doesn't know, or one in memory."""
    NO_FOLDER = "no_folder"
    """The folder of the file doesn't exist, or the file can't be opened."""
    NOT_OURS = "not_ours"
    """The database belongs to another program."""
    OLDER = "older"
    """The database was written by an older version; the next start of the bot brings it up to date."""
    CORRUPT = "corrupt"
    READ_ONLY = "read_only"
    FULL = "full"
    LOCKED = "locked"
    """Another program holds the database for longer than we waited."""
    OVERTAKEN = "overtaken"
    """Another worker wrote the same at the same time; the turn is tried again."""
    UNREACHABLE = "unreachable"
    """The database's server doesn't answer, or went away."""
    DENIED = "denied"
    """The server doesn't let this user in, or not do this."""
    NO_DATABASE = "no_database"
    """The server has no database of that name."""
    CLOSED = "closed"
    """The store isn't open."""
    FAILED = "failed"
    """Anything else."""


class StorageError(BackstageError):
    """The store can't be used."""


class StoreInUse(StorageError):
    """Another bot runs on the same file."""


class StoreFromNewerVersion(StorageError):
    """The store was written by a newer version of the bot."""


class StoreUnusable(StorageError):
    """The store can't be read or written; `fact` says why, `detail` holds types and codes, nobody's words."""

    def __init__(self, fact: Fact, detail: str = "") -> None:
        super().__init__(f"{fact.value}: {detail}" if detail else fact.value)
        self.fact = fact
        self.detail = detail


class StoreNotEmpty(StorageError):
    """Something is in the database that everything is to be moved to."""


class CopyDiffers(StorageError):
    """What arrived in a table of a copy isn't what was sent."""

    def __init__(self, table: str) -> None:
        super().__init__(table)
        self.table = table


class NotAFile(StorageError):
    """Only a SQLite file is copied by us; a server has tools of its own."""


class Unwritable(StorageError):
    """What a turn would write can't be; `failure` is a document of types and frames, nobody's words."""

    def __init__(self, failure: str) -> None:
        super().__init__("what a turn would write can't be written")
        self.failure = failure


class Stale(StorageError):
    """Something was changed by somebody else between load and save."""


class StaleCanvas(Stale):
    """A canvas was changed by somebody else between load and save."""


class StaleCohort(Stale):
    """A cohort was changed by somebody else between load and save."""
