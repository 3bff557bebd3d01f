package org.verbacode.workflow.analysis;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.verbacode.coding.Code;
import org.verbacode.coding.Codebook;
import org.verbacode.exchange.survey.ReadOptions;
import org.verbacode.exchange.survey.Row;
import org.verbacode.exchange.survey.SurveyFile;
import org.verbacode.exchange.survey.TableReader;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.language.SurveyLexicon;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;
import org.verbacode.workflow.LabelledFile;

/**
 * Reads a workspace's {@code lexicon.csv}, whose columns are {@code form} and {@code reading} (empty for a word that
 * is not corrected, else the full form of an abbreviation), and learns the domain words of a survey.
 */
public final class WorkspaceLexicon {
    private static final String FILE = "lexicon.csv";
    private static final String FORM = "form";
    private static final String READING = "reading";

    private WorkspaceLexicon() {}

    /**
     * An analyser with the workspace's lexicon.
     *
     * @param folder the workspace's
     * @throws RefusedException if its lexicon cannot be read
     */
    public static FrenchAnalyser analyser(Path folder) {
        return new FrenchAnalyser(read(folder));
    }

    /**
     * The same with the domain words of a survey.
     *
     * @param answers all its texts
     */
    public static FrenchAnalyser analyser(Path folder, Collection<String> answers, Codebook codebook) {
        List<String> texts = new ArrayList<>();
        for (Code code : codebook.codes()) {
            texts.addAll(List.of(code.name(), code.definition(), code.include(), code.exclude(), code.examples()));
        }
        return new FrenchAnalyser(read(folder).learn(answers, texts));
    }

    private static SurveyLexicon read(Path folder) {
        Path path = folder.resolve(FILE);
        if (!Files.exists(path)) {
            return SurveyLexicon.EMPTY;
        }
        SurveyFile file = SurveyFile.open(path, ReadOptions.FIND_OUT);
        int form = LabelledFile.column(file, FORM);
        Optional<Integer> reading = file.column(READING);
        Set<String> leftAlone = new HashSet<>();
        Map<String, String> abbreviations = new HashMap<>();
        try (TableReader rows = file.rows()) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                if (row.problem() != null || row.cells().get(form).isBlank()) {
                    throw new RefusedException(Message.of("workflow.analysis.lexicon.row", path, row.number()));
                }
                String word = row.cells().get(form).strip().toLowerCase(Locale.FRENCH);
                String read = reading.map(row.cells()::get).orElse("").strip();
                if (read.isEmpty()) {
                    leftAlone.add(word);
                } else {
                    abbreviations.put(word, read);
                }
            }
        }
        return new SurveyLexicon(Set.of(), leftAlone, abbreviations);
    }
}
