// Reads how the attributes of a cohort or population are drawn.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Simulation.Distributions;
using BudgetSim.Simulation.Pools;
using Attribute = BudgetSim.Policy.Vocabularies.Attribute;

namespace BudgetSim.Scenarios.Pools;

/// <summary>
/// An attribute is a plain value or distribution, or a mapping with its value, chance, choices, formula or title, its basis and loading.
/// </summary>
internal sealed class AttributeReader(Vocabulary vocabulary, Func<NodeReader, FactorLoading?> loading, RangeReader ranges)
{
    private const string ByWord = "rank by ";

    /// <summary>
    /// The attributes below the key <c>attributes</c>, laid over the columns of a roster: what the roster leaves empty is drawn.
    /// </summary>
    public IReadOnlyList<DrawnAttribute> Read(NodeReader entry, RosterUnits? roster, TitleLadder? titles)
    {
        var written = entry.OptionalMap("attributes", one => ReadOne(one, titles, entry.Name)).Values.ToList();
        if (roster is null) return written;
        var start = titles?.Stated?.Column;
        foreach (var stated in written.Where(attribute => attribute.Draw is AttributeDraw.Title && attribute.Name != start
            && roster.Columns.Contains(attribute.Name)))
            entry.Report(PoolFaults.NoUseFor(entry.Where, stated.Name, "roster", "a column of the roster states it"));
        var columns = roster.Columns.Select((name, index) => WithLevel(
            new DrawnAttribute(
                name,
                ColumnOf(index, written.Find(attribute => attribute.Name == name)?.Draw, isStart: name == start),
                new Basis(Path.GetFileName(roster.File))),
            vocabulary.Find(name)!));
        return [.. columns, .. written.Where(attribute => !roster.Columns.Contains(attribute.Name))];
    }

    // A column that says where the titles start is overtaken by the titles themselves.
    private static AttributeDraw ColumnOf(int index, AttributeDraw? written, bool isStart) =>
        isStart && written is AttributeDraw.Title ? written : new AttributeDraw.Column(index, written);

    private DrawnAttribute ReadOne(NodeReader entry, TitleLadder? titles, string owner)
    {
        if (vocabulary.Find(entry.Name) is not { } attribute)
        {
            entry.Report(Diagnostic.Error(
                entry.KeyWhere, "BS307", $"unknown attribute '{entry.Name}'",
                NearestName.Hint(entry.Name, vocabulary.All.Select(known => known.Name))));
            _ = entry.Node is MappingNode && entry.As(ignored => ignored.Keys().All(ignored.Has));
            return new DrawnAttribute(entry.Name, new AttributeDraw.Given(Value.Null), Basis.Assumption);
        }

        if (entry.Node is not MappingNode)
            return WithLevel(new DrawnAttribute(entry.Name, Draw(entry, attribute, null), Basis.Assumption), attribute);
        return WithLevel(entry.As(fields => ReadFields(fields, attribute, titles, owner)), attribute);
    }

    private DrawnAttribute ReadFields(NodeReader fields, Attribute attribute, TitleLadder? titles, string owner)
    {
        var draw = fields.Has("chance") ? new AttributeDraw.Chance(PoolFields.Probability(fields.RequiredChild("chance")))
            : fields.Has("choices") ? Choice(fields.RequiredChild("choices"), attribute)
            : fields.Has("title") ? TitleAttribute.Read(fields, attribute, titles)
            : fields.Has("formula") ? Formula(fields.RequiredChild("formula"), attribute)
            : Draw(fields.RequiredChild("value"), attribute, loading(fields));
        ranges.Read(
            fields,
            $"pool/{owner}/{attribute.Name}",
            FigureOf(draw, attribute),
            fields.Has("choices") ? "choices" : fields.Has("title") ? "title" : fields.Has("formula") ? "formula" : "value");
        return new DrawnAttribute(attribute.Name, draw, PoolFields.Basis(fields));
    }

    private static RangedFigure? FigureOf(AttributeDraw draw, Attribute attribute) => draw switch
    {
        AttributeDraw.Amount amount => RangedFigure.Amount(amount.Distribution, attribute.Type == AttributeType.Share),
        AttributeDraw.Chance chance => RangedFigure.Share(new Fixed(chance.Probability)),
        AttributeDraw.Given { Value: { Kind: ValueKind.Number, Number.Sign: > 0 } value } =>
            RangedFigure.Amount(new Fixed(value.Number.ToDouble()), attribute.Type == AttributeType.Share),
        _ => null,
    };

    // Where subjects nest, what the vocabulary calls the enterprise's or the project's is drawn once for each.
    private static DrawnAttribute WithLevel(DrawnAttribute drawn, Attribute attribute) => drawn with
    {
        Level = attribute.Subject switch
        {
            "enterprise" or "claimant" or "group" => ObjectLevel.Enterprise,
            "project" => ObjectLevel.Project,
            _ => ObjectLevel.Loan,
        },
    };

    private static AttributeDraw Draw(NodeReader entry, Attribute attribute, FactorLoading? loading)
    {
        var text = entry.AsText();
        if (text == "rank") return new AttributeDraw.Rank();
        if (text.StartsWith(ByWord, StringComparison.Ordinal)) return new AttributeDraw.Rank(text[ByWord.Length..].Trim());
        if (attribute.Kind == ValueKind.Number && PoolFields.Distribution(entry) is var distribution)
            return distribution is Fixed { Value: var number } && loading is null
                && FactText.Parse(attribute, text, entry.Where) is { Fault: null, Value: var exact } && exact.Number.ToDouble() == number
                ? new AttributeDraw.Given(exact)
                : new AttributeDraw.Amount(DrawnValues.Check(entry, attribute, distribution), loading, attribute.Type);
        return new AttributeDraw.Given(Parsed(entry, attribute, text));
    }

    private AttributeDraw Formula(NodeReader entry, Attribute attribute)
    {
        var text = entry.AsText();
        var parsed = ExpressionParser.Parse(text, entry.Where);
        foreach (var fault in parsed.Diagnostics) entry.Report(fault);
        if (!parsed.Succeeded) return new AttributeDraw.Given(Value.Null);
        var faults = new List<Diagnostic>();
        var scope = new Scope(vocabulary, new Dictionary<string, Value>());
        var bound = new Binder(scope, faults).Bind(parsed.Value, attribute.Kind);
        foreach (var fault in faults) entry.Report(fault);
        var reads = scope.Slots.Select(slot => slot.Name).ToList();
        if (reads.Contains(attribute.Name)) entry.Report(PoolFaults.Circular(entry.Where, attribute.Name));
        return new AttributeDraw.Derived(text, reads, bound, attribute.Type);
    }

    private static AttributeDraw.Choice Choice(NodeReader entry, Attribute attribute)
    {
        var weights = entry.AsMap(weight => weight.AsNumber().ToDouble());
        var sum = weights.Values.Sum();
        if (weights.Count == 0 || weights.Values.Any(weight => weight < 0) || Math.Abs(sum - 1) > 1e-9)
            entry.Report(Diagnostic.Error(
                entry.Where, "BS308", $"{attribute.Name}: the weights of choices must be at least 0 and sum to 100%, found {sum:P1}"));
        return new AttributeDraw.Choice([.. weights.Select(weight => (Parsed(entry, attribute, weight.Key), weight.Value))]);
    }

    private static Value Parsed(NodeReader entry, Attribute attribute, string text)
    {
        var (value, fault) = FactText.Parse(attribute, text, entry.Where);
        if (fault is not null) entry.Report(fault);
        return value;
    }
}
