-- Files this store writes, frozen to the byte before the first attempt to publish them.
-- A stream is everything of one instance for one recipient: "hq", a kiosk's name, or "all".
CREATE TABLE sync_sent (
    recipient TEXT NOT NULL,
    instance TEXT NOT NULL,
    seq INTEGER NOT NULL,
    name TEXT NOT NULL,
    hash TEXT NOT NULL,
    bytes BLOB NOT NULL,
    events INTEGER NOT NULL,
    frozen_at INTEGER NOT NULL,
    -- frozen, published (written and read back), applied or rejected (by the reader), replaced
    state TEXT NOT NULL,
    code TEXT NOT NULL,
    -- 1 once the file is no longer in the folder, by our own hand
    removed INTEGER NOT NULL,
    PRIMARY KEY (recipient, instance, seq)
) STRICT;
-- What is, or ought to be, in the folder.
CREATE INDEX sync_sent_standing ON sync_sent (recipient, seq) WHERE removed = 0;

-- Streams this store reads: the last file whose effects are in the journal, set in one
-- transaction with them.
CREATE TABLE sync_received (
    sender TEXT NOT NULL,
    instance TEXT NOT NULL,
    seq INTEGER NOT NULL,
    hash TEXT NOT NULL,
    events INTEGER NOT NULL,
    clock INTEGER NOT NULL,
    taken_at INTEGER NOT NULL,
    -- 1 if the writer waits for a word about it
    owed INTEGER NOT NULL,
    -- the file after it, if it is genuine and cannot be taken in
    refused_seq INTEGER NOT NULL,
    refused_hash TEXT NOT NULL,
    refused_code TEXT NOT NULL,
    PRIMARY KEY (sender, instance)
) STRICT;

-- Headquarters only: the kiosks it has enrolled.
CREATE TABLE sync_kiosk (
    name TEXT PRIMARY KEY,
    ticket_letter TEXT NOT NULL,
    enrolled_at INTEGER NOT NULL,
    -- the one-time secret, until it has been used
    secret TEXT NOT NULL,
    -- what the kiosk's hello said; empty until there was one
    instance TEXT NOT NULL,
    signing_key TEXT NOT NULL,
    sealing_key TEXT NOT NULL,
    -- position in the journal up to which it has been told everything
    told INTEGER NOT NULL
) STRICT;
