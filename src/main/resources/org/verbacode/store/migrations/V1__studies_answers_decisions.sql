-- The same SQL runs on SQLite and PostgreSQL. Times are ISO 8601 in UTC. Migrations are numbered and never edited.

CREATE TABLE study (
    name        TEXT PRIMARY KEY,
    notice      TEXT NOT NULL,          -- stamped on every figure, such as "Données inventées"; '' for none
    mapping     TEXT NOT NULL,          -- how the last import read the columns, as JSON; '' before the first
    created_at  TEXT NOT NULL
);

CREATE TABLE wave (
    study       TEXT NOT NULL REFERENCES study (name),
    name        TEXT NOT NULL,
    PRIMARY KEY (study, name)
);

CREATE TABLE question (
    study             TEXT NOT NULL REFERENCES study (name),
    name              TEXT NOT NULL,
    position          INTEGER NOT NULL,
    reference_coder   TEXT,             -- whose codings count where no agreed coding exists
    PRIMARY KEY (study, name)
);

CREATE TABLE wording (
    study       TEXT NOT NULL,
    question    TEXT NOT NULL,
    wave        TEXT NOT NULL,
    text        TEXT NOT NULL,
    PRIMARY KEY (study, question, wave),
    FOREIGN KEY (study, question) REFERENCES question (study, name),
    FOREIGN KEY (study, wave) REFERENCES wave (study, name)
);

CREATE TABLE respondent (
    study       TEXT NOT NULL,
    wave        TEXT NOT NULL,
    id          TEXT NOT NULL,          -- a pseudonym, unique within its wave
    position    INTEGER NOT NULL,       -- the order of the file
    PRIMARY KEY (study, wave, id),
    FOREIGN KEY (study, wave) REFERENCES wave (study, name)
);

CREATE TABLE attribute (
    study       TEXT NOT NULL,
    wave        TEXT NOT NULL,
    respondent  TEXT NOT NULL,
    position    INTEGER NOT NULL,
    name        TEXT NOT NULL,
    value       TEXT NOT NULL,
    PRIMARY KEY (study, wave, respondent, name),
    FOREIGN KEY (study, wave, respondent) REFERENCES respondent (study, wave, id)
);

CREATE TABLE answer (
    id          TEXT PRIMARY KEY,       -- follows from study, wave, question and respondent
    study       TEXT NOT NULL,
    wave        TEXT NOT NULL,
    question    TEXT NOT NULL,
    respondent  TEXT NOT NULL,
    status      TEXT NOT NULL CHECK (status IN ('GIVEN', 'BLANK', 'NOT_ASKED')),
    UNIQUE (study, question, wave, respondent),
    FOREIGN KEY (study, question) REFERENCES question (study, name),
    FOREIGN KEY (study, wave, respondent) REFERENCES respondent (study, wave, id)
);

-- Every wording of an answer that was ever imported. The accepted one with the highest version is the answer's text; a
-- later one waits, accepted = 0, for the researcher's word.
CREATE TABLE answer_text (
    answer      TEXT NOT NULL REFERENCES answer (id),
    version     INTEGER NOT NULL,
    text        TEXT NOT NULL,
    accepted    INTEGER NOT NULL CHECK (accepted IN (0, 1)),
    imported_at TEXT NOT NULL,
    PRIMARY KEY (answer, version)
);

CREATE TABLE codebook_version (
    study       TEXT NOT NULL,
    question    TEXT NOT NULL,
    version     INTEGER NOT NULL,
    created_at  TEXT NOT NULL,
    PRIMARY KEY (study, question, version),
    FOREIGN KEY (study, question) REFERENCES question (study, name)
);

