// The pool of candidates as a scenario describes it: populations of enterprises and cohorts of projects, loans, products, events.
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Simulation.Distributions;

namespace BudgetSim.Simulation.Pools;

/// <summary>
/// Where a figure comes from: a plan target, past payments or an assumption, in the words of the scenario.
/// </summary>
public sealed record Basis(string Text)
{
    /// <summary>The word for a figure nobody has vouched for.</summary>
    public static Basis Assumption => new("assumption");
}

/// <summary>
/// How strongly a figure moves with a common factor: it is multiplied by exp(loading x factor - loading^2 / 2), so
/// that its mean stays as stated. <paramref name="Factor"/> indexes the factors of the pool.
/// </summary>
public sealed record FactorLoading(int Factor, double Loading);

/// <summary>One attribute of a subject and how it is drawn.</summary>
public sealed record DrawnAttribute(string Name, AttributeDraw Draw, Basis Basis);

/// <summary>A closed list of ways to draw an attribute.</summary>
public abstract record AttributeDraw
{
    /// <summary>The same value for everyone.</summary>
    public sealed record Given(Value Value) : AttributeDraw;

    /// <summary>A number from a distribution, rounded to the step its type needs (yuan, whole units, 0.01 %).</summary>
    public sealed record Amount(Distribution Distribution, FactorLoading? Loading, AttributeType Type) : AttributeDraw;

    /// <summary>True with a probability from 0 to 1.</summary>
    public sealed record Chance(double Probability) : AttributeDraw;

    /// <summary>One of several values by weight; the weights sum to 1.</summary>
    public sealed record Choice(IReadOnlyList<(Value Value, double Weight)> Options) : AttributeDraw;

    /// <summary>The place in the order of filing within the year, from 1.</summary>
    public sealed record Rank : AttributeDraw;
}

/// <summary>Enterprises that several cohorts share: their attributes stay the same within a replication.</summary>
public sealed record Population(string Name, int Count, IReadOnlyList<DrawnAttribute> Attributes, Basis Basis);

/// <summary>A claim that a subject files with a probability of take-up from 0 to 1.</summary>
public sealed record CohortClaim(string Measure, double TakeUp, Basis Basis);

/// <summary>
/// Subjects that come up each year. Each is one project, loan, product or event of its own and belongs to an
/// enterprise of <paramref name="Population"/> (null: an enterprise of its own).
/// </summary>
public sealed record Cohort(
    string Name,
    Bilingual Title,
    string? Population,
    Distribution Count,
    FactorLoading? Loading,
    IReadOnlyList<DrawnAttribute> Attributes,
    IReadOnlyList<CohortClaim> Claims,
    Basis Basis);

/// <summary>The whole pool. Factors are independent standard normals, drawn once per replication and year.</summary>
public sealed record Pool(IReadOnlyList<string> Factors, IReadOnlyList<Population> Populations, IReadOnlyList<Cohort> Cohorts);
