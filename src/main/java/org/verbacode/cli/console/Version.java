package org.verbacode.cli.console;

import picocli.CommandLine;

/** The version recorded by the build. */
public final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"Verbacode " + (version == null ? "(sources)" : version)};
    }
}