CREATE TABLE code (
    study       TEXT NOT NULL,
    question    TEXT NOT NULL,
    version     INTEGER NOT NULL,
    id          TEXT NOT NULL,          -- outlives renaming
    position    INTEGER NOT NULL,
    name        TEXT NOT NULL,
    theme       TEXT,
    definition  TEXT NOT NULL,
    include     TEXT NOT NULL,
    exclude     TEXT NOT NULL,
    examples    TEXT NOT NULL,
    colour      TEXT,
    PRIMARY KEY (study, question, version, id),
    UNIQUE (study, question, version, name),
    FOREIGN KEY (study, question, version) REFERENCES codebook_version (study, question, version)
);

-- One thing a coder did (ticked a code, finished an answer, coded a list), taken back and done again as a whole. UNDO
-- and REDO name the act they undo or redo, so that undo survives a reload; an import is not undone. Only ever added to.
CREATE TABLE act (
    id          TEXT PRIMARY KEY,
    study       TEXT NOT NULL,
    question    TEXT NOT NULL,
    coder       TEXT NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('DO', 'IMPORT', 'UNDO', 'REDO')),
    target      TEXT REFERENCES act (id),
    CHECK ((kind IN ('UNDO', 'REDO')) = (target IS NOT NULL)),
    FOREIGN KEY (study, question) REFERENCES question (study, name)
);
CREATE INDEX act_by_coder ON act (study, question, coder, kind, id);
CREATE INDEX act_by_target ON act (target, id);

-- One coder's word on one code of one answer. Only ever added to; the highest id counts (ids are ULIDs: time order).
CREATE TABLE decision (
    id                TEXT PRIMARY KEY,
    act               TEXT NOT NULL REFERENCES act (id),
    coder             TEXT NOT NULL,
    answer            TEXT NOT NULL REFERENCES answer (id),
    code              TEXT NOT NULL,
    verdict           TEXT NOT NULL CHECK (verdict IN ('APPLIES', 'DOES_NOT_APPLY', 'WITHDRAWN')),
    codebook_version  INTEGER NOT NULL,
    manner            TEXT NOT NULL CHECK (manner IN ('BLIND', 'ASSISTED', 'BULK', 'IMPORTED')),
    model_seen        TEXT,
    shown             TEXT NOT NULL,
    decided_at        TEXT NOT NULL
);
CREATE INDEX decision_latest ON decision (answer, coder, code, id);
CREATE INDEX decision_by_act ON decision (act);

-- A coder calls an answer finished (or opens it again): every code of the codebook version in force is considered.
-- Only ever added to; the highest id counts.
CREATE TABLE finish (
    id                TEXT PRIMARY KEY,
    act               TEXT NOT NULL REFERENCES act (id),
    coder             TEXT NOT NULL,
    answer            TEXT NOT NULL REFERENCES answer (id),
    finished          INTEGER NOT NULL CHECK (finished IN (0, 1)),
    doubt             INTEGER NOT NULL CHECK (doubt IN (0, 1)),
    codebook_version  INTEGER NOT NULL,
    manner            TEXT NOT NULL CHECK (manner IN ('BLIND', 'ASSISTED', 'BULK', 'IMPORTED')),
    model_seen        TEXT,
    shown             TEXT NOT NULL,
    decided_at        TEXT NOT NULL
);
CREATE INDEX finish_latest ON finish (answer, coder, id);
CREATE INDEX finish_by_act ON finish (act);

-- What a coder wrote beside an answer; the highest id counts, an empty text takes the note away.
CREATE TABLE note (
    id          TEXT PRIMARY KEY,
    coder       TEXT NOT NULL,
    answer      TEXT NOT NULL REFERENCES answer (id),
    text        TEXT NOT NULL,
    written_at  TEXT NOT NULL
);
CREATE INDEX note_latest ON note (answer, coder, id);

-- A coder unfolded the respondent's attributes before deciding, which can bias coding.
CREATE TABLE glance (
    id          TEXT PRIMARY KEY,
    coder       TEXT NOT NULL,
    answer      TEXT NOT NULL REFERENCES answer (id),
    looked_at   TEXT NOT NULL
);
CREATE INDEX glance_by_answer ON glance (answer);

