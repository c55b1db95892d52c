-- Second form: which places still hold a workbook, and for whom and as the how-manieth of that unit a submission was taken.

-- place is desk and full path; origin is the path as it was given. The same path of two desks are two places.
CREATE TABLE place (
    place TEXT NOT NULL,
    origin TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size BIGINT NOT NULL,
    modified BIGINT NOT NULL,
    seen BIGINT NOT NULL,
    present INTEGER NOT NULL,
    PRIMARY KEY (place, sha256)
);
-- Whether they are still there nobody knows before the next run looks.
INSERT INTO place (place, origin, sha256, size, modified, seen, present) SELECT origin, origin, sha256, size, modified, seen, 0 FROM file;
DROP TABLE file;
ALTER TABLE place RENAME TO file;
CREATE INDEX file_sha256 ON file (sha256);

-- Both written anew by every run: unit from the roster where it knows it, round from 1, 0 for what is no submission of its own.
ALTER TABLE submission ADD COLUMN unit TEXT NOT NULL DEFAULT '';
ALTER TABLE submission ADD COLUMN round INTEGER NOT NULL DEFAULT 0;
