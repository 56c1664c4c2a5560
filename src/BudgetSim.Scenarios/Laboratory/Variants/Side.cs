// One of the scenarios that are compared.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Laboratory.Reforms;
using BudgetSim.Scenarios.Scenario;

namespace BudgetSim.Scenarios.Laboratory.Variants;

/// <summary>A scenario, perhaps under reforms, ready to run.</summary>
public sealed record Side(ReformName Source, LoadedScenario Scenario)
{
    /// <summary>The documents whose rules hold in place of the scenario's own; empty: its own.</summary>
    public IReadOnlyList<string> Policies { get; init; } = [];

    /// <summary>The scenario and its reforms joined by plus signs, and the documents laid over it behind an at sign.</summary>
    public string Name =>
        string.Join('+', Source.Reforms.Select(reform => reform.Name)
            .Prepend(Scenario.Name)) + (Policies.Count == 0 ? "" : "@" + string.Join(',', Policies));

    /// <summary>What its reforms are called; without any, what the scenario is called; beside other rules, whose they are.</summary>
    public Bilingual Title => Policies.Count > 0
        ? new Bilingual(
            $"{string.Join('、', Documents.Select(title => $"《{title.In("zh")}》"))}的条款",
            $"the rules of {string.Join(", ", Documents.Select(title => title.In("en")))}")
        : Source.Reforms.Count == 0
        ? Scenario.Title
        : new Bilingual(
            string.Join("；", Source.Reforms.Select(reform => reform.Title.In("zh"))),
            string.Join("; ", Source.Reforms.Select(reform => reform.Title.In("en"))));

    private IEnumerable<Bilingual> Documents =>
        Scenario.Model.Terms.Library.Documents.Where(document => Policies.Contains(document.Id)).Select(document => document.Title);

    /// <summary>The replacements of its reforms in order.</summary>
    public IReadOnlyList<ReformStep> Steps => [.. Source.Reforms.SelectMany(reform => reform.Steps)];

    /// <summary>
    /// Reads the sides that a command line names (<c>FOLDER+REFORM</c>, or <c>+REFORM</c> for the first folder again). All
    /// take seed and number of replications from the first, so that they are compared on the same draws.
    /// </summary>
    public static Loaded<IReadOnlyList<Side>> ReadAll(IReadOnlyList<string> names, string seeds, ScenarioOverrides overrides)
    {
        ArgumentNullException.ThrowIfNull(names);
        var faults = new List<Diagnostic>();
        var sides = new List<Side>();
        foreach (var name in names)
        {
            var source = ReformName.Read(name, sides.Count > 0 ? sides[0].Source.Folder : names[0].Split('+')[0]);
            faults.AddRange(source.Diagnostics);
            if (!source.Succeeded) continue;
            var read = ReformedScenario.Read(source.Value, seeds, overrides);
            faults.AddRange(read.Diagnostics);
            if (!read.Succeeded) continue;
            sides.Add(new Side(source.Value, read.Value));
            if (!read.Value.Model.Years.SequenceEqual(sides[0].Scenario.Model.Years)) faults.Add(OtherYears(name, sides[0], sides[^1]));
            overrides = overrides with { Seed = sides[0].Scenario.Model.Seed, Replications = sides[0].Scenario.Model.Replications };
        }

        return Loaded<IReadOnlyList<Side>>.From(sides, faults.Distinct());
    }

    /// <summary>The scenario of a side, without its reforms, under the rules of other documents, on the same draws.</summary>
    public static Loaded<Side> Under(Side side, IReadOnlyList<string> policies, string seeds, ScenarioOverrides overrides)
    {
        ArgumentNullException.ThrowIfNull(side);
        var (model, plain) = (side.Scenario.Model, side.Source with { Text = side.Source.Folder, Reforms = [] });
        var read = ReformedScenario.Read(
            plain, seeds, overrides with { Seed = model.Seed, Replications = model.Replications, Policies = policies });
        return read.Succeeded
            ? new Loaded<Side>(new Side(plain, read.Value) { Policies = policies }, read.Diagnostics)
            : new Loaded<Side>(null, read.Diagnostics);
    }

    private static Diagnostic OtherYears(string name, Side first, Side other) => Diagnostic.Warning(
        Place.Of(name),
        "BS447",
        $"its years are {string.Join(", ", other.Scenario.Model.Years)}, those of {first.Name} are {string.Join(", ", first.Scenario.Model.Years)}: totals of different years are compared",
        "give both scenarios the same years to compare rules only");
}
