// Prints a list as a table, or as JSON.
using System.Text.Json.Nodes;
using BudgetSim.Cli.Writing;
using BudgetSim.Policy.Vocabularies;

namespace BudgetSim.Cli.Listing;

/// <summary>A column of a list: its head and the cell of an element in a language.</summary>
internal sealed record ListColumn<T>(Bilingual Head, Func<T, string, string> Cell);

/// <summary>Lists of the library.</summary>
internal static class ListingOutput
{
    public static void Write<T>(TextWriter output, IReadOnlyList<T> elements, IReadOnlyList<ListColumn<T>> columns, Func<T, JsonObject> json, bool isJson, string language)
    {
        if (isJson) output.WriteLine(JsonText.Of(new JsonArray([.. elements.Select(json)])));
        else TextTable.Write(output, [.. columns.Select(column => column.Head.In(language))], [.. elements.Select(element => columns.Select(column => column.Cell(element, language)).ToArray())], TextTable.TerminalWidth);
    }
}
