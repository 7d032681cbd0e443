package org.goichung.contract;

import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.goichung.contract.Contract.Op;

/** Where in an operation's request ids travel: in its path, its query and its JSON body, as the contract says. */
final class Places {
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
    /** What names somebody without being a uuid. */
    private static final Set<String> NAMES = Set.of("msisdn", "nationalId", "eventId", "amends");

    private Places() {}

    enum In {
        PATH,
        QUERY,
        BODY
    }

    /**
     * One such place.
     *
     * @param at the parameter's name, or a JSON pointer into the body where an array's first element stands for all
     */
    record Place(Op op, In in, String at) {
        String name() {
            String[] steps = at.split("/");
            String last = steps[steps.length - 1];
            return last.equals("0") ? steps[steps.length - 2] : last;
        }

        /** Null where no story knows of such a thing. */
        String kind() {
            return Kinds.of(name());
        }

        @Override
        public String toString() {
            return op + " " + in.name().toLowerCase(java.util.Locale.ROOT) + " " + at;
        }
    }

    static List<Place> of(Op op) {
        var places = new ArrayList<Place>();
        var matcher = PARAMETER.matcher(op.path());
        while (matcher.find())
            if (!Kinds.OF_NOBODY.contains(matcher.group(1))) places.add(new Place(op, In.PATH, matcher.group(1)));
        if (op.operation().getParameters() != null)
            for (Parameter parameter : op.operation().getParameters())
                if ("query".equals(parameter.getIn()) && isId(parameter.getName(), parameter.getSchema()))
                    places.add(new Place(op, In.QUERY, parameter.getName()));
        if (op.operation().getRequestBody() != null) {
            var json = op.operation().getRequestBody().getContent().get("application/json");
            if (json != null) walk(op, "", Contract.resolved(json.getSchema()), places);
        }
        return places;
    }

    static List<Place> all() {
        return Contract.operations().stream().flatMap(op -> of(op).stream()).toList();
    }

    private static void walk(Op op, String at, Schema<?> schema, List<Place> places) {
        if (schema.getOneOf() != null && !schema.getOneOf().isEmpty())
            walk(op, at, Contract.resolved(schema.getOneOf().getFirst()), places);
        if (schema.getItems() != null) entered(op, at + "/0", schema.getItems(), places);
        if (schema.getProperties() != null)
            schema.getProperties().forEach((name, property) -> entered(op, at + "/" + name, property, places));
    }

    private static void entered(Op op, String at, Schema<?> unresolved, List<Place> places) {
        Schema<?> schema = Contract.resolved(unresolved);
        if (isId(at.substring(at.lastIndexOf('/') + 1), schema)) places.add(new Place(op, In.BODY, at));
        else walk(op, at, schema, places);
    }

    private static boolean isId(String name, Schema<?> schema) {
        return "uuid".equals(schema.getFormat()) || NAMES.contains(name);
    }
}
