// The figures of measures with claims, and the appropriations, each 20 % lower and higher.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Laboratory.Reforms;
using BudgetSim.Scenarios.Laboratory.Sweeps;
using BudgetSim.Scenarios.Laboratory.Variants;

namespace BudgetSim.Scenarios.Laboratory.Tornadoes;

/// <summary>What a drafter can move.</summary>
internal static class PolicyFactors
{
    private static readonly Fraction[] Moves = [Fraction.Of(4, 5), Fraction.Of(6, 5)];

    public static IEnumerable<TornadoFactor> Of(VariantSource source)
    {
        var model = source.Scenario.Model;
        foreach (var fund in model.Funds.Select(money => money.Fund).Distinct())
        {
            var title = model.Terms.Library.Funds[fund].Name;
            var name = new Bilingual($"{fund} {title.In("zh")}", $"{fund} {title.In("en")}");
            if (Factor(source, $"funds/{fund}", name, isShare: false) is { } factor) yield return factor;
        }

        var claimed = model.Pool.Cohorts.SelectMany(cohort => cohort.Claims).Select(claim => claim.Measure).ToHashSet();
        foreach (var measure in model.Terms.Compiled.Select(compiled => compiled.Measure).Where(measure => claimed.Contains(measure.Id)))
        {
            foreach (var figure in measure.Figures.Where(figure => figure.Value.Kind == ValueKind.Number).Select(figure => figure.Key))
            {
                // The place comes first: charts cut long names.
                var place = $"{measure.Id.Split('/')[1]}/{figure}";
                var name = new Bilingual($"{place} {measure.Title.In("zh")}", $"{place} {measure.Title.In("en")}");
                if (Factor(source, $"{measure.Id}/{figure}", name, source.IsShare($"{measure.Id}/{figure}")) is { } factor) yield return factor;
            }
        }
    }

    // A figure that cannot move (0, or a share at its end) is left out on that side.
    private static TornadoFactor? Factor(VariantSource source, string path, Bilingual name, bool isShare)
    {
        if (source.Current(path) is not { } now || now.Sign <= 0) return null;
        var values = Moves.Select(move => Moved(now, move, isShare)).Where(value => value != now).Distinct().Select(value => VariedPath.Write(value, isShare));
        FactorSetting[] settings = [.. values.Select(value => new FactorSetting(value, source.Make([VariantSource.Step(path, value, Place.Of(path))])))];
        return settings.Length == 0 ? null : new TornadoFactor(FactorKind.Policy, name, VariedPath.Write(now, isShare), settings);
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
