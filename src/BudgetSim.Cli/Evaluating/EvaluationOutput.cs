// Prints an evaluation: the amount alone, its tree, or JSON.
using System.Text.Json.Nodes;
using BudgetSim.Cli.Writing;
using BudgetSim.Reports.Values;

namespace BudgetSim.Cli.Evaluating;

/// <summary>The amount goes to the output; remarks about it go to the error stream, so that a script reads one number.</summary>
internal static class EvaluationOutput
{
    public static void Write(EvaluatedRequest evaluated, TextWriter output, TextWriter remarks)
    {
        var request = evaluated.Request;
        if (request.IsJson)
        {
            output.WriteLine(JsonText.Of(Json(evaluated)));
            return;
        }

        output.WriteLine(evaluated.Evaluation.Text);
        foreach (var remark in Remarks(evaluated)) remarks.WriteLine(remark);
        if (request.Explains) StepTree.Write(output, EvaluationExplanation.From(evaluated), request.Language);
    }

    private static IEnumerable<string> Remarks(EvaluatedRequest evaluated)
    {
        var (request, language) = (evaluated.Request, evaluated.Request.Language == "zh" ? Language.Zh : Language.En);
        if (evaluated.NoVersionInForce)
            yield return Spoken.Say($"note: {evaluated.Measure.Measure.Id} was not in force on {request.AsOf}", language);
        else if (evaluated.Measure.Measure.Id != request.Measure)
            yield return Spoken.Say($"note: on {request.AsOf} the version in force is {evaluated.Measure.Measure.Id}", language);
        if (evaluated.Missing.Length > 0) yield return Spoken.Say($"note: {evaluated.Missing} is missing", language);
    }

    private static JsonObject Json(EvaluatedRequest evaluated)
    {
        var (evaluation, measure) = (evaluated.Evaluation, evaluated.Measure.Measure);
        var json = new JsonObject
        {
            ["measure"] = measure.Id,
            ["asked"] = evaluated.Request.Measure,
            ["as_of"] = evaluated.Request.AsOf,
            ["article"] = measure.Article,
            ["title"] = JsonText.Bilingual(measure.Title),
            ["yuan"] = evaluation.IsUndetermined ? null : evaluation.Yuan,
            ["undetermined"] = evaluation.IsUndetermined,
            ["standing"] = evaluation.Entitlement.Standing.ToString(),
            ["missing"] = evaluated.Missing.Length > 0 ? evaluated.Missing : null,
        };
        if (evaluated.Request.Explains) json["explanation"] = JsonText.Step(EvaluationExplanation.From(evaluated));
        return json;
    }
}
