// Reads what a cohort claims under one measure.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Library;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Scenarios.Pools;
using BudgetSim.Simulation.Distributions;
using BudgetSim.Simulation.Pools;

namespace BudgetSim.Scenarios.Scenario;

/// <summary>An element of the list <c>claims</c> of a cohort.</summary>
internal static class ClaimReader
{
    /// <summary>The claim; a range of its take-up is added to <paramref name="ranges"/> under the path that moves it.</summary>
    public static CohortClaim Read(NodeReader entry, string cohort, PolicyLibrary library, RangeReader ranges)
    {
        var measure = entry.Text("measure");
        var known = library.Find(measure) is not null;
        if (!known)
            entry.Report(Diagnostic.Error(
                entry.Where, "BS306", $"unknown measure '{measure}'", NearestName.Hint(measure, library.MeasureIds)));
        var takeUp = ShareReader.Read(entry.RequiredChild("take_up"));
        ranges.Read(
            entry, $"pool/{cohort}/take_up/{measure}", takeUp is Fixed { Value: 0 } ? null : RangedFigure.Share(takeUp), "take_up: 0%");
        return new CohortClaim(known ? measure : library.MeasureIds.First(), takeUp, PoolFields.Basis(entry))
        {
            Per = PoolFields.Level(entry),
            Approval = entry.Child("approval") is { } approval ? ShareReader.Read(approval) : new Fixed(1),
        };
    }
}
