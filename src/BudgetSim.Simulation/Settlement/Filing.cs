// A list of claims with everything that is decided beside them.
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Measures;

namespace BudgetSim.Simulation.Settlement;

/// <summary>A list of applications with everything that is decided beside them.</summary>
public sealed record Filing(LibraryTerms Terms, IReadOnlyList<FiledClaim> Claims, int Year)
{
    public IReadOnlyList<FundMoney> Funds { get; init; } = [];

    /// <summary>Money for the extras of the uplift: by measure id, or under the key <c>*</c> one pot for all.</summary>
    public IReadOnlyDictionary<string, Fraction> UpliftBudgets { get; init; } = new Dictionary<string, Fraction>();
}
