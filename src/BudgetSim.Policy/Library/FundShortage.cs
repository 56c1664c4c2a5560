// What a document says of a fund that is too small.
namespace BudgetSim.Policy.Library;

/// <summary>What happens when a fund is too small, as its document says it.</summary>
public enum FundShortage
{
    /// <summary>Nothing is stated: the gap is reported.</summary>
    Report,

    /// <summary>Every award is cut by the same ratio.</summary>
    ProRata,

    /// <summary>Money may move between the clauses of the pool; a gap of the pool is reported.</summary>
    Transfer,
}
