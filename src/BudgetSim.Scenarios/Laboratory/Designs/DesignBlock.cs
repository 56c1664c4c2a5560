// Paths that must be looked at together, and what each combination of their values does by itself.
using BudgetSim.Scenarios.Laboratory.Variants;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Scenarios.Laboratory.Designs;

/// <summary>A combination of values of one block (places on the paths' lists) and the scenario with it alone.</summary>
internal sealed class DesignCandidate(int[] place, long money, VariantOutcome outcome)
{
    public int[] Place => place;

    /// <summary>Appropriations that it sets, in yuan a year.</summary>
    public long Money => money;

    public VariantOutcome Outcome => outcome;
}

/// <summary>Paths whose effects on claims meet; effects of different blocks add up, to the yuan, in every replication.</summary>
internal sealed record DesignBlock(IReadOnlyList<int> Paths)
{
    /// <summary>The combinations evaluated so far.</summary>
    public List<DesignCandidate> Candidates { get; } = [];

    /// <summary>
    /// The blocks of a question: paths meet in tied measures and, where an outlay or a ratio is bounded, in a fund with a
    /// limit; a path that is no figure and no fund meets everything.
    /// </summary>
    public static IReadOnlyList<DesignBlock> Of(DesignQuestion question, ScenarioModel model)
    {
        var touched = question.Paths.Select(path => Touched(path.Path, model)).ToList();
        var addsUp = !question.IsRising && touched.TrueForAll(each => each is not null) && Locality.Of(model) && model.CarryOver.Count == 0
            && model.UpliftBudgets.Count == 0;
        if (!addsUp) return [new DesignBlock([.. Enumerable.Range(0, question.Paths.Count)])];
        var meetInFunds = question.Targets.Any(target => target.Result != TargetResult.Shortage);
        var blocks = new List<List<int>>();
        for (var path = 0; path < touched.Count; path++)
        {
            var own = touched[path]!.Value;
            var meeting = blocks.Where(block => block.Exists(other => Meet(own, touched[other]!.Value, meetInFunds))).ToList();
            blocks.RemoveAll(meeting.Contains);
            blocks.Add([.. meeting.SelectMany(block => block), path]);
        }

        return [.. blocks.Select(block => new DesignBlock([.. block.Order()]))];
    }

    private static bool Meet((bool[] Measures, bool[] Funds) a, (bool[] Measures, bool[] Funds) b, bool inFunds) =>
        a.Measures.Zip(b.Measures).Any(pair => pair.First && pair.Second)
            || (inFunds && a.Funds.Zip(b.Funds).Any(pair => pair.First && pair.Second));

    // The measures tied to a path and the funds they draw on; null for a path that may touch anything.
    private static (bool[] Measures, bool[] Funds)? Touched(string path, ScenarioModel model)
    {
        const string funds = "funds/";
        var own = new bool[model.Terms.Funds.Count];
        if (path.StartsWith(funds, StringComparison.Ordinal))
        {
            own[model.Terms.FundIndex(path[funds.Length..])] = true;
            return (new bool[model.Terms.Measures.Count], own);
        }

        var parts = path.Split('/');
        if (parts.Length != 3 || model.Terms.Library.Find($"{parts[0]}/{parts[1]}") is not { } measure
                || !measure.Measure.Figures.ContainsKey(parts[2]))
            return null;
        var tied = MeasureTies.Of(model.Terms.Measures, [model.Terms.IndexOf(measure.Measure.Id)]);
        foreach (var terms in model.Terms.Measures.Where((_, index) => tied[index]).Where(terms => terms.Fund >= 0)) own[terms.Fund] = true;
        return (tied, own);
    }
}
