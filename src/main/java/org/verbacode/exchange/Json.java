package org.verbacode.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.verbacode.study.Checksum;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;

/** Reads and writes JSON: maps, lists, records, numbers and texts. */
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final String SEAL = "checksum";
    private static final ObjectMapper SNAKE_CASE =
            MAPPER.copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

    private Json() {}

    /** The value as indented JSON, keys in their order. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    /**
     * The same with a checksum of all other keys as last key.
     *
     * @throws IllegalArgumentException if the value is not written as an object
     */
    public static String sealed(Object value) {
        if (!(MAPPER.valueToTree(value) instanceof ObjectNode object)) {
            throw new IllegalArgumentException("not an object: " + value.getClass());
        }
        return write(object.put(SEAL, checksum(object)));
    }

    /** Whether the checksum of an object does not match; an object without one is not broken. */
    public static boolean isBroken(String json) {
        try {
            JsonNode read = MAPPER.readTree(json);
            JsonNode seal = read.get(SEAL);
            return seal != null
                    && read instanceof ObjectNode object
                    && !seal.asText().equals(checksum(object.without(SEAL)));
        } catch (JsonProcessingException e) {
            return true;
        }
    }

    private static String checksum(ObjectNode object) {
        return new Checksum().add(line(object)).hex();
    }

    /** The value on one line. */
    public static String line(Object value) {
        try {
            return MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    /** The components of a record under snake-case names: {@code codebook_version}. */
    public static Map<String, Object> parts(Record value) {
        return SNAKE_CASE.convertValue(value, new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    /**
     * Parses JSON; unknown keys are ignored, duplicate keys are refused.
     *
     * @param where what is read, for the error sentence
     * @throws RefusedException if it is not JSON, or does not describe such a value
     */
    public static <T> T read(String json, Class<T> type, String where) {
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw new RefusedException(Message.of("exchange.json.wrong", where));
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new RefusedException(Message.of("exchange.json.wrong", where), e);
        }
    }
}
