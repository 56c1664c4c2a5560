// Subjects of one kind: projects, loans, products or events, with their attributes and claims.
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Simulation.Distributions;
using BudgetSim.Simulation.Histories;

namespace BudgetSim.Simulation.Pools;

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
    Basis Basis)
{
    /// <summary>How the count changes over the years.</summary>
    public CountPlan Plan { get; init; } = CountPlan.Steady;

    /// <summary>The real subjects it is made of; <see cref="Count"/> says how many come up.</summary>
    public RosterUnits? Roster { get; init; }

    /// <summary>What past payments say; <see cref="Count"/> then multiplies the fitted count.</summary>
    public FittedPayments? Payments { get; init; }

    /// <summary>How its attributes go together; null: they are independent.</summary>
    public Dependence? Dependence { get; init; }

    /// <summary>The day within the year; null: 30 June.</summary>
    public EventDate? Date { get; init; }

    /// <summary>How many projects each enterprise that comes up has, at least 1; null: one.</summary>
    public Distribution? ProjectsEach { get; init; }

    /// <summary>How many loans each project has, at least 1; null: one.</summary>
    public Distribution? LoansEach { get; init; }

    /// <summary>Whether no enterprise (or roster row) comes up twice in a year.</summary>
    public bool IsDistinct { get; init; }

    /// <summary>
    /// Which enterprises come up because of their titles; <see cref="Count"/> is then the whole population. Null: whoever is drawn.
    /// </summary>
    public TitledHeads? Titled { get; init; }

    /// <summary>Which of its own enterprises form groups.</summary>
    public Membership? Group { get; init; }

    /// <summary>Which of its own enterprises sit in parks.</summary>
    public Membership? Park { get; init; }
}
