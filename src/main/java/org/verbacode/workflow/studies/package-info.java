/**
 * Studies as a whole: the first start of a workspace, the example study, description, deletion, backup and restore.
 */
@NullMarked
package org.verbacode.workflow.studies;

import org.jspecify.annotations.NullMarked;
