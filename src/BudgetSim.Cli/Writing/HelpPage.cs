// The help of a command in one language, in lines that fit a terminal.
using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace BudgetSim.Cli.Writing;

/// <summary>
/// Prints what a command does, how it is written, and its arguments, options and commands in two columns, at most 80 cells wide.
/// </summary>
internal sealed class HelpPage : SynchronousCommandLineAction
{
    private const int Widest = 80, WidestLabel = 30, Narrowest = 40;
    private const string Indent = "  ";

    /// <summary>How to get the page in the other language, in that language.</summary>
    private const string ToEnglish = "English: --help --lang en", ToChinese = "中文：--help --lang zh";

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var language = Spoken.Language([.. parseResult.Tokens.Select(token => token.Value)]);
        Write(
            parseResult.InvocationConfiguration.Output,
            parseResult.CommandResult,
            language,
            Math.Clamp(TerminalText.Columns, Narrowest, Widest));
        return ExitCode.Done;
    }

    private static void Write(TextWriter output, CommandResult asked, string language, int width)
    {
        string Say(string english) => Spoken.Say(english, language);
        var command = asked.Command;
        output.WriteLine(Say("Description:"));
        foreach (var line in TerminalText.Wrapped(Say(command.Description ?? ""), width - Indent.Length)) output.WriteLine(Indent + line);
        output.WriteLine();
        output.WriteLine(Say("Usage:"));
        TerminalText.WriteSentence(output, Indent + Usage(asked, Say), Indent + Indent, width);
        Section(
            output,
            Say("Arguments:"),
            command.Arguments.Where(argument => !argument.Hidden).Select(argument => (Label(argument), Described(argument, Say))),
            width);
        Section(output, Say("Options:"), Options(asked).Select(option => (Label(option), Described(option, Say))), width);
        Section(
            output,
            Say("Commands:"),
            command.Subcommands.Select(below => (string.Join(' ', below.Arguments.Select(Label).Prepend(below.Name)),
                Say(below.Description ?? ""))),
            width);
        output.WriteLine();
        output.WriteLine(language == "zh" ? ToEnglish : ToChinese);
    }

    private static void Section(TextWriter output, string heading, IEnumerable<(string Label, string Text)> entries, int width)
    {
        var rows = entries.ToList();
        if (rows.Count == 0) return;
        output.WriteLine();
        output.WriteLine(heading);
        var column = rows.Select(row => TerminalText.Width(row.Label))
            .Where(label => label <= WidestLabel)
            .DefaultIfEmpty(0)
            .Max() + Indent.Length;
        foreach (var (label, text) in rows)
        {
            var lines = TerminalText.Wrapped(text, width - Indent.Length - column);
            var stands = TerminalText.Width(label) <= WidestLabel;
            if (!stands) foreach (var part in TerminalText.Wrapped(label, width - Indent.Length)) output.WriteLine(Indent + part);
            for (var line = 0; line < lines.Count; line++)
                output.WriteLine((Indent + TerminalText.Padded(stands && line == 0 ? label : "", column) + lines[line]).TrimEnd());
        }
    }

    // Options of the commands above hold here where they say so.
    private static IEnumerable<Option> Options(CommandResult asked)
    {
        var above = new List<Option>();
        for (var at = asked.Parent as CommandResult; at is not null; at = at.Parent as CommandResult)
            above.AddRange(at.Command.Options.Where(option => option.Recursive));
        return asked.Command.Options.Concat(above)
            .Where(option => !option.Hidden)
            .DistinctBy(option => option.Name)
            .OrderBy(option => option is HelpOption or VersionOption);
    }

    private static string Usage(CommandResult asked, Func<string, string> say)
    {
        var names = new List<string>();
        for (var at = asked; at is not null; at = at.Parent as CommandResult)
            names.Insert(0, at.Command is RootCommand ? "budgetsim" : at.Command.Name);
        if (asked.Command.Subcommands.Count > 0) names.Add($"<{say("command")}>");
        names.AddRange(asked.Command.Arguments
            .Select(argument => argument.Arity.MinimumNumberOfValues == 0 ? $"[{Label(argument)}]" : Label(argument)));
        names.AddRange(asked.Command.Options.Where(option => option.Required).Select(Label));
        return string.Join(' ', names.Append($"[{say("options")}]"));
    }

    private static string Label(Argument argument) =>
        $"<{argument.HelpName ?? argument.Name}>{(argument.Arity.MaximumNumberOfValues > 1 ? "..." : "")}";

    private static string Label(Option option)
    {
        var names = string.Join(", ", option.Aliases.Where(alias => alias[0] == '-').OrderBy(alias => alias.Length).Append(option.Name));
        return option.Arity.MaximumNumberOfValues == 0 || option.ValueType == typeof(bool)
            ? names
            : $"{names} <{option.HelpName ?? Choices(option) ?? option.Name.TrimStart('-')}>";
    }

    private static string? Choices(Symbol symbol) =>
        symbol.GetCompletions(CompletionContext.Empty).Select(item => item.Label).ToList() is { Count: > 0 } choices
            ? string.Join('|', choices)
            : null;

    private static string Described(Argument argument, Func<string, string> say) => say(argument.Description ?? "");

    private static string Described(Option option, Func<string, string> say)
    {
        var text = say(option.Description ?? "");
        if (option.Required) return $"{text} {say("(required)")}";
        return option.HasDefaultValue && option.ValueType != typeof(bool)
            && option.GetDefaultValue()?.ToString() is { Length: > 0 } value and not "System.String[]"
            ? $"{text} {say($"[default: {value}]")}"
            : text;
    }
}
