package org.verbacode.cli;

/** The entry point of {@code java -jar verbacode.jar}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(arguments.length);
    }
}
