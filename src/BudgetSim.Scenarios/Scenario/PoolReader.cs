// Reads pool.yaml: populations, cohorts, how their attributes are drawn, and what they claim.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Library;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Scenarios.Policies;
using BudgetSim.Scenarios.Pools;
using BudgetSim.Simulation.Pools;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Scenarios.Scenario;

/// <summary>The pool as a file; every figure carries its basis. Rosters and histories stand in files beside it.</summary>
internal sealed class PoolReader
{
    private const int MostEnterprises = 5_000_000;

    private readonly PolicyLibrary _library;
    private readonly List<string> _factors;
    private readonly List<Population> _populations = [];
    private readonly RosterNumbers _numbers = new();
    private readonly AttributeReader _attributes;
    private readonly RosterReader _rosters;
    private readonly HistoryReader _histories;
    private readonly CountReader _counts;
    private readonly int _firstYear;
    private readonly RangeReader _ranges = new();

    private PoolReader(LibraryTerms terms, List<string> factors, IReadOnlyList<int> years, string folder, ICollection<string> files)
    {
        _library = terms.Library;
        _factors = factors;
        _attributes = new AttributeReader(_library.Vocabulary, Loading, _ranges);
        _rosters = new RosterReader(folder, terms, _numbers, files);
        _histories = new HistoryReader(folder, _library, years, files);
        (_counts, _firstYear) = (new CountReader(years), years[0]);
    }

    /// <summary>The pool and the ranges it states, by path; files that it reads are added to <paramref name="files"/>.</summary>
    public static (Pool Pool, Dictionary<string, StatedRange> Ranges) Read(
        NodeReader file, LibraryTerms terms, IReadOnlyList<int> years, string folder, ICollection<string> files)
    {
        var titles = file.OptionalMap("factors", PolicyFields.Bilingual);
        var factors = titles.Keys.ToList();
        var reader = new PoolReader(terms, factors, years, folder, files);
        _ = file.OptionalMap("populations", reader.ReadPopulation);
        var cohorts = file.Map("cohorts", reader.ReadCohorts).Values.SelectMany(read => read).ToList();
        foreach (var warning in RosterYears.Warnings(reader._populations, cohorts, terms, years)) file.Report(warning);
        var earlier = file.Child("paid_before") is { } written
            ? new PaidBeforeReader(folder, terms, reader._numbers, files).Read(written, years[0])
            : null;
        return (new Pool(factors, reader._populations, cohorts) { FactorTitles = titles, Named = reader._numbers.Count, Earlier = earlier },
            reader._ranges.Stated);
    }

    private Population ReadPopulation(NodeReader entry)
    {
        var roster = entry.Child("roster") is { } written ? _rosters.Read(written) : null;
        if (roster is not null && entry.Child("count") is { } beside)
            entry.Report(PoolFaults.NoUseFor(beside.KeyWhere, "count", "roster", "the roster says how many there are"));
        var count = roster?.Units.Count ?? (entry.Has("roster") ? 1 : entry.Whole("count"));
        var isRead = roster is not null
            || (entry.Child("count") is { Node: ScalarNode figure } && ScalarText.TryNumber(figure.Text, out _));
        if (isRead && count is (< 1 or > MostEnterprises))
            entry.Report(Diagnostic.Error(
                entry.Where, "BS304", $"a population has from 1 to {MostEnterprises} enterprises, found {count}"));
        var titles = TitleReader.Read(entry, _firstYear, roster, Loading);
        if (titles is not null && count > TitledReader.MostEnterprises)
            entry.Report(TitleFaults.TooManyEnterprises(entry.Where, count, TitledReader.MostEnterprises));
        var attributes = _attributes.Read(entry, roster, titles);
        var population = new Population(entry.Name, (int)Math.Clamp(count, 1, MostEnterprises), attributes, PoolFields.Basis(entry))
        {
            Roster = roster,
            Titles = titles,
            Dependence = PoolFields.Dependence(entry, attributes),
            Group = PoolFields.Membership(entry, "groups", _numbers.Groups),
            Park = PoolFields.Membership(entry, "parks", _numbers.Parks),
        };
        CheckReads(entry, attributes, []);
        _populations.Add(population);
        return population;
    }

    private IReadOnlyList<Cohort> ReadCohorts(NodeReader entry) =>
        entry.Has("history") ? [.. _histories.Read(entry, Loading(entry), PoolFields.Basis(entry))] : [ReadCohort(entry)];

