-- Who made a version of a codebook, and by what kind of change; '' before this was kept.
ALTER TABLE codebook_version ADD COLUMN author TEXT NOT NULL DEFAULT '';
ALTER TABLE codebook_version ADD COLUMN kind TEXT NOT NULL DEFAULT '';

-- A merge or a split: the whole applies if one of its parts does. Decisions are never rewritten; they are mapped by this
-- when they are read.
CREATE TABLE code_relation (
    study       TEXT NOT NULL,
    question    TEXT NOT NULL,
    version     INTEGER NOT NULL,       -- the version that the change made
    whole       TEXT NOT NULL,
    part        TEXT NOT NULL,
    PRIMARY KEY (study, question, whole, part),
    FOREIGN KEY (study, question, version) REFERENCES codebook_version (study, question, version)
);

-- Codings are mapped by the application.
DROP VIEW considered;
