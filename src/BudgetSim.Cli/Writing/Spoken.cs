// What the tool says besides diagnostics, in the language asked for; the Chinese is that of the one catalogue.
using System.CommandLine;
using BudgetSim.Core.Wording;
using BudgetSim.Reports.Values;

namespace BudgetSim.Cli.Writing;

/// <summary>Help texts, headings and short lines are written in English where they are made; this finds their other language.</summary>
internal static class Spoken
{
    private static readonly HashSet<string> Headings = ["Description:", "Usage:", "Arguments:", "Options:", "Commands:"];

    /// <summary>The language a command line asks for: <c>zh</c>, <c>en</c>, or null if it does not say.</summary>
    public static string? Asked(IReadOnlyList<string> arguments)
    {
        for (var index = 0; index < arguments.Count; index++)
        {
            var written = arguments[index] == "--lang" ? arguments.ElementAtOrDefault(index + 1) : arguments[index] is ['-', '-', 'l', 'a', 'n', 'g', '=' or ':', .. var value] ? value : null;
            if (written is "zh" or "en") return written;
        }

        return null;
    }

    /// <summary>One sentence in one language.</summary>
    public static string Say(string english, Language language) => language == Language.Zh ? Chinese.Of(english) ?? english : english;

    /// <summary>What the parser's help adds to a text, in Chinese and as wide as before, so that columns stay aligned.</summary>
    public static string HelpWords(string piece) => piece.Replace("(REQUIRED)", "（必填）  ", StringComparison.Ordinal).Replace("[default: ", "[默认 ", StringComparison.Ordinal);

    /// <summary>A heading of a help page in Chinese; any other line as it is.</summary>
    public static string Heading(string line) => Headings.Contains(line) ? Say(line, Language.Zh) : line;

    /// <summary>Puts every help text at and below <paramref name="command"/> into <paramref name="language"/>; null: both, side by side.</summary>
    public static void Help(Command command, string? language)
    {
        command.Description = Help(command.Description, language, command is RootCommand ? "\n" : " / ");
        foreach (var symbol in command.Options.Concat<Symbol>(command.Arguments)) symbol.Description = Help(symbol.Description, language, " / ");
        foreach (var below in command.Subcommands) Help(below, language);
    }

    private static string Help(string? english, string? language, string between) => language switch
    {
        _ when english is null => "",
        "en" => english,
        "zh" => Say(english, Language.Zh),
        _ => english + between + Say(english, Language.Zh),
    };
}
