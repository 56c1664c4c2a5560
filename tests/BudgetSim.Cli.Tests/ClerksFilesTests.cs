// What a clerk writes: the way of sharing a short fund in either place, headings of objects, and cells that no clerk wrote.
using System.Text.Json;
using BudgetSim.Tests;

namespace BudgetSim.Cli.Tests;

public sealed class ClerksFilesTests : IDisposable
{
    private const string Cultivation = "id,measure,enterprise,new_technology_centre_level\nc1,1.1.a,甲,省级\nc2,1.1.a,乙,省级\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Two ceilings of 200,000 yuan share 100,000: each is paid 200,000 x 100,000 / 400,000 = 50,000.
    [Theory]
    [InlineData("--set")]
    [InlineData("--reading")]
    public void Settle_ShortageMode_HoldsAsAParameterAndAsAReading(string option)
    {
        File.WriteAllText(_folder["funds.csv"], "资金,金额\nsanming_industrial_development_fund,10万\n");
        Assert.Equal(
            [50_000L, 50_000],
            Awards(Settle(Cultivation, "sanming-2025-39", "--funds", _folder["funds.csv"], option, "shortage_mode=prorata-upto")));
    }

    [Fact]
    public void Settle_TwoShortageModes_AreRefused()
    {
        var printed = Settle(Cultivation, "sanming-2025-39", "--set", "shortage_mode=selection", "--reading", "shortage_mode=prorata-upto");
        Assert.Equal(
            (1, "--set: error BS824: shortage_mode is 'selection' here and 'prorata-upto' among the readings; keep one of the two"),
            (printed.Code, printed.Errors.TrimEnd()));
    }

    [Fact]
    public void Settle_ShortageModeAsAColumn_IsRefused()
    {
        var printed = Settle("measure,shortage_mode\n1.1.a,selection\n", "sanming-2025-39");
        Assert.Equal(1, printed.Code);
        Assert.Contains(
            ":1:9: error BS825: shortage_mode holds for all claims together, found a column of it; remove the column and give --reading shortage_mode=CHOICE",
            printed.Errors,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("贷款名称")]
    [InlineData("产品名称")]
    [InlineData("平台名称")]
    [InlineData("产品或平台名称")]
    public void Settle_HeadingsOfObjects_AreKnown(string heading) =>
        Assert.DoesNotContain("BS222", Settle($"measure,{heading}\n1.1.a,x\n", "sanming-2025-39").Errors, StringComparison.Ordinal);

    // Alt+Enter in a heading: 100 million yuan under a rate of 3% and a ceiling of 5 million are 3 million, written in 万元 or not.
    [Theory]
    [InlineData("\"年度技改设备（含软件）实际投资额\n（万元）\"", "10000")]
    [InlineData("\"年度技改设备\r\n（含软件）实际投资额\"", "100000000")]
    [InlineData("\"equipment_investment_ex_vat\n\"", "1亿")]
    public void Settle_HeadingBrokenIntoLines_IsTheSameHeading(string heading, string cell)
    {
        var printed = Settle($"measure,{heading}\na3.1,{cell}\n", "fuzhou-2026-5");
        Assert.Equal([3_000_000L], Awards(printed));
        Assert.DoesNotContain("BS222", printed.Errors, StringComparison.Ordinal);
    }

    // Excel holds 32,767 signs in a cell.
    [Fact]
    public void Settle_CellLongerThanExcelHolds_IsRefusedAtItsPlace()
    {
        var printed = Settle($"measure,enterprise\n1.1.a,{new string('甲', 32_768)}\n", "sanming-2025-39");
        Assert.Equal(1, printed.Code);
        Assert.Contains(
            ":2:7: error BS826: this cell has 32768 signs, expected at most 32767; shorten it, or look for a quote or line break that is missing",
            printed.Errors,
            StringComparison.Ordinal);
    }

    private Printed Settle(string claims, string document, params string[] more)
    {
        File.WriteAllText(_folder["claims.csv"], claims);
        return Commands.Run([
            "settle", _folder["claims.csv"], "--seeds", Repository.PathTo("seeds"), "--policies", document, "--out", _folder["out"],
            "--json", .. more,
        ]);
    }

    private static List<long> Awards(Printed printed)
    {
        using var json = JsonDocument.Parse(printed.Output);
        return [.. json.RootElement.GetProperty("claims").EnumerateArray().Select(claim => claim.GetProperty("award").GetInt64())];
    }
}
