package org.verbacode.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Decision;
import org.verbacode.coding.ModelName;
import org.verbacode.coding.Provenance;
import org.verbacode.coding.Suggestion;
import org.verbacode.store.Codings;
import org.verbacode.store.Database;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Question;
import org.verbacode.study.QuestionName;
import org.verbacode.study.Respondent;
import org.verbacode.study.RespondentId;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.model.TrainModel;

/** A small invented study: answers in two waves, three codes, and a model's suggestions. */
public final class SampleStudy {
    public static final StudyName STUDY = new StudyName("tutorat");
    public static final QuestionName QUESTION = new QuestionName("apports");
    public static final WaveName FIRST = new WaveName("2019-2020");
    public static final WaveName SECOND = new WaveName("2020-2021");
    public static final ModelName MODEL = new ModelName("tutorat-apports-1");
    private static final List<String> TEXTS = List.of(
            "Du soutien moral toute l’année",
            "Des conseils pour mes études",
            "Elle m’a aidé à trouver un stage",
            "Soutien",
            "J’ai repris confiance en moi",
            "Rien de particulier",
            "Une écoute et des conseils précieux",
            "soutien !");

    private static final Provenance BLIND = new Provenance(
            Instant.parse("2026-01-15T10:00:00Z"), 1, Provenance.Manner.BLIND, null, Provenance.Shown.RANDOM);

    private final Workspace workspace;
    private final Database database;

    private SampleStudy(Workspace workspace) {
        this.workspace = workspace;
        this.database = workspace.database();
    }

    /** Creates the study with a number of answers, alternately of the two waves. */
    public static SampleStudy in(Workspace workspace, int answers) {
        SampleStudy sample = new SampleStudy(workspace);
        sample.write(answers);
        return sample;
    }

    private void write(int count) {
        database.studies().create(STUDY);
        database.studies().addWave(STUDY, FIRST);
        database.studies().addWave(STUDY, SECOND);
        Map<WaveName, String> wordings = new LinkedHashMap<>();
        wordings.put(FIRST, "Qu’est-ce que le tutorat vous a apporté ?");
        wordings.put(SECOND, "Qu’est-ce que le tutorat vous a apporté cette année ?");
        database.studies().save(new Question(STUDY, QUESTION, wordings));
        List<Respondent> respondents = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            WaveName wave = i % 2 == 0 ? FIRST : SECOND;
            RespondentId id = new RespondentId("R" + i);
            respondents.add(new Respondent(id, wave, Map.of("section", "droit")));
            answers.add(Answer.given(STUDY, wave, QUESTION, id, TEXTS.get(i % TEXTS.size())));
        }
        database.inTransaction(() -> {
            database.answers().saveRespondents(STUDY, respondents);
            return database.answers().save(answers);
        });
        database.codebooks()
                .save(
                        STUDY,
                        QUESTION,
                        List.of(
                                code("Soutien", "Appui", "Être soutenu, encouragé."),
                                code("Conseils", "Expertise", "Avis pour les études."),
                                code("Écoute", "Appui", "Être entendu.")));
    }

    private static Code code(String name, String theme, String definition) {
        return new Code(CodeId.of(STUDY, QUESTION, name), name, theme, definition, "", "", "", "#0a665c");
    }

    public static CodeId id(String name) {
        return CodeId.of(STUDY, QUESTION, name);
    }

    /** Finishes the answers of the first respondents: Soutien applies where its word occurs, no other code does. */
    public SampleStudy coded(CoderName coder, int respondents) {
        database.answers().given(STUDY, QUESTION).stream()
                .filter(answer -> number(answer) < respondents)
                .forEach(answer -> code(
                        coder,
                        answer,
                        answer.text().toLowerCase(Locale.ROOT).contains("soutien") ? List.of("Soutien") : List.of()));
        return this;
    }

    /** Finishes an answer with these codes. */
    public void code(CoderName coder, Answer answer, List<String> codes) {
        Map<CodeId, Decision.Verdict> verdicts = new LinkedHashMap<>();
        codes.forEach(code -> verdicts.put(id(code), Decision.Verdict.APPLIES));
        database.codings()
                .store(
                        new Codings.Assignment(STUDY, QUESTION, coder),
                        List.of(new Codings.Statement(answer.id(), verdicts, true, false, BLIND)));
    }

    /** Trains a version on the codings of some waves, or of all. */
    public TrainModel.Outcome train(WaveName... waves) {
        return new TrainModel(workspace).run(STUDY, QUESTION, List.of(waves), Progress.NONE);
    }

    /** Adds a respondent of the first wave with an answer. */
    public Answer give(String respondent, String text) {
        return give(FIRST, respondent, text);
    }

    /** Adds a respondent with an answer. */
    public Answer give(WaveName wave, String respondent, String text) {
        RespondentId id = new RespondentId(respondent);
        database.answers().saveRespondents(STUDY, List.of(new Respondent(id, wave, Map.of())));
        Answer answer = Answer.given(STUDY, wave, QUESTION, id, text);
        database.answers().save(List.of(answer));
        return answer;
    }

    /** The index of an answer's respondent. */
    public static int number(Answer answer) {
        return Integer.parseInt(answer.respondent().value().substring(1));
    }

    /** Stores suggestions: Soutien suggested for every answer, Conseils just below the threshold. */
    public SampleStudy suggested() {
        database.studies().setCurrentModel(STUDY, QUESTION, MODEL.value());
        List<Suggestion> suggestions = new ArrayList<>();
        List<AnswerId> ids = database.answers().given(STUDY, QUESTION).stream()
                .map(Answer::id)
                .toList();
        for (AnswerId answer : ids) {
            suggestions.add(new Suggestion(answer, id("Soutien"), 0.9, true));
            suggestions.add(new Suggestion(answer, id("Conseils"), 0.3, false));
        }
        database.suggestions().replace(MODEL, ids, suggestions);
        return this;
    }
}
