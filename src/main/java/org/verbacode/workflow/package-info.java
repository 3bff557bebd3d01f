/**
 * What Verbacode does, one class a use case: it joins the computing packages with the store, computes outside and
 * writes in one short transaction. {@code web} and {@code cli} call the same use cases.
 */
@NullMarked
package org.verbacode.workflow;

import org.jspecify.annotations.NullMarked;
