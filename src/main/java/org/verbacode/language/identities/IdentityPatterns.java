package org.verbacode.language.identities;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.verbacode.language.Identity;
import org.verbacode.language.Identity.Kind;

/** Identifying spans with a regular form: addresses, telephone and student numbers. */
public final class IdentityPatterns {
    /** Repetitions in a pattern at most, so that matching stays linear. */
    private static final int BOUND = 64;

    private static final Map<Kind, Pattern> PATTERNS = new LinkedHashMap<>();

    static {
        PATTERNS.put(
                Kind.EMAIL,
                Pattern.compile("(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]{1," + BOUND + "}+@[\\p{L}\\p{N}-]{1,"
                        + BOUND + "}+(?:\\.[\\p{L}\\p{N}-]{1," + BOUND + "}+){1,5}+"));
        PATTERNS.put(
                Kind.ADDRESS,
                Pattern.compile("(?i)(?<![\\p{L}\\p{N}])(?:https?://|www\\.)[^\\s<>\"«»]{1,2000}(?<![.,;:!?)])"
                        + "|(?i)(?<![\\p{L}\\p{N}@./])(?:[a-z0-9-]{1,63}\\.){1,3}(?:com|org|net|be|fr|ch|ca|eu|io)"
                        + "/[^\\s<>\"«»]{1,2000}(?<![.,;:!?)])"));
        String gap = "[\\s./\\u00A0\\u202F-]?";
        String digits = "(?:" + gap + "\\d)";
        // +32, +33, +41, +1 and their 00 forms; then the national forms of Belgium, France, Switzerland and Canada.
        PATTERNS.put(
                Kind.PHONE,
                Pattern.compile(
                        "(?<![\\p{L}\\p{N}+])(?:(?:\\+|00)\\s?(?:32|33|41)" + gap + "(?:\\(0\\))?" + digits
                                + "{8,9}+|(?:(?:\\+|00)\\s?1|1(?=[\\s.(-]))" + gap + "\\(?\\d{3}\\)?" + digits
                                + "{7}+|0[1-9]" + digits
                                + "{7,8}+|\\(\\d{3}\\)\\s?\\d{3}[\\s.-]?\\d{4}|[2-9]\\d{2}[\\s.-][2-9]\\d{2}[\\s.-]\\d{4})(?!\\d)"));
        PATTERNS.put(
                Kind.STUDENT_NUMBER,
                Pattern.compile(
                        "(?i)(?<![\\p{L}\\p{N}])(?:(?:noma|matricule|n°|numéro)(?:\\s+(?:d['’]étudiante?|étudiante?))?"
                                + "\\s?:?\\s?(?:est\\s|le\\s)?\\d(?:[\\s-]?\\d){4,11}+|[a-z]{0,4}\\d{6,10})(?![\\p{L}\\p{N}])"));
        PATTERNS.put(
                Kind.HANDLE,
                Pattern.compile("(?<![\\p{L}\\p{N}@._/])@[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]{0,40}(?<![.-])"
                        + "|(?i)(?<=\\b(?:insta|instagram|snap|snapchat|discord|tiktok|telegram|facebook|pseudo)"
                        + "\\s{0,3}:\\s{0,3})[\\p{L}\\p{N}_][\\p{L}\\p{N}_.#-]{2,40}(?<![.-])"));
    }

    private IdentityPatterns() {}

    /** All matches, unordered; where patterns overlap, the first has precedence. */
    public static List<Identity> find(String text) {
        List<Identity> found = new ArrayList<>();
        PATTERNS.forEach((kind, pattern) -> {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                Identity identity = new Identity(matcher.start(), matcher.end(), kind, matcher.group());
                if (found.stream().noneMatch(other -> overlaps(other, identity))) {
                    found.add(identity);
                }
            }
        });
        return found;
    }

    public static boolean overlaps(Identity one, Identity other) {
        return one.start() < other.end() && other.start() < one.end();
    }
}
