-- What a model suggested for an answer stood before a coder's eyes: whatever this coder decides on the answer from then
-- on was decided with it in view, even after the application was closed in between. Only ever added to.
CREATE TABLE suggestion_seen (
    id          TEXT PRIMARY KEY,
    coder       TEXT NOT NULL,
    answer      TEXT NOT NULL REFERENCES answer (id),
    model       TEXT NOT NULL,
    seen_at     TEXT NOT NULL,
    UNIQUE (answer, coder, model)
);
