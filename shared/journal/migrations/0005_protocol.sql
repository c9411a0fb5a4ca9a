-- An event's id is its identity. Two events with one instance and sequence are the work of a cloned
-- or restored store: both are kept, and the sync room reports them.
CREATE TABLE event_kept (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kiosk TEXT NOT NULL,
    wall INTEGER NOT NULL,
    counter INTEGER NOT NULL,
    instance TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    actor TEXT NOT NULL,
    kind TEXT NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;
INSERT INTO event_kept SELECT * FROM event ORDER BY position;
CREATE TABLE subject_kept AS SELECT * FROM event_subject;
CREATE TABLE outbox_kept AS SELECT * FROM outbox;
DROP TABLE event_subject;
DROP TABLE outbox;
DROP TABLE event;
ALTER TABLE event_kept RENAME TO event;
CREATE INDEX event_by_instance ON event (instance, sequence);
CREATE TABLE event_subject (
    subject TEXT NOT NULL,
    position INTEGER NOT NULL REFERENCES event (position),
    PRIMARY KEY (subject, position)
) STRICT, WITHOUT ROWID;
INSERT INTO event_subject SELECT * FROM subject_kept;
DROP TABLE subject_kept;
CREATE TABLE outbox (
    position INTEGER PRIMARY KEY REFERENCES event (position)
) STRICT;
INSERT INTO outbox SELECT * FROM outbox_kept;
DROP TABLE outbox_kept;

-- Everything up to this position of the journal that the recipient is to have is in this file or
-- in one before it.
ALTER TABLE sync_sent ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sync_sent ADD COLUMN written_at INTEGER NOT NULL DEFAULT 0;
-- Of `events`, how many the reader has put in quarantine.
ALTER TABLE sync_sent ADD COLUMN refused INTEGER NOT NULL DEFAULT 0;
-- What is still known of files whose bytes have been dropped: the last of them, and their sums.
CREATE TABLE sync_dropped (
    recipient TEXT NOT NULL,
    instance TEXT NOT NULL,
    seq INTEGER NOT NULL,
    hash TEXT NOT NULL,
    position INTEGER NOT NULL,
    events INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    PRIMARY KEY (recipient, instance)
) STRICT;
-- Parts of snapshots, frozen like files. seq is that of the manifest; 0 until it is written.
CREATE TABLE sync_part (
    recipient TEXT NOT NULL,
    instance TEXT NOT NULL,
    seq INTEGER NOT NULL,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    hash TEXT NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (recipient, instance, seq, number)
) STRICT;

-- The last file that a verified backup holds the effects of.
ALTER TABLE sync_received ADD COLUMN archived_seq INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sync_received ADD COLUMN archived_hash TEXT NOT NULL DEFAULT '';
-- What is missing before files that are here: JSON list of ranges, when it was first seen missing,
-- and when it was last asked for.
ALTER TABLE sync_received ADD COLUMN wants TEXT NOT NULL DEFAULT '';
ALTER TABLE sync_received ADD COLUMN wanted_since INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sync_received ADD COLUMN asked_at INTEGER NOT NULL DEFAULT 0;
-- Every file taken in, to know a fork by: another file with the same number.
CREATE TABLE sync_taken (
    sender TEXT NOT NULL,
    instance TEXT NOT NULL,
    seq INTEGER NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (sender, instance, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO sync_taken SELECT sender, instance, seq, hash FROM sync_received WHERE seq > 0;
-- Genuine files that wait for one before them.
CREATE TABLE sync_waiting (
    sender TEXT NOT NULL,
    instance TEXT NOT NULL,
    seq INTEGER NOT NULL,
    hash TEXT NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (sender, instance, seq)
) STRICT;
-- What was genuine and could not be taken in, wholly or in part.
CREATE TABLE sync_rejection (
    sender TEXT NOT NULL,
    instance TEXT NOT NULL,
    seq INTEGER NOT NULL,
    hash TEXT NOT NULL,
    code TEXT NOT NULL,
    events INTEGER NOT NULL,
    PRIMARY KEY (sender, instance, seq, hash)
) STRICT;
-- What a person should know of: forks, quarantined files and events, restored and cloned stores.
CREATE TABLE sync_conflict (
    number INTEGER PRIMARY KEY,
    noticed_at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    kiosk TEXT NOT NULL,
    instance TEXT NOT NULL,
    seq INTEGER NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    content BLOB NOT NULL,
    UNIQUE (kind, kiosk, instance, seq, subject)
) STRICT;
-- Headquarters' signatures under events of others: with them they can be given back to a
-- headquarters that has lost them. `digests` holds 32 bytes, `events` 16 bytes an event.
CREATE TABLE sync_endorsement (
    number INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    signature BLOB NOT NULL UNIQUE,
    digests BLOB NOT NULL,
    events BLOB NOT NULL
) STRICT;

-- Headquarters only. The instances a kiosk is and was, for good. The key is that of its hello;
-- empty where a later hello only said that the kiosk had been this one.
CREATE TABLE sync_instance (
    instance TEXT NOT NULL,
    kiosk TEXT NOT NULL,
    since INTEGER NOT NULL,
    signing_key TEXT NOT NULL,
    PRIMARY KEY (instance, kiosk)
) STRICT, WITHOUT ROWID;
INSERT INTO sync_instance SELECT instance, name, enrolled_at, signing_key FROM sync_kiosk
WHERE instance <> '';
-- Events that came in another instance's stream than the one they bear: a kiosk's of its former
-- instances, a clone's, or given back for others. Everybody is told of them but their giver.
CREATE TABLE sync_stray (
    event TEXT PRIMARY KEY,
    giver TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- The instance of the stream that goes down to it; empty: that of the store.
ALTER TABLE sync_kiosk ADD COLUMN stream TEXT NOT NULL DEFAULT '';
-- JSON object: of which instances, and up to which sequence, it has exactly what is here.
ALTER TABLE sync_kiosk ADD COLUMN have TEXT NOT NULL DEFAULT '{}';
-- 1 until it has said what it has, after headquarters was restored.
ALTER TABLE sync_kiosk ADD COLUMN holding INTEGER NOT NULL DEFAULT 0;
-- 1 if it lacks a file whose bytes are gone.
ALTER TABLE sync_kiosk ADD COLUMN snapshot_due INTEGER NOT NULL DEFAULT 0;
-- When it was revoked; 0: it may write.
ALTER TABLE sync_kiosk ADD COLUMN revoked_at INTEGER NOT NULL DEFAULT 0;
-- Schemas it reads, as its last file said.
ALTER TABLE sync_kiosk ADD COLUMN reads_from INTEGER NOT NULL DEFAULT 1;
ALTER TABLE sync_kiosk ADD COLUMN reads_to INTEGER NOT NULL DEFAULT 1;
-- The hash of the sealed companion of the pack it was last sent.
ALTER TABLE sync_kiosk ADD COLUMN companion TEXT NOT NULL DEFAULT '';
