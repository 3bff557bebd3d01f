/**
 * Use cases, one class each, in one room per job. They join the computing packages with the store, compute outside
 * transactions and write in one short one. {@code web} and {@code cli} call the same use cases. The root holds what
 * every job needs.
 */
@NullMarked
package org.verbacode.workflow;

import org.jspecify.annotations.NullMarked;
