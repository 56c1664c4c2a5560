// Reads pool.yaml: populations, cohorts, how their attributes are drawn, and what they claim.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Library;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Scenarios.Policies;
using BudgetSim.Simulation.Distributions;
using BudgetSim.Simulation.Pools;

namespace BudgetSim.Scenarios.Scenario;

/// <summary>The pool as a file; every figure carries its basis.</summary>
internal sealed class PoolReader
{
    private readonly PolicyLibrary _library;
    private readonly List<string> _factors;
    private readonly List<string> _populations = [];

    private PoolReader(PolicyLibrary library, List<string> factors)
    {
        _library = library;
        _factors = factors;
    }

    public static Pool Read(NodeReader file, PolicyLibrary library)
    {
        var factors = file.OptionalMap("factors", PolicyFields.Bilingual).Keys.ToList();
        var reader = new PoolReader(library, factors);
        var populations = file.OptionalMap("populations", reader.ReadPopulation).Values.ToList();
        var cohorts = file.Map("cohorts", reader.ReadCohort).Values.ToList();
        return new Pool(factors, populations, cohorts);
    }

    private Population ReadPopulation(NodeReader entry)
    {
        _populations.Add(entry.Name);
        var count = entry.Whole("count");
        if (count is < 1 or > 5_000_000) entry.Report(Diagnostic.Error(entry.Where, "BS304", $"a population has from 1 to 5000000 enterprises, found {count}"));
        return new Population(entry.Name, (int)Math.Clamp(count, 1, 5_000_000), Attributes(entry), ReadBasis(entry));
    }

    private Cohort ReadCohort(NodeReader entry)
    {
        var population = entry.OptionalText("population");
        if (population is not null && !_populations.Contains(population))
            entry.Report(Diagnostic.Error(entry.Where, "BS305", $"unknown population '{population}'", NearestName.Hint(population, _populations)));
        return new Cohort(
            entry.Name,
            new Bilingual(entry.OptionalText("zh") ?? entry.Name, entry.OptionalText("en") ?? entry.Name),
            _populations.Contains(population ?? "") ? population : null,
            Distribution(entry.RequiredChild("count")),
            Loading(entry),
            Attributes(entry),
            entry.List("claims", ReadClaim),
            ReadBasis(entry));
    }

    private CohortClaim ReadClaim(NodeReader entry)
    {
        var measure = entry.Text("measure");
        var known = _library.Find(measure) is not null;
        if (!known) entry.Report(Diagnostic.Error(entry.Where, "BS306", $"unknown measure '{measure}'", NearestName.Hint(measure, _library.MeasureIds)));
        return new CohortClaim(known ? measure : _library.MeasureIds.First(), Probability(entry.RequiredChild("take_up")), ReadBasis(entry));
    }

    private IReadOnlyList<DrawnAttribute> Attributes(NodeReader entry) =>
        [.. entry.OptionalMap("attributes", ReadAttribute).Values];

    // An attribute is a plain value or distribution, or a mapping with its basis and loading.
    private DrawnAttribute ReadAttribute(NodeReader entry)
    {
        var attribute = _library.Vocabulary.Find(entry.Name);
        if (attribute is null)
        {
            entry.Report(Diagnostic.Error(
                entry.KeyWhere, "BS307", $"unknown attribute '{entry.Name}'", NearestName.Hint(entry.Name, _library.Vocabulary.All.Select(known => known.Name))));
            _ = entry.Node is MappingNode && entry.As(ignored => ignored.Keys().All(ignored.Has));
            return new DrawnAttribute(entry.Name, new AttributeDraw.Given(Value.Null), Basis.Assumption);
        }

        if (entry.Node is not MappingNode) return new DrawnAttribute(entry.Name, Draw(entry, attribute, null), Basis.Assumption);
        return entry.As(fields => new DrawnAttribute(
            entry.Name,
            fields.Has("chance") ? new AttributeDraw.Chance(Probability(fields.RequiredChild("chance")))
                : fields.Has("choices") ? Choice(fields.RequiredChild("choices"), attribute)
                : Draw(fields.RequiredChild("value"), attribute, Loading(fields)),
            ReadBasis(fields)));
    }

    private static AttributeDraw Draw(NodeReader entry, Policy.Vocabularies.Attribute attribute, FactorLoading? loading)
    {
        var text = entry.AsText();
        if (text == "rank") return new AttributeDraw.Rank();
        if (attribute.Kind == ValueKind.Number && Distribution(entry) is var distribution)
            return distribution is Fixed { Value: var number } && loading is null && FactText.Parse(attribute, text, entry.Where) is { Fault: null, Value: var exact } && exact.Number.ToDouble() == number
                ? new AttributeDraw.Given(exact)
                : new AttributeDraw.Amount(distribution, loading, attribute.Type);
        var (value, fault) = FactText.Parse(attribute, text, entry.Where);
        if (fault is not null) entry.Report(fault);
        return new AttributeDraw.Given(value);
    }

    private static AttributeDraw.Choice Choice(NodeReader entry, Policy.Vocabularies.Attribute attribute)
    {
        var weights = entry.AsMap(weight => weight.AsNumber().ToDouble());
        var sum = weights.Values.Sum();
        if (weights.Count == 0 || weights.Values.Any(weight => weight < 0) || Math.Abs(sum - 1) > 1e-9)
            entry.Report(Diagnostic.Error(entry.Where, "BS308", $"{attribute.Name}: the weights of choices must be at least 0 and sum to 100%, found {sum:P1}"));
        return new AttributeDraw.Choice([.. weights.Select(weight => (ChoiceValue(entry, attribute, weight.Key), weight.Value))]);
    }

    private static Value ChoiceValue(NodeReader entry, Policy.Vocabularies.Attribute attribute, string text)
    {
        var (value, fault) = FactText.Parse(attribute, text, entry.Where);
        if (fault is not null) entry.Report(fault);
        return value;
    }

    private static Distribution Distribution(NodeReader entry)
    {
        var parsed = DistributionText.Parse(entry.AsText(), entry.Where);
        foreach (var fault in parsed.Diagnostics) entry.Report(fault);
        return parsed.Value ?? new Fixed(0);
    }

    private FactorLoading? Loading(NodeReader entry)
    {
        if (entry.Child("moves_with") is not { } moves) return null;
        var (name, loading) = moves.AsMap(value => value.AsNumber().ToDouble()).FirstOrDefault();
        var factor = _factors.IndexOf(name ?? "");
        if (factor < 0) moves.Report(Diagnostic.Error(moves.Where, "BS309", $"unknown factor '{name}'", NearestName.Hint(name ?? "", _factors)));
        return new FactorLoading(Math.Max(factor, 0), loading);
    }

    private static double Probability(NodeReader entry)
    {
        var number = entry.AsNumber().ToDouble();
        if (number is >= 0 and <= 1) return number;
        entry.Report(Diagnostic.Error(entry.Where, "BS310", $"{entry.Name}: a probability lies from 0% to 100%, found {number:P1}"));
        return 0;
    }

    private static Basis ReadBasis(NodeReader entry) => entry.OptionalText("basis") is { } basis ? new Basis(basis) : Basis.Assumption;
}
