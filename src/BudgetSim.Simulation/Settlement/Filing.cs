// A list of claims with everything that is decided beside them.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Simulation.Settlement;

/// <summary>A list of applications with everything that is decided beside them.</summary>
public sealed record Filing(LibraryTerms Terms, IReadOnlyList<FiledClaim> Claims, int Year)
{
    /// <summary>The key of the one pot for the extras of all measures.</summary>
    public const string OnePot = "*";

    /// <summary>Appropriations, in whole yuan.</summary>
    public IReadOnlyList<FundMoney> Funds { get; init; } = [];

    /// <summary>Money for the extras of the uplift: by measure id, or under the key <see cref="OnePot"/> one pot for all.</summary>
    public IReadOnlyDictionary<string, Fraction> UpliftBudgets { get; init; } = new Dictionary<string, Fraction>();
}
