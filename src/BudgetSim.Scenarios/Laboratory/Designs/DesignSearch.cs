// The search of a design: which values of which block have been run, and where to look next.
using BudgetSim.Core.Quantities;
using BudgetSim.Scenarios.Laboratory.Reforms;
using BudgetSim.Scenarios.Laboratory.Results;
using BudgetSim.Scenarios.Laboratory.Variants;

namespace BudgetSim.Scenarios.Laboratory.Designs;

/// <summary>Candidates by block; paths of other blocks stand as in the baseline, appropriations that move at their first value.</summary>
internal sealed class DesignSearch
{
    private const int MostPlacesOfOnePath = 200;

    private readonly LaboratoryRuns _runs;
    private readonly IReadOnlyList<DesignBlock> _blocks;
    private readonly (int Low, int High)[] _box;
    private IReadOnlyList<IReadOnlyList<int>> _lines = [];

    public DesignSearch(VariantSource source, DesignQuestion question, LaboratoryRuns runs)
    {
        (Source, Question, _runs) = (source, question, runs);
        _blocks = DesignBlock.Of(question, source.Scenario.Model);
        _box = [.. question.Paths.Select(path => (0, path.Values.Count - 1))];
    }

    public VariantSource Source { get; }

    public DesignQuestion Question { get; }

    public DesignMaster Master { get; private set; } = null!;

    /// <summary>Runs the places of every block that the box asks for; whether nothing is left out inside it.</summary>
    public bool Pass()
    {
        _lines = [.. _box.Select((box, path) => DesignGrid.Line(box.Low, box.High, PerPath(path)))];
        var asked = _blocks.SelectMany(block => DesignGrid.Places([.. block.Paths.Select(path => _lines[path])])
            .Where(place => Rises(block, place) && block.Candidates.TrueForAll(candidate => !candidate.Place.SequenceEqual(place)))
            .Select(place => (Block: block, Place: place))).ToList();
        var steps = asked.Select(each => Steps(each.Block, each.Place)).ToList();
        var found = _runs.Variants(
            Source.Scenario, [Source.Make([.. Money([])]), .. steps.Select(own => Source.Make([.. Money(own), .. own]))]);
        var outcomes = found.Variants.Select(InOrder).ToList();
        for (var index = 0; index < asked.Count; index++)
            asked[index].Block.Candidates.Add(new DesignCandidate(
                asked[index].Place, steps[index].OfType<ReformStep.Money>().Sum(money => money.Yuan), outcomes[index + 1]));
        Master = new DesignMaster(Question, Source.Scenario.Model, outcomes[0], _blocks);
        return _lines.All(DesignGrid.IsWhole);
    }

    /// <summary>The same with its funds by name and year, so that outcomes can be added up.</summary>
    public static VariantOutcome InOrder(VariantOutcome outcome) =>
        outcome with { Funds = [.. outcome.Funds.OrderBy(fund => fund.Fund, StringComparer.Ordinal).ThenBy(fund => fund.Year)] };

    /// <summary>Looks next between the neighbours of what was chosen.</summary>
    public void Narrow(IReadOnlyList<DesignCandidate> chosen)
    {
        for (var block = 0; block < _blocks.Count; block++)
        {
            var lines = _blocks[block].Paths.Select(path => _lines[path]).ToList();
            var around = DesignGrid.Around(chosen[block].Place, lines);
            for (var index = 0; index < lines.Count; index++) _box[_blocks[block].Paths[index]] = around[index];
        }
    }

    /// <summary>The values of a choice in the order of the paths.</summary>
    public IReadOnlyList<string> Values(IReadOnlyList<DesignCandidate> chosen)
    {
        var values = new string[Question.Paths.Count];
        for (var block = 0; block < _blocks.Count; block++)
        {
            for (var index = 0; index < _blocks[block].Paths.Count; index++)
                values[_blocks[block].Paths[index]] = Question.Paths[_blocks[block].Paths[index]].Values[chosen[block].Place[index]];
        }

        return values;
    }

    /// <summary>
    /// Every point that was run, and combinations of several blocks added up as far as they are few; <paramref name="best"/> is the last.
    /// </summary>
    public IReadOnlyList<DesignPoint> Tried(DesignPoint best)
    {
        IEnumerable<DesignCandidate[]> all = [[]];
        foreach (var block in _blocks)
            all = all.SelectMany(chosen => block.Candidates.Select(candidate => (DesignCandidate[])[.. chosen, candidate]));
        var step = (int)Math.Max(1, (long)(Master.Combinations / DesignMaster.MostShown));
        var points = all.Where((_, index) => index % step == 0).Take(2 * DesignMaster.MostShown)
            .Select(chosen => new DesignPoint(Values(chosen), Master.Outcome(chosen), chosen.Sum(candidate => candidate.Money)));
        return [.. points.Where(point => !point.Values.SequenceEqual(best.Values)), best];
    }

    // A path alone in its block may be looked at closely: its points are cheap.
    private int PerPath(int path)
    {
        var together = _blocks.First(block => block.Paths.Contains(path)).Paths.Count;
        var isMoney = Question.Paths[path].Path.StartsWith("funds/", StringComparison.Ordinal);
        return together == 1 && isMoney ? MostPlacesOfOnePath : DesignGrid.PerPath(together);
    }

    private IReadOnlyList<ReformStep> Steps(DesignBlock block, int[] place) =>
        [.. block.Paths.Select((path, index) => VariantSource.Step(
            Question.Paths[path].Path, Question.Paths[path].Values[place[index]], Question.Paths[path].Where))];

    // Appropriations that move stand at their first value where a block does not set them, so that every outcome has the same funds.
    private IEnumerable<ReformStep> Money(IReadOnlyList<ReformStep> own) =>
        Question.Paths.Select(path => VariantSource.Step(path.Path, path.Values[0], path.Where))
            .OfType<ReformStep.Money>()
            .Where(money => own.All(step => step.Target != money.Target));

    private bool Rises(DesignBlock block, int[] place)
    {
        if (!Question.IsRising) return true;
        var numbers = block.Paths
            .Select((path, index) => QuantityText.TryParse(Question.Paths[path].Values[place[index]], out var number)
                ? number
                : Fraction.Zero)
            .ToList();
        return numbers.Zip(numbers.Skip(1)).All(pair => pair.First <= pair.Second);
    }
}
