// Options that several commands take.
using System.CommandLine;

namespace BudgetSim.Cli.Commands;

/// <summary>One definition of each shared option.</summary>
internal static class SharedOptions
{
    /// <summary>The folder of the policy library.</summary>
    public static Option<string> Seeds() => new("--seeds")
    {
        Description = "folder of the policy library / 政策库目录",
        DefaultValueFactory = _ => LibraryFolder.Default(),
    };

    /// <summary>Machine-readable output.</summary>
    public static Option<bool> Json() => new("--json") { Description = "print JSON / 输出 JSON" };

    /// <summary>The language of tables and reports.</summary>
    public static Option<string> Lang()
    {
        var option = new Option<string>("--lang") { Description = "zh or en / 语言", DefaultValueFactory = _ => "zh" };
        option.AcceptOnlyFromAmong("zh", "en");
        return option;
    }

    /// <summary>Readings chosen for this command.</summary>
    public static Option<string[]> Readings() => new("--reading") { Description = "CODE=OPTION, may be repeated / 读法", AllowMultipleArgumentsPerToken = true };

    /// <summary>Pairs written NAME=VALUE; null after a message if one is not.</summary>
    public static Dictionary<string, string>? Pairs(IEnumerable<string> written, TextWriter errors)
    {
        var pairs = new Dictionary<string, string>();
        foreach (var text in written)
        {
            var split = text.IndexOf('=');
            if (split <= 0)
            {
                errors.WriteLine($"{text}: error BS210: expected NAME=VALUE, found '{text}'");
                return null;
            }

            pairs[text[..split].Trim()] = text[(split + 1)..].Trim();
        }

        return pairs;
    }
}