CREATE TABLE draw (
    id          TEXT PRIMARY KEY,
    study       TEXT NOT NULL,
    question    TEXT NOT NULL,
    wave        TEXT,
    purpose     TEXT NOT NULL CHECK (purpose IN ('TRAINING', 'DOUBLE_CODING', 'AUDIT')),
    seed        BIGINT NOT NULL,
    drawn_at    TEXT NOT NULL,
    FOREIGN KEY (study, question) REFERENCES question (study, name)
);

CREATE TABLE drawn_answer (
    draw        TEXT NOT NULL REFERENCES draw (id),
    position    INTEGER NOT NULL,
    answer      TEXT NOT NULL REFERENCES answer (id),
    PRIMARY KEY (draw, position)
);
CREATE INDEX drawn_answer_by_answer ON drawn_answer (answer);

-- Which model version suggests for a question. The versions themselves are the folders of models/.
CREATE TABLE current_model (
    study       TEXT NOT NULL,
    question    TEXT NOT NULL,
    model       TEXT NOT NULL,
    PRIMARY KEY (study, question),
    FOREIGN KEY (study, question) REFERENCES question (study, name)
);

-- What the current model says of each answer; made again whenever the model or the answers change.
CREATE TABLE suggestion (
    answer      TEXT NOT NULL REFERENCES answer (id),
    code        TEXT NOT NULL,
    model       TEXT NOT NULL,
    probability DOUBLE PRECISION NOT NULL,
    proposed    INTEGER NOT NULL CHECK (proposed IN (0, 1)),
    PRIMARY KEY (answer, code)
);

CREATE VIEW current_text AS
SELECT t.answer, t.version, t.text
FROM answer_text t
WHERE t.version = (SELECT max(u.version) FROM answer_text u WHERE u.answer = t.answer AND u.accepted = 1);

CREATE VIEW current_decision AS
SELECT d.*
FROM decision d
WHERE d.verdict <> 'WITHDRAWN'
  AND d.id = (SELECT max(e.id) FROM decision e WHERE e.answer = d.answer AND e.coder = d.coder AND e.code = d.code);

CREATE VIEW current_finish AS
SELECT f.*
FROM finish f
WHERE f.id = (SELECT max(g.id) FROM finish g WHERE g.answer = f.answer AND g.coder = f.coder);

-- Every code a coder has considered on an answer: by a decision of its own, or by finishing the answer when the code
-- was in the codebook. What is not in here was not considered.
CREATE VIEW considered AS
SELECT d.answer, d.coder, d.code, d.verdict, d.manner, d.model_seen, d.id AS event
FROM current_decision d
UNION ALL
SELECT f.answer, f.coder, c.id, 'DOES_NOT_APPLY', f.manner, f.model_seen, f.id
FROM current_finish f
JOIN answer a ON a.id = f.answer
JOIN code c ON c.study = a.study AND c.question = a.question AND c.version = f.codebook_version
WHERE f.finished = 1
  AND NOT EXISTS (SELECT 1 FROM current_decision d WHERE d.answer = f.answer AND d.coder = f.coder AND d.code = c.id);

-- Whose finished coding counts on an answer: the agreed one, else the reference coder's, else the latest.
CREATE VIEW counting_coder AS
SELECT ranked.answer, ranked.coder
FROM (SELECT f.answer, f.coder,
             row_number() OVER (PARTITION BY f.answer
                                ORDER BY CASE WHEN f.coder = '=accord=' THEN 0
                                              WHEN f.coder = q.reference_coder THEN 1
                                              ELSE 2 END,
                                         f.id DESC) AS place
      FROM current_finish f
      JOIN answer a ON a.id = f.answer
      JOIN question q ON q.study = a.study AND q.name = a.question
      WHERE f.finished = 1) ranked
WHERE ranked.place = 1;
