-- What screens read. All of it can be folded again from the journal.
CREATE TABLE customer (
    id TEXT PRIMARY KEY,
    phone TEXT NOT NULL,
    name TEXT NOT NULL,
    gender TEXT NOT NULL,
    note TEXT NOT NULL,
    first_seen INTEGER NOT NULL,
    visits INTEGER NOT NULL,
    last_visit INTEGER NOT NULL,
    consultant TEXT NOT NULL,
    bought_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_by_phone ON customer (phone);

CREATE TABLE customer_review (
    customer TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    kiosk TEXT NOT NULL,
    wall INTEGER NOT NULL,
    PRIMARY KEY (customer, field, value, kiosk, wall)
) STRICT, WITHOUT ROWID;

CREATE TABLE consent (
    customer TEXT NOT NULL,
    purpose TEXT NOT NULL,
    granted INTEGER NOT NULL,
    heads TEXT NOT NULL,
    PRIMARY KEY (customer, purpose)
) STRICT, WITHOUT ROWID;

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
    note TEXT NOT NULL,
    consultant TEXT NOT NULL,
    reason TEXT NOT NULL,
    assigned_at INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    departed_at INTEGER NOT NULL,
    outcome TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX visit_by_day ON visit (day, registered_at);
CREATE INDEX visit_by_customer ON visit (customer);
-- Parties still in the showroom.
CREATE INDEX visit_present ON visit (day) WHERE departed_at = 0;

CREATE TABLE referral (
    id TEXT PRIMARY KEY,
    referrer TEXT NOT NULL,
    referred TEXT NOT NULL,
    level TEXT NOT NULL,
    channel TEXT NOT NULL,
    consultant TEXT NOT NULL,
    submitted_at INTEGER NOT NULL,
    visited_at INTEGER NOT NULL,
    ordered_at INTEGER NOT NULL,
    product TEXT NOT NULL,
    granted_at INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    state TEXT NOT NULL,
    rejection TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX referral_by_referrer ON referral (referrer, submitted_at);
CREATE INDEX referral_by_referred ON referral (referred);
CREATE INDEX referral_by_state ON referral (state, submitted_at);

CREATE TABLE code (
    code INTEGER PRIMARY KEY,
    customer TEXT NOT NULL,
    typed TEXT NOT NULL,
    qr TEXT NOT NULL,
    expires_on INTEGER NOT NULL
) STRICT;
CREATE INDEX code_by_customer ON code (customer);

CREATE TABLE claim (
    id TEXT PRIMARY KEY,
    referrer TEXT NOT NULL,
    amount INTEGER NOT NULL,
    receipt TEXT NOT NULL,
    kiosk TEXT NOT NULL,
    staff TEXT NOT NULL,
    requested_at INTEGER NOT NULL,
    decided_at INTEGER NOT NULL,
    state TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_by_referrer ON claim (referrer, requested_at);

CREATE TABLE claim_referral (
    referral TEXT NOT NULL,
    claim TEXT NOT NULL,
    PRIMARY KEY (referral, claim)
) STRICT, WITHOUT ROWID;
