// The draws of a crowd: many subjects of which few apply for each measure.
using BudgetSim.Policy.Expressions;
using BudgetSim.Simulation.Distributions;
using BudgetSim.Simulation.Pools;
using BudgetSim.Simulation.Random;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Simulation.Replications;

/// <summary>
/// In a cohort whose every measure is claimed by at most one subject in ten, the claimants of a measure are found by jumping from one to
/// the next, and what only that measure reads is drawn for its first, second, ... claimant in turn: work follows the claims and not
/// subjects x measures. The numbers are those of <see cref="RowStream"/>, so that <see cref="Vector.RateSimulation"/> draws the same.
/// </summary>
internal sealed class CrowdDraws
{
    /// <summary>A take-up above this is decided subject by subject.</summary>
    internal const double MostTakeUp = 0.1;

    private readonly ScenarioModel _model;
    private readonly Cohort _cohort;
    private readonly int[][] _read;
    private readonly double[] _multipliers;
    private int _replication;
    private int _yearIndex;

    internal CrowdDraws(ScenarioModel model, Cohort cohort)
    {
        (_model, _cohort) = (model, cohort);
        _read = [.. cohort.Claims.Select(claim => DrawnFor(claim, cohort, model.Terms))];
        _multipliers = new double[cohort.Attributes.Count];
    }

    /// <summary>
    /// Whether a cohort is a crowd: nothing but its own enterprises with one object each, rare claims, and no drawn attribute that two
    /// measures read. Whatever else a cohort can have must be at its default, so that something new makes it no crowd until it is thought
    /// of here.
    /// </summary>
    internal static bool Suits(Cohort cohort, LibraryTerms terms)
    {
        if (cohort != new Cohort(
                cohort.Name, cohort.Title, null, cohort.Count, cohort.Loading, cohort.Attributes, cohort.Claims, cohort.Basis)
        {
            Plan = cohort.Plan,
        })
            return false;
        if (cohort.Claims.Count == 0
                || !cohort.Claims.All(claim => claim == new CohortClaim(claim.Measure, claim.TakeUp, claim.Basis) { Per = claim.Per }
                    && claim.TakeUp is Fixed { Value: <= MostTakeUp }))
            return false;
        if (!cohort.Attributes.All(attribute => attribute == new DrawnAttribute(attribute.Name, attribute.Draw, attribute.Basis)
        {
            Level = attribute.Level,
        }
            && IsKnown(attribute.Draw)))
            return false;
        var read = cohort.Claims.SelectMany(claim => DrawnFor(claim, cohort, terms))
            .Where(index => cohort.Attributes[index].Draw is not AttributeDraw.Given)
            .ToList();
        return read.Count == read.Distinct().Count();
    }

    /// <summary>What decides who takes a measure up.</summary>
    internal static Purpose TakeUp(Cohort cohort, string measure) => Purpose.Named($"{cohort.Name}/{measure}/take-up");

    /// <summary>What an attribute is drawn for.</summary>
    internal static Purpose Attribute(Cohort cohort, string attribute) => Purpose.Named($"{cohort.Name}/{attribute}");

    /// <summary>Takes in the replication, the year and its common factors.</summary>
    internal void StartYear(int replication, int yearIndex, ReadOnlySpan<double> factors)
    {
        (_replication, _yearIndex) = (replication, yearIndex);
        for (var index = 0; index < _multipliers.Length; index++)
            _multipliers[index] = _cohort.Attributes[index].Draw is AttributeDraw.Amount amount
                ? SubjectSampler.Multiplier(amount.Loading, factors)
                : 1;
    }

    /// <summary>The subjects that claim under a measure, in rising order.</summary>
    internal IEnumerable<int> Claimants(int claim, int subjects) =>
        SkipSampling.Participants(
            StreamOf(TakeUp(_cohort, _cohort.Claims[claim].Measure)), ((Fixed)_cohort.Claims[claim].TakeUp).Value, subjects);

    /// <summary>Fills what the measure reads for its claimant number <paramref name="place"/>, from 0.</summary>
    internal void Draw(int claim, int place, Value[] values)
    {
        foreach (var index in _read[claim])
            values[index] = Draw(_cohort.Attributes[index], Uniform(_cohort.Attributes[index], place), _multipliers[index]);
    }

    /// <summary>Fills what is noted of a subject and read by no measure.</summary>
    internal void DrawNoted(int subject, int[] noted, Value[] values)
    {
        foreach (var index in noted.Where(index => index >= 0 && !Array.Exists(_read, read => read.Contains(index))))
            values[index] = Draw(
                _cohort.Attributes[index],
                RandomStream.For(_model.Seed, _replication, subject, Attribute(_cohort, _cohort.Attributes[index].Name)).Uniform(0),
                _multipliers[index]);
    }

    private static Value Draw(DrawnAttribute attribute, double uniform, double multiplier) => attribute.Draw switch
    {
        AttributeDraw.Given given => given.Value,
        AttributeDraw.Chance chance => Value.Of(uniform < chance.Probability),
        AttributeDraw.Choice choice => SubjectSampler.Pick(choice.Options, uniform),
        AttributeDraw.Amount amount => SubjectSampler.Round(amount.Distribution.Draw(uniform) * multiplier, amount.Type),
        _ => Value.Null,
    };

    private double Uniform(DrawnAttribute attribute, int place) => StreamOf(Attribute(_cohort, attribute.Name)).Uniform(place);

    private RowStream StreamOf(Purpose purpose) => new(_model.Seed, _replication, _yearIndex, purpose);

    private static bool IsKnown(AttributeDraw draw) =>
        draw is AttributeDraw.Given or AttributeDraw.Chance or AttributeDraw.Choice or AttributeDraw.Amount;

    private static int[] DrawnFor(CohortClaim claim, Cohort cohort, LibraryTerms terms)
    {
        var measure = terms.Compiled[terms.IndexOf(claim.Measure)];
        return [.. Enumerable.Range(0, cohort.Attributes.Count).Where(index => measure.SlotOf(cohort.Attributes[index].Name) >= 0)];
    }
}

/// <summary>One year of one replication of a crowd.</summary>
internal readonly record struct CrowdYear(int Replication, int Year, int Index, int Heads);
