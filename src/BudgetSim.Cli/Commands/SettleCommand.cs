// budgetsim settle: real applications to awards with reasons.
using System.CommandLine;
using BudgetSim.Cli.Settling;
using BudgetSim.Cli.Writing;
using BudgetSim.Reports.Settlements;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Claims;
using BudgetSim.Scenarios.Files.Tables;

namespace BudgetSim.Cli.Commands;

/// <summary>Settles a claims file or a roster.</summary>
internal static class SettleCommand
{
    public static Command Create()
    {
        var claims = new Argument<string>("claims")
        {
            Description = "claims or roster, CSV or xlsx (FILE.xlsx#SHEET for another sheet than the first)",
        };
        var seeds = SharedOptions.Seeds();
        var policies = new Option<string[]>("--policies")
        {
            Description = "policy documents (default: all)",
            AllowMultipleArgumentsPerToken = true,
        };
        var funds = new Option<string?>("--funds") { Description = "funds.csv: fund, amount, year" };
        var paidBefore = new Option<string?>("--paid-before")
        {
            Description = "ledger of earlier payments: year, measure, enterprise, amount; limits and first-time awards count them",
        };
        var readings = SharedOptions.Readings();
        var parameters = new Option<string[]>("--set")
        {
            Description = "PARAMETER=VALUE for every claim, or PARAMETER=@FILE by claim",
            AllowMultipleArgumentsPerToken = true,
        };
        var year = new Option<int?>("--year") { Description = "year of claims without a date" };
        var output = new Option<string?>("--out") { Description = "folder of the results (default: settled/NAME)" };
        var language = SharedOptions.Lang();
        var unit = SharedOptions.Unit();
        var json = SharedOptions.Json();
        year.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1990 or > 2200) result.AddError("--year must lie between 1990 and 2200");
        });
        var command = new Command("settle", "settle real claims: awards, reasons, payers")
        {
            claims,
            seeds,
            policies,
            funds,
            paidBefore,
            readings,
            parameters,
            year,
            output,
            language,
            unit,
            json,
        };
        command.SetAction(parsed =>
        {
            var console = parsed.InvocationConfiguration;
            var chosen = SharedOptions.Pairs(parsed.GetValue(readings) ?? [], console.Error);
            var set = SharedOptions.Pairs(parsed.GetValue(parameters) ?? [], console.Error);
            if (chosen is null || set is null) return ExitCode.BadInput;
            var path = parsed.GetRequiredValue(claims);
            var request = new ClaimsRequest(
                path, parsed.GetValue(funds), parsed.GetRequiredValue(seeds), SharedOptions.Documents(parsed.GetValue(policies)))
            {
                Readings = chosen,
                Parameters = set,
                Year = parsed.GetValue(year),
                PaidBefore = parsed.GetValue(paidBefore),
            };
            var folder = parsed.GetValue(output) ?? Path.Combine("settled", Path.GetFileNameWithoutExtension(TableFile.FileOf(path)));
            var lines = parsed.GetValue(language) == "zh" ? Language.Zh : Language.En;
            var files = new SettlementFiles(folder, lines, SharedOptions.UnitOf(parsed.GetValue(unit)));
            return Run(request, files, console, book => Print(console.Output, book, folder, lines, parsed.GetValue(json)));
        });
        return command;
    }

    private static int Run(ClaimsRequest request, SettlementFiles files, InvocationConfiguration console, Action<SettlementBook> print)
    {
        var settled = SettleClaims.From(request);
        foreach (var fault in settled.Diagnostics) console.Error.WriteLine(fault);
        if (!settled.Succeeded) return ExitCode.BadInput;
        var book = SettlementBook.From(settled.Value);
        if (SettlementFolder.Write(book, files) is { } refusal)
        {
            console.Error.WriteLine(refusal);
            return ExitCode.BadInput;
        }

        print(book);
        return ExitCode.Done;
    }

    private static void Print(TextWriter output, SettlementBook book, string folder, Language language, bool asJson)
    {
        if (asJson) PrintedJson.Print(output, json => SettlementJson.Write(book, json));
        else SettlementTerminal.Write(output, book, folder, language);
    }
}
