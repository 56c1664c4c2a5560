// Every shipped scenario passes its own check: OR-Tools finds the settlement's total, to the yuan.
using BudgetSim.Allocation.Optimization;
using BudgetSim.OrTools;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Simulation.Certificates;
using BudgetSim.Tests;

namespace BudgetSim.Cli.Tests;

public sealed class ShippedCertificateTests
{
    private static readonly string Scenarios = Repository.PathTo("scenarios");

    public static TheoryData<string> Shipped =>
        [.. Directory.EnumerateDirectories(Scenarios).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Certificate_OfShippedScenario_HasNoDifference(string scenario)
    {
        var loaded = ScenarioFile.Read(Path.Combine(
            Scenarios, scenario), Repository.PathTo("seeds"), new ScenarioOverrides { Replications = 1 }).Value!;
        using var solver = new OrToolsSolver();
        var certificate = Certify.Sample(loaded.Model, 1, 1, solver, new SolverLimits(), CancellationToken.None);
        Assert.Equal([(0, 0L, "")], certificate.Checks.Select(check => (check.Replication, check.Difference ?? -1, check.Failure)));
    }
}
