// The classes of enterprises split every total without rest, and are told from the draws themselves.
using BudgetSim.Scenarios.Laboratory.Comparisons;
using BudgetSim.Scenarios.Laboratory.Variants;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Tests;

namespace BudgetSim.Scenarios.Tests.Laboratory;

public sealed class ClassContrastTests
{
    private static readonly Contrast Contrast = Lab.Compare("", "+equipment-cap-300").Contrasts[0];

    [Fact]
    public void Classes_OfTheShippedPool_AreSizeAndKeyChain() =>
        Assert.Equal(
            ["is_sme", "is_key_chain_enterprise"],
            Contrast.Classes.Select(row => row.Attribute).Distinct().Where(name => name is "is_sme" or "is_key_chain_enterprise"));

    // The ladder of Sanming's pool gives its enterprises two titles: the one newly reached and the one held.
    [Fact]
    public void Classes_OfAPoolWithALadder_AreItsTitles()
    {
        var scenario = Lab.Value(ScenarioFile.Read(
            Repository.PathTo("scenarios", "sanming-gradient-2022-2025"), Lab.Seeds, new ScenarioOverrides { Replications = 3 }));
        var awards = EnterpriseAwards.Of(scenario.Model, 3, 2, CancellationToken.None);
        Assert.Equal(
            ["new_srdi_title", "srdi_title"],
            awards.Classes.Select(title => title.Name).Where(name => name.EndsWith("srdi_title", StringComparison.Ordinal)));
        Assert.Equal(["little_giant", "srdi_sme"], awards.Classes.Single(title => title.Name == "srdi_title").Values);
        var rows = ClassContrast.Of(awards, awards).Where(row => row.Attribute == "srdi_title").ToList();
        Assert.Equal(awards.Recipients().Sum() / 3.0, rows.Sum(row => row.Yuan.Other), 3);
    }

    [Fact]
    public void Rows_OfOneAttribute_AddUpToAllEnterprises()
    {
        var all = Contrast.Enterprises;
        foreach (var rows in Contrast.Classes.GroupBy(row => row.Attribute))
        {
            Assert.Equal(all.Winners, rows.Sum(row => row.Gain.Enterprises), 9);
            Assert.Equal(all.YuanLost, rows.Sum(row => row.Loss.Yuan), 3);
            Assert.Equal(Contrast.Total.Difference.Mean.Value / 100, rows.Sum(row => row.Yuan.Other - row.Yuan.Baseline), 3);
        }
    }

    // The pool says 85 % of the industrial population are small or medium: of a few thousand paid ones about that share.
    [Fact]
    public void Size_OfPaidIndustrialEnterprises_IsDrawnAsThePoolSays()
    {
        var sizes = Contrast.Classes.Where(row => row.Attribute == "is_sme").ToDictionary(row => row.Value, row => row.Paid.Baseline * 30);
        var known = sizes["true"] + sizes["false"];
        var error = Math.Sqrt(0.85 * 0.15 / known);
        Assert.InRange(sizes["true"] / known, 0.85 - (4 * error), 0.85 + (4 * error));
    }
}
