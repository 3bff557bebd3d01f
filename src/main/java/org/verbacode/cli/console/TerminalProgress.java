package org.verbacode.cli.console;

import java.text.DecimalFormat;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.verbacode.study.Message;
import org.verbacode.workflow.Progress;

/** A progress bar on the terminal for each task, on standard error. */
public final class TerminalProgress implements Progress, AutoCloseable {
    private final boolean onTerminal;
    private final Console console;
    private @Nullable String task;
    private @Nullable ProgressBar bar;

    TerminalProgress(boolean onTerminal, Console console) {
        this.onTerminal = onTerminal;
        this.console = console;
    }

    @Override
    public void at(Message message, long done, long total) {
        if (!onTerminal) {
            return;
        }
        String name = console.printable(message);
        ProgressBar current = bar;
        if (current == null || !name.equals(task)) {
            close();
            current = new ProgressBarBuilder()
                    .setTaskName(name)
                    .setInitialMax(total <= 0 ? -1 : total)
                    .setStyle(ProgressBarStyle.ASCII)
                    .startsFrom(done, Duration.ZERO)
                    .showSpeed(new DecimalFormat("#,##0"))
                    .build();
            bar = current;
            task = name;
        }
        current.stepTo(done);
    }

    @Override
    public void close() {
        ProgressBar current = bar;
        if (current != null) {
            current.close();
            bar = null;
        }
    }
}
