package org.verbacode.cli;

import picocli.CommandLine;

/** The version as the build wrote it down. */
final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Main.class.getPackage().getImplementationVersion();
        return new String[] {"Verbacode " + (version == null ? "(sources)" : version)};
    }
}
