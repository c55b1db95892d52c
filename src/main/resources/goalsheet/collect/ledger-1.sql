-- The ledger of a collection, first form. Written for SQLite and PostgreSQL alike: text, whole numbers, nothing else.
-- Amounts are text, so that sums are exact.

CREATE TABLE collection (
    template TEXT NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL
);

-- Where a workbook was seen, and when last. The same bytes in two places are one submission; other bytes in one place are two.
CREATE TABLE file (
    origin TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size BIGINT NOT NULL,
    modified BIGINT NOT NULL,
    seen BIGINT NOT NULL,
    PRIMARY KEY (origin, sha256)
);
CREATE INDEX file_sha256 ON file (sha256);

-- A workbook as checked; checker says by which program and which template, so that a newer one checks again.
CREATE TABLE submission (
    sha256 TEXT NOT NULL PRIMARY KEY,
    checker TEXT NOT NULL,
    checked BIGINT NOT NULL,
    unit_code TEXT NOT NULL,
    unit_name TEXT NOT NULL,
    template TEXT NOT NULL,
    version INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    reason TEXT NOT NULL,
    errors INTEGER NOT NULL,
    warnings INTEGER NOT NULL,
    infos INTEGER NOT NULL,
    contents TEXT NOT NULL
);
CREATE INDEX submission_unit ON submission (unit_code);

CREATE TABLE finding (
    sha256 TEXT NOT NULL REFERENCES submission (sha256) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    rule TEXT NOT NULL,
    severity TEXT NOT NULL,
    sheet TEXT NOT NULL,
    cell TEXT NOT NULL,
    field TEXT NOT NULL,
    label_zh TEXT NOT NULL,
    label_en TEXT NOT NULL,
    value TEXT NOT NULL,
    summary_zh TEXT NOT NULL,
    summary_en TEXT NOT NULL,
    message_zh TEXT NOT NULL,
    message_en TEXT NOT NULL,
    remedy_zh TEXT NOT NULL,
    remedy_en TEXT NOT NULL,
    waiver TEXT NOT NULL,
    PRIMARY KEY (sha256, number)
);

-- Every value of the form that is not blank, with its cell. number is set where the value is one: points for percentages.
CREATE TABLE entry (
    sha256 TEXT NOT NULL REFERENCES submission (sha256) ON DELETE CASCADE,
    part TEXT NOT NULL,
    sheet_no INTEGER NOT NULL,
    list TEXT NOT NULL,
    row_no INTEGER NOT NULL,
    field TEXT NOT NULL,
    sheet TEXT NOT NULL,
    cell TEXT NOT NULL,
    content TEXT NOT NULL,
    number TEXT,
    PRIMARY KEY (sha256, part, sheet_no, list, row_no, field)
);

-- What follows from all submissions together and from the roster; written anew by every run.
CREATE TABLE standing (
    unit_code TEXT NOT NULL PRIMARY KEY,
    unit_name TEXT NOT NULL,
    department TEXT NOT NULL,
    contact TEXT NOT NULL,
    phone TEXT NOT NULL,
    listed INTEGER NOT NULL,
    state TEXT NOT NULL,
    counts TEXT NOT NULL,
    submissions INTEGER NOT NULL
);

CREATE TABLE remark (
    number INTEGER NOT NULL PRIMARY KEY,
    unit_code TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    rule TEXT NOT NULL,
    severity TEXT NOT NULL,
    sheet TEXT NOT NULL,
    cell TEXT NOT NULL,
    field TEXT NOT NULL,
    label_zh TEXT NOT NULL,
    label_en TEXT NOT NULL,
    value TEXT NOT NULL,
    summary_zh TEXT NOT NULL,
    summary_en TEXT NOT NULL,
    message_zh TEXT NOT NULL,
    message_en TEXT NOT NULL,
    remedy_zh TEXT NOT NULL,
    remedy_en TEXT NOT NULL,
    waiver TEXT NOT NULL
);
