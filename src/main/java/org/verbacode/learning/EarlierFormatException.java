package org.verbacode.learning;

import java.io.IOException;
import java.io.Serial;

/** A file holds a model of an earlier recipe, which this version cannot compute. */
public final class EarlierFormatException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;
}
