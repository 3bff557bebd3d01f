package org.verbacode.coding;

/**
 * A code that was merged into another, or split off another: the whole applies if one of its parts does.
 *
 * @param version of the codebook that the merge or split made
 */
public record CodeRelation(int version, CodeId whole, CodeId part) {
    public CodeRelation {
        if (whole.equals(part)) {
            throw new IllegalArgumentException("a code is not a part of itself: " + whole);
        }
    }
}
