/** Names and numbers of people in answers: found, confirmed, masked, purged. */
@NullMarked
package org.verbacode.web.identities;

import org.jspecify.annotations.NullMarked;
