/**
 * Several coders: people and their roles, rounds of blind coding, packets for other computers, agreement, settling, and
 * replies to doubts.
 */
@NullMarked
package org.verbacode.workflow.coders;

import org.jspecify.annotations.NullMarked;
