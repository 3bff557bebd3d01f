package org.verbacode.architecture.violations.study;

/** A deliberate violation: a mutable value. */
public final class ChangingValue {
    public int count;
}
