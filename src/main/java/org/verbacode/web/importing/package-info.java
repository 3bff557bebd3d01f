/** The pages on which survey files are uploaded, previewed and imported. */
@NullMarked
package org.verbacode.web.importing;

import org.jspecify.annotations.NullMarked;
