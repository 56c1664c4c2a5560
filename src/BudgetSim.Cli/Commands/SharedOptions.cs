// Options that several commands take.
using System.CommandLine;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Scenario;

namespace BudgetSim.Cli.Commands;

/// <summary>One definition of each shared option.</summary>
internal static class SharedOptions
{
    /// <summary>The folder of the policy library.</summary>
    public static Option<string> Seeds() => new("--seeds")
    {
        Description = "folder of the policy library",
        DefaultValueFactory = _ => LibraryFolder.Default(),
    };

    /// <summary>Machine-readable output.</summary>
    public static Option<bool> Json() => new("--json") { Description = "print JSON" };

    /// <summary>The language of everything that is printed and written.</summary>
    public static Option<string> Lang()
    {
        var option = new Option<string>("--lang")
        {
            Description = "language of results, messages and help",
            HelpName = "zh|en",
            DefaultValueFactory = _ => "zh",
        };
        option.AcceptOnlyFromAmong("zh", "en");
        return option;
    }

    /// <summary>The unit of money in tables and workbooks.</summary>
    public static Option<string?> Unit()
    {
        var option = new Option<string?>("--unit")
        {
            Description = "unit of money in tables and workbook: yuan, wan or yi (10,000; 100 million)",
            HelpName = "yuan|wan|yi",
        };
        option.AcceptOnlyFromAmong("yuan", "wan", "yi", "元", "万元", "亿元");
        return option;
    }

    /// <summary>The unit that was chosen, or null: each table's own.</summary>
    public static MoneyUnit? UnitOf(string? written) => written switch
    {
        "yuan" or "元" => MoneyUnit.Yuan,
        "wan" or "万元" => MoneyUnit.Wan,
        "yi" or "亿元" => MoneyUnit.Yi,
        _ => null,
    };

    /// <summary>The years to run in place of the scenario's.</summary>
    public static Option<int[]?> Years() => new("--years")
    {
        Description = "2026 or 2026..2028 in place of the scenario's years",
        CustomParser = result =>
        {
            var read = YearsText.Parse(result.Tokens[0].Value);
            foreach (var fault in read.Diagnostics) result.AddError($"{fault}");
            return read.Value;
        },
    };

    /// <summary>The documents whose rules hold in place of a scenario's own.</summary>
    public static Option<string[]> Policies() =>
        new("--policies")
        {
            Description = "run the pool under the rules of these documents instead",
            AllowMultipleArgumentsPerToken = true,
        };

    /// <summary>Documents separated by blanks or commas, each once; null where none are named.</summary>
    public static IReadOnlyList<string>? Documents(string[]? written)
    {
        string[] documents = [.. (written ?? [])
            .SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Distinct()];
        return documents.Length == 0 ? null : documents;
    }

    /// <summary>Readings chosen for this command.</summary>
    public static Option<string[]> Readings() =>
        new("--reading") { Description = "CODE=OPTION, may be repeated", AllowMultipleArgumentsPerToken = true };

    /// <summary>Pairs written NAME=VALUE; null after a message if one is not.</summary>
    public static Dictionary<string, string>? Pairs(IEnumerable<string> written, TextWriter errors)
    {
        var pairs = new Dictionary<string, string>();
        foreach (var text in written)
        {
            var split = text.IndexOf('=');
            if (split <= 0)
            {
                errors.WriteLine(Diagnostic.Error(Place.Of(text), "BS210", $"expected NAME=VALUE, found '{text}'"));
                return null;
            }

            pairs[text[..split].Trim()] = text[(split + 1)..].Trim();
        }

        return pairs;
    }
}
