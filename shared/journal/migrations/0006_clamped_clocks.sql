-- Where an event stands in time, for merging, if its own stamp was far ahead when headquarters
-- received it. Folded from headquarters' clock.clamped events; the stamp stays as it is.
CREATE TABLE event_clamp (
    event TEXT PRIMARY KEY,
    wall INTEGER NOT NULL,
    -- 0 at headquarters until it has written the event that says so
    announced INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
