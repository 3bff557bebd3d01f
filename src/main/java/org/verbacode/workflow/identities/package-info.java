/** Identifying spans in answers: found, masked, purged. */
@NullMarked
package org.verbacode.workflow.identities;

import org.jspecify.annotations.NullMarked;
