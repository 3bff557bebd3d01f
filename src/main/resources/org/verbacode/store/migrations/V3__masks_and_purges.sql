-- 1: this text was made here, by masking the names in the one before it.
ALTER TABLE answer_text ADD COLUMN masked INTEGER NOT NULL DEFAULT 0;

-- Texts that were removed for good, as keyed hashes: importing them again brings nothing back.
CREATE TABLE purged_text (
    answer      TEXT NOT NULL REFERENCES answer (id),
    hash        TEXT NOT NULL,
    PRIMARY KEY (answer, hash)
);

-- The key of these hashes, made when it is first needed.
CREATE TABLE hash_key (
    secret      TEXT PRIMARY KEY
);

-- That a purge happened. Only ever added to.
CREATE TABLE purge (
    id          TEXT PRIMARY KEY,
    study       TEXT NOT NULL REFERENCES study (name),
    answers     INTEGER NOT NULL,
    purged_at   TEXT NOT NULL
);
