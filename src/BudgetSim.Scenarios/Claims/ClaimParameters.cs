// Reads the parameters of a payout: one value for every claim, or a file with a value a claim.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Files.Tables;
using BudgetSim.Simulation.Settlement;
using Attribute = BudgetSim.Policy.Vocabularies.Attribute;

namespace BudgetSim.Scenarios.Claims;

/// <summary>What <c>--set NAME=VALUE</c> and <c>--set NAME=@FILE</c> say; filled while it is read, then only asked.</summary>
internal sealed class ClaimParameters
{
    private readonly List<(Cell Claim, MapCell Value)> _byClaim = [];

    /// <summary>Facts that hold for every claim.</summary>
    public Dictionary<string, Value> Shared { get; } = [];

    /// <summary>Yuan left for uplifts by measure, or one pot <c>*</c> for all measures.</summary>
    public Dictionary<string, Fraction> UpliftBudgets { get; } = [];

    /// <summary>The parameters of <paramref name="request"/>; what is wrong is a fault.</summary>
    public static ClaimParameters Read(ClaimsRequest request, LibraryTerms terms, ICollection<Diagnostic> faults)
    {
        var parameters = new ClaimParameters();
        var vocabulary = terms.Library.Vocabulary;
        foreach (var (name, text) in request.Readings.Where(reading => reading.Key == FactNames.TreatDraftAsInForce)
            .Concat(request.Parameters))
        {
            if (vocabulary.Find(name) is not { } attribute)
                faults.Add(ClaimFaults.UnknownSetting(name, vocabulary.All.Select(known => known.Name)));
            else if (ClaimsRequest.IsFile(text)) parameters.AddFile(attribute, text[1..], terms, faults);
            else if (ClaimMaps.Names.Contains(name)) faults.Add(ParameterFaults.OneForAll(name));
            else parameters.AddShared(attribute, text, faults);
        }

        return parameters;
    }

    /// <summary>The claims with the values that files give them.</summary>
    public ClaimList Apply(ClaimList list, ICollection<Diagnostic> faults)
    {
        if (_byClaim.Count == 0) return list;
        var claims = list.Claims.ToArray();
        var positions = claims.Select((claim, position) => (claim.Id, position)).ToDictionary(pair => pair.Id, pair => pair.position);
        foreach (var (key, value) in _byClaim)
        {
            var id = CellText.Text(key) ?? "";
            if (positions.TryGetValue(id, out var position)) claims[position] = ClaimMaps.With(claims[position], value, faults);
            else faults.Add(ParameterFaults.UnknownClaim(key.Where, id, positions.Keys));
        }

        return list with { Claims = claims };
    }

    private void AddShared(Attribute attribute, string text, ICollection<Diagnostic> faults)
    {
        var (value, fault) = FactText.Parse(attribute, text, Place.Of("--set"));
        if (fault is not null) faults.Add(fault);
        else Shared[attribute.Name] = value;
        if (attribute.Name == FactNames.UpliftBudgetLeft && !value.IsNull) UpliftBudgets[Filing.OnePot] = value.Number;
    }

    private void AddFile(Attribute attribute, string path, LibraryTerms terms, ICollection<Diagnostic> faults)
    {
        var ofMeasures = attribute.Name == FactNames.UpliftBudgetLeft;
        var table = TableFile.Read(path);
        foreach (var fault in table.Diagnostics) faults.Add(fault);
        if (!table.Succeeded) return;
        if (table.Value.Header.Count < 2)
        {
            faults.Add(ParameterFaults.NotTwoColumns(path, attribute.Name, ofMeasures ? "measure" : "claim"));
            return;
        }

        var seen = new Dictionary<string, Place>();
        var column = new FactColumn(1, attribute, ClaimWords.UnitOf(table.Value.Header[1].Text));
        foreach (var row in table.Value.Rows)
        {
            if (!seen.TryAdd(row[0].Text.Trim(), row.Where))
                faults.Add(ParameterFaults.Repeated(row[0], row[0].Text.Trim(), seen[row[0].Text.Trim()]));
            else if (ofMeasures) AddPot(row, column, terms, faults);
            else _byClaim.Add((row[0], new MapCell(column, row[1])));
        }
    }

    private void AddPot(TableRow row, FactColumn column, LibraryTerms terms, ICollection<Diagnostic> faults)
    {
        var written = CellText.Text(row[0]) ?? "";
        if (new MeasureNames(terms.Library).Find(written) is not { } measure)
            faults.Add(ClaimFaults.UnknownMeasure(
                row[0].Where, written, terms.Library.MeasureIds, [.. terms.Library.Documents.Select(document => document.Id)]));
        else if (!row[1].IsBlank && FactCells.Read(row[1], column, faults) is { IsNull: false } value)
            UpliftBudgets[measure.Measure.Id] = value.Number;
    }
}
