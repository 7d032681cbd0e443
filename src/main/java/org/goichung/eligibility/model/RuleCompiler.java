package org.goichung.eligibility.model;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.validator.CelValidator;
import dev.cel.validator.CelValidatorFactory;
import dev.cel.validator.validators.AstDepthLimitValidator;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goichung.platform.problem.FieldError;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Makes a rule of a CEL expression, or says where and why it is none. What is compiled is bounded in size, depth and nodes, and cannot
 * loop: an expression comes from a person and runs over millions.
 */
public final class RuleCompiler {
    static final int MAX_LENGTH = 1_000;
    static final int MAX_DEPTH = 24;
    private static final int MAX_NODES = 200;
    private static final Map<String, StructType> OWNERS = owners();

    private final Cel cel;
    private final CelValidator validator;

    public RuleCompiler() {
        var builder = CelFactory.plannerCelBuilder()
                .setOptions(CelOptions.current()
                        .enableHeterogeneousNumericComparisons(true)
                        .maxExpressionCodePointSize(MAX_LENGTH)
                        .maxParseRecursionDepth(MAX_DEPTH)
                        .maxParseExpressionNodeCount(MAX_NODES)
                        .comprehensionMaxIterations(Effort.MOST_ROUNDS)
                        .maxRegexProgramSize(Patterns.MAX_PROGRAM)
                        .build())
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addMacros(DayMacro.DAY)
                .setTypeProvider(new Owners())
                .addVar(Rule.TODAY, SimpleType.INT)
                .setResultType(SimpleType.BOOL);
        OWNERS.forEach(builder::addVar);
        this.cel = builder.build();
        this.validator = CelValidatorFactory.standardCelValidatorBuilder(cel)
                .addAstValidators(AstDepthLimitValidator.newInstance(MAX_DEPTH))
                .build();
    }

    /**
     * What is sent to be taken.
     *
     * @param pointer where the expression stands in what was sent
     * @param codes those there are, of carriers and places
     * @throws Refusal {@link ProblemType#BAD_CRITERION} with line, column (both from 1) and a hint
     */
    public Rule accept(String expression, String pointer, Codes codes) {
        return compile(expression, pointer, codes);
    }

    /** What was taken once, and stays in force though more is asked for by now. */
    public Rule compile(String expression) {
        return compile(expression, "/expression", null);
    }

    /** @param codes for what is new; null for what was taken once */
    private Rule compile(String expression, String pointer, @Nullable Codes codes) {
        try {
            CelAbstractSyntaxTree tree = tree(expression, cel.compile(expression));
            requireBool(tree);
            tree = tree(expression, validator.validate(tree));
            var nodes = CelNavigableAst.fromAst(tree).getRoot().allNodes().toList();
            for (CelNavigableExpr node : nodes) requireAllowed(tree, node);
            if (codes != null) requireSound(expression, tree, nodes, codes);
            var rule = new Rule(cel.createProgram(tree), Cut.of(nodes), usesToday(nodes));
            if (codes != null && !rule.reckons()) throw wrong(1, 1, Reckoning.NO_RESULT);
            return rule;
        } catch (Wrong wrong) {
            throw wrong.refusal(pointer);
        } catch (CelValidationException | CelEvaluationException broken) {
            throw wrong(1, 1, Hints.better(String.valueOf(broken.getMessage()), expression, 0))
                    .refusal(pointer);
        }
    }

    private static CelAbstractSyntaxTree tree(String expression, CelValidationResult result)
            throws CelValidationException {
        Optional<CelIssue> first = result.getErrors().stream().findFirst();
        if (first.isPresent()) {
            String said = first.get().getMessage();
            var place = Places.ofLimit(said, expression);
            if (place.isPresent())
                throw wrong(place.get().line(), place.get().column(), Hints.better(said, expression, 0));
            var at = first.get().getSourceLocation();
            int line = Math.max(1, at.getLine());
            int column = Math.max(0, at.getColumn());
            String written = expression.lines().skip(line - 1L).findFirst().orElse("");
            throw wrong(line, column + 1, Hints.better(said, written, column));
        }
        return result.getAst();
    }

    /** What is asked of new expressions alone: those that were taken before this was asked stay in force. */
    private static void requireSound(
            String expression, CelAbstractSyntaxTree tree, List<CelNavigableExpr> nodes, Codes codes) {
        DayMacro.fault(expression).ifPresent(day -> {
            var place = Places.of(expression, day);
            throw wrong(place.line(), place.column(), DayMacro.FAR_AWAY);
        });
        for (CelNavigableExpr node : nodes)
            Values.fault(tree, node, codes).or(() -> Reckoning.fault(node)).ifPresent(hint -> {
                throw wrongAt(tree, node, hint);
            });
        Effort.fault(tree.getExpr()).ifPresent(hint -> {
            throw wrongAt(
                    tree,
                    nodes.stream()
                            .filter(node -> node.getKind() == Kind.COMPREHENSION || isMatches(node))
                            .findFirst()
                            .orElse(nodes.getFirst()),
                    hint);
        });
    }

