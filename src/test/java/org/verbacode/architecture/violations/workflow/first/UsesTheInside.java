package org.verbacode.architecture.violations.workflow.first;

import org.verbacode.architecture.violations.learning.inside.Inside;
import org.verbacode.architecture.violations.workflow.second.UsesTheRoom;

/** Uses what only its own package may, and a room that uses it in turn. */
public record UsesTheInside(Inside inside) {
    public UsesTheRoom room() {
        return new UsesTheRoom();
    }
}
