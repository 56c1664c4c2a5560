// What settle prints: the sentences, the first lines of the awards and where the files are, within 80 columns.
using BudgetSim.Reports.Settlements;
using BudgetSim.Reports.Values;

namespace BudgetSim.Cli.Settling;

/// <summary>The terminal's view of a payout.</summary>
internal static class SettlementTerminal
{
    private const int MostLines = 20;
    private static readonly int[] Widths = [14, 16, 14, 14, 18];

    public static void Write(TextWriter output, SettlementBook book, string folder, Language language)
    {
        foreach (var sentence in SettlementSentences.Of(book)) output.WriteLine(sentence.In(language));
        output.WriteLine();
        Row(output, language == Language.Zh ? [book.Settled.List.IsRoster ? "企业" : "申报", "条款", "应得(元)", "兑现(元)", "原因"] : [book.Settled.List.IsRoster ? "enterprise" : "claim", "measure", "due (yuan)", "award (yuan)", "reason"]);
        foreach (var line in book.Lines.Take(MostLines)) Row(output, [book.Settled.List.IsRoster ? line.Enterprise : line.Id, line.Measure.Id[(line.Measure.Id.IndexOf('/') + 1)..], Entitlement(line, language), Award(line, language), Reason(line, language)]);
        var left = book.Lines.Count - MostLines;
        if (left > 0) output.WriteLine(language == Language.Zh ? $"… 另有 {left} 笔，见 awards.csv" : $"… {left} more in awards.csv");
        output.WriteLine();
        foreach (var payer in book.Payers) output.WriteLine($"{SettlementTables.PayerName(book, payer.Payer).In(language)}: {Figures.Amount(payer.Amount).In(language)}");
        output.WriteLine($"→ {Path.Combine(folder, "report.html")}");
        output.WriteLine($"→ {Path.Combine(folder, "awards.xlsx")}");
    }

    private static string Entitlement(SettlementLine line, Language language) =>
        line.Entitlement is { } entitlement ? MoneyUnit.Yuan.Format(entitlement) : SettlementTables.StateOf(LineState.Undetermined).In(language);

    private static string Award(SettlementLine line, Language language) =>
        line.State == LineState.Undetermined ? SettlementTables.StateOf(line.State).In(language) : MoneyUnit.Yuan.Format(line.Award);

    private static string Reason(SettlementLine line, Language language) =>
        line.Why != Text.Empty ? line.Why.In(language) : line.Deductions.Count > 0 ? line.Deductions[^1].Reason.In(language) : "";

    private static void Row(TextWriter output, string[] texts)
    {
        var cells = texts.Select((text, column) => Padded(ShortName.Of(text, Widths[column]), Widths[column], toRight: column is 2 or 3));
        output.WriteLine(string.Join(' ', cells).TrimEnd());
    }

    private static string Padded(string text, int width, bool toRight)
    {
        var blanks = new string(' ', Math.Max(0, width - ShortName.Width(text)));
        return toRight ? blanks + text : text + blanks;
    }
}
