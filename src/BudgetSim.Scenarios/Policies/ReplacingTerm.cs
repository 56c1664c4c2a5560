// Reads the term of a higher-level policy that replaces the formula of a measure.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Expressions;

namespace BudgetSim.Scenarios.Policies;

/// <summary>Terms such as <c>min(0.30 * cloud_service_fee, 50000)</c>, over the facts and figures of the measure.</summary>
internal static class ReplacingTerm
{
    /// <summary>The term bound to <paramref name="measure"/>, or null after a fault.</summary>
    public static Bound? Bind(CompiledMeasure measure, string text, Place where, ICollection<Diagnostic> faults)
    {
        var parsed = ExpressionParser.Parse(text, where);
        foreach (var fault in parsed.Diagnostics) faults.Add(fault);
        return parsed.Succeeded ? measure.Bind(parsed.Value, faults) : null;
    }
}
