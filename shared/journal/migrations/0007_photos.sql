-- Photos of visits, folded from the journal. A removed one stays as a row: its parts have to go
-- wherever they are.
CREATE TABLE photo (
    id TEXT NOT NULL,
    visit TEXT NOT NULL,
    kiosk TEXT NOT NULL,
    staff TEXT NOT NULL,
    taken_at INTEGER NOT NULL,
    mime TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    size INTEGER NOT NULL,
    key TEXT NOT NULL,
    removed INTEGER NOT NULL,
    PRIMARY KEY (id, visit)
) STRICT, WITHOUT ROWID;
CREATE INDEX photo_by_visit ON photo (visit);
CREATE INDEX photo_removed ON photo (id) WHERE removed = 1;
CREATE TABLE photo_part (
    photo TEXT NOT NULL,
    visit TEXT NOT NULL,
    number INTEGER NOT NULL,
    hash TEXT NOT NULL,
    size INTEGER NOT NULL,
    PRIMARY KEY (photo, visit, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX photo_part_by_visit ON photo_part (visit);
CREATE INDEX photo_part_by_hash ON photo_part (hash);

-- Parts that lie beside this very store, sealed. Of a kiosk: also whether headquarters has them.
CREATE TABLE photo_file (
    hash TEXT PRIMARY KEY,
    photo TEXT NOT NULL,
    -- when it was last written to the sync folder; 0: never, or it has to be written anew
    written_at INTEGER NOT NULL,
    -- kiosk: 1 once headquarters has it
    delivered INTEGER NOT NULL,
    -- headquarters: 0 if its own key does not open it
    sound INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX photo_file_by_photo ON photo_file (photo);
CREATE INDEX photo_file_waiting ON photo_file (hash) WHERE delivered = 0;

-- Headquarters only: parts whose event is here and that are not.
CREATE TABLE photo_wanted (
    hash TEXT PRIMARY KEY,
    photo TEXT NOT NULL,
    kiosk TEXT NOT NULL,
    since INTEGER NOT NULL,
    -- 0: not yet
    asked_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- Headquarters only: what a kiosk's instance is told about parts that lie in its folder and are
-- here.
CREATE TABLE photo_received (
    instance TEXT NOT NULL,
    hash TEXT NOT NULL,
    -- 0: not yet
    told_at INTEGER NOT NULL,
    PRIMARY KEY (instance, hash)
) STRICT, WITHOUT ROWID;
