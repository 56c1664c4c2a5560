// Reads a cohort that comes from past payments: one cohort per measure that was paid.
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Library;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Simulation.Distributions;
using BudgetSim.Simulation.Histories;
using BudgetSim.Simulation.Pools;

namespace BudgetSim.Scenarios.Pools;

/// <summary>
/// <c>history: history.csv</c>, or <c>history: { file: history.csv, measures: […], region: …, from: 2019, to: 2025, ceilings: { measure:
/// 500万 } }</c>; the file stands beside pool.yaml.
/// </summary>
internal sealed class HistoryReader(string folder, PolicyLibrary library, IReadOnlyList<int> years, ICollection<string> files)
{
    private static readonly string[] NotBeside =
    [
        "roster", "claims", "attributes", "population", "count", "growing", "projects_each", "loans_each", "date", "correlations",
        "distinct", "range",
    ];

    /// <summary>The cohorts of <paramref name="entry"/>, which has a key <c>history</c>.</summary>
    public IEnumerable<Cohort> Read(NodeReader entry, FactorLoading? loading, Basis basis)
    {
        foreach (var key in NotBeside.Where(entry.Has))
            entry.Report(PoolFaults.NoUseFor(
                entry.Child(key)!.KeyWhere, key, "history", "how many come up and what they are paid follows from the history"));
        var (first, last) = new CountReader(years).Years(entry);
        var plan = CountPlan.Steady with { First = first, Last = last };
        var title = new Bilingual(entry.OptionalText("zh") ?? entry.Name, entry.OptionalText("en") ?? entry.Name);
        var written = entry.RequiredChild("history");
        return Fits(written).Select(fit => CohortOf(entry.Name, title, fit, basis) with { Loading = loading, Plan = plan }).ToList();
    }

    /// <summary>The cohort of one fitted measure.</summary>
    public Cohort CohortOf(string name, Bilingual title, FittedPayments fit, Basis basis)
    {
        var measure = library.Find(fit.Measure)!.Measure;
        return new Cohort(
            $"{name}/{fit.Measure}",
            new Bilingual($"{title.In("zh")}：{measure.Title.In("zh")}", $"{title.In("en")}: {measure.Title.In("en")}"),
            Population: null,
            new Fixed(1),
            Loading: null,
            Attributes: [],
            [new CohortClaim(fit.Measure, new Fixed(1), basis)],
            basis)
        { Payments = fit };
    }

    private List<FittedPayments> Fits(NodeReader written) => written.Node is MappingNode
        ? written.As(fields => Fits(
            fields,
            fields.Text("file"),
            new HistoryFilter(fields.OptionalText("region"), fields.OptionalYear("from"), fields.OptionalYear("to"), years[0]),
            fields.Child("measures") is { } listed ? listed.AsList(measure => measure.AsText()) : null,
            fields.OptionalMap("ceilings", ceiling => ceiling.AsNumber())))
        : Fits(written, written.AsText(), new HistoryFilter(ForecastFrom: years[0]), null, new Dictionary<string, Fraction>());

    private List<FittedPayments> Fits(
        NodeReader written,
        string file,
        HistoryFilter filter,
        IReadOnlyList<string>? measures,
        IReadOnlyDictionary<string, Fraction> ceilings)
    {
        var path = Path.Combine(folder, file);
        files.Add(path);
        var history = HistoryFile.Read(path, library, filter);
        foreach (var fault in history.Diagnostics) written.Report(fault);
        if (!history.Succeeded) return [];
        var paid = history.Value.Measures;
        foreach (var name in (measures ?? []).Concat(ceilings.Keys).Where(name => !paid.Contains(name)).Distinct())
            written.Report(HistoryFaults.NothingUnder(written.Where, $"under {name}", [.. paid]));
        return [.. paid.Where(measure => measures is null || measures.Contains(measure))
            .Select(measure => FittedPayments.From(
                history.Value, measure, ceilings.TryGetValue(measure, out var ceiling) ? ceiling : null))];
    }
}
