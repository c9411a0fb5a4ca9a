-- Instances and subjects are named once, and meant by a number. What is written of a new one then goes
-- where the last was written, and not to a place of its own: in a store of many years every such
-- place is a page to read and to write.
CREATE TABLE instance (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO instance (id) SELECT instance FROM event GROUP BY instance ORDER BY min(position);
CREATE TABLE event_kept (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kiosk TEXT NOT NULL,
    wall INTEGER NOT NULL,
    counter INTEGER NOT NULL,
    instance INTEGER NOT NULL REFERENCES instance (number),
    sequence INTEGER NOT NULL,
    actor TEXT NOT NULL,
    kind TEXT NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;
INSERT INTO event_kept SELECT position, event.id, kiosk, wall, counter, number, sequence, actor, kind,
    version, body FROM event JOIN instance ON instance.id = event.instance ORDER BY position;
CREATE TABLE outbox_kept AS SELECT * FROM outbox;
DROP TABLE event_subject;
DROP TABLE outbox;
DROP TABLE event;
ALTER TABLE event_kept RENAME TO event;
CREATE INDEX event_by_instance ON event (instance, sequence);
CREATE TABLE outbox (
    position INTEGER PRIMARY KEY REFERENCES event (position)
) STRICT;
INSERT INTO outbox SELECT * FROM outbox_kept;
DROP TABLE outbox_kept;

CREATE TABLE subject (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE event_subject (
    subject INTEGER NOT NULL REFERENCES subject (number),
    position INTEGER NOT NULL REFERENCES event (position),
    PRIMARY KEY (subject, position)
) STRICT, WITHOUT ROWID;

DROP TABLE customer;
CREATE TABLE customer (
    -- by which it is found
    subject INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    phone TEXT NOT NULL,
    name TEXT NOT NULL,
    gender TEXT NOT NULL,
    note TEXT NOT NULL,
    first_seen INTEGER NOT NULL,
    visits INTEGER NOT NULL,
    last_visit INTEGER NOT NULL,
    consultant TEXT NOT NULL,
    bought_at INTEGER NOT NULL
) STRICT;
CREATE INDEX customer_by_phone ON customer (phone);

DROP TABLE visit;
CREATE TABLE visit (
    id TEXT PRIMARY KEY,
    kiosk TEXT NOT NULL,
    ticket TEXT NOT NULL,
    day INTEGER NOT NULL,
    registered_at INTEGER NOT NULL,
    party_size INTEGER NOT NULL,
    purpose TEXT NOT NULL,
    kind TEXT NOT NULL,
    source TEXT NOT NULL,
    customer TEXT NOT NULL,
    -- NULL where nobody is named
    customer_subject INTEGER,
    note TEXT NOT NULL,
    consultant TEXT NOT NULL,
    reason TEXT NOT NULL,
    assigned_at INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    departed_at INTEGER NOT NULL,
    outcome TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX visit_by_day ON visit (day, registered_at);
CREATE INDEX visit_by_customer ON visit (customer_subject);
