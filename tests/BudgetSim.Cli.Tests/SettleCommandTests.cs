// settle: worked examples written as claims files, the files it leaves, and what it refuses.
using System.Globalization;
using System.Text.Json;
using BudgetSim.Cli.Writing;
using BudgetSim.Tests;

namespace BudgetSim.Cli.Tests;

public sealed class SettleCommandTests : IDisposable
{
    private static readonly string[] Objects = ["project", "loan", "event", "item", "group", "park", "date"];
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Documents => ["fuzhou-2026-5", "jinjiang-2025-5", "sanming-2025-39", "fujian-2020"];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Settle_WorkedExamplesAsClaimsFiles_PayWhatTheyExpect(string document)
    {
        var examples = File.ReadLines(Repository.PathTo("seeds", document, "settlements.jsonl")).Where(line => line.Trim().Length > 0)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Where(IsPlain)
            .Take(8)
            .ToList();
        Assert.NotEmpty(examples);
        foreach (var example in examples) Check(example, document);
    }

    [Fact]
    public void Settle_Claims_LeavesFilesThatAddUp()
    {
        var printed = Settle(
            "id,enterprise,project,measure,equipment_investment_ex_vat\nc1,\"=cmd|' /C calc'!A0\",P1,a3.1,1亿\nc2,甲,P2,a3.1,2亿\nc3,甲,P3,a3.1,100万\n",
            "fuzhou-2026-5");
        Assert.Equal((0, ""), (printed.Code, printed.Errors));
        Assert.Equal(
            [
                "awards.csv", "awards.xlsx", "deductions.csv", "funds.csv", "manifest.json", "not-paid.csv", "payers.csv", "report.html",
                "settlement.json", "totals.csv",
            ],
            Directory.EnumerateFiles(Out).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        Assert.Contains("c1,'=cmd|' /C calc'!A0,", File.ReadAllText(Path.Combine(Out, "awards.csv")), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Out, "settlement.json")));
        var claims = json.RootElement.GetProperty("claims").EnumerateArray().ToList();
        Assert.Equal([3_000_000L, 5_000_000, 0], claims.Select(claim => claim.GetProperty("award").GetInt64()));
        Assert.All(
            claims,
            claim => Assert.Equal(
                claim.GetProperty("entitlement").GetInt64(),
                claim.GetProperty("award")
                    .GetInt64() + claim.GetProperty("deductions")
                        .EnumerateArray()
                        .Sum(deduction => deduction.GetProperty("yuan").GetInt64())));
        Assert.Equal(8_000_000, json.RootElement.GetProperty("payers").GetProperty("fuzhou_city").GetInt64());
    }

    // 3% of 200 million is 6 million, of which the ceiling of 5 million takes 1 million; 1 million is less than the 5 million that the rule
    // asks for.
    [Theory]
    [InlineData(
        "zh", "兑现合计 5,000,000元（应得 6,000,000元，扣减 1,000,000元）。", "c1：单项限额：每家企业每年最高 500万元", "每家企业每年最高 500万元，减少 1,000,000元",
        "年度技改设备实际投资额（equipment_investment_ex_vat）[100万元] ≥ 500万", "（ndrc_ultra_long_bond_fund_support）[是]")]
    [InlineData(
        "en", "Awards: 5,000,000 yuan (entitlements 6,000,000 yuan, deductions 1,000,000 yuan).",
        "c1: own ceiling: at most 5,000,000 yuan per enterprise and year",
        "at most 5,000,000 yuan per enterprise and year, takes off 1,000,000 yuan",
        "equipment investment of the year (equipment_investment_ex_vat) [1,000,000 yuan] >= 5,000,000",
        "(ndrc_ultra_long_bond_fund_support) [yes]")]
    public void Settle_InWords_SaysAwardsToTheYuanAndFactsByTheirMeaning(
        string language, string total, string why, string deduction, string number, string truth)
    {
        var printed = Settle(
            "id,enterprise,project,measure,equipment_investment_ex_vat,ndrc_ultra_long_bond_fund_support\nc1,甲,P1,a3.1,2亿,\nc2,乙,P2,a3.1,100万,\nc3,乙,P3,a3.1,1亿,是\n",
            "fuzhou-2026-5",
            "--lang",
            language);
        Assert.Equal(total, printed.Lines[0]);
        Assert.Contains(why, printed.Lines);
        Assert.Contains(deduction, File.ReadAllText(Path.Combine(Out, "awards.csv")), StringComparison.Ordinal);
        var notPaid = File.ReadAllText(Path.Combine(Out, "not-paid.csv"));
        Assert.Contains(number, notPaid, StringComparison.Ordinal);
        Assert.Contains(truth, notPaid, StringComparison.Ordinal);
    }

    // m.3.a promises money without an amount, so its fund is due something that is not known; the other fund is known to the yuan.
    [Fact]
    public void Settle_FundWithUndeterminedClaimsOnly_SaysThatItsSumsAreLowerBounds()
    {
        var printed = Settle(
            "measure,project,is_in_pilot_city_programme,equipment_investment_ex_vat\nm.3.a,P1,是,\na3.1,P2,,5000万\n",
            "fuzhou-2026-5",
            "--json");
        using var json = JsonDocument.Parse(printed.Output);
        var funds = json.RootElement.GetProperty("funds")
            .EnumerateArray()
            .ToDictionary(
                fund => fund.GetProperty("fund").GetString()!,
                fund => (fund.GetProperty("claimed").GetInt64(), fund.TryGetProperty("is_lower_bound", out var open) && open.GetBoolean()));
        Assert.Equal((0L, true), funds["central_pilot_city_fund"]);
        Assert.Equal((1_500_000L, false), funds["fuzhou_city_finance"]);
        Assert.EndsWith(
            "0.00,true,0.00,true,0.00,true",
            File.ReadLines(Path.Combine(Out, "funds.csv"))
                .Single(line => line.StartsWith("central_pilot_city_fund,", StringComparison.Ordinal)),
            StringComparison.Ordinal);
    }

    // Awards, totals and payers say the same of the one total that an undetermined claim leaves open; the known claim is 3% of 50 million.
    [Fact]
    public void Settle_WithAnUndeterminedClaim_MarksTheTotalInEveryFile()
    {
        var printed = Settle(
            "measure,project,is_in_pilot_city_programme,equipment_investment_ex_vat\nm.3.a,P1,是,\na3.1,P2,,5000万\n",
            "fuzhou-2026-5",
            "--json");
        Assert.All(
            ["awards", "totals", "payers"],
            file => Assert.Contains(",1500000.00,true", File.ReadLines(Path.Combine(Out, file + ".csv")).Last(), StringComparison.Ordinal));
        using var json = JsonDocument.Parse(printed.Output);
        var claims = json.RootElement.GetProperty("claims").EnumerateArray().ToList();
        Assert.Equal(["UNDETERMINED", "1500000"], claims.Select(claim => claim.GetProperty("entitlement").ToString()));
        Assert.Equal([JsonValueKind.Object, JsonValueKind.Null], claims.Select(claim => claim.GetProperty("why").ValueKind));
        Assert.All(
            json.RootElement.GetProperty("funds").EnumerateArray(),
            fund => Assert.Equal(JsonValueKind.Null, fund.GetProperty("appropriation").ValueKind));
    }

    [Fact]
    public void Settle_SameInputTwice_WritesTheSameBytes()
    {
        const string Claims = "measure,equipment_investment_ex_vat\na3.1,1亿\n";
        Settle(Claims, "fuzhou-2026-5");
        var first = Directory.EnumerateFiles(Out).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
        Settle(Claims, "fuzhou-2026-5");
        Assert.Equal(first, Directory.EnumerateFiles(Out).Order(StringComparer.Ordinal).Select(File.ReadAllBytes));
    }

    [Fact]
    public void Settle_BadFile_WritesNothing()
    {
        var printed = Settle("measure,equipment_investment_ex_vat\na3.1,-1\n", "fuzhou-2026-5");
        Assert.Equal((1, ""), (printed.Code, printed.Output));
        Assert.Contains("claims.csv:2:6: error BS201", printed.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Out));
    }

    [Fact]
    public void Settle_FolderWithOtherFiles_IsLeftAlone()
    {
        Directory.CreateDirectory(Out);
        File.WriteAllText(Path.Combine(Out, "mine.txt"), "keep");
        Assert.Equal(1, Settle("measure,equipment_investment_ex_vat\na3.1,1\n", "fuzhou-2026-5").Code);
        Assert.Equal("keep", File.ReadAllText(Path.Combine(Out, "mine.txt")));
    }

    [Fact]
    public void Settle_Table_FitsEightyColumns()
    {
        var printed = Settle("id,enterprise,measure,equipment_investment_ex_vat\nc1,一家名字特别特别特别特别长的企业有限责任公司,a3.1,1亿\n", "fuzhou-2026-5");
        Assert.All(
            printed.Lines.SkipWhile(line => line.Length > 0).TakeWhile(line => !line.StartsWith('→')),
            line => Assert.InRange(TerminalText.Width(line), 0, 80));
    }

    [Theory]
    [InlineData("fuzhou-2026-5")]
    [InlineData("jinjiang-2025-5")]
    public void Settle_OneRosterUnderTwoPolicies_ListsEntitlementsAndWhatIsLacking(string policy)
    {
        var printed = Settle("企业名称,equipment_investment_ex_vat,annual_revenue\n甲,5000万,3亿\n", policy);
        Assert.Equal(0, printed.Code);
        Assert.True(File.ReadLines(Path.Combine(Out, "lacking.csv")).Count() > 5);
    }

    public void Dispose() => _folder.Dispose();

    private string Out => _folder["out"];

    private Printed Settle(string claims, params string[] more)
    {
        var path = _folder["claims.csv"];
        File.WriteAllText(path, claims);
        return Commands.Run(["settle", path, "--out", Out, "--policies", .. more]);
    }

    // Parameters that are maps by claim have no place in a claims file.
    private static bool IsPlain(JsonElement example) =>
        example.GetProperty("parameters")
            .EnumerateObject()
            .All(parameter => parameter.Value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False
                && parameter.Name != "county");

    private void Check(JsonElement example, string document)
    {
        var funds = _folder["funds.csv"];
        File.WriteAllText(
            funds,
            "fund,amount,year\n" + string.Concat(example.GetProperty("funds")
                .EnumerateObject()
                .Select(fund => $"{fund.Name.Split('@')[0]},{fund.Value},{(fund.Name.Contains('@') ? fund.Name.Split('@')[1] : "")}\n")));
        string[] readings = [.. example.GetProperty("readings")
            .EnumerateObject()
            .SelectMany(reading => new[] { "--reading", $"{reading.Name}={Text(reading.Value)}" })];
        string[] parameters = [.. example.GetProperty("parameters")
            .EnumerateObject()
            .SelectMany(parameter => new[] { "--set", $"{parameter.Name}={Text(parameter.Value)}" })];
        var printed = Settle(
            Table(example.GetProperty("claims")),
            [
                document,
                "--year",
                example.GetProperty("year").ToString(),
                "--json",
                .. File.ReadLines(funds).Count() > 1 ? new[] { "--funds", funds } : [],
                .. readings,
                .. parameters,
            ]);
        var id = example.GetProperty("case_id").GetString();
        Assert.True(printed.Code == 0, $"{id}: {printed.Errors}");
        using var answer = JsonDocument.Parse(printed.Output);
        var awards = answer.RootElement.GetProperty("claims")
            .EnumerateArray()
            .ToDictionary(claim => claim.GetProperty("id").GetString()!, claim => claim.GetProperty("award").ToString());
        foreach (var expected in example.GetProperty("expected").GetProperty("awards").EnumerateObject())
            Assert.Equal($"{id} {expected.Name} {expected.Value}", $"{id} {expected.Name} {awards[expected.Name]}");
    }

    private static string Table(JsonElement claims)
    {
        var facts = claims.EnumerateArray()
            .SelectMany(claim => claim.GetProperty("inputs").EnumerateObject().Select(input => input.Name))
            .Distinct()
            .ToList();
        var rows = claims.EnumerateArray().Select(claim => string.Join(',',
            new[] { "id", "measure", "enterprise" }
                .Concat(Objects)
                .Select(name => claim.TryGetProperty(name, out var value) ? Text(value) : "")
                .Concat(facts.Select(name => claim.GetProperty("inputs").TryGetProperty(name, out var value) ? Text(value) : ""))));
        return string.Join(',', new[] { "id", "measure", "enterprise" }.Concat(Objects)
            .Concat(facts)) + "\n" + string.Join('\n', rows) + "\n";
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Null => "",
        JsonValueKind.Number => value.GetDecimal().ToString(CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
