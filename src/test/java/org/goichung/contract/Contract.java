package org.goichung.contract;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The contract as tests read it. */
final class Contract {
    static final String YAML = read(Path.of("openapi", "openapi.yaml"));
    private static final OpenAPI API = parse();

    private Contract() {}

    /** One operation of the contract. */
    record Op(String id, String method, String path, Operation operation) {
        boolean isPublic() {
            return operation.getSecurity() != null && operation.getSecurity().isEmpty();
        }

        boolean wants(String header) {
            return has("header", header);
        }

        boolean takes(String query) {
            return has("query", query);
        }

        private boolean has(String in, String name) {
            return operation.getParameters() != null
                    && operation.getParameters().stream()
                            .anyMatch(parameter -> in.equals(parameter.getIn()) && name.equals(parameter.getName()));
        }

        /** The path with an unknown id in every place. */
        String pathWithUnknownIds() {
            return path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        }

        boolean hasPathParameter() {
            return path.contains("{");
        }

        /** Every example body with its media type; an operation without a body has one that is empty. */
        List<Map.Entry<String, String>> bodies() {
            if (operation.getRequestBody() == null) return List.of(Map.entry("", ""));
            return examples(operation.getRequestBody().getContent());
        }

        /** Every example of an answer with its media type. */
        static List<Map.Entry<String, String>> examples(ApiResponse answer) {
            return answer.getContent() == null ? List.of() : examples(answer.getContent());
        }

        private static List<Map.Entry<String, String>> examples(Content content) {
            var bodies = new ArrayList<Map.Entry<String, String>>();
            content.forEach((type, media) -> {
                for (Object example : examples(media)) bodies.add(Map.entry(type, text(example)));
            });
            return bodies;
        }

        private static List<Object> examples(MediaType media) {
            var examples = new ArrayList<Object>();
            if (media.getExample() != null) examples.add(media.getExample());
            if (media.getExamples() != null)
                for (Example example : media.getExamples().values()) examples.add(example.getValue());
            return examples;
        }

        private static String text(Object example) {
            return example instanceof String string ? string : io.swagger.v3.core.util.Json.pretty(example);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static List<Op> operations() {
        var operations = new ArrayList<Op>();
        API.getPaths().forEach((path, item) -> item.readOperationsMap()
                .forEach((PathItem.HttpMethod method, Operation operation) ->
                        operations.add(new Op(operation.getOperationId(), method.name(), path, operation))));
        return operations;
    }

    static Op operation(String id) {
        return operations().stream()
                .filter(op -> op.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static Schema<?> schema(String name) {
        return API.getComponents().getSchemas().get(name);
    }

    /** The schema itself, where one only refers to it. */
    static Schema<?> resolved(Schema<?> schema) {
        String reference = schema.get$ref();
        if (reference == null) return schema;
        return resolved(API.getComponents().getSchemas().get(reference.substring("#/components/schemas/".length())));
    }

    /** The answer itself, where an operation only refers to it. */
    static ApiResponse resolved(ApiResponse answer) {
        String reference = answer.get$ref();
        if (reference == null) return answer;
        return resolved(
                API.getComponents().getResponses().get(reference.substring("#/components/responses/".length())));
    }

    /** Rows of access-matrix.csv: operation → role → may. */
    static Map<String, Map<String, Boolean>> accessMatrix() {
        Map<String, Map<String, Boolean>> matrix = new LinkedHashMap<>();
        String[] header = null;
        for (String line : read(Path.of("src/test/resources/access-matrix.csv")).split("\n")) {
            if (line.isBlank() || line.startsWith("#")) continue;
            String[] cells = line.strip().split(",");
            if (header == null) {
                header = cells;
                continue;
            }
            Map<String, Boolean> row = new LinkedHashMap<>();
            for (int i = 1; i < cells.length; i++) row.put(header[i], cells[i].equals("yes"));
            if (matrix.put(cells[0], row) != null) throw new IllegalStateException("two rows for " + cells[0]);
        }
        return matrix;
    }

    private static OpenAPI parse() {
        var options = new ParseOptions();
        options.setResolve(true);
        var result = new OpenAPIV3Parser().readContents(YAML, null, options);
        if (result.getOpenAPI() == null || !result.getMessages().isEmpty())
            throw new IllegalStateException("openapi.yaml: " + result.getMessages());
        return result.getOpenAPI();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
