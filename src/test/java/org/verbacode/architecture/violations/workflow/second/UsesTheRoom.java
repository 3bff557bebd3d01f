package org.verbacode.architecture.violations.workflow.second;

import org.verbacode.architecture.violations.workflow.first.UsesTheInside;

/** Uses a room that uses it. */
public final class UsesTheRoom {
    public int of(UsesTheInside inside) {
        return inside.inside().value();
    }
}
