// Prints a list as a table, or as JSON.
using System.Text.Json.Nodes;
using BudgetSim.Cli.Writing;
using BudgetSim.Policy.Vocabularies;

namespace BudgetSim.Cli.Listing;

/// <summary>
/// A column of a list: its head and the cell of an element in a language. Details are left out where the terminal has no room for them.
/// </summary>
internal sealed record ListColumn<T>(Bilingual Head, Func<T, string, string> Cell)
{
    public bool IsKey { get; init; }

    public bool IsNumber { get; init; }

    public bool IsDetail { get; init; }
}

/// <summary>Lists of the library.</summary>
internal static class ListingOutput
{
    public static void Write<T>(
        TextWriter output,
        IReadOnlyList<T> elements,
        IReadOnlyList<ListColumn<T>> columns,
        Func<T, JsonObject> json,
        bool isJson,
        string language,
        int? most = null)
    {
        if (isJson)
        {
            output.WriteLine(JsonText.Of(new JsonArray([.. elements.Select(json)])));
            return;
        }

        var isNarrow = !TextTable.Fits(Heads(columns, language), Rows(elements, columns, language), most);
        IReadOnlyList<ListColumn<T>> shown = isNarrow ? [.. columns.Where(column => !column.IsDetail)] : columns;
        TextTable.Write(output, Heads(shown, language), Rows(elements, shown, language), most);
        var hidden = columns.Except(shown).Select(column => column.Head.In(language)).ToList();
        if (hidden.Count > 0)
            TerminalText.WriteSentence(
                output, Spoken.Say($"not shown here, but in a pipe and with --json: {string.Join(", ", hidden)}", language), "", most);
    }

    private static IReadOnlyList<TextColumn> Heads<T>(IReadOnlyList<ListColumn<T>> columns, string language) =>
        [.. columns.Select(column => new TextColumn(column.Head.In(language), column.IsNumber, column.IsKey))];

    private static IReadOnlyList<IReadOnlyList<string>> Rows<T>(
        IReadOnlyList<T> elements, IReadOnlyList<ListColumn<T>> columns, string language) =>
        [.. elements.Select(element => columns.Select(column => column.Cell(element, language)).ToArray())];
}
