"""What can go wrong between a bot and Telegram, arranged by a test."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """One way for a call to go wrong; `acts` tells whether the call is carried out all the same."""

    kind: str
    code: int = 0
    description: str = ""
    retry_after: int | None = None
    seconds: float = 0
    acts: bool = False


def flood(retry_after: int) -> Fault:
    """429 with the seconds to wait."""
    return Fault("refuse", 429, f"Too Many Requests: retry after {retry_after}", retry_after)


def refusal(code: int, description: str) -> Fault:
    """An error in Telegram's envelope, such as 403 or 400."""
    return Fault("refuse", code, description)


def server_error() -> Fault:
    return Fault("refuse", 500, "Internal Server Error")


def bad_gateway() -> Fault:
    """502 with a page of HTML where an envelope should be."""
    return Fault("garbage", 502, "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>")


def silence() -> Fault:
    """Never answers; the call is not carried out."""
    return Fault("silence")


def reset() -> Fault:
    """Breaks the connection; the call is not carried out."""
    return Fault("reset")


def half_close() -> Fault:
    """Sends the beginning of an answer, then no more; the call is not carried out."""
    return Fault("half close")


def lost_answer() -> Fault:
    """Carries the call out, then breaks the connection: the bot can't know."""
    return Fault("lost answer", acts=True)


def silence_after_acting() -> Fault:
    """Carries the call out, then never answers: the bot times out and can't know."""
    return Fault("silence", acts=True)


def delay(seconds: float) -> Fault:
    """Carries the call out and answers late."""
    return Fault("delay", seconds=seconds, acts=True)


def drip(seconds: float) -> Fault:
    """Carries the call out and answers byte by byte, each so many seconds after the one before."""
    return Fault("drip", seconds=seconds, acts=True)


@dataclass(eq=False)
class Arranged:
    """A fault waiting for its calls: `times` more of them, of a method and a chat, or of any."""

    fault: Fault
    method: str | None
    chat_id: int | None
    times: int


class Faults:
    """Faults in the order they were arranged: a call meets the first that fits it."""

    def __init__(self) -> None:
        self._arranged: list[Arranged] = []

    def arrange(
        self, fault: Fault, *, method: str | None = None, chat_id: int | None = None, times: int = 1
    ) -> None:
        """The next `times` calls that fit go wrong in this way. No method means any but getUpdates."""
        self._arranged.append(Arranged(fault, method, chat_id, times))

    def clear(self) -> None:
        self._arranged.clear()

    @property
    def left(self) -> int:
        """How many calls are still to go wrong."""
        return sum(arranged.times for arranged in self._arranged)

    def take(self, method: str, chat_id: int | None) -> Fault | None:
        for arranged in self._arranged:
            fits = arranged.method == method if arranged.method else method != "getUpdates"
            if fits and arranged.chat_id in (None, chat_id):
                arranged.times -= 1
                if not arranged.times:
                    self._arranged.remove(arranged)
                return arranged.fault
        return None
