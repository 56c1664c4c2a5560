// Moves every factor by itself and ranks them by what they do to the outlay and to the risk of a shortage.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Laboratory.Results;
using BudgetSim.Scenarios.Laboratory.Variants;

namespace BudgetSim.Scenarios.Laboratory.Tornadoes;

/// <summary>
/// A factor's outcome where P95 outlay is lowest and where it is highest; its present setting is one of the candidates, except beside
/// quantiles of its own distribution.
/// </summary>
public sealed record TornadoRow(
    FactorKind Kind, string Path, Bilingual Name, Bilingual LowSetting, VariantOutcome Low, Bilingual HighSetting, VariantOutcome High)
{
    /// <summary>The change of P95 outlay in yuan, at least 0.</summary>
    public long Swing => High.P95 - Low.P95;

    /// <summary>The change of the mean outlay in yuan.</summary>
    public double MeanSwing => Math.Abs(High.Mean - Low.Mean);

    /// <summary>Where the settings come from.</summary>
    public required RangeBasis Range { get; init; }

    /// <summary>The setting under which a fund is too small least often, and how often.</summary>
    public required Bilingual SafestSetting { get; init; }

    /// <summary>The probability of a shortage there, 0 to 1.</summary>
    public required double SafestChance { get; init; }

    /// <summary>The setting under which a fund is too small most often, and how often.</summary>
    public required Bilingual RiskiestSetting { get; init; }

    /// <summary>The probability of a shortage there, 0 to 1.</summary>
    public required double RiskiestChance { get; init; }

    /// <summary>The change of the probability that a fund is too small.</summary>
    public double ShortageSwing => RiskiestChance - SafestChance;
}

/// <summary>The baseline and every factor, the largest change of P95 outlay first, then of the risk of a shortage.</summary>
public sealed record Tornado(VariantOutcome Baseline, IReadOnlyList<TornadoRow> Rows)
{
    /// <summary>The factors of the kinds asked for.</summary>
    public static IReadOnlyList<TornadoFactor> Factors(VariantSource source, IReadOnlyCollection<FactorKind> kinds)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(kinds);
        return
        [
            .. kinds.Contains(FactorKind.Policy) ? PolicyFactors.Of(source).Concat(ParameterFactors.Of(source)) : [],
            .. kinds.Contains(FactorKind.Reading) ? ReadingFactors.Of(source) : [],
            .. kinds.Contains(FactorKind.Pool) ? PoolFactors.Of(source) : [],
        ];
    }

    /// <summary>Stated ranges with an end that its path cannot take; nothing is simulated here.</summary>
    public static IReadOnlyList<Diagnostic> Check(VariantSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return [.. source.Scenario.Ranges
            .SelectMany(range => new[] { range.Value.Low, range.Value.High }
                .SelectMany(end => source.Check([VariantSource.Step(range.Key, end.Setting, range.Value.Where)])))];
    }

    /// <summary>Runs every setting of every factor.</summary>
    public static Tornado Run(VariantSource source, IReadOnlyList<TornadoFactor> factors, LaboratoryRuns runs)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentNullException.ThrowIfNull(factors);
        var variants = factors.SelectMany(factor => factor.Settings).Select(setting => setting.Variant).ToList();
        var outcomes = runs.Variants(source.Scenario, variants);
        var next = 0;
        var rows = factors.Select(factor => Row(factor, outcomes.Baseline, [.. factor.Settings.Select(_ => outcomes.Variants[next++])]))
            .ToList();
        return new Tornado(
            outcomes.Baseline,
            [.. rows.OrderByDescending(row => row.Swing)
                .ThenByDescending(row => row.ShortageSwing)
                .ThenByDescending(row => row.MeanSwing)]);
    }

    // A figure that is held somewhere differs from the baseline also in that it is held, so its two ends are set against each other.
    private static TornadoRow Row(TornadoFactor factor, VariantOutcome baseline, IReadOnlyList<VariantOutcome> outcomes)
    {
        var all = factor.Settings.Zip(outcomes, (setting, outcome) => (Text: setting.Words, Outcome: outcome))
            .Where(each => each.Outcome.Finished > 0)
            .ToList();
        if (factor.Range != RangeBasis.Own || all.Count == 0) all.Add((factor.NowWords, baseline));
        var (low, high) =
            (all.MinBy(each => (each.Outcome.P95, each.Outcome.Mean)), all.MaxBy(each => (each.Outcome.P95, each.Outcome.Mean)));
        if (high == low) high = all[^1]; // nothing changes: the setting and what stands now are named all the same
        var chances = all.Select(each => (each.Text, Chance: each.Outcome.ShortageChance().Value)).ToList();
        var (safest, riskiest) = (chances.MinBy(each => each.Chance), chances.MaxBy(each => each.Chance));
        return new TornadoRow(factor.Kind, factor.Path, factor.Name, low.Text, low.Outcome, high.Text, high.Outcome)
        {
            Range = factor.Range,
            SafestSetting = safest.Text,
            SafestChance = safest.Chance,
            RiskiestSetting = riskiest.Text,
            RiskiestChance = riskiest.Chance,
        };
    }
}
