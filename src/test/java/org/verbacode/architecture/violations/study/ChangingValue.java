package org.verbacode.architecture.violations.study;

/** Breaks a rule on purpose: a value that can change. */
public final class ChangingValue {
    public int count;
}
