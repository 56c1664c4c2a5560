// Draws an explanation as a tree of lines.
using BudgetSim.Policy.Explanations;

namespace BudgetSim.Cli.Writing;

/// <summary>
/// Explanations on a terminal; √ holds, × fails, ? cannot be said, &lt;== decided the amount. A long step goes on below itself.
/// </summary>
internal static class StepTree
{
    public static void Write(TextWriter output, ExplanationStep root, string language, int? most = null)
    {
        TerminalText.WriteSentence(output, Line(root, language), root.Parts.Count > 0 ? "│  " : "   ", most);
        WriteParts(output, root.Parts, "", language, most);
    }

    private static void WriteParts(TextWriter output, IReadOnlyList<ExplanationStep> parts, string indent, string language, int? most)
    {
        for (var index = 0; index < parts.Count; index++)
        {
            var isLast = index == parts.Count - 1;
            var below = indent + (isLast ? "   " : "│  ");
            TerminalText.WriteSentence(
                output,
                $"{indent}{(isLast ? "└─ " : "├─ ")}{Line(parts[index], language)}",
                below + (parts[index].Parts.Count > 0 ? "│  " : "   "),
                most);
            WriteParts(output, parts[index].Parts, below, language, most);
        }
    }

    private static string Line(ExplanationStep step, string language)
    {
        var amount = step.Yuan is { } yuan ? $" = {ExpressionText.Exact(yuan).In(language)}" : "";
        var source = step.Source.Length > 0 && step.Id != "measure" ? $" [{step.Source}]" : "";
        return Mark(step.Outcome) + step.Text.In(language) + amount + source
            + (step.Decides ? language == "zh" ? "  ⇐ 由此决定" : "  <== decided" : "");
    }

    private static string Mark(StepOutcome outcome) => outcome switch
    {
        StepOutcome.Holds => "√ ",
        StepOutcome.Fails => "× ",
        StepOutcome.Unknown => "? ",
        _ => "",
    };
}
