/**
 * Persistence: studies, answers, codebooks and decisions, in SQLite in the workspace folder or on a PostgreSQL
 * server. Decisions are append-only; current codings are views over them. {@code workflow} is the only caller.
 */
@NullMarked
package org.verbacode.store;

import org.jspecify.annotations.NullMarked;