    private Cohort ReadCohort(NodeReader entry)
    {
        var population = PopulationOf(entry);
        var roster = entry.Child("roster") is { } written ? _rosters.Read(written) : null;
        foreach (var key in new[] { "population", "projects_each", "loans_each" }.Where(key => entry.Has("roster") && entry.Has(key)))
            entry.Report(PoolFaults.NoUseFor(
                entry.Child(key)!.KeyWhere, key, "roster", "the roster's rows are the enterprises, projects and loans"));
        if (roster is { IsResampled: false } && entry.Child("count") is { } beside)
            entry.Report(PoolFaults.NoUseFor(
                beside.KeyWhere,
                "count",
                "roster",
                "each row comes up once a year; write 'growing', or 'resampled: true' in the roster to draw from it"));
        var titled = TitledReader.Read(entry, population, Loading);
        var isTitled = TitledReader.KeyOf(entry) is not null;
        var (count, plan) = isTitled
            ? TitledReader.Count(entry, population, _counts)
            : _counts.Read(entry, roster?.Units.Count ?? (entry.Has("roster") ? 1 : null));
        _ranges.Read(
            entry,
            $"pool/{entry.Name}/count",
            isTitled ? null : RangedFigure.Count(plan.Of(count, Math.Max(_firstYear, plan.First)).Count),
            TitledReader.KeyOf(entry) ?? "");
        var attributes = _attributes.Read(entry, roster, population?.Titles);
        CheckReads(entry, attributes, population?.Attributes ?? []);
        var cohort = new Cohort(
            entry.Name,
            new Bilingual(entry.OptionalText("zh") ?? entry.Name, entry.OptionalText("en") ?? entry.Name),
            population?.Name,
            count,
            isTitled ? null : Loading(entry),
            attributes,
            entry.List("claims", claim => ClaimReader.Read(claim, entry.Name, _library, _ranges)),
            PoolFields.Basis(entry))
        {
            Plan = plan,
            Roster = roster,
            Titled = titled,
            Dependence = PoolFields.Dependence(entry, attributes),
            Date = entry.Child("date") is { } date ? DayReader.Read(date) : null,
            ProjectsEach = entry.Child("projects_each") is { } projects
                ? DrawnValues.CheckCount(projects, PoolFields.Distribution(projects))
                : null,
            LoansEach = entry.Child("loans_each") is { } loans ? DrawnValues.CheckCount(loans, PoolFields.Distribution(loans)) : null,
            IsDistinct = entry.OptionalBool("distinct"),
            Group = PoolFields.Membership(entry, "groups", _numbers.Groups),
            Park = PoolFields.Membership(entry, "parks", _numbers.Parks),
        };
        CheckDistinct(entry, cohort, population);
        if (cohort.Claims.Count == 0) entry.Report(PoolFaults.ClaimsNothing(entry.Where, entry.Name));
        return cohort;
    }

    private Population? PopulationOf(NodeReader entry)
    {
        if (entry.OptionalText("population") is not { } name) return null;
        if (_populations.Find(known => known.Name == name) is { } population) return population;
        entry.Report(Diagnostic.Error(
            entry.Where, "BS305", $"unknown population '{name}'", NearestName.Hint(name, _populations.Select(known => known.Name))));
        return null;
    }

    // Formulas and ranks read what the subject or its enterprise has, formulas only what stands above them.
    private static void CheckReads(NodeReader entry, IReadOnlyList<DrawnAttribute> own, IReadOnlyList<DrawnAttribute> population)
    {
        var known = own.Concat(population).Select(attribute => attribute.Name).ToList();
        for (var index = 0; index < own.Count; index++)
        {
            if (own[index].Draw is AttributeDraw.Rank { By: { } by } && !known.Contains(by))
                entry.Report(PoolFaults.NotKnownHere(entry.Where, $"{own[index].Name} ranks by", by, known));
            if (own[index].Draw is not AttributeDraw.Derived derived) continue;
            foreach (var name in derived.Reads.Where(name => !known.Contains(name)))
                entry.Report(PoolFaults.NotKnownHere(entry.Where, $"the formula of {own[index].Name} reads", name, known));
            if (own.Skip(index + 1).Any(later => later.Draw is AttributeDraw.Derived && derived.Reads.Contains(later.Name)))
                entry.Report(PoolFaults.Circular(entry.Where, own[index].Name));
        }
    }

    private static void CheckDistinct(NodeReader entry, Cohort cohort, Population? population)
    {
        var enterprises = population?.Count ?? cohort.Roster?.Units.Count;
        if (cohort.IsDistinct && enterprises is { } count && cohort.Count.Mean > count)
            entry.Report(PoolFaults.TooFewForDistinct(entry.Where, entry.Name, cohort.Count.Mean, count));
    }

    private FactorLoading? Loading(NodeReader entry)
    {
        if (entry.Child("moves_with") is not { } moves) return null;
        var loadings = moves.AsMap(value => value.AsNumber().ToDouble());
        var (name, loading) = loadings.FirstOrDefault();
        if (loadings.Count != 1 || !(Math.Abs(loading) <= PoolFaults.LargestLoading))
            moves.Report(PoolFaults.BadLoading(moves.Where, loadings.Count, loading));
        var factor = _factors.IndexOf(name ?? "");
        if (factor < 0)
            moves.Report(Diagnostic.Error(moves.Where, "BS309", $"unknown factor '{name}'", NearestName.Hint(name ?? "", _factors)));
        return new FactorLoading(Math.Max(factor, 0), loading);
    }
}
