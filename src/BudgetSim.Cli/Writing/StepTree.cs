// Draws an explanation as a tree of lines.
using BudgetSim.Policy.Explanations;

namespace BudgetSim.Cli.Writing;

/// <summary>Explanations on a terminal; √ holds, × fails, ? cannot be said, &lt;== decided the amount.</summary>
internal static class StepTree
{
    public static void Write(TextWriter output, ExplanationStep root, string language)
    {
        output.WriteLine(Line(root, language));
        WriteParts(output, root.Parts, "", language);
    }

    private static void WriteParts(TextWriter output, IReadOnlyList<ExplanationStep> parts, string indent, string language)
    {
        for (var index = 0; index < parts.Count; index++)
        {
            var isLast = index == parts.Count - 1;
            output.WriteLine($"{indent}{(isLast ? "└─ " : "├─ ")}{Line(parts[index], language)}");
            WriteParts(output, parts[index].Parts, indent + (isLast ? "   " : "│  "), language);
        }
    }

    private static string Line(ExplanationStep step, string language)
    {
        var amount = step.Yuan is { } yuan ? $" = {ExpressionText.Yuan(yuan).In(language)}" : "";
        var source = step.Source.Length > 0 && step.Id != "measure" ? $" [{step.Source}]" : "";
        return Mark(step.Outcome) + step.Text.In(language) + amount + source + (step.Decides ? language == "zh" ? "  ⇐ 由此决定" : "  <== decided" : "");
    }

    private static string Mark(StepOutcome outcome) => outcome switch
    {
        StepOutcome.Holds => "√ ",
        StepOutcome.Fails => "× ",
        StepOutcome.Unknown => "? ",
        _ => "",
    };
}
