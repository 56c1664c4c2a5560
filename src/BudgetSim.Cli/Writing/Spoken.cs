// What the tool says besides diagnostics, in the language asked for; the Chinese is that of the one catalogue.
using BudgetSim.Core.Wording;
using BudgetSim.Reports.Values;

namespace BudgetSim.Cli.Writing;

/// <summary>Help texts and short lines are written in English where they are made; this finds their other language.</summary>
internal static class Spoken
{
    /// <summary>
    /// The one language of results, diagnostics and help: English where a command line says <c>--lang en</c>, else Chinese. Nothing else
    /// decides it, so that the same command prints and writes the same on every machine.
    /// </summary>
    public static string Language(IReadOnlyList<string> arguments)
    {
        for (var index = 0; index < arguments.Count; index++)
        {
            var written = arguments[index] == "--lang" ? arguments.ElementAtOrDefault(index + 1)
                : arguments[index] is ['-', '-', 'l', 'a', 'n', 'g', '=' or ':', .. var value] ? value
                : null;
            if (written is "zh" or "en") return written;
        }

        return "zh";
    }

    /// <summary>One sentence in one language.</summary>
    public static string Say(string english, Language language) =>
        language == Reports.Values.Language.Zh ? Chinese.Of(english) ?? english : english;

    /// <summary>One sentence in the language <c>zh</c> or <c>en</c>.</summary>
    public static string Say(string english, string language) =>
        Say(english, language == "zh" ? Reports.Values.Language.Zh : Reports.Values.Language.En);
}
