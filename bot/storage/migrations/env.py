"""Run by Alembic with the connection that `bot.storage.migrate` opened."""

from alembic import context

from bot.storage.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite alters a table by copying it
    transactional_ddl=True,  # our own BEGIN stands around it
)
context.run_migrations()
