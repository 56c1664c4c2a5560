// What a run keeps of its replications: totals by measure and year, sums by stage, payers, funds and places.
using BudgetSim.Allocation.Settlement;

namespace BudgetSim.Simulation.Replications;

/// <summary>
/// The outcome of all replications that were finished. Amounts are whole yuan unless said otherwise; a "line" is a
/// measure in one year, <c>line = measure x years + year</c>. Rows by replication are to be read only.
/// </summary>
public sealed class Forecast
{
    private readonly KeptRows _paid, _demand, _payers, _payerYears, _regions, _claims, _carried;

    internal Forecast(ScenarioModel model)
    {
        Model = model;
        var (lines, years) = (model.Terms.Measures.Count * model.Years.Count, model.Years.Count);
        Regions = RegionNames.Of(model.Pool);
        Kept =
        [
            _paid = new KeptRows(lines), _demand = new KeptRows(lines), _payers = new KeptRows(model.Terms.Payers.Count),
            _payerYears = new KeptRows(model.Terms.Payers.Count * years),
            _regions = new KeptRows(Regions.Count * years), _claims = new KeptRows(model.Terms.Measures.Count),
            _carried = new KeptRows(model.Terms.Funds.Count * years * CarriedYear.Rows),
        ];
        Claims = new long[lines];
        PaidClaims = new long[lines];
        Gross = new long[lines];
        Undetermined = new long[lines];
        PayerParts = [.. Enumerable.Range(0, lines).Select(_ => new long[model.Terms.Payers.Count])];
        Deducted = [.. Enumerable.Range(0, lines).Select(_ => new long[StageCount])];
    }

    /// <summary>The number of stages at which something can be taken off.</summary>
    public static int StageCount { get; } = Enum.GetValues<DeductionStage>().Length;

    /// <summary>What was simulated.</summary>
    public ScenarioModel Model { get; }

    /// <summary>How it was worked out.</summary>
    public ForecastEngine Engine { get; internal set; }

    /// <summary>How many replications were finished: all below this number.</summary>
    public int Finished { get; internal set; }

    /// <summary>Whether the run ended early because the precision asked for was reached.</summary>
    public bool IsPrecise { get; internal set; }

    /// <summary>Whether the run was stopped before all replications were done.</summary>
    public bool WasStopped => Finished < Model.Replications && !IsPrecise;

    /// <summary>Whether replications 2k and 2k+1 mirror each other, so that pairs of them and not single ones are independent.</summary>
    public bool InPairs => Model.Sampling == Random.FactorSampling.Antithetic;

    /// <summary>Money paid in a year (whenever it was claimed), <c>[line][replication]</c>.</summary>
    public long[][] Paid => _paid.Rows;

    /// <summary>
    /// Awards for claims of a year before the fund's shortage rule, <c>[line][replication]</c>; a claim counts once, however late it is
    /// paid.
    /// </summary>
    public long[][] Demand => _demand.Rows;

    /// <summary>Each payer's part in fen, <c>[payer][replication]</c>.</summary>
    public long[][] PayerFen => _payers.Rows;

    /// <summary>Each payer's part in one year in fen, <c>[payer x years + year][replication]</c>; fractions of a fen are dropped.</summary>
    public long[][] PayerYearFen => _payerYears.Rows;

    /// <summary>The places that the pool names.</summary>
    public IReadOnlyList<string> Regions { get; }

    /// <summary>Money paid to claimants of a place in one year, <c>[region x years + year][replication]</c>.</summary>
    public long[][] RegionPaid => _regions.Rows;

    /// <summary>Claims filed under a measure, <c>[measure][replication]</c>.</summary>
    public long[][] MeasureClaims => _claims.Rows;

    /// <summary>Claims filed over all replications, <c>[line]</c>.</summary>
    public long[] Claims { get; }

    /// <summary>Claims that were paid something, <c>[line]</c>.</summary>
    public long[] PaidClaims { get; }

    /// <summary>Gross entitlement with uplift over all replications, <c>[line]</c>.</summary>
    public long[] Gross { get; }

    /// <summary>Claims whose amount is not known, <c>[line]</c>.</summary>
    public long[] Undetermined { get; }

    /// <summary>
    /// Each payer's part of a line over all replications in fen, <c>[line][payer]</c>, each claim's part rounded down to the fen: exact
    /// where shares are whole percentages, because awards are whole yuan.
    /// </summary>
    public long[][] PayerParts { get; }

    /// <summary>What each stage took off over all replications, <c>[line][stage]</c>.</summary>
    public long[][] Deducted { get; }

    /// <summary>
    /// Replications in which the choice between lanes of some claimant reached the search's bound of effort, so that it is not proved the
    /// best.
    /// </summary>
    public long CutShortReplications => CutShort[0];

    /// <summary>How many claimants that were, counted once in each replication.</summary>
    public long CutShortClaimants => CutShort[1];

    /// <summary>The two together, <c>[replications, claimants]</c>.</summary>
    internal long[] CutShort { get; } = new long[2];

    /// <summary>For how many replications there is room.</summary>
    internal int Capacity { get; private set; }

    /// <summary>Everything kept by replication.</summary>
    internal IReadOnlyList<KeptRows> Kept { get; }

    /// <summary>The index of a measure's year.</summary>
    public int Line(int measure, int yearIndex) => (measure * Model.Years.Count) + yearIndex;

    /// <summary>What a fund passed on in a year; null if it has no carry-over.</summary>
    public CarriedYear? Carried(int fund, int yearIndex) =>
        Model.CarryOver.ContainsKey(Model.Terms.Funds[fund].Id)
            ? new CarriedYear(_carried.Rows.AsSpan(CarriedRow(fund, yearIndex), CarriedYear.Rows))
            : null;

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

    internal void Reserve(int capacity)
    {
        Capacity = capacity;
        foreach (var rows in Kept) rows.Reserve(capacity);
    }

    internal void AddPaid(int line, int replication, long yuan) => _paid.Add(line, replication, yuan);

    internal void AddDemand(int line, int replication, long yuan) => _demand.Add(line, replication, yuan);

    internal void AddClaims(int line, int replication, long claims) => _claims.Add(line / Model.Years.Count, replication, claims);

    internal void AddRegion(int region, int yearIndex, int replication, long yuan)
    {
        if (region >= 0) _regions.Add((region * Model.Years.Count) + yearIndex, replication, yuan);
    }

    internal void AddPayer(int payer, int replication, long fen) => _payers.Add(payer, replication, fen);

    internal void AddPayerYear(int payer, int yearIndex, int replication, long fen) =>
        _payerYears.Add((payer * Model.Years.Count) + yearIndex, replication, fen);

    internal void AddCarried(FundOutcome outcome, int yearIndex, int replication)
    {
        var row = CarriedRow(outcome.Fund, yearIndex);
        foreach (var amount in CarriedYear.AmountsOf(outcome)) _carried.Add(row++, replication, amount);
    }

    private int CarriedRow(int fund, int yearIndex) => ((fund * Model.Years.Count) + yearIndex) * CarriedYear.Rows;
}
