-- Headquarters only: instances that are believed no longer, also those it does not know yet or not
-- any more.
CREATE TABLE sync_revoked (
    instance TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
