// What the documents say of every --json form is what the commands print.
using System.Text.Json;
using System.Text.RegularExpressions;
using BudgetSim.Reports.Charts;
using BudgetSim.Reports.Values;
using BudgetSim.Tests;

namespace BudgetSim.Cli.Tests;

public sealed partial class JsonFormsTests : IDisposable
{
    private const string Upgrade = "fuzhou-2026-5/a3.1", Investment = "equipment_investment_ex_vat=2亿";
    private readonly TemporaryFolder _folder = new();

    private string Settled => _folder["settled"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Members_OfEveryForm_AreThoseOfTheDocuments()
    {
        // A roster has all members of a payout.
        var claims = _folder["roster.csv"];
        File.WriteAllText(claims, "企业名称,equipment_investment_ex_vat\n甲,1亿\n");
        Directory.CreateDirectory(_folder["charts"]);
        File.WriteAllText(
            Path.Combine(_folder["charts"], "outlay-bands.json"), ChartJson.Write(new BandsChart("outlay-bands", Text.Same("bands"), [])));
        var bad = Repository.PathTo("tests", "BudgetSim.Scenarios.Tests", "Bad", "policy");
        Check("settle", "settle", claims, "--policies", "fuzhou-2026-5", "--out", Settled);
        Check("explain", "explain", Settled, "--enterprise", "甲");
        Check("plot RUN", "plot", _folder.Root);
        Check("plot RUN --chart", "plot", _folder.Root, "--chart", "outlay-bands", "--format", "svg", "--out", _folder["bands.svg"]);
        Check("reform show", "reform", "show", Repository.PathTo("scenarios", "fuzhou-2026-upgrade-and-software"));
        Check("test", "test", Repository.PathTo("seeds", "fujian-2020", "cases.csv"));
        Check("check", "check", bad);
        Check("evaluate", "evaluate", Upgrade, "--input", Investment, "--explain");
        Check("divide", "divide", "--estate", "100", "--claims", "60,90");
        Check("round", "round", "--total", "4", "--weights", "1,2");
        Check("policies", "policies");
        Check("measures", "measures", "--doc", "sanming-2025-39");
        Check("measures --readings", "measures", "--readings");
        Check("vocabulary", "vocabulary");
    }

    // The page of an explanation is a report like all others.
    [Fact]
    public void Members_OfAReport_AreThoseOfTheDocuments()
    {
        var claims = _folder["claims.csv"];
        File.WriteAllText(claims, "id,enterprise,project,measure,equipment_investment_ex_vat\nc1,甲,P1,a3.1,1亿\n");
        Assert.Equal(0, Commands.Run("settle", claims, "--policies", "fuzhou-2026-5", "--out", Settled).Code);
        Assert.Equal(0, Commands.Run("explain", Settled, "--enterprise", "甲", "--out", _folder["page"]).Code);
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_folder["page"], "report.json")));
        var (form, members) = Documented()["run"];
        Assert.Equal("budgetsim-report-1", form);
        Assert.Empty(json.RootElement.EnumerateObject().Select(member => member.Name).Except(members));
    }

    private static void Check(string documented, params string[] arguments)
    {
        var printed = Commands.Run([.. arguments, "--json"]);
        using var json = JsonDocument.Parse(printed.Output);
        var (form, members) = Documented()[documented];
        var root = json.RootElement.ValueKind == JsonValueKind.Array ? json.RootElement.EnumerateArray().First() : json.RootElement;
        if (form is not null) Assert.Equal($"{documented} {form}", $"{documented} {root.GetProperty("form").GetString()}");
        Assert.Equal(
            $"{documented}: {string.Join(' ', members.Order(StringComparer.Ordinal))}",
            $"{documented}: {string.Join(' ', root.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal))}");
    }

    // Each command of the table with its form, if it has one, and the members before the dash.
    private static Dictionary<string, (string? Form, IReadOnlyList<string> Members)> Documented() =>
        (from line in File.ReadLines(Repository.PathTo("docs", "reports.md"))
         let cells = line.Split('|')
         where cells.Length == 5 && cells[1].Contains('`', StringComparison.Ordinal) && !cells[1].Contains('.', StringComparison.Ordinal)
         let form = Spans(cells[2]).FirstOrDefault()
         let members = Spans(cells[3].Split(" — ")[0])
         from command in Spans(cells[1])
         select (command, form, members: form is null ? members : [.. members.Prepend("form")]))
             .ToDictionary(row => row.command, row => ((string?)row.form, (IReadOnlyList<string>)row.members));

    private static List<string> Spans(string cell) => [.. Span().Matches(cell).Select(span => span.Groups["text"].Value)];

    [GeneratedRegex("`(?<text>[^`]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Span();
}
