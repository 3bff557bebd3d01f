package org.verbacode.study;

/** Validates names given by researchers: not blank, at most 200 characters, no control characters. */
public final class Names {
    private static final int MAX_LENGTH = 200;

    private Names() {}

    /**
     * The name without surrounding white space.
     *
     * @throws RefusedException if it is blank, longer than 200 characters or holds control characters
     */
    public static String checked(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty()) {
            throw new RefusedException(Message.of("study.name.empty"));
        }
        if (stripped.length() > MAX_LENGTH) {
            throw new RefusedException(Message.of("study.name.long", stripped.substring(0, 40), MAX_LENGTH));
        }
        if (stripped.chars().anyMatch(Character::isISOControl)) {
            throw new RefusedException(Message.of("study.name.control"));
        }
        return stripped;
    }
}
