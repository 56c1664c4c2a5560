// Enterprises that several cohorts share.

namespace BudgetSim.Simulation.Pools;

/// <summary>Enterprises that several cohorts share: their attributes stay the same within a replication.</summary>
public sealed record Population(string Name, int Count, IReadOnlyList<DrawnAttribute> Attributes, Basis Basis)
{
    /// <summary>The real enterprises it consists of, one per row; null for invented ones.</summary>
    public RosterUnits? Roster { get; init; }

    /// <summary>How its attributes go together; null: they are independent.</summary>
    public Dependence? Dependence { get; init; }

    /// <summary>Which enterprises form groups.</summary>
    public Membership? Group { get; init; }

    /// <summary>Which enterprises sit in parks.</summary>
    public Membership? Park { get; init; }

    /// <summary>The titles that the enterprises climb over the years; null: none.</summary>
    public TitleLadder? Titles { get; init; }
}
