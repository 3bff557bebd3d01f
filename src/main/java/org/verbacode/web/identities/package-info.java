/** The pages of pseudonymisation. */
@NullMarked
package org.verbacode.web.identities;

import org.jspecify.annotations.NullMarked;
