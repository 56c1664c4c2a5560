// What a claim is about, by name: enterprise, project, loan, item, event, group, park.

namespace BudgetSim.Simulation.Settlement;

/// <summary>The objects of a claim by name; null where it names none.</summary>
public sealed record ClaimObjects(string Enterprise)
{
    /// <summary>The project.</summary>
    public string? Project { get; init; }

    /// <summary>The loan.</summary>
    public string? Loan { get; init; }

    /// <summary>The item: a platform, product, centre, standard, equipment, recognition or person.</summary>
    public string? Item { get; init; }

    /// <summary>The event.</summary>
    public string? Event { get; init; }

    /// <summary>The group of enterprises.</summary>
    public string? Group { get; init; }

    /// <summary>The park.</summary>
    public string? Park { get; init; }
}
