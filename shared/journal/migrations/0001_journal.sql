-- The truth: every event, once, in the order in which it arrived here.
CREATE TABLE event (
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
    body TEXT NOT NULL,
    UNIQUE (instance, sequence)
) STRICT;

-- Whom an event is about: a fold reads the events of one subject.
CREATE TABLE event_subject (
    subject TEXT NOT NULL,
    position INTEGER NOT NULL REFERENCES event (position),
    PRIMARY KEY (subject, position)
) STRICT, WITHOUT ROWID;

-- Events made here that no sync file carries yet. Written with the event, in one transaction.
CREATE TABLE outbox (
    position INTEGER PRIMARY KEY REFERENCES event (position)
) STRICT;

-- Who this store is, its clock, and small things to remember.
CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
