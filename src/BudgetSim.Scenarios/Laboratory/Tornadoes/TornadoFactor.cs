// One thing that a tornado moves, with its settings.
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Laboratory.Variants;

namespace BudgetSim.Scenarios.Laboratory.Tornadoes;

/// <summary>What kind of thing it is.</summary>
public enum FactorKind
{
    /// <summary>A figure of a measure, or an appropriation.</summary>
    Policy,

    /// <summary>An assumption about the pool.</summary>
    Pool,

    /// <summary>An ambiguous wording.</summary>
    Reading,
}

/// <summary>Where the range of a factor comes from.</summary>
public enum RangeBasis
{
    /// <summary>Nobody stated one: 20 % lower and higher.</summary>
    Fallback,

    /// <summary>The scenario or its pool states it.</summary>
    Stated,

    /// <summary>
    /// P10 to P90 of the factor's own distribution, which is drawn once for a replication or a year, or fitted to past payments.
    /// </summary>
    Own,

    /// <summary>Every option there is.</summary>
    Options,
}

/// <summary>One setting as it is written, and the scenario under it.</summary>
public sealed record FactorSetting(string Text, Variant Variant)
{
    /// <summary>The setting as people read it.</summary>
    public Bilingual Words { get; init; } = new(Text, Text);
}

/// <summary>
/// A factor, called <paramref name="Name"/>, and the settings it is moved to; where it stands now is one more setting, which is not run
/// again. <paramref name="Path"/> is what a sweep or a reform moves it by, the code where it is a reading.
/// </summary>
public sealed record TornadoFactor(FactorKind Kind, string Path, Bilingual Name, string Now, IReadOnlyList<FactorSetting> Settings)
{
    /// <summary>Where it stands now as people read it.</summary>
    public Bilingual NowWords { get; init; } = new(Now, Now);

    /// <summary>Where the settings come from.</summary>
    public required RangeBasis Range { get; init; }
}
