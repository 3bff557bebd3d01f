/** The model page. */
@NullMarked
package org.verbacode.web.model;

import org.jspecify.annotations.NullMarked;