    private static void requireAllowed(CelAbstractSyntaxTree tree, CelNavigableExpr node) {
        if (node.getKind() == Kind.CONSTANT && node.expr().constant().getKind() == CelConstant.Kind.DOUBLE_VALUE)
            throw wrongAt(tree, node, new Hint("whole numbers only", "chỉ dùng số nguyên"));
        if (node.getKind() == Kind.COMPREHENSION && withinAnother(node))
            throw wrongAt(
                    tree,
                    node,
                    new Hint(
                            "a loop within a loop runs too long: write it as one",
                            "vòng lặp trong vòng lặp chạy quá lâu: hãy viết thành một"));
        if (isMatches(node)) requirePattern(tree, node);
        boolean bareOwner = node.getKind() == Kind.IDENT
                && OWNERS.containsKey(node.expr().ident().name())
                && node.parent().map(parent -> parent.getKind() != Kind.SELECT).orElse(true);
        String facts = bareOwner ? FactNames.of(node.expr().ident().name()) : "";
        if (bareOwner)
            throw wrongAt(
                    tree, node, new Hint("name one of its facts: " + facts, "hãy nêu một dữ kiện của nó: " + facts));
    }

    private static boolean withinAnother(CelNavigableExpr loop) {
        for (var above = loop.parent(); above.isPresent(); above = above.get().parent())
            if (above.get().getKind() == Kind.COMPREHENSION) return true;
        return false;
    }

    private static boolean isMatches(CelNavigableExpr node) {
        return node.getKind() == Kind.CALL && node.expr().call().function().equals("matches");
    }

    private static void requireBool(CelAbstractSyntaxTree tree) {
        if (!tree.getResultType().equals(SimpleType.BOOL))
            throw wrong(1, 1, new Hint("it has to be true or false", "kết quả phải là đúng hoặc sai"));
    }

    private static void requirePattern(CelAbstractSyntaxTree tree, CelNavigableExpr matches) {
        CelExpr pattern = matches.expr().call().args().getLast();
        if (pattern.getKind() != Kind.CONSTANT)
            throw wrongAt(
                    tree,
                    matches,
                    new Hint(
                            "the pattern of matches() has to be written out as a text",
                            "mẫu của matches() phải được viết sẵn trong dấu nháy"));
        Patterns.fault(pattern.constant().stringValue()).ifPresent(hint -> {
            throw wrongAt(tree, matches, hint);
        });
    }

    private static boolean usesToday(List<CelNavigableExpr> nodes) {
        return nodes.stream()
                .anyMatch(node -> node.getKind() == Kind.IDENT
                        && node.expr().ident().name().equals(Rule.TODAY));
    }

    private static Wrong wrongAt(CelAbstractSyntaxTree tree, CelNavigableExpr node, Hint hint) {
        Integer offset = tree.getSource().getPositionsMap().get(node.id());
        var at = offset == null
                ? null
                : tree.getSource().getOffsetLocation(offset).orElse(null);
        return at == null ? wrong(1, 1, hint) : wrong(at.getLine(), at.getColumn() + 1, hint);
    }

    private static Wrong wrong(int line, int column, Hint hint) {
        return new Wrong(line, column, hint);
    }

    /** What is wrong with an expression, and where: lines and columns from 1. */
    private static final class Wrong extends RuntimeException {
        private final int line;
        private final int column;
        private final Hint hint;

        Wrong(int line, int column, Hint hint) {
            super(hint.en(), null, false, false);
            this.line = line;
            this.column = column;
            this.hint = hint;
        }

        Refusal refusal(String pointer) {
            Map<String, Object> facts = Map.of("line", line, "column", column, "hint", hint.en(), "hintVi", hint.vi());
            return Refusal.fields(
                    ProblemType.BAD_CRITERION, facts, List.of(new FieldError(pointer, "bad-expression", facts)));
        }
    }

    private static Map<String, StructType> owners() {
        Map<String, StructType> owners = new LinkedHashMap<>();
        for (Fact one : Fact.values()) owners.computeIfAbsent(one.owner(), RuleCompiler::typeOf);
        return owners;
    }

    private static StructType typeOf(String owner) {
        ImmutableSet<String> fields = Arrays.stream(Fact.values())
                .filter(fact -> fact.owner().equals(owner))
                .map(Fact::field)
                .collect(ImmutableSet.toImmutableSet());
        return StructType.create("goichung." + owner, fields, field -> Fact.named(owner + "." + field)
                .map(Fact::type));
    }

    /** The types behind the variables. */
    private static final class Owners implements CelTypeProvider {
        @Override
        public ImmutableCollection<CelType> types() {
            return ImmutableList.copyOf(OWNERS.values());
        }

        @Override
        public Optional<CelType> findType(String name) {
            return OWNERS.values().stream()
                    .filter(type -> type.name().equals(name))
                    .map(CelType.class::cast)
                    .findFirst();
        }
    }
}
