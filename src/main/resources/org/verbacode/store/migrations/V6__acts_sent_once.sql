-- The acts that a page has sent, by the id that it gave them: one that is sent again after a lost connection is not done
-- again.
CREATE TABLE sent_act (
    id          TEXT PRIMARY KEY,
    act         TEXT NOT NULL REFERENCES act (id)
);
CREATE INDEX sent_act_by_act ON sent_act (act);
