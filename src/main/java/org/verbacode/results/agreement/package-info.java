/** Agreement between coders: on one code, on whole sets of codes, and by how many. */
@NullMarked
package org.verbacode.results.agreement;

import org.jspecify.annotations.NullMarked;
