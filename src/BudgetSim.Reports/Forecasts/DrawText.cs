// Says in a few words how a figure of the pool is drawn.
using System.Globalization;
using BudgetSim.Policy.Expressions;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Laboratory.Naming;
using BudgetSim.Simulation.Distributions;
using BudgetSim.Simulation.Pools;

namespace BudgetSim.Reports.Forecasts;

/// <summary>Distributions in words: median and P90 say more to a reader than parameters.</summary>
internal static class DrawText
{
    private static readonly Text Roster = new("名册", "roster");

    public static Text Of(AttributeDraw draw) => draw switch
    {
        AttributeDraw.Given given => Word(given.Value),
        AttributeDraw.Chance chance => Text.Same(Figures.Percent(chance.Probability)),
        AttributeDraw.Choice choice =>
            Joined(" / ", choice.Options.Select(option => Word(option.Value) + Text.Same(" " + Figures.Percent(option.Weight)))),
        AttributeDraw.Amount amount => Text.Same(Of(amount.Distribution)),
        AttributeDraw.Column column => column.Otherwise is null ? Roster : Roster + Text.Same(" / ") + Of(column.Otherwise),
        AttributeDraw.Derived derived => Text.Same("= " + derived.Text),
        AttributeDraw.Rank { By: { } by } => new Text($"1, 2, 3 …（按 {by}）", $"1, 2, 3 … by {by}"),
        AttributeDraw.Title title => MomentOf(title.Moment) + new Text("：", ": ") + Joined(" / ", title.Values.Distinct().Select(Word)),
        _ => Text.Same("1, 2, 3 …"),
    };

    /// <summary>The rungs on which enterprises start, and the steps of a year.</summary>
    public static (Text Start, Text Yearly) Of(TitleLadder ladder) => (
        ladder.Stated is { } stated
            ? Roster + new Text("：", ": ") + Joined(
                ", ",
                stated.Rungs.GroupBy(rung => rung)
                    .OrderBy(rung => rung.Key)
                    .Select(rung => Rung(ladder, rung.Key) + Text.Same($" {rung.Count()}")))
            : Joined(", ", ladder.Words.Select((_, rung) => Rung(ladder, rung) + Text.Same(" " + Figures.Percent(ladder.Start[rung])))),
        Joined(", ", ladder.Yearly.SelectMany((steps, rung) => steps.Select(step => Step(ladder, rung, step.To, step.Probability)))
            .Concat(ladder.Words.Select((_, rung) => (Rung: rung, Share: ladder.Lapse(rung)))
                .Where(lapse => lapse.Share > 0)
                .Select(lapse => Step(ladder, lapse.Rung, 0, lapse.Share)))));

    /// <summary>How many come up a year, and how that changes.</summary>
    public static string CountOf(Cohort cohort)
    {
        if (cohort.Payments is { } fit)
            return
                $"{string.Join(", ", fit.Counts.Counts.Select((count, year) => $"{fit.Counts.First + year}: {count}"))} → {Figures.Percent(fit.Counts.Growth)}/a";
        var plan = cohort.Plan;
        if (plan.ByYear.Count > 0) return string.Join("; ", plan.ByYear.Select(year => $"{year.Key}: {Of(year.Value)}"));
        return Of(cohort.Count) + (plan.Growth == 0 ? "" : $", {(plan.Growth > 0 ? "+" : "")}{Figures.Percent(plan.Growth)}/a");
    }

    public static string Of(Distribution distribution) => distribution is Fixed given
        ? Number(given.Value)
        : $"P50 {Number(distribution.Quantile(0.5))}, P90 {Number(distribution.Quantile(0.9))}";

    /// <summary>A share in percent, with its range nine times in ten where it is uncertain.</summary>
    public static string OfShare(Distribution share) => share is Fixed given
        ? Figures.Percent(given.Value)
        : $"{Figures.Percent(share.Mean)} (P5 {Figures.Percent(share.Quantile(0.05))}, P95 {Figures.Percent(share.Quantile(0.95))})";

    private static Text MomentOf(TitleMoment moment) => moment switch
    {
        TitleMoment.Now => new Text("现有称号", "title held"),
        TitleMoment.Before => new Text("此前称号", "title before"),
        TitleMoment.Ever => new Text("曾获最高称号", "highest title ever"),
        TitleMoment.EverBefore => new Text("此前曾获最高称号", "highest title ever before"),
        _ => new Text("当年新获", "title newly reached"),
    };

    private static Text Step(TitleLadder ladder, int from, int to, double probability) =>
        Rung(ladder, from) + Text.Same(" → ") + Rung(ladder, to) + Text.Same(" " + Figures.Percent(probability));

    private static Text Rung(TitleLadder ladder, int rung) => Word(Value.Of(ladder.Words[rung]));

    private static Text Word(Value value)
    {
        var words = ChoiceWords.Of(value);
        return new Text(words.Zh, words.En);
    }

    private static Text Joined(string between, IEnumerable<Text> parts)
    {
        var all = parts.ToList();
        return new Text(string.Join(between, all.Select(part => part.Zh)), string.Join(between, all.Select(part => part.En)));
    }

    private static string Number(double number) =>
        number.ToString(Math.Abs(number) < 10 ? "0.####" : "#,##0", CultureInfo.InvariantCulture);
}
