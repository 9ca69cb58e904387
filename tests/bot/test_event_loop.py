"""The event loop that a bot lives on."""

from __future__ import annotations

import subprocess
import sys

import pytest

LOOK = """
import os
from bot import event_loop

async def look():
    for number in os.listdir("/proc/self/fd"):
        try:
            print(os.readlink(f"/proc/self/fd/{number}"))
        except OSError:
            pass

event_loop.run(look())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="io_uring is Linux's")
def test_it_leaves_io_uring_alone_in_which_wake_ups_were_lost() -> None:
    # In a process of its own: libuv asks for the setting once.
    command = [sys.executable, "-c", LOOK]
    looked = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    assert "eventpoll" in looked.stdout
    assert "io_uring" not in looked.stdout
