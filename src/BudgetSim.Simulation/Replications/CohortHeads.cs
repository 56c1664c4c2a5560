// How many enterprises of a cohort come up in a year, and what each brings.
using System.Runtime.InteropServices;
using BudgetSim.Simulation.Histories;
using BudgetSim.Simulation.Pools;
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Replications;

/// <summary>
/// One thing that an enterprise brings: its row in a roster or null, its project from 0, and its loan within the project from 0.
/// </summary>
internal readonly record struct Leaf(RosterRow? Row, int Project, int Loan);

/// <summary>
/// The heads of a cohort are enterprises (or single subjects where nothing nests), numbered from 0 in each year; everything is a function
/// of (seed, replication, year, head).
/// </summary>
internal sealed class CohortHeads(ulong seed, Cohort cohort)
{
    /// <summary>The most heads of a cohort in one year.</summary>
    public const int MostAYear = 1 << 20;

    private static readonly Leaf[] Single = [new Leaf(null, 0, 0)];
    private readonly Purpose _count = Purpose.Named(cohort.Name + "/count");
    private readonly Purpose _rounding = Purpose.Named(cohort.Name + "/count rounding");
    private readonly Purpose _row = Purpose.Named(cohort.Name + "/roster row");
    private readonly Purpose _projects = Purpose.Named(cohort.Name + "/projects each");
    private readonly Purpose _loans = Purpose.Named(cohort.Name + "/loans each");
    private readonly List<Leaf> _leaves = [];
    private SparseShuffle? _shuffle;
    private int _heads;

    /// <summary>The head's enterprise in the roster, or null.</summary>
    public RosterUnit? Unit { get; private set; }

    /// <summary>Whether the head is a roster's enterprise itself and not a copy of it.</summary>
    public bool IsOriginal { get; private set; }

    /// <summary>How many heads a year has.</summary>
    /// <param name="payments">The parameters drawn from past payments, or null.</param>
    public int StartYear(int replication, int yearIndex, int year, ReadOnlySpan<double> factors, PaymentDraws? payments)
    {
        var (count, factor) = cohort.Plan.Of(cohort.Count, year);
        var drawn = count.Sample(RandomStream.For(seed, replication, yearIndex, _count)) * factor;
        if (payments is not null) drawn *= payments.Count(year);
        var scaled = drawn * SubjectSampler.Multiplier(cohort.Loading, factors);
        var rounding = RandomStream.For(seed, replication, yearIndex, _rounding).Uniform(0);
        _heads = (int)Math.Clamp(Math.Floor(scaled + (scaled == Math.Floor(scaled) ? 0 : rounding)), 0, MostAYear - 1);
        if (cohort.Roster is { } roster) StartRoster(roster);
        return _heads;
    }

    /// <summary>What a head brings; valid until the next head is asked for. Heads are asked for in order.</summary>
    public ReadOnlySpan<Leaf> Leaves(int replication, int id, int head)
    {
        if (cohort.Roster is { } roster) return RowsOf(roster, replication, id, head);
        if (cohort.ProjectsEach is null && cohort.LoansEach is null) return Single;
        _leaves.Clear();
        var projects = Number(cohort.ProjectsEach, RandomStream.For(seed, replication, id, _projects), 0);
        for (var project = 0; project < projects; project++)
        {
            var loans = Number(cohort.LoansEach, RandomStream.For(seed, replication, id, _loans), project);
            for (var loan = 0; loan < loans; loan++) _leaves.Add(new Leaf(null, project, loan));
        }

        return CollectionsMarshal.AsSpan(_leaves);
    }

    private static int Number(Distributions.Distribution? each, RandomStream stream, int index) =>
        each is null ? 1 : (int)Math.Clamp(Math.Round(each.Sample(stream, index)), 1, 1000);

    // Fewer than the roster has, or none twice: drawn without putting back.
    private void StartRoster(RosterUnits roster)
    {
        var takesSome = roster.IsResampled ? cohort.IsDistinct : _heads < roster.Units.Count;
        if (roster.IsResampled && cohort.IsDistinct) _heads = Math.Min(_heads, roster.Units.Count);
        _shuffle = takesSome ? new SparseShuffle(roster.Units.Count) : null;
    }

    private ReadOnlySpan<Leaf> RowsOf(RosterUnits roster, int replication, int id, int head)
    {
        IsOriginal = _shuffle is not null || (!roster.IsResampled && head < roster.Units.Count);
        var uniform = RandomStream.For(seed, replication, id, _row).Uniform(0);
        var index = _shuffle?.Next(uniform) ?? (IsOriginal ? head : Math.Min((int)(uniform * roster.Units.Count), roster.Units.Count - 1));
        Unit = roster.Units[index];
        _leaves.Clear();
        var (project, loan) = (0, 0);
        for (var row = 0; row < Unit.Rows.Count; row++)
        {
            var isNew = row > 0 && Unit.Rows[row].Project != Unit.Rows[row - 1].Project;
            (project, loan) = isNew ? (project + 1, 0) : (project, row == 0 ? 0 : loan + 1);
            _leaves.Add(new Leaf(Unit.Rows[row], project, loan));
        }

        return CollectionsMarshal.AsSpan(_leaves);
    }
}
