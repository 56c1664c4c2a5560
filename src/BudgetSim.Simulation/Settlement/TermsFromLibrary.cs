// Translates the measures and funds of a policy library into the terms of a settlement.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Core.Terms;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Library;
using BudgetSim.Policy.Measures;

namespace BudgetSim.Simulation.Settlement;

/// <summary>
/// The measures of a library with dense indices: <see cref="Measures"/>, <see cref="Funds"/> and <see cref="Payers"/>
/// are in library order, and every index in the terms points into them.
/// </summary>
public sealed class LibraryTerms
{
    private readonly Dictionary<string, int> _measureIndex;
    private readonly Dictionary<CompiledMeasure, int> _compiledIndex;
    private readonly SharedTerms[] _shared;
    private readonly Dictionary<string, int> _fundIndex;
    private readonly Dictionary<string, int> _payerIndex;

    private LibraryTerms(PolicyLibrary library, ShortageSetting? mode, bool firstYearsCount)
    {
        Library = library;
        Compiled = [.. library.Measures];
        _measureIndex = Indexed(Compiled.Select(measure => measure.Measure.Id));
        _compiledIndex = Compiled.Select((measure, index) => (measure, index)).ToDictionary(pair => pair.measure, pair => pair.index);
        _shared = [.. Compiled.Select(_ => new SharedTerms())];
        var funds = library.Documents.SelectMany(document => document.Funds.Select(fund => (Fund: fund, document.Settings)))
            .DistinctBy(fund => fund.Fund.Id)
            .ToList();
        _fundIndex = Indexed(funds.Select(fund => fund.Fund.Id));
        Payers = [.. Compiled.SelectMany(measure => measure.Measure.Payers).Select(payer => payer.Payer).Distinct()];
        _payerIndex = Indexed(Payers);
        Funds = [.. funds.Select(fund => Terms(fund.Fund, fund.Settings, mode))];
        Measures = [.. library.Documents
            .SelectMany(document => document.Measures
                .Select(measure => Terms(measure.Measure, document.Settings) with
                {
                    PaysFirstYearOnly = firstYearsCount && measure.PaysFirstYearOnly,
                }))];
        LaneChoice = library.Documents.Select(document => document.Settings.LaneChoice)
            .FirstOrDefault(rule => rule != LaneChoiceRule.Joint);
    }

    /// <summary>The documents it is made of.</summary>
    public PolicyLibrary Library { get; }

    /// <summary>The compiled measures, <c>[measure]</c>.</summary>
    public IReadOnlyList<CompiledMeasure> Compiled { get; }

    /// <summary>The terms of each measure, <c>[measure]</c>.</summary>
    public IReadOnlyList<MeasureTerms> Measures { get; }

    /// <summary>The terms of each fund, <c>[fund]</c>.</summary>
    public IReadOnlyList<FundTerms> Funds { get; }

    /// <summary>The payers of all measures, <c>[payer]</c>.</summary>
    public IReadOnlyList<string> Payers { get; }

    /// <summary>How rival lanes are chosen.</summary>
    public LaneChoiceRule LaneChoice { get; }

    /// <summary>
    /// The terms of a library; a shortage mode given here wins over the documents' own settings. Where <paramref name="firstYearsCount"/>,
    /// what is paid for the first time in one year of a settlement is not paid again in a later one: for simulated years, whose facts do
    /// not tell it.
    /// </summary>
    public static LibraryTerms From(PolicyLibrary library, ShortageSetting? mode = null, bool firstYearsCount = false) =>
        new(library, mode, firstYearsCount);

    /// <summary>The index of a measure that the library has.</summary>
    public int IndexOf(string measure) => _measureIndex[measure];

    internal int IndexOf(CompiledMeasure measure) =>
        _compiledIndex.TryGetValue(measure, out var index) ? index : IndexOf(measure.Measure.Id);

    internal SharedTerms Shared(int measure) => _shared[measure];

    /// <summary>The fund's index, or -1.</summary>
    public int FundIndex(string fund) => _fundIndex.GetValueOrDefault(fund, -1);

    /// <summary>The index of a payer that a measure names.</summary>
    public int PayerIndex(string payer) => _payerIndex[payer];

    private static Dictionary<string, int> Indexed(IEnumerable<string> names) =>
        names.Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index);

    private static FundTerms Terms(Fund fund, DocumentSettings settings, ShortageSetting? mode)
    {
        var rule = (mode ?? settings.Shortage) switch
        {
            ShortageSetting.ProRataCeilings => ShortageRule.ProRataCeilings,
            ShortageSetting.Selection => ShortageRule.Selection,
            _ => fund.Shortage == FundShortage.ProRata ? ShortageRule.ProRata : ShortageRule.Report,
        };
        return new FundTerms(fund.Id, rule)
        {
            FundedYears = settings.PaysOnlyFundedYears && fund.Sizes.Count > 0 ? [.. fund.Sizes.Keys] : null,
        };
    }

    private MeasureTerms Terms(Measure measure, DocumentSettings settings) => new(measure.Id)
    {
        UpliftsAfterCaps = settings.UpliftsAfterCaps,
        UpliftCapsPerProject = settings.UpliftCapsPerProject,
        IsOutlay = measure.Effect == LedgerEffect.Award,
        IsCeiling = measure.IsCeiling,
        OnceKeys = [.. measure.OnceKeys.Select(OnceKeyOf)],
        Caps = [.. measure.Caps.Select(cap => new CapTerms(cap.Per, RenewsYearly(cap), Drawers(measure, cap.SharedWith))
        {
            CutsProRata = cap.CutsProRata,
        })],
        PrincipalCaps = [.. measure.PrincipalCaps
            .Select(cap => new CapTerms(cap.Per, RenewsYearly: false, Drawers(measure, cap.SharedWith)))],
        Exclusions = [.. measure.Exclusions.Select(exclusion => new ExclusionTerms(Known(exclusion.With), exclusion.Key, exclusion.Keep))],
        TopsUp = measure.TopUp is { } topUp ? Known(topUp.With) : [],
        Fund = _fundIndex.GetValueOrDefault(measure.Fund, -1),
    };

    private static bool RenewsYearly(MoneyCap cap) => cap.RenewsYearly;

    private int[] Drawers(Measure measure, IReadOnlyList<string> sharedWith) =>
        [_measureIndex[measure.Id], .. Known(sharedWith).Where(index => index != _measureIndex[measure.Id])];

    private int[] Known(IEnumerable<string> measures) => [.. measures.Where(_measureIndex.ContainsKey).Select(id => _measureIndex[id])];

    private static OnceKey OnceKeyOf(string key) => key switch
    {
        "enterprise" => OnceKey.Enterprise,
        "item" => OnceKey.Item,
        "project" => OnceKey.Project,
        "event" => OnceKey.Event,
        "park" => OnceKey.Park,
        "year" => OnceKey.Year,
        _ => OnceKey.Attribute,
    };
}
