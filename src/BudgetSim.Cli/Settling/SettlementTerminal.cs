// What settle prints: the sentences, the first lines of the awards with their reasons, and where the files are, within 80 columns.
using BudgetSim.Cli.Writing;
using BudgetSim.Reports.Settlements;
using BudgetSim.Reports.Values;

namespace BudgetSim.Cli.Settling;

/// <summary>The terminal's view of a payout.</summary>
internal static class SettlementTerminal
{
    private const int MostLines = 20;
    private const string Indent = "    ";

    public static void Write(TextWriter output, SettlementBook book, string folder, Language language, int? most = null)
    {
        foreach (var sentence in SettlementSentences.Of(book)) TerminalText.WriteSentence(output, sentence.In(language), "", most);
        output.WriteLine();
        var lines = book.Lines.Take(MostLines).ToList();
        TextTable.Write(
            output, Heads(book, language), [.. lines.Select(line => Row(book, line, language))], most ?? TerminalText.TableColumns);
        var left = book.Lines.Count - lines.Count;
        if (left > 0) output.WriteLine(Spoken.Say($"… {left} more in awards.csv", language));
        output.WriteLine();
        foreach (var (why, names) in Reasons(book, lines, language))
            TerminalText.WriteSentence(output, $"{names}{(language == Language.Zh ? "：" : ": ")}{why}", Indent, most);
        output.WriteLine();
        foreach (var payer in book.Payers)
            output.WriteLine(
                $"{SettlementTables.PayerName(book, payer.Payer).In(language)}{(language == Language.Zh ? "：" : ": ")}{Figures.Exact(payer.Amount).In(language)}");
        output.WriteLine($"→ {Path.Combine(folder, "report.html")}");
        output.WriteLine($"→ {Path.Combine(folder, "awards.xlsx")}");
    }

    private static IReadOnlyList<TextColumn> Heads(SettlementBook book, Language language)
    {
        string Say(string english) => Spoken.Say(english, language);
        IEnumerable<TextColumn> id = book.Settled.List.IsRoster ? [] : [new(Say("claim"), IsKey: true)];
        return [
            .. id,
            new(Say("enterprise")),
            new(Say("measure")),
            new(Say("due (yuan)"), IsNumber: true),
            new(Say("award (yuan)"), IsNumber: true),
        ];
    }

    private static IReadOnlyList<string> Row(SettlementBook book, SettlementLine line, Language language)
    {
        IEnumerable<string> id = book.Settled.List.IsRoster ? [] : [line.Id];
        return [
            .. id,
            line.Enterprise,
            $"{ShortId(line)} {line.Measure.Title.In(language == Language.Zh ? "zh" : "en")}",
            Entitlement(line, language),
            Award(line, language),
        ];
    }

    private static string ShortId(SettlementLine line) => line.Measure.Id[(line.Measure.Id.IndexOf('/') + 1)..];

    // Lines with the same reason are named together: a payout has many lines and few reasons.
    private static IEnumerable<(string Why, string Names)> Reasons(
        SettlementBook book, IEnumerable<SettlementLine> lines, Language language) =>
        lines
            .Select(line => (Why: Reason(line, language),
                Name: book.Settled.List.IsRoster ? $"{line.Enterprise} {ShortId(line)}" : line.Id))
            .Where(line => line.Why.Length > 0)
            .GroupBy(line => line.Why, line => line.Name)
            .Select(group => (group.Key, string.Join(language == Language.Zh ? "、" : ", ", group)));

    private static string Entitlement(SettlementLine line, Language language) =>
        line.Entitlement is { } entitlement
            ? MoneyUnit.Yuan.Format(entitlement)
            : SettlementTables.StateOf(LineState.Undetermined).In(language);

    private static string Award(SettlementLine line, Language language) =>
        line.State == LineState.Undetermined ? SettlementTables.StateOf(line.State).In(language) : MoneyUnit.Yuan.Format(line.Award);

    private static string Reason(SettlementLine line, Language language) =>
        line.Why != Text.Empty ? line.Why.In(language) : line.Deductions.Count > 0 ? line.Deductions[^1].Reason.In(language) : "";
}
