// What is wrong with a command line, as diagnostics: what was found, what was expected, how to mend it.
using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using System.Globalization;
using BudgetSim.Core.Diagnostics;

namespace BudgetSim.Cli.Commands;

/// <summary>Faults BS760 to BS765. A value that an option's own reader refused keeps that reader's words.</summary>
internal static class CommandLineFaults
{
    private static readonly string[] HelpWords = ["-?", "-h", "--help", "--version"];

    /// <summary>Every fault of the command line, as printed; none where the command can run or only help is asked for.</summary>
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        if (parsed.Tokens.Any(token => HelpWords.Contains(token.Value))) return [];
        var (command, where) = (parsed.CommandResult.Command, Place.Of(Path(parsed.CommandResult)));
        // An option without its value takes the next option for it, and all behind that is read askew.
        var askew = command.Options.Where(option => parsed.GetResult(option)?.Tokens.Any(token => IsName(command, token.Value)) == true)
            .Select(option => $"{NoValue(option, where)}")
            .ToList();
        if (askew.Count > 0 || parsed.Errors.Count == 0) return askew;
        if (command.Action is null) return [$"{NoCommand(parsed, command, where)}"];
        var faults = Unknown(parsed.UnmatchedTokens).Select(token => Unknown(command, where, token))
            .Concat(Missing(parsed, command, where))
            .Select(fault => $"{fault}");
        return [.. faults.Concat(parsed.Errors.Where(error => !IsTold(error, parsed)).Select(error => NotTaken(error, where))).Distinct()];
    }

    private static string Path(CommandResult result)
    {
        var names = new List<string>();
        for (var at = result; at is not null; at = at.Parent as CommandResult)
            names.Insert(0, at.Command is RootCommand ? "budgetsim" : at.Command.Name);
        return string.Join(' ', names);
    }

    // What follows an unknown option is most likely its value.
    private static IEnumerable<string> Unknown(IReadOnlyList<string> tokens) =>
        tokens.Any(token => token.StartsWith('-')) ? tokens.Where(token => token.StartsWith('-')) : tokens;

    // Behind an unknown command everything else is unknown too.
    private static Diagnostic NoCommand(ParseResult parsed, Command command, Place where) =>
        parsed.UnmatchedTokens is [var token, ..] && !token.StartsWith('-')
            ? Diagnostic.Error(where, "BS761", $"unknown command '{token}'", Hint(command, token))
            : Diagnostic.Error(where, "BS761", "a command is missing", Hint(command, ""));

    private static Diagnostic Unknown(Command command, Place where, string token) => token.StartsWith('-')
        ? Diagnostic.Error(
            where,
            "BS760",
            $"unknown option '{token}'",
            NearestName.To(token, command.Options
                .Select(option => option.Name)) is { } near ? $"did you mean '{near}'?" : "--help lists the options")
        : Diagnostic.Error(where, "BS762", $"'{token}' is one value too many", "put a value with blanks in quotes; --help shows the form");

    private static string Hint(Command command, string token) =>
        NearestName.To(token, command.Subcommands.Select(below => below.Name)) is { } near
            ? $"did you mean '{near}'?"
            : "--help lists the commands";

    private static IEnumerable<Diagnostic> Missing(ParseResult parsed, Command command, Place where)
    {
        foreach (var argument in command.Arguments
            .Where(argument => argument.Arity.MinimumNumberOfValues > 0 && !argument.HasDefaultValue
                && parsed.GetResult(argument) is not { Tokens.Count: > 0 }))
            yield return Diagnostic.Error(where, "BS763", $"{argument.Name} is missing: {argument.Description}", "--help shows the form");
        foreach (var option in command.Options.Where(option => option.Required && parsed.GetResult(option) is null or { Implicit: true }))
            yield return Diagnostic.Error(where, "BS763", $"{option.Name} is missing: {option.Description}", "--help shows the form");
        foreach (var option in command.Options
            .Where(option => parsed.GetResult(option) is { Implicit: false, Tokens.Count: 0 } && option.Arity.MinimumNumberOfValues > 0))
            yield return NoValue(option, where);
    }

    private static bool IsName(Command command, string written) =>
        command.Options.Any(option => option.Name == written || option.Aliases.Contains(written));

    private static Diagnostic NoValue(Option option, Place where) =>
        Diagnostic.Error(where, "BS764", $"{option.Name} has no value: {option.Description}", $"write {option.Name} VALUE");

    // What is missing or unknown was said above, in our words.
    private static bool IsTold(ParseError error, ParseResult parsed) => error.SymbolResult switch
    {
        OptionResult option => option.Tokens.Count == 0,
        ArgumentResult argument => argument.Tokens.Count == 0,
        _ => parsed.UnmatchedTokens.Count > 0 || error.Message.StartsWith("Option", StringComparison.Ordinal),
    };

    // The words of an option's own reader or check, or why the value has not the type it needs.
    private static string NotTaken(ParseError error, Place where)
    {
        if (error.Message.Contains(": error ", StringComparison.Ordinal)) return error.Message;
        var (name, tokens, type) = error.SymbolResult switch
        {
            OptionResult option => (option.Option.Name, option.Tokens, option.Option.ValueType),
            ArgumentResult { Parent: OptionResult option } => (option.Option.Name, option.Tokens, option.Option.ValueType),
            ArgumentResult argument => (argument.Argument.Name, argument.Tokens, argument.Argument.ValueType),
            _ => ("", (IReadOnlyList<Token>)[], typeof(string)),
        };
        return $"{NotTaken(error, where, name, [.. tokens.Select(token => token.Value)], type)}";
    }

    private static Diagnostic NotTaken(ParseError error, Place where, string name, string[] tokens, Type type)
    {
        if (tokens.Length == 0) return Diagnostic.Error(where, "BS765", error.Message);
        var found = string.Join(' ', tokens);
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (tokens.Length > 1 && !plain.IsArray)
            return Diagnostic.Error(where, "BS765", $"{name} takes one value, found {tokens.Length}", $"write {name} once");
        if (plain == typeof(int) || plain == typeof(ulong) || plain == typeof(long))
            return Diagnostic.Error(where, "BS765", $"{name} takes a whole number, found '{found}'", "write digits only, such as 1000");
        if (plain == typeof(double) && double.TryParse(found, CultureInfo.InvariantCulture, out _))
            return Diagnostic.Error(where, "BS765", error.Message);
        if (plain == typeof(double))
            return Diagnostic.Error(where, "BS765", $"{name} takes a number, found '{found}'", "write digits only, such as 1000");
        return Diagnostic.Error(where, "BS765", $"{name} does not take '{found}'", Choices(error, found));
    }

    private static string Choices(ParseError error, string found)
    {
        var option = error.SymbolResult as OptionResult ?? error.SymbolResult?.Parent as OptionResult;
        Symbol? symbol = option?.Option is { } known ? known : (error.SymbolResult as ArgumentResult)?.Argument;
        var choices = symbol?.GetCompletions(CompletionContext.Empty).Select(item => item.Label).ToList() ?? [];
        return choices.Count == 0 ? error.Message
            : NearestName.To(found, choices) is { } near ? $"did you mean '{near}'?"
            : $"it takes {string.Join(", ", choices)}";
    }
}
