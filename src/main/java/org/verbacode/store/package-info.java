/**
 * The truth: studies, answers, codebooks and every decision, in SQLite in the workspace folder or on a PostgreSQL
 * server. Decisions are only ever added; where a coder stands is a view over them. {@code workflow} is the only caller.
 */
@NullMarked
package org.verbacode.store;

import org.jspecify.annotations.NullMarked;
