// The pool of candidates as a scenario describes it: populations of enterprises and cohorts of projects, loans, products, events.
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Simulation.Distributions;
using BudgetSim.Simulation.Histories;

namespace BudgetSim.Simulation.Pools;

/// <summary>
/// Where a figure comes from: a plan target, past payments or an assumption, in the words of the scenario.
/// </summary>
public sealed record Basis(string Text)
{
    /// <summary>The word for a figure nobody has vouched for.</summary>
    public static Basis Assumption => new("assumption");
}

/// <summary>
/// How strongly a figure moves with a common factor: it is multiplied by exp(loading x factor - loading^2 / 2), so
/// that its mean stays as stated. <paramref name="Factor"/> indexes the factors of the pool.
/// </summary>
public sealed record FactorLoading(int Factor, double Loading);

/// <summary>One attribute of a subject and how it is drawn.</summary>
public sealed record DrawnAttribute(string Name, AttributeDraw Draw, Basis Basis)
{
    /// <summary>Whose it is, where an enterprise has several projects or loans.</summary>
    public ObjectLevel Level { get; init; } = ObjectLevel.Loan;
}

/// <summary>A closed list of ways to draw an attribute.</summary>
public abstract record AttributeDraw
{
    /// <summary>The same value for everyone.</summary>
    public sealed record Given(Value Value) : AttributeDraw;

    /// <summary>A number from a distribution, rounded to the step its type needs (yuan, whole units, 0.01 %).</summary>
    public sealed record Amount(Distribution Distribution, FactorLoading? Loading, AttributeType Type) : AttributeDraw;

    /// <summary>True with a probability from 0 to 1.</summary>
    public sealed record Chance(double Probability) : AttributeDraw;

    /// <summary>One of several values by weight; the weights sum to 1.</summary>
    public sealed record Choice(IReadOnlyList<(Value Value, double Weight)> Options) : AttributeDraw;

    /// <summary>The place among the claims of the year, from 1: in the order of filing, or by the attribute <paramref name="By"/>, the largest first.</summary>
    public sealed record Rank(string? By = null) : AttributeDraw;

    /// <summary>A column of the roster; where its cell is empty, drawn as <paramref name="Otherwise"/> says, or not known.</summary>
    public sealed record Column(int Index, AttributeDraw? Otherwise) : AttributeDraw;

    /// <summary>An expression over the attributes <paramref name="Reads"/>, <c>[slot]</c> of its frame.</summary>
    public sealed record Derived(string Text, IReadOnlyList<string> Reads, Bound Formula, AttributeType Type) : AttributeDraw;

    /// <summary>What belongs to the title of the subject's enterprise, <c>[rung]</c> of the ladder of its population.</summary>
    public sealed record Title(TitleMoment Moment, IReadOnlyList<Value> Values) : AttributeDraw;
}

/// <summary>Enterprises that several cohorts share: their attributes stay the same within a replication.</summary>
public sealed record Population(string Name, int Count, IReadOnlyList<DrawnAttribute> Attributes, Basis Basis)
{
    /// <summary>The real enterprises it consists of, one per row; null for invented ones.</summary>
    public RosterUnits? Roster { get; init; }

    public Dependence? Dependence { get; init; }

    /// <summary>Which enterprises form groups.</summary>
    public Membership? Group { get; init; }

    /// <summary>Which enterprises sit in parks.</summary>
    public Membership? Park { get; init; }

    /// <summary>The titles that the enterprises climb over the years; null: none.</summary>
    public TitleLadder? Titles { get; init; }
}

/// <summary>A claim that a subject files with a probability of take-up from 0 to 1; where that is uncertain it is drawn once per replication and measure.</summary>
public sealed record CohortClaim(string Measure, Distribution TakeUp, Basis Basis)
{
    /// <summary>The probability, 0 to 1, that a claim that was filed is approved; drawn like the take-up.</summary>
    public Distribution Approval { get; init; } = new Fixed(1);

    /// <summary>What files once: each enterprise, each project, or everything that comes up.</summary>
    public ObjectLevel Per { get; init; } = ObjectLevel.Loan;
}

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

    public Dependence? Dependence { get; init; }

    /// <summary>The day within the year; null: 30 June.</summary>
    public EventDate? Date { get; init; }

    /// <summary>How many projects each enterprise that comes up has, at least 1; null: one.</summary>
    public Distribution? ProjectsEach { get; init; }

    /// <summary>How many loans each project has, at least 1; null: one.</summary>
    public Distribution? LoansEach { get; init; }

    /// <summary>Whether no enterprise (or roster row) comes up twice in a year.</summary>
    public bool IsDistinct { get; init; }

    /// <summary>Which enterprises come up because of their titles; <see cref="Count"/> is then the whole population. Null: whoever is drawn.</summary>
    public TitledHeads? Titled { get; init; }

    /// <summary>Which of its own enterprises form groups.</summary>
    public Membership? Group { get; init; }

    /// <summary>Which of its own enterprises sit in parks.</summary>
    public Membership? Park { get; init; }
}

/// <summary>The whole pool. Factors are independent standard normals, drawn once per replication and year.</summary>
public sealed record Pool(IReadOnlyList<string> Factors, IReadOnlyList<Population> Populations, IReadOnlyList<Cohort> Cohorts)
{
    /// <summary>How many enterprises, objects, groups and parks have numbers of their own, from 0, because rosters name them.</summary>
    public NamedObjects Named { get; init; } = new(0, 0, 0, 0);

    /// <summary>What the enterprises of the rosters were paid before the scenario; null: nothing is said.</summary>
    public EarlierPayments? Earlier { get; init; }
}
