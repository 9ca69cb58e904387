"""Any canvas fits: blocks keep apart, and no word touches the edge of its block."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from bot.drawing.form import Page
from tests.bot.drawing.random_canvases import random_canvas
from tests.bot.drawing.seeing import check_picture

if TYPE_CHECKING:
    from bot.drawing.typesetting import Typesetter

PHONES = (Page.PORTRAIT, Page.LANDSCAPE)
CAMPAIGN = int(os.environ.get("RANDOM_CANVASES", "1000"))


@pytest.mark.parametrize("seed", range(8))
def test_a_random_canvas_fits(seed: int, typesetter: Typesetter) -> None:
    check_picture(typesetter, random_canvas(seed), PHONES[seed % 2])


@pytest.mark.campaign
@pytest.mark.timeout(7200)
def test_a_thousand_random_canvases_fit(typesetter: Typesetter) -> None:
    misfits = []
    for seed in range(CAMPAIGN):
        try:
            check_picture(typesetter, random_canvas(seed), PHONES[seed % 2])
        except AssertionError as error:
            misfits.append((seed, str(error).splitlines()[0]))
    assert misfits == []
