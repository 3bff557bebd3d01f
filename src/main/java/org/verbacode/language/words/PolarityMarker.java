package org.verbacode.language.words;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.verbacode.language.Polarity;

/** Marks the words of a sentence that are negated, insufficient or intensified. */
public final class PolarityMarker {
    /** Words after a marker among which its content word is sought. */
    private static final int REACH = 5;

    private static final Set<String> CONTENT = Set.of("NOUN", "VERB", "ADJ", "PROPN");
    private static final Set<String> NEGATIONS = Set.of("pas", "jamais", "guère", "point", "aucunement", "nullement");
    private static final Set<String> WITHOUT = Set.of("sans", "aucun", "aucune", "ni", "nul", "nulle", "zéro");
    private static final Set<String> DEGREE_ADVERBS =
            Set.of("assez", "suffisamment", "vraiment", "tellement", "beaucoup");
    /** "pas seulement utile" is not a negation of "utile". */
    private static final Set<String> NOT_ONLY = Set.of("seulement", "uniquement", "que", "qu'", "juste");

    /** Words of insufficiency: "un manque de suivi"; but not "pas manqué de suivi". */
    private static final Set<String> LACKS = Set.of("manque", "manquer", "absence", "insuffisamment");
    /** "plus" with one of these is a negation, with "ne" or without: "plus aucun", "plus personne". */
    private static final Set<String> NO_MORE = Set.of("jamais", "aucun", "aucune", "rien", "personne");
    /**
     * Nouns with which "plus" is a negation without "ne": "j'en ai plus besoin", "j'ai plus envie", unless something
     * is compared.
     */
    private static final Set<String> WANTS = Set.of("besoin", "envie");

    private static final Set<String> FORCE = Set.of(
            "très",
            "trop",
            "vraiment",
            "tellement",
            "super",
            "hyper",
            "extrêmement",
            "énormément",
            "tant",
            "fort",
            "particulièrement",
            "beaucoup",
            "si");

    private PolarityMarker() {}

    public static List<Polarity> of(List<Word> sentence, List<String> tags, List<String> lemmas) {
        List<Polarity> marks = new ArrayList<>(Collections.nCopies(sentence.size(), Polarity.PLAIN));
        int denied = -1;
        for (int i = 0; i < sentence.size(); i++) {
            String form = sentence.get(i).form().toLowerCase(Locale.FRENCH);
            String next = i + 1 < sentence.size() ? sentence.get(i + 1).form().toLowerCase(Locale.FRENCH) : "";
            if (lemmas.get(i).equals("ne")) {
                denied = i;
            } else if (tags.get(i).equals("PUNCT") || i - denied > 2 * REACH) {
                denied = -1;
            }
            boolean no = denied >= 0;
            if (form.equals("pas") && next.equals("mal")) {
                ahead(i + 1, Polarity.INTENSIFIED, tags, marks);
            } else if (NEGATIONS.contains(form) && !tags.get(i).equals("NOUN")) {
                if (NOT_ONLY.contains(next)) {
                    continue;
                }
                boolean lacking = form.equals("pas") && DEGREE_ADVERBS.contains(next);
                Polarity mark = lacking ? Polarity.LACKING : Polarity.NEGATED;
                ahead(i + (lacking ? 1 : pastAtAll(sentence, i)), mark, tags, marks);
                if (!lacking) {
                    behind(i, mark, tags, marks);
                }
            } else if (WITHOUT.contains(form) || (form.equals("0") && isAt(tags, i + 1, "NOUN"))) {
                ahead(i, Polarity.NEGATED, tags, marks);
            } else if (form.equals("plus")) {
                boolean more = (!no || next.equals("que")) && !NO_MORE.contains(next) && !isNoMore(sentence, i, next);
                ahead(i, more ? Polarity.INTENSIFIED : Polarity.NEGATED, tags, marks);
                if (!more) {
                    behind(i, Polarity.NEGATED, tags, marks);
                }
            } else if (isLittle(sentence, i, form, next, tags)) {
                ahead(i, Polarity.LACKING, tags, marks);
            } else if (form.equals("rien") && (no || next.equals("de") || next.equals("d'"))) {
                if (!next.equals("à") || isAt(tags, i + 2, "VERB")) {
                    ahead(i, Polarity.NEGATED, tags, marks);
                }
                behind(i, Polarity.NEGATED, tags, marks);
            } else if (form.equals("rien") && before(sentence, i, "à")) {
                behind(i - 1, Polarity.NEGATED, tags, marks);
            } else if (LACKS.contains(lemmas.get(i))
                    && marks.get(i) != Polarity.NEGATED
                    && (next.equals("de") || next.equals("d'"))) {
                ahead(i, Polarity.LACKING, tags, marks);
            } else if (FORCE.contains(form) && tags.get(i).equals("ADV") && !next.equals("peu")) {
                ahead(i, Polarity.INTENSIFIED, tags, marks);
            }
        }
        return marks;
    }

