"""A full-text index over the words of entries, as each database makes it; both keep it in step by themselves."""

from django.db import migrations

SQLITE = [
    # Reads its words from the table of entries' words, whose rows it knows by their key.
    """CREATE VIRTUAL TABLE search_index USING fts5(
        title_words, text_words,
        content='search_entrytext', content_rowid='entry_id', tokenize='unicode61 remove_diacritics 0')""",
    """CREATE TRIGGER search_index_added AFTER INSERT ON search_entrytext BEGIN
        INSERT INTO search_index(rowid, title_words, text_words)
        VALUES (new.entry_id, new.title_words, new.text_words);
    END""",
    """CREATE TRIGGER search_index_removed AFTER DELETE ON search_entrytext BEGIN
        INSERT INTO search_index(search_index, rowid, title_words, text_words)
        VALUES ('delete', old.entry_id, old.title_words, old.text_words);
    END""",
    """CREATE TRIGGER search_index_changed AFTER UPDATE ON search_entrytext BEGIN
        INSERT INTO search_index(search_index, rowid, title_words, text_words)
        VALUES ('delete', old.entry_id, old.title_words, old.text_words);
        INSERT INTO search_index(rowid, title_words, text_words)
        VALUES (new.entry_id, new.title_words, new.text_words);
    END""",
]
SQLITE_BACK = [
    "DROP TRIGGER search_index_added",
    "DROP TRIGGER search_index_removed",
    "DROP TRIGGER search_index_changed",
    "DROP TABLE search_index",
]
# The words are stems already, so the configuration is “simple”.
POSTGRESQL = [
    """ALTER TABLE search_entrytext ADD COLUMN vector tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('simple'::regconfig, title_words), 'A')
        || setweight(to_tsvector('simple'::regconfig, text_words), 'D')) STORED""",
    "CREATE INDEX search_entrytext_vector ON search_entrytext USING gin (vector) WITH (fastupdate = off)",
]
POSTGRESQL_BACK = [
    "DROP INDEX search_entrytext_vector",
    "ALTER TABLE search_entrytext DROP COLUMN vector",
]


def forwards(apps, schema_editor):
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement, params=None)


def backwards(apps, schema_editor):
    for statement in SQLITE_BACK if schema_editor.connection.vendor == "sqlite" else POSTGRESQL_BACK:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_entries")]

    operations = [migrations.RunPython(forwards, backwards)]
