// Makes variants of a scenario from values at paths, without reading the files again where a figure or a fund is all that changes.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Library;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Scenarios.Laboratory.Reforms;
using BudgetSim.Scenarios.Policies;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Simulation.Replications;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Scenarios.Laboratory.Variants;

/// <summary>A side (a scenario, perhaps under reforms) whose figures and funds can be moved.</summary>
public sealed class VariantSource
{
    private const string Funds = "funds/";

    private readonly Side _side;
    private readonly ScenarioSource _source;
    private readonly PolicyTrees _trees;

    /// <summary>The side whose figures are moved, and the files it was read from.</summary>
    public VariantSource(Side side, ScenarioSource source)
    {
        ArgumentNullException.ThrowIfNull(side);
        _side = side;
        _source = source;
        _trees = ReformedScenario.Trees(side.Scenario, source.Seeds);
    }

    /// <summary>The scenario that the variants depart from.</summary>
    public LoadedScenario Scenario => _side.Scenario;

    /// <summary>
    /// The step that a value at a path means: <c>funds/FUND</c> is an appropriation, <c>pool/...</c> and <c>parameters/...</c> are
    /// assumptions, everything else is a path of a policy document.
    /// </summary>
    public static ReformStep Step(string path, string value, Place where)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (AssumptionPath.Names(path)) return new ReformStep.Assumption(path, value, "", where);
        return path.StartsWith(Funds, StringComparison.Ordinal) && QuantityText.TryParse(value, out var yuan) && yuan <= long.MaxValue
            && yuan >= long.MinValue
            ? new ReformStep.Money(path[Funds.Length..], null, (long)yuan.Floor(), "", where)
            : new ReformStep.Change(path, new ScalarNode(where, value, ScalarForm.Plain), null, "", where);
    }

    /// <summary>The faults of steps: paths that do not exist, values of another kind, unknown funds.</summary>
    public IReadOnlyList<Diagnostic> Check(IReadOnlyList<ReformStep> steps)
    {
        var model = _side.Scenario.Model;
        var noMoney = steps.OfType<ReformStep.Change>().Where(change => change.Path.StartsWith(Funds, StringComparison.Ordinal)).ToList();
        var faults = ReformCheck.Of([.. steps.Except(noMoney)], _trees);
        faults.AddRange(noMoney.Select(change => MoneyCheck.NoAmount(change, model)));
        faults.AddRange(steps.OfType<ReformStep.Money>().Select(money => MoneyCheck.Fault(money, model)).OfType<Diagnostic>());
        faults.AddRange(steps.OfType<ReformStep.Assumption>().Select(step => AssumedInputs.Fault(model, step)).OfType<Diagnostic>());
        // What is no figure is read like a reform, so what reading finds is found here too.
        if (faults.Count == 0 && steps.OfType<ReformStep.Change>().Any(change => AsFigure(change) is null))
            faults.AddRange(ReadFiles(steps).Diagnostics.Where(fault => fault.Severity == Severity.Error));
        return faults;
    }

    /// <summary>The number that stands at a path now; null if there is none.</summary>
    public Fraction? Current(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.StartsWith(Funds, StringComparison.Ordinal))
            return FundYear.LimitOf(_side.Scenario.Model, path[Funds.Length..], _side.Scenario.Model.Years[0]) is { } yuan
                ? (Fraction)yuan
                : null;
        return _trees.Find(path) is ScalarNode scalar && ScalarText.TryNumber(scalar.Text, out var number) ? number : null;
    }

    /// <summary>Whether what stands at a path is written as a share.</summary>
    public bool IsShare(string path) => _trees.Find(path) is ScalarNode { Text: [.., '%' or '‰'] };

    /// <summary>The documents of the scenario.</summary>
    internal IReadOnlyCollection<string> Documents => [.. _trees.Documents];

    /// <summary>Every reading of a measure with claims, and the library's general ones, by code.</summary>
    internal IEnumerable<(string Code, MappingNode Reading)> Readings()
    {
        var claimed = _side.Scenario.Model.Pool.Cohorts.SelectMany(cohort => cohort.Claims).Select(claim => claim.Measure).Distinct();
        var own = claimed.SelectMany(id => ((_trees.Measure(id)?.Find("readings")?.Value as SequenceNode)?.Items ?? [])
            .OfType<MappingNode>()
            .Select(reading => ($"{id.Split('/')[0]}/{ValueText.Of(reading.Find("code")?.Value)}", reading)));
        var general = (YamlFile.Read(Path.Combine(_source.Seeds, "readings.yaml")).Value as MappingNode)?.Entries ?? [];
        return own.Concat(general.Where(entry => entry.Value is MappingNode).Select(entry => (entry.Key, (MappingNode)entry.Value)));
    }

    /// <summary>The variant of steps that need not fit together; null if they do not.</summary>
    internal Variant? TryMake(IReadOnlyList<ReformStep> steps) =>
        ReadFiles(steps) is { Succeeded: true } read ? FromFiles(read.Value) with { Key = KeyOf(steps) } : null;

    /// <summary>The variant in which the steps (already checked) hold.</summary>
    public Variant Make(IReadOnlyList<ReformStep> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        return MakeUnnamed(steps) with { Key = KeyOf(steps) };
    }

    private static string KeyOf(IReadOnlyList<ReformStep> steps) =>
        string.Join('\n', steps.Select(step => $"{step.GetType().Name} {step.Target} {step.NewText} {(step as ReformStep.Change)?.From}"));

    private Variant MakeUnnamed(IReadOnlyList<ReformStep> steps)
    {
        var baseline = _side.Scenario.Model;
        if (steps.Any(step => step is ReformStep.Assumption))
            return Variant.Of(
                baseline,
                AssumedInputs.With(
                    MakeUnnamed([.. steps.Where(step => step is not ReformStep.Assumption)]).Model, steps.OfType<ReformStep.Assumption>()));
        var figures = steps.OfType<ReformStep.Change>().Select(AsFigure).ToList();
        if (figures.Contains(null) || steps.Any(step => step is not (ReformStep.Change or ReformStep.Money))) return FromFiles(steps);
        var model = figures.Count == 0
            ? baseline
            : baseline with { Terms = WithFigures(baseline, [.. figures.Select(figure => figure!.Value)]) };
        var moneys = steps.OfType<ReformStep.Money>().ToList();
        if (moneys.Count > 0) model = model with { Funds = WithMoney(model, moneys) };
        var changed = figures.Select(figure => figure!.Value)
            .Select(figure => new NewFigure(
                baseline.Terms.IndexOf(figure.Measure),
                baseline.Terms.Library.Find(figure.Measure)!.Measure,
                figure.Figure,
                figure.Value.Number))
            .ToList();
        var ceilings = changed.Where(FigureUse.IsCeiling).ToList();
        var beside = ceilings.Count > 0 && ceilings.Count < changed.Count ? FigureUse.Ceilings(ceilings) : null;
        return Variant.Of(baseline, model, keepsTerms: true, FigureUse.Ceilings(changed)) with
        {
            OnlyFormulas = FigureUse.AreFormulas(changed.Except(ceilings)),
            CeilingsBeside = beside,
            ClaimsKey = KeyOf([.. steps.OfType<ReformStep.Change>()]),
        };
    }

    private (string Measure, string Figure, Value Value)? AsFigure(ReformStep.Change change)
    {
        var parts = change.Path.Split('/');
        var measure = parts.Length == 3 ? _side.Scenario.Model.Terms.Library.Find($"{parts[0]}/{parts[1]}") : null;
        if (measure is null || !measure.Measure.Figures.TryGetValue(parts[2], out var old) || old.Kind != ValueKind.Number) return null;
        return change.Value is ScalarNode scalar && ScalarText.TryNumber(scalar.Text, out var number)
            ? (measure.Measure.Id, parts[2], Value.Of(number))
            : null;
    }

    private LibraryTerms WithFigures(ScenarioModel baseline, List<(string Measure, string Figure, Value Value)> figures)
    {
        var library = baseline.Terms.Library;
        var changed = figures.GroupBy(figure => figure.Measure)
            .ToDictionary(group => group.Key, group => Recompile(library, library.Find(group.Key)!, [.. group]));
        var documents = library.Documents
            .Select(document => document with
            {
                Measures = [.. document.Measures.Select(measure => changed.GetValueOrDefault(measure.Measure.Id) ?? measure)],
            });
        var shortage = SettlementReadings.From(_side.Scenario.Readings).Value?.Shortage;
        return LibraryTerms.From(new PolicyLibrary(library.Vocabulary, [.. documents]), shortage, firstYearsCount: true);
    }

    private static CompiledMeasure Recompile(
        PolicyLibrary library, CompiledMeasure old, IReadOnlyList<(string Measure, string Figure, Value Value)> figures)
    {
        var all = new Dictionary<string, Value>(old.Measure.Figures);
        foreach (var (_, figure, value) in figures) all[figure] = value;
        return CompiledMeasure.From(old.Measure with { Figures = all }, library.Vocabulary, old.IsDraft, old.IsInForce, []);
    }

    private static List<FundMoney> WithMoney(ScenarioModel model, IReadOnlyList<ReformStep.Money> moneys)
    {
        var funds = model.Funds.ToList();
        foreach (var money in moneys)
        {
            funds.RemoveAll(known => known.Fund == money.Fund);
            funds.AddRange(model.Years.Select(year => new FundMoney(money.Fund, year, money.Yuan)));
        }

        return funds;
    }

    // Anything else is read from the files like a reform; the pool is the same, so draws may still be used.
    private Variant FromFiles(IReadOnlyList<ReformStep> steps)
    {
        var read = ReadFiles(steps);
        return read.Succeeded ? FromFiles(read.Value) : throw new InvalidOperationException(string.Join('\n', read.Diagnostics));
    }

    private Variant FromFiles(LoadedScenario read)
    {
        var baseline = _side.Scenario.Model;
        return Variant.Of(baseline, read.Model with { Pool = baseline.Pool, Parameters = baseline.Parameters });
    }

    private Loaded<LoadedScenario> ReadFiles(IReadOnlyList<ReformStep> steps)
    {
        var baseline = _side.Scenario.Model;
        var overrides = _source.Overrides with { Seed = baseline.Seed, Replications = baseline.Replications };
        var targets = steps.Select(step => step.Target).ToHashSet();
        return ReformedScenario.Read(
            _side.Source.Folder, _source.Seeds, overrides, [.. _side.Steps.Where(step => !targets.Contains(step.Target)), .. steps]);
    }
}
