// Writes what reforms replace and add, old beside new, as text for a terminal.
using BudgetSim.Cli.Writing;
using BudgetSim.Reports.Laboratory;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Scenarios.Laboratory.Reforms;

namespace BudgetSim.Cli.Laboratory;

/// <summary>One paragraph a replacement; a value that does not fit into a line is written over several, nothing is cut.</summary>
internal sealed class ReformText(TextWriter output, Language language, int width)
{
    private const string Step = "  ";

    /// <summary>Writes the title and every replacement of one reform.</summary>
    public void Write(Reform reform, IReadOnlyList<ReformChange> changes)
    {
        var title =
            $"{LaboratoryText.Of(reform.Title).In(language)} ({reform.Name}, {reform.Author}): {LaboratoryText.Of(reform.Reason).In(language)}";
        foreach (var line in TerminalText.Wrapped(title, width)) output.WriteLine(line);
        foreach (var change in changes) Write(change);
    }

    private void Write(ReformChange change)
    {
        output.WriteLine();
        foreach (var line in TerminalText.Wrapped(
            change.Target + (change.Article.Length > 0 ? $" ({change.Article})" : ""), width - Step.Length))
            output.WriteLine(Step + line);
        if (change.IsNew) Field(new Text("新增", "added"), change.NewValue, change.New.In(Tongue));
        else
        {
            Field(new Text("原值", "old"), change.OldValue, change.Old.In(Tongue));
            Field(new Text("新值", "new"), change.NewValue, change.New.In(Tongue));
        }

        if (change.From is { } from) Field(new Text("起始日", "from"), null, Figures.Date(from));
        if (change.Why.Length > 0) Field(new Text("理由", "why"), null, change.Why);
    }

    private string Tongue => language == Language.Zh ? "zh" : "en";

    private void Field(Text name, DataNode? value, string text) =>
        Entry(name.In(language), value is null ? null : ValueText.In(Tongue, value), text, Step + Step);

    // In one line where it fits, else part by part below its name.
    private void Entry(string name, DataNode? value, string text, string indent)
    {
        var line = $"{indent}{name}: {text}";
        if (TerminalText.Width(line) <= width || value is null or ScalarNode) Lines($"{name}: {text}", indent);
        else
        {
            output.WriteLine($"{indent}{name}:");
            Parts(value, indent + Step);
        }
    }

    private void Parts(DataNode value, string indent)
    {
        foreach (var entry in (value as MappingNode)?.Entries ?? []) Entry(entry.Key, entry.Value, ValueText.Of(entry.Value), indent);
        foreach (var item in (value as SequenceNode)?.Items ?? [])
        {
            var text = ValueText.Of(item);
            if (item is ScalarNode || TerminalText.Width($"{indent}- {text}") <= width) Lines($"- {text}", indent);
            else
            {
                output.WriteLine($"{indent}-");
                Parts(item, indent + Step);
            }
        }
    }

    private void Lines(string text, string indent)
    {
        var lines = TerminalText.Wrapped(text, Math.Max(width / 2, width - indent.Length - Step.Length));
        for (var line = 0; line < lines.Count; line++) output.WriteLine(indent + (line == 0 ? "" : Step) + lines[line]);
    }
}
