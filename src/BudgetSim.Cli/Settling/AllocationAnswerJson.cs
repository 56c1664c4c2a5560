// Prints the answer to an allocation problem in its documented JSON form.
using System.Text.Json;
using BudgetSim.Allocation.Selection;
using BudgetSim.Cli.Writing;

namespace BudgetSim.Cli.Settling;

/// <summary>
/// <c>{ status, objective, bound, awards, selected, priorities, certificate }</c>; without an answer objective and bound are null (a
/// stopped search keeps its bound), awards and selected empty.
/// </summary>
internal static class AllocationAnswerJson
{
    public static void Write(Utf8JsonWriter json, AllocationProblem problem, AllocationAnswer answer)
    {
        json.WriteStartObject();
        json.WriteString("status", answer.StatusName);
        WriteAwards(json, problem, answer);
        json.WriteStartObject("certificate");
        WriteCertificate(json, answer.Certificate);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteAwards(Utf8JsonWriter json, AllocationProblem problem, AllocationAnswer answer)
    {
        var isAnswered = answer.Awards.Length > 0;
        if (isAnswered) PrintedJson.Number(json, "objective", answer.Objective);
        else json.WriteNull("objective");
        if (isAnswered || answer.Status == AllocationStatus.Stopped) PrintedJson.Number(json, "bound", answer.Bound);
        else json.WriteNull("bound");
        json.WriteStartObject("awards");
        for (var item = 0; item < answer.Awards.Length; item++) json.WriteNumber(problem.Items[item].Id, answer.Awards[item]);
        json.WriteEndObject();
        json.WriteStartArray("selected");
        for (var item = 0; item < answer.Selected.Length; item++)
            if (answer.Selected[item]) json.WriteStringValue(problem.Items[item].Id);
        json.WriteEndArray();
        if (answer.Priorities.Length < 2) return;
        json.WriteStartArray("priorities");
        foreach (var stage in answer.Priorities)
        {
            json.WriteStartObject();
            json.WriteNumber("priority", stage.Priority);
            PrintedJson.Number(json, "objective", stage.Objective);
            PrintedJson.Number(json, "bound", stage.Bound);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCertificate(Utf8JsonWriter json, AllocationCertificate certificate)
    {
        json.WriteString("kind", certificate.Kind);
        json.WriteNumber("nodes", certificate.Nodes);
        if (certificate.Kind is "prices" or "branch-and-bound")
        {
            PrintedJson.Number(json, "price_bound", certificate.PriceBound);
            json.WriteStartObject("prices");
            foreach (var price in certificate.Prices) PrintedJson.Number(json, price.Limit, price.Price);
            json.WriteEndObject();
        }

        if (certificate.Kind == "bottlenecks")
        {
            json.WriteStartObject("bottlenecks");
            foreach (var held in certificate.Bottlenecks) json.WriteString(held.Item, held.Limit);
            json.WriteEndObject();
        }

        if (certificate.Kind == "conflict")
        {
            json.WriteStartArray("conflict");
            foreach (var id in certificate.Conflict) json.WriteStringValue(id);
            json.WriteEndArray();
            json.WriteBoolean("conflict_is_minimal", certificate.ConflictIsMinimal);
        }
        else
        {
            json.WriteBoolean("is_canonical", certificate.IsCanonical);
        }
    }
}
