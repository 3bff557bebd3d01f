package org.verbacode.architecture.violations.results;

import org.jdbi.v3.core.Jdbi;
import org.verbacode.architecture.violations.store.Keeper;

/** A deliberate violation: a computing package that uses the store, and SQL outside it. */
public final class UsesTheStore {
    public Keeper keeper() {
        return new Keeper();
    }

    public Class<?> sql() {
        return Jdbi.class;
    }
}
