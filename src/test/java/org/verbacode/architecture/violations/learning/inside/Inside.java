package org.verbacode.architecture.violations.learning.inside;

/** Lies in a sub-package that is not for others. */
public record Inside(int value) {}
