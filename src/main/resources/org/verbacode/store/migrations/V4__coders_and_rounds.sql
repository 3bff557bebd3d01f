-- The people who code in a study, as they are named in their codings.
CREATE TABLE coder (
    study       TEXT NOT NULL REFERENCES study (name),
    name        TEXT NOT NULL,
    initials    TEXT NOT NULL,
    role        TEXT NOT NULL CHECK (role IN ('LEADS', 'CODES')),
    added_at    TEXT NOT NULL,
    PRIMARY KEY (study, name)
);

-- A draw with a name, which its coders code blind.
CREATE TABLE round (
    draw              TEXT PRIMARY KEY REFERENCES draw (id),
    name              TEXT NOT NULL,
    codebook_version  INTEGER NOT NULL,
    model             TEXT              -- the version whose suggestions were frozen; null for none
);

CREATE TABLE round_coder (
    draw        TEXT NOT NULL REFERENCES round (draw),
    position    INTEGER NOT NULL,
    coder       TEXT NOT NULL,
    PRIMARY KEY (draw, coder)
);

-- A round ended before all its coders had finished.
CREATE TABLE round_closing (
    draw        TEXT PRIMARY KEY REFERENCES round (draw),
    coder       TEXT NOT NULL,
    closed_at   TEXT NOT NULL
);

-- What was known of each answer of the population when the round was drawn: known = 1 if people had coded it blind or
-- agreed on it; the codes are theirs, else those of the label (assisted coding or suggestion) of that moment.
CREATE TABLE frozen_answer (
    draw        TEXT NOT NULL REFERENCES round (draw),
    answer      TEXT NOT NULL REFERENCES answer (id),
    known       INTEGER NOT NULL CHECK (known IN (0, 1)),
    PRIMARY KEY (draw, answer)
);
CREATE INDEX frozen_answer_by_answer ON frozen_answer (answer);

CREATE TABLE frozen_code (
    draw        TEXT NOT NULL,
    answer      TEXT NOT NULL,
    code        TEXT NOT NULL,
    PRIMARY KEY (draw, answer, code),
    FOREIGN KEY (draw, answer) REFERENCES frozen_answer (draw, answer)
);

-- The rows of packets that have been merged, by the ids of the codes that apply, joined by commas: each is merged once.
CREATE TABLE merged_row (
    draw        TEXT NOT NULL REFERENCES round (draw),
    coder       TEXT NOT NULL,
    answer      TEXT NOT NULL REFERENCES answer (id),
    codes       TEXT NOT NULL,
    merged_at   TEXT NOT NULL,          -- an event id, so that rows sort by time
    PRIMARY KEY (draw, coder, answer, codes)
);
CREATE INDEX merged_row_by_answer ON merged_row (answer);

-- Who settled a difference, by an act of the agreed coder.
CREATE TABLE settlement (
    act         TEXT PRIMARY KEY REFERENCES act (id),
    settled_by  TEXT NOT NULL
);

-- A reply to a coder's doubt or note on an answer. Only ever added to.
CREATE TABLE reply (
    id          TEXT PRIMARY KEY,
    answer      TEXT NOT NULL REFERENCES answer (id),
    coder       TEXT NOT NULL,          -- to whom
    author      TEXT NOT NULL,
    text        TEXT NOT NULL,
    written_at  TEXT NOT NULL
);
CREATE INDEX reply_by_answer ON reply (answer);

CREATE TABLE reply_read (
    reply       TEXT PRIMARY KEY REFERENCES reply (id),
    read_at     TEXT NOT NULL
);

-- A coder has read how the agreed coding differs from theirs, up to an act. Only ever added to.
CREATE TABLE differences_read (
    id          TEXT PRIMARY KEY,
    study       TEXT NOT NULL,
    question    TEXT NOT NULL,
    coder       TEXT NOT NULL,
    read_at     TEXT NOT NULL,
    FOREIGN KEY (study, question) REFERENCES question (study, name)
);
