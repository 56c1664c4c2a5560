// One measure, one subject, no other claims: what the rules would pay.
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Expressions;

namespace BudgetSim.Simulation.Settlement;

/// <summary>The outcome of one evaluation: whole yuan, or undetermined.</summary>
public sealed record Evaluation(Entitlement Entitlement, SettledFiling Settled)
{
    /// <summary>Whether the amount is not known.</summary>
    public bool IsUndetermined => Settled.Result.Awards[0].IsUndetermined;

    /// <summary>The amount in whole yuan; without meaning if undetermined.</summary>
    public long Yuan => Settled.Result.Awards[0].Yuan;

    /// <summary>The amount as files write it.</summary>
    public string Text => IsUndetermined ? "UNDETERMINED" : Yuan.ToString();
}

/// <summary>Evaluates single claims through the same steps as a settlement.</summary>
public static class EvaluateAlone
{
    /// <summary>What <paramref name="measure"/> pays for the facts given, by vocabulary name.</summary>
    public static Evaluation From(LibraryTerms terms, CompiledMeasure measure, IReadOnlyDictionary<string, Value> facts)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var alone = new Dictionary<string, Value>(facts);
        if (measure.Measure.Priority is { } priority) alone[priority.Budget] = Value.Null;
        var claim = new FiledClaim("claim", measure, new ClaimObjects("enterprise"), Date: null, alone);
        var settled = SettleFiling.From(new Filing(terms, [claim], Year: 1));
        return new Evaluation(settled.Entitlements[0], settled);
    }
}
