"""Starts of `backstage` that share what it loads: `python -m tests.bot.rehearsal.forking SOCKET`.

Each connection brings an order and the ends of three pipes. A process is forked that is `backstage`, or a
program of the tests, from its first line to its last; its exit code is given back. Ends with its own input.
"""

from __future__ import annotations

import os
import select
import socket
import sys
from importlib import import_module
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 2**20
LOADED = ("bot.commands", "bot.telegram.asking", "bot.understanding.sensing")
"""What most commands import, at the beginning or later."""


class Order(msgspec.Struct, frozen=True):
    """What to run, and where; `program` is the module whose `main` it is."""

    arguments: tuple[str, ...]
    folder: str
    environment: dict[str, str]
    program: str = "bot.commands"


def become(order: Order, pipes: Sequence[int]) -> None:
    """Make a forked process what a new one would be, up to the command line's first line."""
    for number, pipe in enumerate(pipes):
        os.dup2(pipe, number)
        os.close(pipe)
    os.chdir(order.folder)
    os.environ.clear()
    os.environ.update(order.environment)
    sys.argv = ["backstage", *order.arguments]


def wait_for_orders(path: str) -> str:
    """Take orders until the input ends; gives a program in a forked process only, which is to be that."""
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(path)
        listener.listen()
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        while True:
            ready, _, _ = select.select([listener, sys.stdin], [], [])
            if listener not in ready:
                sys.exit()
            connection, _ = listener.accept()
            if not os.fork():
                break
            connection.close()
            reap()
    return carry_out(connection)


def carry_out(connection: socket.socket) -> str:
    """Fork what is ordered and send its exit code; gives the program in that process only."""
    said, pipes, _, _ = socket.recv_fds(connection, LONGEST, 3)
    child = os.fork()
    if not child:
        connection.close()
        order = msgspec.json.decode(said, type=Order)
        become(order, pipes)
        return order.program
    for pipe in pipes:
        os.close(pipe)
    _, status = os.waitpid(child, 0)
    connection.sendall(str(os.waitstatus_to_exitcode(status)).encode())
    os._exit(0)


def reap() -> None:
    """Forget the processes that have seen their command end."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        return


if __name__ == "__main__":
    for module in LOADED:
        import_module(module)
    import_module("bot.understanding.loading").warm()
    import_module(wait_for_orders(sys.argv[1])).main()
