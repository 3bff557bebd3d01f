package org.verbacode.workflow;

import java.util.ArrayList;
import java.util.List;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.study.Message;

/** Reads many texts at once. */
final class Reading {
    private static final Message TASK = Message.of("workflow.task.reading");

    private Reading() {}

    /** The texts read, in their order. */
    static List<AnalysedAnswer> of(List<String> texts, FrenchAnalyser analyser, AllCores cores, Progress progress) {
        List<AnalysedAnswer> read = new ArrayList<>(texts.size());
        progress.at(TASK, 0, texts.size());
        cores.each(texts.iterator(), analyser::analyse, answer -> {
            read.add(answer);
            progress.at(TASK, read.size(), texts.size());
        });
        return read;
    }
}
