package org.verbacode.architecture.violations.store;

import org.verbacode.architecture.violations.results.UsesTheStore;

/** A deliberate violation, together with the class it names: a cycle. */
public final class Keeper {
    public UsesTheStore user() {
        return new UsesTheStore();
    }
}
