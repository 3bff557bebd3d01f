package org.verbacode.coding;

import java.util.Set;

/**
 * The state of an answer when a round was drawn.
 *
 * @param known whether people had coded it blind or agreed on it; its codes are then true values, else labels that an
 *     audit corrects
 */
public record FrozenLabels(boolean known, Set<CodeId> codes) {
    public FrozenLabels {
        codes = Set.copyOf(codes);
    }
}
