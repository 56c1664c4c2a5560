// Reads an attribute that follows from the title of the subject's enterprise.
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Simulation.Pools;
using Attribute = BudgetSim.Policy.Vocabularies.Attribute;

namespace BudgetSim.Scenarios.Pools;

/// <summary>
/// <c>{ title: now }</c>, <c>before</c>, <c>newly</c>, <c>ever</c> or <c>ever_before</c>: the word of the ladder, or what <c>words: {
/// little_giant: 20万 }</c> says in its place; for yes or no <c>at_least: srdi_sme</c>.
/// </summary>
internal static class TitleAttribute
{
    private static readonly Dictionary<string, TitleMoment> Moments = new()
    {
        ["now"] = TitleMoment.Now,
        ["before"] = TitleMoment.Before,
        ["newly"] = TitleMoment.Newly,
        ["ever"] = TitleMoment.Ever,
        ["ever_before"] = TitleMoment.EverBefore,
    };

    public static AttributeDraw Read(NodeReader fields, Attribute attribute, TitleLadder? ladder)
    {
        var moment = fields.RequiredChild("title").AsChoice(Moments);
        var (least, words) = (fields.Child("at_least"), fields.Child("words"));
        if (ladder is null)
        {
            _ = words?.AsMap(word => word.AsText());
            fields.Report(TitleFaults.NoTitles(fields.Where, attribute.Name));
            return new AttributeDraw.Given(Value.Null);
        }

        if (least is not null && attribute.Kind == ValueKind.Truth)
        {
            var lowest = TitleReader.Rung(least, least.AsText(), ladder.Words);
            return new AttributeDraw.Title(moment, [.. ladder.Words.Select((_, rung) => Value.Of(rung >= lowest))]);
        }

        var own = words?.AsMap(word => (Rung: TitleReader.Rung(word, word.Name, ladder.Words), Text: word.AsText())).Values.ToList() ?? [];
        return new AttributeDraw.Title(
            moment,
            [.. ladder.Words.Select((word, rung) => ValueOf(fields, attribute, word, own.Find(each => each.Rung == rung).Text ?? word))]);
    }

    private static Value ValueOf(NodeReader fields, Attribute attribute, string title, string text)
    {
        var (value, fault) = FactText.Parse(attribute, text, fields.Where);
        if (fault is not null) fields.Report(TitleFaults.NotOfTheAttribute(fields.Where, attribute.Name, title, text));
        return value;
    }
}
