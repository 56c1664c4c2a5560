// Evaluates one measure for the facts of a command line.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Library;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Scenarios.Policies;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Cli.Evaluating;

/// <summary>An evaluation that was asked for and made; <paramref name="Facts"/> include the date that was filled in.</summary>
internal sealed record EvaluatedRequest(EvaluationRequest Request, Evaluation Evaluation, IReadOnlyDictionary<string, Value> Facts)
{
    public CompiledMeasure Measure => Evaluation.Entitlement.Measure;

    /// <summary>The fact without which there is no amount, or empty.</summary>
    public string Missing => !Evaluation.IsUndetermined ? ""
        : Evaluation.Entitlement.Missing.Length > 0 ? Evaluation.Entitlement.Missing
        : Evaluation.Entitlement.Standing == Standing.Entitled ? FactNames.UpliftBudgetLeft : "";

    /// <summary>Whether no version of the measure was in force on the date asked for.</summary>
    public bool NoVersionInForce { get; init; }

    /// <summary>What names the payers and the other measures of an explanation.</summary>
    public PolicyLibrary? Library { get; init; }
}

/// <summary>From a request to its evaluation; every fault of the request is found, not only the first.</summary>
internal static class EvaluationJob
{
    public static Loaded<EvaluatedRequest> Run(EvaluationRequest request)
    {
        var faults = new List<Diagnostic>();
        var asOf = ReadDate(request.AsOf, faults);
        var readings = WrittenPairs.Texts(WrittenPairs.Read("--reading", request.Readings, faults));
        var changes = WrittenPairs.Read("--set", request.Changes, faults).Entries
            .Select(entry => new PathChange(entry.Key, entry.Value, entry.KeyWhere))
            .ToList();
        var inputs = WrittenPairs.Read("--input", request.Inputs, faults);
        // Where a reading or a change is wrong, the library as it stands still says whether the rest is right.
        var terms = ReadTerms(request.Seeds, readings, changes, faults) ?? ReadTerms(request.Seeds, [], [], []);
        if (terms is null) return Loaded<EvaluatedRequest>.From(null, faults);
        var facts = FactsReader.Read(WithDraftReading(inputs, readings), terms.Library.Vocabulary, faults);
        var measure = Find(terms.Library, request.Measure, facts, asOf, faults);
        if (measure is null || faults.Exists(fault => fault.Severity == Severity.Error)) return Loaded<EvaluatedRequest>.From(null, faults);
        var dated = Dated(facts, measure, asOf);
        var evaluated = new EvaluatedRequest(request, EvaluateAlone.From(terms, measure, dated), dated)
        {
            Library = terms.Library,
            NoVersionInForce = asOf is not null && MeasureVersions.InForce([measure], facts, asOf) is null,
        };
        return Loaded<EvaluatedRequest>.From(evaluated, faults);
    }

    // Whether a draft counts is a fact of the case, also where it is written as a reading.
    private static MappingNode WithDraftReading(MappingNode inputs, Dictionary<string, string> readings) =>
        readings.TryGetValue(FactNames.TreatDraftAsInForce, out var treat) && inputs.Find(FactNames.TreatDraftAsInForce) is null
            ? inputs with
            {
                Entries = [
                    .. inputs.Entries,
                    new DataEntry(
                        FactNames.TreatDraftAsInForce, inputs.Where, new ScalarNode(Place.Of("--reading"), treat, ScalarForm.Plain)),
                ],
            }
            : inputs;

    private static LibraryTerms? ReadTerms(
        string seeds, Dictionary<string, string> readings, List<PathChange> changes, List<Diagnostic> faults)
    {
        var settings = SettlementReadings.From(readings);
        faults.AddRange(settings.Diagnostics);
        var library = PolicyFolder.Read(seeds, documents: null, settings.Value?.PolicyReadings, changes);
        faults.AddRange(library.Diagnostics);
        return library.Succeeded && settings.Succeeded ? LibraryTerms.From(library.Value, settings.Value.Shortage) : null;
    }

    // With a date, the version in force on it; without one, the row that is named.
    private static CompiledMeasure? Find(
        PolicyLibrary library, string id, Dictionary<string, Value> facts, string? asOf, List<Diagnostic> faults)
    {
        var named = library.Find(id);
        var versions = asOf is null ? [] : MeasureVersions.Of(library, id);
        if (versions.Count > 0) return MeasureVersions.InForce(versions, facts, asOf!) ?? named ?? versions[^1];
        if (named is null) faults.Add(UnknownMeasure(id, library));
        return named;
    }

    private static Dictionary<string, Value> Dated(Dictionary<string, Value> facts, CompiledMeasure measure, string? asOf)
    {
        var dated = new Dictionary<string, Value>(facts);
        if (asOf is not null) dated.TryAdd(measure.Measure.Validity.DateAttribute, Value.Of(asOf));
        return dated;
    }

    private static string? ReadDate(string? text, List<Diagnostic> faults)
    {
        if (text is null) return null;
        if (DateText.TryParse(text, out var date)) return date.ToString("yyyy-MM-dd");
        faults.Add(Diagnostic.Error(Place.Of("--as-of"), "BS212", $"expected a date, found '{text}'", "write it as 2026-06-30"));
        return null;
    }

    private static Diagnostic UnknownMeasure(string id, PolicyLibrary library) =>
        Diagnostic.Error(
            Place.Of(id),
            "BS213",
            $"unknown measure '{id}'",
            NearestName.To(id, library.MeasureIds) is { } near ? $"did you mean '{near}'?" : "'measures' lists them all");
}
