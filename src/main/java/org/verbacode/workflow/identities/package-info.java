/** Names and numbers of people in answers: found, masked, purged. */
@NullMarked
package org.verbacode.workflow.identities;

import org.jspecify.annotations.NullMarked;
