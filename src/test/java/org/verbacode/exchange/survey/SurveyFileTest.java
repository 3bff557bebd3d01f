package org.verbacode.exchange.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verbacode.exchange.table.Table;
import org.verbacode.exchange.table.TableFile;
import org.verbacode.study.RefusedException;

final class SurveyFileTest {
    private static final Charset EXCEL = Charset.forName("windows-1252");

    @TempDir
    private Path folder;

    private Path file(String content, Charset charset) throws IOException {
        return Files.write(folder.resolve("enquete.csv"), content.getBytes(charset));
    }

    private static SurveyFile open(Path file) {
        return SurveyFile.open(file, ReadOptions.FIND_OUT);
    }

    private static List<Row> rows(SurveyFile file) {
        List<Row> rows = new ArrayList<>();
        try (TableReader reader = file.rows()) {
            for (Row row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static List<List<String>> cells(SurveyFile file) {
        return rows(file).stream().map(Row::cells).toList();
    }

    private static String reason(Row row) {
        Row.Problem problem = row.problem();
        return problem == null ? "" : problem.reason().in(Locale.FRENCH);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, ',', UTF-8",
        "UTF-8, ;, UTF-8",
        "UTF-8, tab, UTF-8",
        "windows-1252, ;, windows-1252",
        "UTF-16LE, tab, UTF-16LE",
        "UTF-16BE, ;, UTF-16BE",
    })
    void encodingAndSeparatorAreFoundOut(String charset, String separatorName, String found) throws IOException {
        String separator = separatorName.equals("tab") ? "\t" : separatorName;
        String content = String.join(separator, "id", "apports", "âge") + "\r\n"
                + String.join(separator, "1", "\"Écoute, conseils ; soutien\"", "20") + "\r\n"
                + String.join(separator, "2", "\"Présence\r\naprès l’échec\"", "21") + "\r\n";

        SurveyFile file = open(file(content, Charset.forName(charset)));

        assertThat(file.encoding()).isEqualTo(found);
        assertThat(file.separator()).isEqualTo(separator);
        assertThat(cells(file))
                .containsExactly(
                        List.of("1", "Écoute, conseils ; soutien", "20"),
                        List.of("2", "Présence\naprès l’échec", "21"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkIsNoPartOfTheFirstHeader(String charset) throws IOException {
        assertThat(open(file("\uFEFFid;q\n1;été\n", Charset.forName(charset))).headers())
                .containsExactly("id", "q");
    }

    @Test
    void aFileThatAnnouncesItsSeparatorIsReadBehindTheAnnouncement() throws IOException {
        SurveyFile file = open(file("sep=;\r\nid;q\r\n1;a,b,c\r\n", StandardCharsets.UTF_8));

        assertThat(file.headers()).containsExactly("id", "q");
        assertThat(cells(file)).containsExactly(List.of("1", "a,b,c"));
    }

    @Test
    void oneColumnOfSentencesIsNotTornAtItsCommas() throws IOException {
        assertThat(cells(open(file("texte\nécoute, aide, soutien\nrien\n", EXCEL))))
                .containsExactly(List.of("écoute, aide, soutien"), List.of("rien"));
    }

    @Test
    void theChoiceOfThePersonGoesBeforeWhatIsFoundOut() throws IOException {
        Path file = file("id,a;b,c\n1,2;3,4\n", StandardCharsets.UTF_8);

        assertThat(SurveyFile.open(file, ReadOptions.of(null, ";")).headers()).containsExactly("id,a", "b,c");
        assertThatThrownBy(() -> ReadOptions.of("klingon", null)).hasMessageContaining("klingon");
        assertThatThrownBy(() -> ReadOptions.of(null, ";;")).hasMessageContaining(";;");
    }

    @Test
    void aWrongEncodingNamesTheCellsItDamages() throws IOException {
        Path file = file("id;q\n1;été\n2;oui\n", EXCEL);

        List<Row> rows = rows(SurveyFile.open(file, ReadOptions.of("UTF-8", null)));

        assertThat(reason(rows.get(0))).contains("autre encodage");
        assertThat(rows.get(1).problem()).isNull();
    }

    @Test
    void oneDamagedRowDoesNotSpoilTheAccentsOfTheOthers() throws IOException {
        byte[] sound = "id;q\n1;été à la mer, déjà\n2;élève\n".getBytes(StandardCharsets.UTF_8);
        byte[] damaged = "3;caf".getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(sound, sound.length + damaged.length + 2);
        System.arraycopy(damaged, 0, all, sound.length, damaged.length);
        all[all.length - 2] = (byte) 0xE9;
        all[all.length - 1] = '\n';

        List<Row> rows = rows(open(Files.write(folder.resolve("mixte.csv"), all)));

        assertThat(rows.get(0).cells()).contains("été à la mer, déjà");
        assertThat(reason(rows.get(2))).isNotEmpty();
    }

    @Test
    void anEmptyFileIsRefusedWithItsName() throws IOException {
        assertThatThrownBy(() -> open(file("", StandardCharsets.UTF_8)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("enquete.csv");
        assertThatThrownBy(() -> open(file("\n\n \n", StandardCharsets.UTF_8))).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> open(folder.resolve("absent.csv"))).hasMessageContaining("absent.csv");
        assertThatThrownBy(() -> open(folder)).isInstanceOf(RefusedException.class);
    }

    @Test
    void aHeaderWithoutRowsHasNoRows() throws IOException {
        assertThat(rows(open(file("id,q\n", StandardCharsets.UTF_8)))).isEmpty();
    }

    @Test
    void rowsOfAnotherWidthLongCellsAndZeroBytesAreNamedAndTheRestIsRead() throws IOException {
        String million = "a".repeat(1 << 20);
        List<Row> rows = rows(
                open(file("id,q\n1,bien\n2,a,b,c\n3\n4," + million + "\n5,a\0b\n6,fin,,\n", StandardCharsets.UTF_8)));

        assertThat(rows).extracting(Row::number).containsExactly(2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(rows.stream().filter(row -> row.problem() == null).map(Row::cells))
                .containsExactly(List.of("1", "bien"), List.of("6", "fin"));
        assertThat(reason(rows.get(1))).contains("4 cellules au lieu de 2");
        assertThat(reason(rows.get(3))).contains("caractères");
        assertThat(reason(rows.get(4))).contains("octet nul");
    }

    @Test
    void aQuotationMarkThatIsNeverClosedEndsTheReadingWithASentence() throws IOException {
        List<Row> rows = rows(open(file("id,q\n1,a\n2,\"b\n3,c\n", StandardCharsets.UTF_8)));

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).cells()).containsExactly("1", "a");
        assertThat(reason(rows.get(1))).contains("guillemet");
    }

    @Test
    void aRecordWithoutEndDoesNotFillTheMemory() throws IOException {
        Path file = folder.resolve("sans-fin.csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("id,q\n1,\"");
            String block = "x".repeat(1 << 20);
            for (int i = 0; i < 20; i++) {
                out.write(block);
            }
        }

        assertThat(rows(open(file))).singleElement().satisfies(row -> assertThat(reason(row))
                .contains("guillemet"));
    }

    @Test
    void columnsOfTheSameNameAndWithoutNameStayApart() throws IOException {
        assertThat(open(file("q,q,,q\n1,2,3,4\n", StandardCharsets.UTF_8)).headers())
                .containsExactly("q", "q (2)", "#3", "q (3)");
    }

    @Test
    void qualtricsHasThreeHeaderRowsAndItsWordings() throws IOException {
        SurveyFile file = open(file("""
                StartDate,ResponseId,Q1
                Date,Response ID,Qu’avez-vous appris ?
                "{""ImportId"":""startDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}"
                2024-01-01,R_1,Beaucoup
                """, StandardCharsets.UTF_8));

        assertThat(file.tool()).isEqualTo(SurveyTool.QUALTRICS);
        assertThat(file.description(2)).contains("Qu’avez-vous appris ?");
        assertThat(rows(file)).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo(4);
            assertThat(row.cells()).containsExactly("2024-01-01", "R_1", "Beaucoup");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LIMESURVEY|id,submitdate,lastpage,startlanguage,seed,G01Q01",
                "LIMESURVEY|ID de la réponse,Date de soumission,Dernière page,Langue de départ,Q",
                "GOOGLE_FORMS|Horodateur,Adresse e-mail,Que pensez-vous ?",
                "MOODLE|Réponse,Soumis le,Cours,Groupe,Id,Nom complet,Nom d’utilisateur,Q01",
                "OTHER|id,annee,apports",
            })
    void surveyToolsAreKnownByTheirColumns(SurveyTool tool, String header) throws IOException {
        assertThat(open(file(header + "\n", StandardCharsets.UTF_8)).tool()).isEqualTo(tool);
    }

    @Test
    void moodleSpeaksHtmlAndRespondentsDoNot() throws IOException {
        SurveyFile file = open(file(
                "Cours,Nom complet,Q01\nX,Y,\"<p>L&#39;&eacute;coute &amp; l&rsquo;aide<br />3 < 5 &inconnu;</p>\"\n",
                StandardCharsets.UTF_8));

        assertThat(cells(file).get(0).get(2)).isEqualTo("L'écoute & l’aide\n3 < 5 &inconnu;");
    }

    @Test
    void columnsThatSayWhoAnswersAreProposedForLeavingOut() throws IOException {
        SurveyPreview preview = SurveyPreview.of(file("""
                        ID,Année,Nom,Contact,Section,Numéro d'étudiant,Ce que ce cours vous a apporté
                        1,2024,Dupont,a@b.be,Info,e123,Une vraie écoute au quotidien
                        2,2024,Durand,c@d.be,Info,e124,Des conseils pour mes études
                        3,2024,Petit,e@f.be,Droit,e125,Rien du tout en fait
                        """, StandardCharsets.UTF_8), ReadOptions.FIND_OUT);

        assertThat(preview.columns())
                .extracting(SurveyPreview.Column::role)
                .containsExactly(
                        ColumnRole.ID,
                        ColumnRole.WAVE,
                        ColumnRole.IDENTITY,
                        ColumnRole.IDENTITY,
                        ColumnRole.ATTRIBUTE,
                        ColumnRole.IDENTITY,
                        ColumnRole.OPEN);
        assertThat(preview.count()).isEqualTo(3);
    }

    private Path zip(String name, String... namesAndContents) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    @Test
    void aWorkbookKeepsTextsNumbersAndEmptyCells() throws IOException {
        Table table = new Table(
                "r",
                List.of("id", "note", "q"),
                List.of(List.of("007", 2, "=1+1"), List.of("8", 2.5, "deux\nlignes"), List.of("9", "", "fin")));
        Path file = Files.write(folder.resolve("r.xlsx"), TableFile.xlsx(List.of(table)));

        assertThat(cells(open(file)))
                .containsExactly(
                        List.of("007", "2", "=1+1"), List.of("8", "2.5", "deux\nlignes"), List.of("9", "", "fin"));
    }

    @Test
    void aWorkbookThatUnpacksWithoutEndIsRefused() throws IOException {
        Path file = folder.resolve("bombe.xlsx");
        byte[] zeros = new byte[1 << 20];
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            for (int i = 0; i < 300; i++) {
                zip.write(zeros);
            }
        }

        assertThat(Files.size(file)).isLessThan(1 << 20);
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("256");
    }

    @Test
    void aWorkbookNeverReachesOutsideItself() throws IOException {
        Files.writeString(folder.resolve("secret.txt"), "SECRET");
        String entity = "<?xml version=\"1.0\"?><!DOCTYPE sst [<!ENTITY x SYSTEM \""
                + folder.resolve("secret.txt").toUri() + "\">]>";
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        Path file = zip(
                "entite.xlsx",
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/></Types>",
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
                "xl/workbook.xml",
                "<workbook xmlns=\"" + main
                        + "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
                "xl/sharedStrings.xml",
                entity + "<sst xmlns=\"" + main + "\"><si><t>&x;</t></si></sst>",
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"" + main
                        + "\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData></worksheet>");

        String read;
        try {
            read = String.join(",", open(file).headers());
        } catch (RefusedException refused) {
            read = refused.sentence().in(Locale.FRENCH);
        }
        assertThat(read).isNotEmpty().doesNotContain("SECRET");
    }

    @Test
    void whatOnlyLooksLikeAWorkbookIsRefused() throws IOException {
        assertThatThrownBy(() -> open(zip("texte.xlsx", "mimetype", "application/vnd.oasis.opendocument.text")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("texte.xlsx");
        Path cut = Files.write(folder.resolve("coupe.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0, 1});
        assertThatThrownBy(() -> open(cut)).isInstanceOf(RefusedException.class);
        Path old = Files.write(
                folder.resolve("vieux.xls"),
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1});
        assertThatThrownBy(() -> open(old)).hasMessageContaining("ancien");
        assertThatThrownBy(() -> open(zip("casse.xlsx", "xl/workbook.xml", "<workbook")))
                .isInstanceOf(RefusedException.class);
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverIsWrittenAsCsvIsReadBackTheSame(int seed) throws IOException {
        Random random = new Random(seed);
        String[] pieces = {
            "a", "é", "œ", "\"", ",", ";", "\t", "\n", "'", "=", "+", "-", "@", " ", "😀", "sep=", "#", "\\", "«"
        };
        int columns = 2 + random.nextInt(4);
        List<String> headers =
                IntStream.range(0, columns).mapToObj(i -> "c" + i).toList();
        List<List<Object>> table = new ArrayList<>();
        for (int row = random.nextInt(8); row >= 0; row--) {
            List<Object> cells = new ArrayList<>(List.of("r" + row));
            while (cells.size() < columns) {
                StringBuilder cell = new StringBuilder();
                for (int length = random.nextInt(6); length > 0; length--) {
                    cell.append(pieces[random.nextInt(pieces.length)]);
                }
                cells.add(cell.toString());
            }
            table.add(cells);
        }
        byte[] csv = TableFile.csv(new Table("t", headers, table));

        assertThat(cells(SurveyFile.open(Files.write(folder.resolve("f.csv"), csv), ReadOptions.of(null, ","))))
                .isEqualTo(table);
    }

    /** Random bytes are refused with a sentence or read, but break nothing. */
    @ParameterizedTest
    @MethodSource("seeds")
    void bytesThatMeanNothingAreRefusedOrReadButBreakNothing(int seed) throws IOException {
        Random random = new Random(seed);
        byte[] bytes = new byte[1 + random.nextInt(4000)];
        random.nextBytes(bytes);
        if (seed % 2 == 0) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) "ab,;\"\n\r\t\0é".charAt(Math.floorMod(bytes[i], 10));
            }
        }
        try {
            assertThat(rows(open(Files.write(folder.resolve("f.bin"), bytes)))).isNotNull();
        } catch (RefusedException refused) {
            assertThat(refused.sentence().in(Locale.FRENCH)).contains("f.bin");
        }
    }
}
