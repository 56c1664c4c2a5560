// The figures of measures with claims, and the appropriations, each over the range that the scenario states, else 20 % lower and higher.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Expressions;
using BudgetSim.Scenarios.Laboratory.Variants;
using BudgetSim.Scenarios.Pools;

namespace BudgetSim.Scenarios.Laboratory.Tornadoes;

/// <summary>What a drafter can move.</summary>
internal static class PolicyFactors
{
    private const string Funds = "funds/";
    private static readonly Fraction[] Moves = [Fraction.Of(4, 5), Fraction.Of(6, 5)];

    public static IEnumerable<TornadoFactor> Of(VariantSource source)
    {
        var model = source.Scenario.Model;
        var ranged = source.Scenario.Ranges.Keys.Where(path => path.StartsWith(Funds, StringComparison.Ordinal))
            .Select(path => path[Funds.Length..]);
        foreach (var fund in model.Funds.Select(money => money.Fund).Union(ranged))
        {
            if (Factor(source, Funds + fund, isShare: false) is { } factor) yield return factor;
        }

        var claimed = model.Pool.Cohorts.SelectMany(cohort => cohort.Claims).Select(claim => claim.Measure).ToHashSet();
        foreach (var measure in model.Terms.Compiled.Select(compiled => compiled.Measure).Where(measure => claimed.Contains(measure.Id)))
        {
            foreach (var figure in measure.Figures.Where(figure => figure.Value.Kind == ValueKind.Number).Select(figure => figure.Key))
            {
                if (Factor(source, $"{measure.Id}/{figure}", source.IsShare($"{measure.Id}/{figure}")) is { } factor) yield return factor;
            }
        }
    }

    // A figure that cannot move (0, or a share at its end) is left out on that side; an appropriation may be given a range without standing
    // anywhere.
    private static TornadoFactor? Factor(VariantSource source, string path, bool isShare)
    {
        var name = PathNames.Of(source.Scenario.Model, path);
        FactorSetting At(string value, string shown) => new(shown, source.Make([VariantSource.Step(path, value, Place.Of(path))]));
        var current = source.Current(path);
        if (source.Scenario.Ranges.GetValueOrDefault(path) is { } range)
            return new TornadoFactor(
                FactorKind.Policy,
                path,
                name,
                current is { } stands ? FigureText.Of(stands, isShare) : "—",
                [At(range.Low.Setting, range.Low.Shown), At(range.High.Setting, range.High.Shown)])
            {
                Range = RangeBasis.Stated,
            };
        if (current is not { } now || now.Sign <= 0) return null;
        var values = Moves.Select(move => Moved(now, move, isShare)).Where(value => value != now)
            .Distinct()
            .Select(value => FigureText.Of(value, isShare));
        FactorSetting[] settings = [.. values.Select(value => At(value, value))];
        return settings.Length == 0
            ? null
            : new TornadoFactor(FactorKind.Policy, path, name, FigureText.Of(now, isShare), settings) { Range = RangeBasis.Fallback };
    }

    // Small whole numbers (months, sets, places) stay whole.
    private static Fraction Moved(Fraction now, Fraction move, bool isShare)
    {
        var moved = now * move;
        if (isShare) return Fraction.Min(moved, Fraction.One);
        if (!now.IsInteger) return moved;
        var whole = (Fraction)(long)(moved + Fraction.Of(1, 2)).Floor();
        return whole == now ? now + (move < Fraction.One ? -1 : 1) : whole;
    }
}
