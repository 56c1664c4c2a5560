// What a run keeps of its replications: totals by measure and year, sums by stage, payers and funds.
using BudgetSim.Allocation.Settlement;

namespace BudgetSim.Simulation.Replications;

/// <summary>
/// The outcome of all replications that were finished. Amounts are whole yuan unless said otherwise; a "line" is a
/// measure in one year, <c>line = measure x years + year</c>.
/// </summary>
public sealed class Forecast
{
    internal Forecast(ScenarioModel model, int capacity)
    {
        Model = model;
        var lines = model.Terms.Measures.Count * model.Years.Count;
        Paid = Grid(lines, capacity);
        Demand = Grid(lines, capacity);
        PayerFen = Grid(model.Terms.Payers.Count, capacity);
        Claims = new long[lines];
        PaidClaims = new long[lines];
        Gross = new long[lines];
        Undetermined = new long[lines];
        PayerParts = Grid(lines, model.Terms.Payers.Count);
        Deducted = [.. Enumerable.Range(0, lines).Select(_ => new long[StageCount])];
    }

    /// <summary>The outcome of all replications of a model with every figure still 0, for whoever has kept the figures.</summary>
    public static Forecast Finish(ScenarioModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new Forecast(model, model.Replications) { Finished = model.Replications };
    }

    /// <summary>The number of stages at which something can be taken off.</summary>
    public static int StageCount { get; } = Enum.GetValues<DeductionStage>().Length;

    public ScenarioModel Model { get; }

    /// <summary>How it was worked out.</summary>
    public ForecastEngine Engine { get; internal init; }

    /// <summary>How many replications were finished: all below this number.</summary>
    public int Finished { get; internal set; }

    /// <summary>Whether the run was stopped before all replications were done.</summary>
    public bool WasStopped => Finished < Model.Replications;

    /// <summary>Money paid, <c>[line][replication]</c>; empty for lines that never have a claim.</summary>
    public long[][] Paid { get; }

    /// <summary>Awards before the fund's shortage rule, <c>[line][replication]</c>.</summary>
    public long[][] Demand { get; }

    /// <summary>Each payer's part in fen, <c>[payer][replication]</c>.</summary>
    public long[][] PayerFen { get; }

    /// <summary>Claims filed over all replications, <c>[line]</c>.</summary>
    public long[] Claims { get; }

    /// <summary>Claims that were paid something, <c>[line]</c>.</summary>
    public long[] PaidClaims { get; }

    /// <summary>Gross entitlement with uplift over all replications, <c>[line]</c>.</summary>
    public long[] Gross { get; }

    /// <summary>Claims whose amount is not known, <c>[line]</c>.</summary>
    public long[] Undetermined { get; }

    /// <summary>
    /// Each payer's part of a line over all replications in fen, <c>[line][payer]</c>, each claim's part rounded down to the fen: exact where
    /// shares are whole percentages, because awards are whole yuan.
    /// </summary>
    public long[][] PayerParts { get; }

    /// <summary>What each stage took off over all replications, <c>[line][stage]</c>.</summary>
    public long[][] Deducted { get; }

    /// <summary>The index of a measure's year.</summary>
    public int Line(int measure, int yearIndex) => (measure * Model.Years.Count) + yearIndex;

    /// <summary>Sum over years of the money paid by a measure, <c>[replication]</c>.</summary>
    public long[] PaidByMeasure(int measure) => SumOf(Paid, Enumerable.Range(0, Model.Years.Count).Select(year => Line(measure, year)));

    /// <summary>Sum over lines, <c>[replication]</c>.</summary>
    public long[] SumOf(long[][] grid, IEnumerable<int> lines)
    {
        var sums = new long[Finished];
        foreach (var line in lines)
        {
            for (var replication = 0; replication < sums.Length; replication++) sums[replication] += grid[line][replication];
        }

        return sums;
    }

    private static long[][] Grid(int rows, int columns) => [.. Enumerable.Range(0, rows).Select(_ => new long[columns])];
}
