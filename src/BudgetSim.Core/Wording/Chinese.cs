// What the tool says, in Chinese: one catalogue for all diagnostics, notes and help texts.
using System.Text.RegularExpressions;
using BudgetSim.Core.Diagnostics;

namespace BudgetSim.Core.Wording;

/// <summary>
/// The sentences of <c>chinese.txt</c>. Sentences are written in English where they are made; the Chinese is found by the English form, so
/// that both stay together and a test can say which is missing.
/// </summary>
public static partial class Chinese
{
    private const string Arrow = " => ", HintMark = "; ";

    private static readonly Lazy<(Dictionary<string, SentencePattern> Fixed, SentencePattern[] Open)> Patterns = new(Read);

    /// <summary>The catalogue: English form and Chinese form, in file order.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Entries()
    {
        using var stream = typeof(Chinese).Assembly.GetManifestResourceStream("BudgetSim.Core.Wording.chinese.txt")!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0 && line[0] != '#');
        return [.. lines.Select(line => line.Split(Arrow, 2)).Select(pair => KeyValuePair.Create(pair[0], pair[1]))];
    }

    /// <summary>The Chinese of one English sentence, or null if the catalogue has none.</summary>
    public static string? Of(string sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var (known, open) = Patterns.Value;
        if (known.TryGetValue(sentence, out var same)) return same.Translate(sentence, Of);
        foreach (var pattern in open)
            if (pattern.Translate(sentence, Of) is { } chinese) return chinese;
        return null;
    }

    /// <summary>A diagnostic as a line in Chinese; a sentence without a Chinese form stays as it is.</summary>
    public static string Of(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        var hint = diagnostic.Hint.Length == 0 ? "" : "；" + (Of(diagnostic.Hint) ?? diagnostic.Hint);
        var message = Of(diagnostic.Message) ?? diagnostic.Message;
        if (diagnostic.Names.English.Length > 0)
            message = message.Replace(diagnostic.Names.English, diagnostic.Names.Chinese, StringComparison.Ordinal);
        return $"{diagnostic.Where}: {Word(diagnostic.Severity)} {diagnostic.Code}: {message}{hint}";
    }

    /// <summary>A printed line in Chinese, if it is a diagnostic; any other line as it is.</summary>
    public static string OfLine(string line)
    {
        var found = Printed().Match(line);
        if (!found.Success) return line;
        var word = Word(found.Groups["severity"].Value == "error" ? Severity.Error : Severity.Warning);
        return $"{found.Groups["where"].Value}: {word} {found.Groups["code"].Value}: {MessageAndHint(found.Groups["text"].Value)}";
    }

    // A message may hold the sign before the hint: the first place where both halves are known is meant.
    private static string MessageAndHint(string text)
    {
        for (var at = text.IndexOf(HintMark, StringComparison.Ordinal); at >= 0; at = text.IndexOf(
            HintMark, at + 1, StringComparison.Ordinal))
            if (Of(text[..at]) is { } message && Of(text[(at + HintMark.Length)..]) is { } hint) return message + "；" + hint;
        return Of(text) ?? text;
    }

    private static string Word(Severity severity) => severity == Severity.Error ? "错误" : "警告";

    private static (Dictionary<string, SentencePattern> Fixed, SentencePattern[] Open) Read()
    {
        var patterns = Entries().Select(entry => new SentencePattern(entry.Key, entry.Value)).ToLookup(pattern => pattern.IsFixed);
        return (patterns[true].ToDictionary(pattern => pattern.Plain), [.. patterns[false].OrderByDescending(pattern => pattern.Letters)]);
    }

    [GeneratedRegex(
        "^(?<where>.*?): (?<severity>error|warning) (?<code>BS[0-9]{3}): (?<text>.*)$",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Printed();
}
