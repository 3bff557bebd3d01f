package org.verbacode.exchange.coding;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Decision;
import org.verbacode.coding.Draw;
import org.verbacode.coding.EventId;
import org.verbacode.coding.Finish;
import org.verbacode.coding.History;
import org.verbacode.coding.ModelName;
import org.verbacode.coding.Packet;
import org.verbacode.coding.Provenance;
import org.verbacode.coding.Round;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Question;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RespondentId;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;

/** A packet as plain texts and numbers, in the order of the file. */
record PacketContent(
        int format,
        String study,
        String notice,
        String question,
        Map<String, String> wordings,
        RoundPart round,
        String coder,
        List<CodePart> codes,
        List<AnswerPart> answers,
        List<ActPart> acts,
        List<DecisionPart> decisions,
        List<FinishPart> finishes,
        List<NotePart> notes) {
    /** The only format so far. */
    static final int FORMAT = 1;

    record RoundPart(
            String draw,
            String name,
            String purpose,
            @Nullable String wave,
            long seed,
            String at,
            List<String> coders,
            int codebookVersion,
            List<String> answers) {}

    record CodePart(
            String id,
            String name,
            @Nullable String theme,
            String definition,
            String include,
            String exclude,
            String examples,
            @Nullable String colour) {}

    record AnswerPart(String wave, String respondent, String text) {}

    record ActPart(String id, String kind, @Nullable String target) {}

    record ProvenancePart(
            String at,
            int codebookVersion,
            String manner,
            @Nullable String model,
            String shown) {
        static ProvenancePart of(Provenance provenance) {
            ModelName model = provenance.modelSeen();
            return new ProvenancePart(
                    provenance.at().toString(),
                    provenance.codebookVersion(),
                    provenance.manner().name(),
                    model == null ? null : model.value(),
                    provenance.shown().name());
        }

        Provenance value() {
            return new Provenance(
                    Instant.parse(at),
                    codebookVersion,
                    Provenance.Manner.valueOf(manner),
                    model == null ? null : new ModelName(model),
                    Provenance.Shown.valueOf(shown));
        }
    }

    record DecisionPart(String id, String act, String answer, String code, String verdict, ProvenancePart provenance) {}

    record FinishPart(
            String id, String act, String answer, boolean finished, boolean doubt, ProvenancePart provenance) {}

    record NotePart(String id, String answer, String text, String at) {}

    /** The parts of a packet. */
    static PacketContent of(Packet packet) {
        Draw draw = packet.round().draw();
        WaveName wave = draw.wave();
        Map<String, String> wordings = new LinkedHashMap<>();
        packet.question().wordings().forEach((of, text) -> wordings.put(of.value(), text));
        History history = packet.history();
        return new PacketContent(
                FORMAT,
                draw.study().value(),
                packet.notice(),
                draw.question().value(),
                wordings,
                new RoundPart(
                        draw.id().value(),
                        packet.round().name(),
                        draw.purpose().name(),
                        wave == null ? null : wave.value(),
                        draw.seed(),
                        draw.at().toString(),
                        packet.round().coders().stream().map(CoderName::value).toList(),
                        packet.round().codebookVersion(),
                        draw.answers().stream().map(AnswerId::value).toList()),
                packet.coder().value(),
                packet.codebook().codes().stream()
                        .map(code -> new CodePart(
                                code.id().value(),
                                code.name(),
                                code.theme(),
                                code.definition(),
                                code.include(),
                                code.exclude(),
                                code.examples(),
                                code.colour()))
                        .toList(),
                packet.answers().stream()
                        .map(answer -> new AnswerPart(
                                answer.wave().value(), answer.respondent().value(), answer.text()))
                        .toList(),
                history.acts().stream().map(PacketContent::part).toList(),
                history.decisions().stream()
                        .map(decision -> new DecisionPart(
                                decision.id().value(),
                                decision.act().value(),
                                decision.answer().value(),
                                decision.code().value(),
                                decision.verdict().name(),
                                ProvenancePart.of(decision.provenance())))
                        .toList(),
                history.finishes().stream()
                        .map(finish -> new FinishPart(
                                finish.id().value(),
                                finish.act().value(),
                                finish.answer().value(),
                                finish.finished(),
                                finish.doubt(),
                                ProvenancePart.of(finish.provenance())))
                        .toList(),
                history.notes().stream()
                        .map(note -> new NotePart(
                                note.id().value(),
                                note.answer().value(),
                                note.text(),
                                note.at().toString()))
                        .toList());
    }

    private static ActPart part(History.Act act) {
        EventId target = act.target();
        return new ActPart(act.id().value(), act.kind().name(), target == null ? null : target.value());
    }

    /** @throws RuntimeException if a part is missing or wrong */
    Packet packet() {
        StudyName study = new StudyName(study());
        QuestionName question = new QuestionName(question());
        CoderName coder = new CoderName(coder());
        Map<WaveName, String> wordings = new LinkedHashMap<>();
        wordings().forEach((wave, text) -> wordings.put(new WaveName(wave), text));
        RoundPart round = round();
        String wave = round.wave();
        Draw draw = new Draw(
                new EventId(round.draw()),
                study,
                question,
                wave == null ? null : new WaveName(wave),
                Draw.Purpose.valueOf(round.purpose()),
                round.seed(),
                Instant.parse(round.at()),
                round.answers().stream().map(AnswerId::new).toList());
        List<Code> codes = codes().stream()
                .map(code -> new Code(
                        new CodeId(code.id()),
                        code.name(),
                        code.theme(),
                        code.definition(),
                        code.include(),
                        code.exclude(),
                        code.examples(),
                        code.colour()))
                .toList();
        return new Packet(
                new Round(
                        draw,
                        round.name(),
                        round.coders().stream().map(CoderName::new).toList(),
                        round.codebookVersion(),
                        null),
                coder,
                notice(),
                new Question(study, question, wordings),
                new Codebook(question, round.codebookVersion(), codes),
                answers().stream()
                        .map(answer -> Answer.given(
                                study,
                                new WaveName(answer.wave()),
                                question,
                                new RespondentId(answer.respondent()),
                                answer.text()))
                        .toList(),
                history(coder));
    }

    private History history(CoderName coder) {
        return new History(
                acts().stream()
                        .map(act -> new History.Act(
                                new EventId(act.id()), coder, History.Kind.valueOf(act.kind()), target(act)))
                        .toList(),
                decisions().stream()
                        .map(decision -> new Decision(
                                new EventId(decision.id()),
                                new EventId(decision.act()),
                                coder,
                                new AnswerId(decision.answer()),
                                new CodeId(decision.code()),
                                Decision.Verdict.valueOf(decision.verdict()),
                                decision.provenance().value()))
                        .toList(),
                finishes().stream()
                        .map(finish -> new Finish(
                                new EventId(finish.id()),
                                new EventId(finish.act()),
                                coder,
                                new AnswerId(finish.answer()),
                                finish.finished(),
                                finish.doubt(),
                                finish.provenance().value()))
                        .toList(),
                notes().stream()
                        .map(note -> new History.Note(
                                new EventId(note.id()),
                                coder,
                                new AnswerId(note.answer()),
                                note.text(),
                                Instant.parse(note.at())))
                        .toList());
    }

    private static @Nullable EventId target(ActPart act) {
        String target = act.target();
        return target == null ? null : new EventId(target);
    }
}
