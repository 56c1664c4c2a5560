// What a measure asks of a subject: the facts that a roster or a pool would be expected to state.
using BudgetSim.Core.Terms;
using BudgetSim.Policy.Entitlements;
using Attribute = BudgetSim.Policy.Vocabularies.Attribute;

namespace BudgetSim.Scenarios.Claims;

/// <summary>Facts without decisions of the authority, dates of claims and what was paid before.</summary>
internal static class AskedFacts
{
    // What was paid before is no fact about a subject that a roster would be expected to have.
    private static readonly HashSet<string> History =
    [
        FactNames.AlreadyPaid, FactNames.ExclusiveAwardTaken, FactNames.OtherLevelAwardPaid,
        .. Enum.GetValues<CapScope>().SelectMany(scope => new[] { FactNames.Paid(scope), FactNames.PrincipalSubsidised(scope) })
            .OfType<string>(),
    ];

    /// <summary>The facts, in the order of the measure's slots.</summary>
    public static IEnumerable<Attribute> Of(CompiledMeasure measure) =>
        measure.Slots.Where(slot => !slot.IsParameter && slot.Name != measure.Measure.Validity.DateAttribute
            && !History.Contains(slot.Name));
}
