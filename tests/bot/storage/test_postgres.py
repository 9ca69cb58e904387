"""What holds on a PostgreSQL server only: who is let in, several workers at once, a server that goes away."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.engine import make_url

from bot.storage.errors import Fact, StoreFromNewerVersion, StoreUnusable
from bot.storage.store import Store
from tests.bot.storage.playing import RULES, Clock, Founder, deliver, opened, said, texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.databases import OnServer
    from tests.postgres_server import PostgresServer

PASSWORD = "hunter2"


@pytest.fixture
def locked(postgres: PostgresServer) -> Iterator[str]:
    """Give a user who needs a password."""
    postgres.does(f"create role locked login password '{PASSWORD}'")
    yield "locked"
    postgres.does("drop role locked")


async def refusal_of(url: str) -> StoreUnusable:
    with pytest.raises(StoreUnusable) as refused:
        async with Store(url, RULES, clock=Clock()):
            pass
    assert PASSWORD not in str(refused.value)
    return refused.value


async def test_a_wrong_password_is_refused(on_server: OnServer, locked: str) -> None:
    url = make_url(on_server.url).set(username=locked, password=f"not {PASSWORD}")
    assert (await refusal_of(url.render_as_string(hide_password=False))).fact is Fact.DENIED


async def test_a_missing_password_is_refused(on_server: OnServer, locked: str) -> None:
    url = make_url(on_server.url).set(username=locked)
    assert (await refusal_of(url.render_as_string())).fact is Fact.DENIED


async def test_a_user_who_may_not_make_tables_is_refused(postgres: PostgresServer, locked: str) -> None:
    with postgres.database() as name:
        url = make_url(postgres.url(name)).set(username=locked, password=PASSWORD)
        assert (await refusal_of(url.render_as_string(hide_password=False))).fact is Fact.DENIED


async def test_an_unknown_user_is_refused(on_server: OnServer) -> None:
    assert (await refusal_of(on_server.server.url(on_server.name, user="nobody_we_know"))).fact is Fact.DENIED


async def test_a_database_that_is_not_there_is_refused(postgres: PostgresServer) -> None:
    assert (await refusal_of(postgres.url("nowhere"))).fact is Fact.NO_DATABASE


@pytest.mark.parametrize("host", ["127.0.0.1:1", "no-such-host.invalid"])
async def test_a_server_that_does_not_answer_is_refused(host: str) -> None:
    refused = await refusal_of(f"postgresql://backstage:{PASSWORD}@{host}/backstage")
    assert refused.fact is Fact.UNREACHABLE


async def test_a_socket_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert (await refusal_of(f"postgresql://backstage@/backstage?host={tmp_path}")).fact is Fact.UNREACHABLE


async def test_another_programs_database_is_refused_and_left_as_it_is(postgres: PostgresServer) -> None:
    with postgres.database() as name:
        with postgres.connect(name) as other:
            other.execute("create table recipe (title text)")
            assert (await refusal_of(postgres.url(name))).fact is Fact.NOT_OURS
            tables = other.execute("select relname from pg_stat_user_tables").fetchall()
        assert tables == [("recipe",)]


async def test_a_database_from_a_newer_version_is_refused_and_left_as_it_is(on_server: OnServer) -> None:
    on_server.change("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreFromNewerVersion):
        async with opened(on_server):
            pass
    assert on_server.read("SELECT version_num FROM alembic_version") == [("9999",)]


async def test_a_database_that_may_only_be_read_is_refused(postgres: PostgresServer) -> None:
    with postgres.database() as name:
        postgres.does(f"alter database {name} set default_transaction_read_only = on")
        assert (await refusal_of(postgres.url(name))).fact is Fact.READ_ONLY


async def test_a_database_that_can_not_hold_every_script_is_refused(postgres: PostgresServer) -> None:
    postgres.does("create database latin template template0 encoding 'LATIN1' locale 'C'")
    try:
        assert (await refusal_of(postgres.url("latin"))).fact is Fact.UNSUPPORTED
    finally:
        postgres.does("drop database latin")


async def test_the_short_form_of_an_address_is_understood(on_server: OnServer) -> None:
    short = on_server.url.replace("postgresql+psycopg://", "postgresql://")
    async with Store(short, RULES, clock=Clock()) as store:
        assert await said(store, Founder().says("Bake")) == ["1: Bake"]


async def test_workers_that_start_together_make_the_tables_once(postgres: PostgresServer) -> None:
    with postgres.database() as name:
        stores = [Store(postgres.url(name), RULES, clock=Clock()) for _ in range(4)]
        await asyncio.gather(*(store.open() for store in stores))
        answers = [await said(store, Founder(number).says("Bake")) for number, store in enumerate(stores, 1)]
        assert answers == [["1: Bake"]] * 4
        await asyncio.gather(*(store.close() for store in stores))


async def test_a_lost_connection_acknowledges_nothing_and_heals_by_itself(on_server: OnServer) -> None:
    ada = Founder()
    async with opened(on_server) as store:
        await said(store, ada.says("Bake"))
        on_server.server.drops_connections(on_server.name)
        assert await said(store, ada.says("Deliver")) == ["2: Deliver"]


async def test_while_the_server_lets_nobody_in_nothing_is_acknowledged(on_server: OnServer) -> None:
    founders = [Founder(number) for number in range(1, 6)]
    server, name = on_server.server, on_server.name
    async with opened(on_server) as store:
        await said(store, founders[0].says("Bake"))
        server.does(f"alter database {name} allow_connections false")
        server.drops_connections(name)
        arrivals = [founder.says("Deliver") for founder in founders]
        results = await asyncio.gather(*(store.take([one]) for one in arrivals), return_exceptions=True)
        assert {type(result) for result in results} == {StoreUnusable}
        assert not await store.answers()
        server.does(f"alter database {name} allow_connections true")
        taken = await store.take(arrivals)
        assert not any(committed.repeated for committed in taken)
        assert await store.answers()


async def test_one_update_that_reaches_all_workers_at_once_is_taken_once(on_server: OnServer) -> None:
    founders = [Founder(number) for number in range(1, 21)]
    arrivals = [founder.says("Bake") for founder in founders]
    async with opened(on_server) as one, opened(on_server) as two, opened(on_server) as three:
        taken = await asyncio.gather(
            one.take(arrivals), two.take(arrivals[::-1]), three.take(arrivals[10:] + arrivals[:10])
        )
        outcomes = [committed for worker in taken for committed in worker]
        assert Counter(committed.repeated for committed in outcomes) == {False: 20, True: 40}
        sent = [text for committed in outcomes for text in texts(committed.lane)]
        assert sent == ["1: Bake"] * 20
    assert on_server.read("SELECT count(*) FROM revision") == [(20,)]
    assert on_server.read("SELECT count(*) FROM person") == [(20,)]


async def test_a_chat_that_talks_to_two_workers_at_once_keeps_every_answer(on_server: OnServer) -> None:
    ada, count = Founder(), 30
    async with opened(on_server) as one, opened(on_server) as two:
        answers = await asyncio.gather(
            *((one, two)[number % 2].take([ada.says(f"Activity {number}")]) for number in range(count))
        )
        held = [(number, what.lane) for number, (what,) in enumerate(answers) if what.lane is not None]
        sent: list[str] = []
        for number, _ in held:
            sent += await deliver((one, two)[number % 2], answers[number][0])
        assert [text.partition(":")[0] for text in sent] == [str(place) for place in range(1, count + 1)]
        assert await said(two, ada.commands("count")) == [f"{count} kept, version {count}"]


async def test_no_error_of_the_store_repeats_what_a_founder_typed(on_server: OnServer) -> None:
    on_server.change("ALTER TABLE outgoing ADD CHECK (strpos(body, 'recipe') = 0)")
    async with opened(on_server) as store:
        (refused,) = await store.take([Founder().says("my secret recipe")])
        assert refused.set_aside
        assert texts(refused.lane) == ["sorry"]
    ((failure,),) = on_server.read("SELECT failure FROM turn")
    assert "IntegrityError" in str(failure)
    assert "recipe" not in str(failure)
