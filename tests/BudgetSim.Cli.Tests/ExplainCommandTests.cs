// explain: the money path of one enterprise, of a payout by hand and of a run against its own awards.
using System.Text.Json;
using BudgetSim.Cli.Running;
using BudgetSim.Core.Quantities;
using BudgetSim.Core.Wording;
using BudgetSim.Reports.Forecasts;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Simulation.Replications;
using BudgetSim.Tests;

namespace BudgetSim.Cli.Tests;

public sealed class ExplainCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Settled => _folder["settled"];

    private string Claims => _folder["claims.csv"];

    public void Dispose() => _folder.Dispose();

    // 3% of 100 million is 3 million; 3% of 200 million is 6 million, of which the ceiling of 5 million a year takes 1 million and what c1
    // used of it 3 million.
    [Fact]
    public void Payout_OfOneEnterprise_TellsEveryStepWithItsArticle()
    {
        Settle();
        using var json = JsonDocument.Parse(Commands.Run("explain", Settled, "--enterprise", "甲", "--json").Output);
        var claims = json.RootElement.GetProperty("claims").EnumerateArray().ToList();
        Assert.Equal([3_000_000L, 2_000_000], claims.Select(claim => claim.GetProperty("award").GetInt64()));
        Assert.Equal(5_000_000, json.RootElement.GetProperty("total").GetInt64());
        var deductions = claims[1].GetProperty("steps")
            .EnumerateArray()
            .Where(step => step.GetProperty("step").GetString() == "deduction")
            .ToList();
        Assert.Equal(["5000000", "2000000"], deductions.Select(step => step.GetProperty("yuan").GetString()));
        Assert.All(deductions, step => Assert.Equal("附件3 一", step.GetProperty("source").GetString()));
        Assert.Equal("payer", claims[1].GetProperty("steps").EnumerateArray().Last().GetProperty("step").GetString());
    }

    [Theory]
    [InlineData("zh", "甲 申报 2 笔，兑现 2 笔，合计 5,000,000元。", "出资：福州市 2,000,000元")]
    [InlineData("en", "甲 filed 2 claims; 2 are paid, 5,000,000 yuan in all.", "payer: Fuzhou City 2,000,000 yuan")]
    public void Payout_InWords_IsInTheLanguageAskedFor(string language, string sentence, string payer)
    {
        Settle();
        var printed = Commands.Run("explain", Settled, "--enterprise", "甲", "--lang", language);
        Assert.Equal((0, ""), (printed.Code, printed.Errors));
        Assert.Equal(sentence, printed.Lines[1]);
        Assert.Contains(printed.Lines, line => line.EndsWith(payer, StringComparison.Ordinal));
    }

    // 甲's two claims share 5,000,000 a year: 3,000,000 and 2,000,000; the clauses that do not go together with them are called by their
    // titles.
    [Fact]
    public void Payout_OfSeveralClaims_TellsEachUnderItsTitle()
    {
        Settle();
        var page = _folder["page"];
        Assert.Equal(0, Commands.Run("explain", Settled, "--enterprise", "甲", "--out", page).Code);
        var path = File.ReadAllText(Path.Combine(page, "money-path.csv"));
        Assert.Contains("c1,技改设备投资补助,兑现,3000000.00,附件3 一", path, StringComparison.Ordinal);
        Assert.Contains("c2,技改设备投资补助,兑现,2000000.00,附件3 一", path, StringComparison.Ordinal);
        Assert.Contains("“数智化项目投资补助”（附件3 三）", path, StringComparison.Ordinal);
        Assert.Contains("附件3 七.2", path, StringComparison.Ordinal);
        Assert.DoesNotContain("a3.7.2", path, StringComparison.Ordinal);
    }

    [Fact]
    public void Payout_WithAFolder_WritesPageAndWorkbook()
    {
        Settle();
        var page = _folder["page"];
        Assert.Equal(0, Commands.Run("explain", Settled, "--enterprise", "甲", "--out", page).Code);
        Assert.Equal(
            ["charts", "money-path.csv", "report.html", "report.json", "report.xlsx", "story-claims.csv"],
            Directory.EnumerateFileSystemEntries(page).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains(
            "total,,,,,,5000000.00,",
            File.ReadAllText(Path.Combine(page, "story-claims.csv")).Replace("合计", "total", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Payout_WhoseClaimsChanged_IsNotExplained()
    {
        Settle();
        File.AppendAllText(Claims, "c4,甲,P9,a3.1,1亿\n");
        Assert.Contains(
            "error BS606: the input 'claims.csv' is not the one of this result any more",
            Commands.Run("explain", Settled, "--enterprise", "甲").Errors,
            StringComparison.Ordinal);
    }

    // 4 million of the 5 a year were paid before: of 3% of 100 million 1 million is left.
    [Fact]
    public void Payout_AfterEarlierPayments_IsToldAsItWasPaid()
    {
        var ledger = _folder["ledger.csv"];
        File.WriteAllText(ledger, "year,measure,enterprise,project,amount\n2026,a3.1,甲,P0,400万\n");
        File.WriteAllText(Claims, "id,enterprise,project,measure,equipment_investment_ex_vat\nc1,甲,P1,a3.1,1亿\n");
        Assert.Equal(
            0,
            Commands.Run(
                "settle", Claims, "--policies", "fuzhou-2026-5", "--year", "2026", "--paid-before", ledger, "--out", Settled).Code);
        using var json = JsonDocument.Parse(Commands.Run("explain", Settled, "--enterprise", "甲", "--json").Output);
        Assert.Equal(1_000_000, json.RootElement.GetProperty("total").GetInt64());
    }

    [Fact]
    public void Enterprise_ThatFiledNothing_IsToldWhoDid()
    {
        Settle();
        Assert.Contains(
            "error BS607: '乙司' filed no claim in this payout; did you mean '乙公司'?",
            Commands.Run("explain", Settled, "--enterprise", "乙司").Errors,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("{\"command\":\"settle\"}")]
    [InlineData("{\"seed\":\"x\",\"folder\":3}")]
    public void Folder_WithoutAManifestOfOurs_IsRefused(string manifest)
    {
        File.WriteAllText(_folder["manifest.json"], manifest);
        Assert.Contains(
            "manifest.json: error BS623", Commands.Run("explain", _folder.Root, "--enterprise", "甲").Errors, StringComparison.Ordinal);
    }

    public static TheoryData<string, int[], string[]> Runs => new()
    {
        { "fuzhou-software-fund", [], [] },
        { "fuzhou-software-fund", [2028], [] },
        { "fuzhou-2026-upgrade-and-software", [], ["jinjiang-2025-5"] },
    };

    [Theory]
    [MemberData(nameof(Runs))]
    public void Run_OfEveryEnterprise_AddsUpToItsExampleAwards(string name, int[] years, string[] policies)
    {
        var overrides = new ScenarioOverrides
        {
            Replications = 1,
            Years = years.Length > 0 ? years : null,
            Policies = policies.Length > 0 ? policies : null,
        };
        var scenario = ScenarioFile.Read(Repository.PathTo("scenarios", name), Repository.PathTo("seeds"), overrides).Value!;
        var forecast = RunReplications.Run(scenario.Model, 1, progress: null, CancellationToken.None);
        File.WriteAllBytes(_folder["manifest.json"], RunManifest.Json(scenario, forecast, "", new RunStages()));
        var awards = ExampleAwards.From(scenario.Model, 0).Rows.GroupBy(row => ((TextCell)row[2]).Value.Zh).Take(3).ToList();
        Assert.Equal(3, awards.Count);
        foreach (var enterprise in awards)
        {
            using var json = JsonDocument.Parse(Commands.Run("explain", _folder.Root, "--enterprise", enterprise.Key, "--json").Output);
            Assert.Equal(
                enterprise.Select(row => ((YuanCell)row[5]).Amount),
                json.RootElement.GetProperty("claims")
                    .EnumerateArray()
                    .Select(claim => Money.FromYuan(claim.GetProperty("award").GetInt64())));
        }

        var nobody = Commands.Run("explain", _folder.Root, "--enterprise", "E999999").Errors;
        Assert.Contains("error BS622: E999999 filed no claim in replication 0; some that did: E", nobody, StringComparison.Ordinal);
        Assert.Contains("错误 BS622: E999999 在第 0 次模拟中没有申报；有申报的例如：E", Chinese.OfLine(nobody.TrimEnd()), StringComparison.Ordinal);
        Assert.Contains("error BS620", Commands.Run("explain", _folder.Root, "--enterprise", "甲").Errors, StringComparison.Ordinal);
    }

    private void Settle()
    {
        File.WriteAllText(
            Claims, "id,enterprise,project,measure,equipment_investment_ex_vat\nc1,甲,P1,a3.1,1亿\nc2,甲,P2,a3.1,2亿\nc3,乙公司,P3,a3.1,1亿\n");
        Assert.Equal(0, Commands.Run("settle", Claims, "--policies", "fuzhou-2026-5", "--out", Settled).Code);
    }
}
