package org.verbacode.workflow.importing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.verbacode.store.Answers;
import org.verbacode.store.Database;
import org.verbacode.study.Answer;
import org.verbacode.study.ImportReport;
import org.verbacode.study.Message;
import org.verbacode.study.Question;
import org.verbacode.study.QuestionName;
import org.verbacode.study.Respondent;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.Progress;

/** Stores what was read: waves, questions with their wordings, respondents, answers. */
final class StoredAnswers {
    /** Answers stored per call. */
    private static final int BATCH = 500;

    private final Database database;
    private final StudyName study;
    private final ColumnMapping mapping;

    StoredAnswers(Database database, StudyName study, ColumnMapping mapping) {
        this.database = database;
        this.study = study;
        this.mapping = mapping;
    }

    ImportReport store(List<SurveyReading> readings, Progress progress) {
        for (ColumnMapping.Open open : readings.isEmpty() ? List.<ColumnMapping.Open>of() : mapping.open()) {
            database.studies().save(new Question(study, new QuestionName(open.question()), Map.of()));
        }
        Map<WaveName, Set<QuestionName>> asked = new LinkedHashMap<>();
        for (SurveyReading reading : readings) {
            for (SurveyReading.Person person : reading.people) {
                Set<QuestionName> answered =
                        asked.computeIfAbsent(person.respondent().wave(), this::askedBefore);
                person.texts().forEach((question, text) -> {
                    if (!text.isEmpty()) {
                        answered.add(question);
                    }
                });
            }
        }
        Map<Answers.Outcome, Integer> counts = new EnumMap<>(Answers.Outcome.class);
        List<ImportReport.Rejection> rejections = new ArrayList<>();
        for (SurveyReading reading : readings) {
            rejections.addAll(reading.rejections);
            store(reading, asked, counts, progress);
        }
        return new ImportReport(
                counts.getOrDefault(Answers.Outcome.ADDED, 0),
                counts.getOrDefault(Answers.Outcome.UNCHANGED, 0),
                counts.getOrDefault(Answers.Outcome.CHANGED, 0),
                0,
                rejections,
                List.of());
    }

    /** The questions that a respondent of the wave has already answered: an empty cell means blank, not "not asked". */
    private Set<QuestionName> askedBefore(WaveName wave) {
        database.studies().addWave(study, wave);
        Set<QuestionName> asked = new LinkedHashSet<>();
        for (Question question : database.studies().questions(study)) {
            boolean given = database.answers().given(study, question.name()).stream()
                    .anyMatch(answer -> answer.wave().equals(wave));
            if (given) {
                asked.add(question.name());
            }
        }
        return asked;
    }

    private void store(
            SurveyReading reading,
            Map<WaveName, Set<QuestionName>> asked,
            Map<Answers.Outcome, Integer> counts,
            Progress progress) {
        List<Respondent> respondents =
                reading.people.stream().map(SurveyReading.Person::respondent).toList();
        database.answers().saveRespondents(study, respondents);
        wordings(reading, respondents);
        List<Answer> answers = new ArrayList<>();
        for (SurveyReading.Person person : reading.people) {
            WaveName wave = person.respondent().wave();
            for (ColumnMapping.Open open : mapping.open()) {
                QuestionName question = new QuestionName(open.question());
                String text = person.texts().getOrDefault(question, "");
                boolean here = reading.open().containsKey(question)
                        && asked.getOrDefault(wave, Set.of()).contains(question);
                answers.add(
                        text.isEmpty()
                                ? Answer.without(
                                        here ? Answer.Status.BLANK : Answer.Status.NOT_ASKED,
                                        study,
                                        wave,
                                        question,
                                        person.respondent().id())
                                : Answer.given(
                                        study,
                                        wave,
                                        question,
                                        person.respondent().id(),
                                        text));
            }
        }
        for (int from = 0; from < answers.size(); from += BATCH) {
            List<Answer> batch = answers.subList(from, Math.min(from + BATCH, answers.size()));
            List<Answers.Outcome> outcomes = database.answers().save(batch);
            for (int i = 0; i < batch.size(); i++) {
                if (batch.get(i).status() == Answer.Status.GIVEN) {
                    counts.merge(outcomes.get(i), 1, Integer::sum);
                }
            }
            progress.at(
                    Message.of("workflow.importing.storing", reading.file().name()),
                    (long) from + batch.size(),
                    answers.size());
        }
    }

    /** The wording of a question in the waves of a file, unless it is already known. */
    private void wordings(SurveyReading reading, List<Respondent> respondents) {
        Set<WaveName> waves = new LinkedHashSet<>();
        respondents.forEach(respondent -> waves.add(respondent.wave()));
        for (Question question : database.studies().questions(study)) {
            Integer column = reading.open().get(question.name());
            if (column == null) {
                continue;
            }
            String header = reading.file().headers().get(column);
            String wording = reading.file().description(column).orElse(header);
            if (wording.equals(question.name().value()) || !wording.contains(" ")) {
                continue;
            }
            Map<WaveName, String> missing = new LinkedHashMap<>();
            waves.stream()
                    .filter(wave -> !question.wordings().containsKey(wave))
                    .forEach(wave -> missing.put(wave, wording));
            database.studies().save(new Question(study, question.name(), missing));
        }
    }
}
