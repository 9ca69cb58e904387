"""The packaged model on the packaged encoder."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import perf_counter

import numpy as np
import pytest

from bot.understanding.encoder import REMEMBERED, SentenceEncoder
from bot.understanding.loading import load_sorter, packaged_model
from conversations.canvas.facets import Block
from conversations.understanding.kinds import BLOCKS
from conversations.understanding.lines import read_entry
from conversations.understanding.scoring import Scores, right, score, surest

ENTRIES = Path(__file__).parents[4] / "shared" / "coaching" / "entries.dev.jsonl"
TEN = (
    "We lease a van from Hertz",
    "our cousin does the books",
    "Mix and pour soap",
    "Two ovens (leased)",
    "Card fees, 1.7% of each sale",
    "Flour from the mill next door",
    "Answer questions on Instagram",
    "A loan from my parents",
    "Rent of 900 a month",
    "Secret recipe",
)


@pytest.mark.parametrize(
    ("text", "block", "kind"),
    [
        ("Knit jumpers", Block.ACTIVITIES, "production"),
        ("Advise families on their pensions", Block.ACTIVITIES, "problem_solving"),
        ("Recruit dog walkers for the app", Block.ACTIVITIES, "platform"),
        ("Advertising", Block.ACTIVITIES, "none"),
        ("Knitting machine", Block.RESOURCES, "physical"),
        ("Registered trademark", Block.RESOURCES, "intellectual"),
        ("Two experienced knitters", Block.RESOURCES, "human"),
        ("A loan from my parents", Block.RESOURCES, "financial"),
        ("Wool supplier", Block.PARTNERS, "supplier"),
        ("University of Dundee for joint research", Block.PARTNERS, "strategic_alliance"),
        ("Joint venture with a spinning mill", Block.PARTNERS, "joint_venture"),
        ("Studio rent, monthly", Block.COSTS, "fixed"),
        ("Postage per parcel", Block.COSTS, "variable"),
        ("Bestelwagen", Block.RESOURCES, "physical"),
        ("Bankkredit", Block.RESOURCES, "financial"),
        ("Vendre sur les marchés", Block.ACTIVITIES, "none"),
    ],
)
def test_plain_phrases_are_sorted(text: str, block: Block, kind: str) -> None:
    (found,) = load_sorter().sort([text])

    assert (found.block, found.kind) == (block, kind)


def test_ten_items_are_sorted_at_chat_speed() -> None:
    sorter = load_sorter()
    sorter.sort(["warm up"])
    spent = []
    for turn in range(5):
        texts = [f"{text}, {turn}" for text in TEN]
        start = perf_counter()
        sorter.sort(texts)
        spent.append(perf_counter() - start)

    assert min(spent) < 0.150


def test_the_model_is_small() -> None:
    assert len(packaged_model()) < 1_000_000


def test_a_phrase_means_the_same_alone_in_company_and_remembered() -> None:
    encoder = SentenceEncoder()
    together = encoder.encode(TEN)

    assert together.shape == (10, 512)
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-3)
    assert np.allclose(encoder.encode(TEN[:1]), together[:1])
    assert np.allclose(SentenceEncoder().encode(TEN[3:4]), together[3:4], atol=1e-4)


def test_more_phrases_than_are_remembered_are_all_answered() -> None:
    encoder = SentenceEncoder()
    many = [f"soap {number}" for number in range(REMEMBERED + 10)]

    assert encoder.encode(many).shape == (REMEMBERED + 10, 512)
    assert np.allclose(encoder.encode(many[:2]), SentenceEncoder().encode(many[:2]), atol=1e-4)


def test_threads_that_sort_at_once_get_their_own_answers() -> None:
    sorter = load_sorter()
    alone = [sorter.sort([text])[0].block for text in TEN]
    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(lambda text: sorter.sort([text])[0].block, TEN * 4))

    assert together == alone * 4


def test_the_running_bot_imports_nothing_of_training() -> None:
    code = (
        "import sys, bot.understanding.loading as loading; loading.load_sorter();"
        "print([name for name in sys.modules if 'understanding.training' in name])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own code

    assert done.stdout.strip() == "[]"


@pytest.fixture(scope="module")
def scores() -> Scores:
    if not ENTRIES.exists():
        pytest.skip("the labelled entries are not here")
    return score(load_sorter(), [read_entry(line) for line in ENTRIES.read_text("utf-8").splitlines()])


def test_the_block_is_right_as_often_as_promised(scores: Scores) -> None:
    assert right(scores.block).share >= 0.88


def test_the_kind_is_right_as_often_as_promised(scores: Scores) -> None:
    assert right(scores.all_kinds).share >= 0.85
    assert {block: right(surest(scores.kinds[block])).share >= 0.92 for block in BLOCKS} == dict.fromkeys(
        BLOCKS, True
    )
