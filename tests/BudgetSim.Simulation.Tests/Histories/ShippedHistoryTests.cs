// The history that ships with a scenario is what its truth says.
using System.Globalization;
using BudgetSim.Simulation.Random;
using BudgetSim.Tests;

namespace BudgetSim.Simulation.Tests.Histories;

/// <summary>BUDGETSIM_RECORD=1 writes the file again after a change of the truth.</summary>
public sealed class ShippedHistoryTests
{
    private const int First = 2016, Years = 10;
    private static readonly string File = Repository.PathTo("scenarios", "fuzhou-software-with-records", "history.csv");

    /// <summary>Products at 500,000 yuan each (one or two), contests up to 500,000, national projects up to 2 million.</summary>
    private static readonly Truth[] Truths =
    [
        new("fuzhou-2026-5/a4.2.1.a", 8, 0.05, 0, 550_000, 0.3, 1_000_000) { Step = 500_000 },
        new("fuzhou-2026-5/a4.2.1.b", 6, 0, 0.2, 320_000, 0.5, 500_000) { Step = 100 },
        new("fuzhou-2026-5/a4.2.2", 5, 0.04, 0, 1_200_000, 0.7, 2_000_000) { Step = 100 },
    ];

    [Fact]
    public void History_OfTheScenario_IsWhatItsTruthDraws()
    {
        var text = Text();
        if (Environment.GetEnvironmentVariable("BUDGETSIM_RECORD") == "1") System.IO.File.WriteAllText(File, text);
        Assert.Equal(text, System.IO.File.ReadAllText(File).ReplaceLineEndings("\n"));
    }

    private static string Text()
    {
        var lines = new List<string> { "编号,年度,条款,企业,兑现金额（万元）" };
        for (var year = 0; year < Years; year++)
        {
            for (var measure = 0; measure < Truths.Length; measure++)
            {
                var paid = Truths[measure].Year(RandomStream.For(2024, 0, measure, Purpose.Named("shipped history")), year);
                lines.AddRange(paid.Select((yuan, place) => string.Create(
                    CultureInfo.InvariantCulture,
                    $"{First + year}-{measure + 1}-{place + 1:00},{First + year},{Truths[measure].Measure},示例企业{(((year * 7) + (place * 5) + (measure * 11)) % 40) + 1:00},{yuan / 10_000m:0.##}")));
            }
        }

        return string.Join("\n", lines) + "\n";
    }
}
