package org.verbacode.architecture.violations.results;

import java.time.Instant;
import java.util.Random;

/** A deliberate violation: class name, randomness, time, output and catch clause. */
public final class VagueHelper {
    @SuppressWarnings("CatchingUnchecked") // the violation is the point
    public void run() {
        try {
            System.out.println(Instant.now().plusMillis(new Random().nextInt(10)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
