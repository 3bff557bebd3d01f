/** What every page is made of: the request, the frame around the content, templates, addresses, downloads. */
@NullMarked
package org.verbacode.web.page;

import org.jspecify.annotations.NullMarked;
