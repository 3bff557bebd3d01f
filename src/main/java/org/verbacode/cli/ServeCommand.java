package org.verbacode.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.verbacode.cli.console.CommonOptions;
import org.verbacode.cli.console.Console;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;
import org.verbacode.web.WebServer;
import org.verbacode.workflow.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code serve}: the web application, until it is interrupted. */
@Command(name = "serve")
final class ServeCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    @Mixin
    CommonOptions options = new CommonOptions();

    @Option(names = "--port", paramLabel = "PORT", descriptionKey = "serve.port")
    int port = 8420;

    @Option(names = "--no-browser", descriptionKey = "serve.no-browser")
    boolean noBrowser;

    @Override
    public Integer call() throws InterruptedException {
        Console console = options.console();
        // The study of a corpus is imported in the background, so that the first page comes at once.
        Workspace workspace = options.startAsItIs(Workspace.Access.WRITE);
        WebServer server = start(workspace);
        // Ctrl+C runs the shutdown hooks: a write in progress is completed.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            workspace.close();
        }));
        console.tell(Message.of("cli.serve.address", server.address()));
        if (!noBrowser) {
            browse(server.address());
        }
        new CountDownLatch(1).await();
        return Main.DONE;
    }

    private WebServer start(Workspace workspace) {
        try {
            return WebServer.start(workspace, port);
        } catch (RefusedException e) {
            workspace.close();
            throw e;
        }
    }

    /** Opens the browser by the system's own command, since a headless Java has no desktop. */
    private static void browse(String address) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        List<String> command = system.contains("win")
                ? List.of("rundll32", "url.dll,FileProtocolHandler", address)
                : List.of(system.contains("mac") ? "open" : "xdg-open", address);
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            // The address is printed as well, for opening by hand.
            LOG.debug("no browser", e);
        }
    }
}
