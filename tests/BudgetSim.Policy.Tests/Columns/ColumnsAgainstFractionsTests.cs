// On random rules and random facts the columns equal the scalar engine in exact fractions.
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Columns;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Measures;
using FsCheck;
using FsCheck.Fluent;

namespace BudgetSim.Policy.Tests.Columns;

public sealed class ColumnsAgainstFractionsTests
{
    private static readonly ColumnShape[] Shapes =
    [
        ColumnShape.Money("investment", 100_000_000), ColumnShape.Money("cloud_fee", 1_000_000) with { HasGaps = true },
        new("machines", 1, 0, 40), new("interest_rate", 10_000, 0, 600, HasGaps: true), new("is_small", 1, 0, 1, HasGaps: true),
        new("level", 1, 0, 2, HasGaps: true), new("event_date", 1, 20250101, 20271231, HasGaps: true), new("rank", 1, 0, 9, HasGaps: true),
        new("payout_ratio", 100, 0, 100), new("already_paid", 1, 0, 1), new("assessed_amount", 100, 0, 100_000_000, HasGaps: true),
    ];

    private static readonly Gen<string> Numbers = Gen.Elements(
        "investment", "cloud_fee", "machines * 3000", "500000.5", "investment * interest_rate", "if(is_small, 1000, 2000)",
        "min(cloud_fee, investment / 7)", "max(cloud_fee, machines * 100, 3)", "floor(investment / 3000) * 1000",
        "if(level == \"nation\", cloud_fee, 0.3 * investment)",
        "investment - 200000", "-cloud_fee + 5000");

    private static readonly Gen<string> Conditions = Gen.Elements(
        "true", "is_small", "not is_small", "investment >= 300000", "cloud_fee < 5000", "level in [\"city\", \"province\"]",
        "level != \"city\"",
        "event_date >= \"2026-03-01\"", "machines == 7", "interest_rate <= 0.03", "is_small == false", "machines * 10000 > investment");

    private static readonly Gen<Measure> Measures =
        from first in Numbers
        from second in Numbers
        from cap in Numbers
        from minimum in Numbers
        from when in Conditions
        from other in Conditions
        from link in Gen.Elements("and", "or")
        from @operator in Gen.Elements("+", "-")
        from isCeiling in Gen.Elements(true, false)
        from once in Gen.Elements(true, false)
        from isRanked in Gen.Elements(true, false)
        from capped in Gen.Elements(true, false)
        select RuleTexts.Measure($"({when}) {link} not ({other})", $"({first}) {@operator} 0.125 * ({second})") with
        {
            Caps = capped ? [RuleTexts.Cap(cap)] : [],
            IsCeiling = isCeiling,
            Minimum = isCeiling && capped ? RuleTexts.Of(minimum) : null,
            IsFirstTime = once,
            Quota = isRanked ? new Quota(RuleTexts.Of("5"), "rank") : null,
            Requires = once ? ["interest_rate"] : [],
            Uplift = capped ? new Uplift(RuleTexts.Of("1.5"), RuleTexts.Of(other), "") : null,
        };

    [Fact]
    public void Run_RandomRulesAndFacts_EqualsTheFractions()
    {
        var cases = from measure in Measures from seed in Gen.Choose(0, int.MaxValue) select (measure, seed);
        var (inVectors, all) = (0, 0);
        bool Holds(Measure measure, int seed)
        {
            var (isEqual, refusal) = Compare(measure, seed);
            all++;
            if (refusal is null) inVectors++;
            return isEqual && (refusal is null || refusal.Contains("beyond 2^53", StringComparison.Ordinal));
        }

        Prop.ForAll(cases.ToArbitrary(), drawn => Holds(drawn.measure, drawn.seed))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(7UL, 9UL));
        Assert.True(inVectors > all * 3 / 4, $"{inVectors} of {all} in vectors");
    }

    private static (bool IsEqual, string? Refusal) Compare(Measure measure, int seed)
    {
        var compiled = RuleTexts.Compile(measure);
        var columns = Draw(new Random(seed), rows: 37);
        var function = ColumnFunction.From([compiled], Shapes);
        var fen = new double[37];
        function.Run(columns, fen);
        return (Enumerable.Range(0, fen.Length).All(row => fen[row].Equals(Reference(compiled, columns, row))), function.Refusal);
    }

    private static FactColumn[] Draw(Random random, int rows) =>
        [.. Shapes.Select(shape => FactColumn.Of(
            shape.Attribute, [.. Enumerable.Range(0, rows).Select(_ => Draw(random, shape))], shape.UnitsPerOne))];

    private static double Draw(Random random, ColumnShape shape)
    {
        if (shape.HasGaps && random.Next(4) == 0) return double.NaN;
        if (shape.Attribute != "event_date") return random.NextInt64(shape.Least, shape.Most + 1);
        return (random.Next(2025, 2028) * 10000) + (random.Next(1, 13) * 100) + random.Next(1, 29);
    }

    private static double Reference(CompiledMeasure measure, FactColumn[] columns, int row)
    {
        var facts = columns.ToDictionary(column => column.Shape.Attribute, column => ValueOf(column, row));
        var amount = AmountAlone.Of(Entitle.FromFacts(measure, measure.Frame(facts)));
        return amount is { } yuan ? (double)(yuan * 100).Floor() : double.NaN;
    }

    private static Value ValueOf(FactColumn column, int row)
    {
        var number = column[row];
        if (double.IsNaN(number)) return Value.Null;
        return column.Shape.Attribute switch
        {
            "is_small" or "already_paid" => Value.Of(number == 1),
            "level" => Value.Of(RuleTexts.Vocabulary.Find("level")!.Choices[(int)number]),
            "event_date" => Value.Of($"{(int)number / 10000:0000}-{(int)number / 100 % 100:00}-{(int)number % 100:00}"),
            _ => Value.Of(Fraction.Of((long)number, column.Shape.UnitsPerOne)),
        };
    }
}