    private static boolean isNoMore(List<Word> sentence, int i, String next) {
        if (!WANTS.contains(next)) {
            return false;
        }
        for (int j = i + 2; j < Math.min(sentence.size(), i + 2 + 2 * REACH); j++) {
            if (before(sentence, j + 1, "que", "qu'")) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAt(List<String> tags, int i, String tag) {
        return i < tags.size() && tags.get(i).equals(tag);
    }

    /** Number of words of "du tout" after "pas". */
    private static int pastAtAll(List<Word> sentence, int i) {
        for (int words = 2; words <= 3; words++) {
            if (i + words < sentence.size()
                    && before(sentence, i + words + 1, "tout")
                    && before(sentence, i + 2, "du", "de")) {
                return words;
            }
        }
        return 0;
    }

    /** "peu de temps", "trop peu", "peu utile", "moins de stress", but not "un peu de" and "au moins". */
    private static boolean isLittle(List<Word> sentence, int i, String form, String next, List<String> tags) {
        boolean some = next.equals("de") || next.equals("d'");
        boolean participle = isAt(tags, i + 1, "VERB") && next.matches(".*[éiu]e?s?");
        boolean quality = isAt(tags, i + 1, "ADJ") || participle;
        return switch (form) {
            case "peu" -> (some || quality || before(sentence, i, "trop")) && !before(sentence, i, "un");
            case "moins" -> (some || quality) && !before(sentence, i, "le", "au", "ou");
            default -> false;
        };
    }

    private static boolean before(List<Word> sentence, int i, String... forms) {
        return i > 0 && List.of(forms).contains(sentence.get(i - 1).form().toLowerCase(Locale.FRENCH));
    }

    /**
     * Marks the next content word; function words are skipped, a pause or the subject of an auxiliary ends the
     * search.
     */
    private static void ahead(int from, Polarity mark, List<String> tags, List<Polarity> marks) {
        for (int i = from + 1; i < Math.min(tags.size(), from + 1 + REACH); i++) {
            String tag = tags.get(i);
            if (tag.equals("PUNCT") || tag.equals("PRON") || tag.equals("SCONJ") || tag.equals("CCONJ")) {
                return;
            }
            if (CONTENT.contains(tag)) {
                if (marks.get(i) == Polarity.PLAIN) {
                    marks.set(i, mark);
                }
                if (!tag.equals("ADJ")
                        || i + 1 == tags.size()
                        || !tags.get(i + 1).equals("NOUN")) {
                    return;
                }
            }
        }
    }

    /** Marks the verb before: "ne stresse plus". */
    private static void behind(int from, Polarity mark, List<String> tags, List<Polarity> marks) {
        for (int i = from - 1; i >= Math.max(0, from - 3); i--) {
            if (tags.get(i).equals("VERB")) {
                marks.set(i, mark);
                return;
            }
            if (tags.get(i).equals("PUNCT") || tags.get(i).equals("AUX")) {
                return;
            }
        }
    }
}
