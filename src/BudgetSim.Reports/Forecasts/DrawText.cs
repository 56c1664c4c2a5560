// Says in a few words how a figure of the pool is drawn.
using System.Globalization;
using BudgetSim.Reports.Values;
using BudgetSim.Simulation.Distributions;
using BudgetSim.Simulation.Pools;

namespace BudgetSim.Reports.Forecasts;

/// <summary>Distributions in words: median and P90 say more to a reader than parameters.</summary>
internal static class DrawText
{
    public static string Of(AttributeDraw draw) => draw switch
    {
        AttributeDraw.Given given => given.Value.ToString(),
        AttributeDraw.Chance chance => Figures.Percent(chance.Probability),
        AttributeDraw.Choice choice => string.Join(" / ", choice.Options.Select(option => $"{option.Value.Text} {Figures.Percent(option.Weight)}")),
        AttributeDraw.Amount amount => Of(amount.Distribution),
        AttributeDraw.Column column => column.Otherwise is null ? "roster 名册" : $"roster 名册 / {Of(column.Otherwise)}",
        AttributeDraw.Derived derived => "= " + derived.Text,
        AttributeDraw.Rank { By: { } by } => $"1, 2, 3 … by {by}",
        AttributeDraw.Title title => $"{MomentOf(title.Moment)}: {string.Join(" / ", title.Values.Select(value => value.Text ?? value.ToString()).Distinct())}",
        _ => "1, 2, 3 …",
    };

    /// <summary>The rungs on which enterprises start, and the steps of a year.</summary>
    public static (string Start, string Yearly) Of(TitleLadder ladder) => (
        ladder.Stated is { } stated
            ? "roster 名册: " + string.Join(", ", stated.Rungs.GroupBy(rung => rung).OrderBy(rung => rung.Key).Select(rung => $"{ladder.Words[rung.Key]} {rung.Count()}"))
            : string.Join(", ", ladder.Words.Select((word, rung) => $"{word} {Figures.Percent(ladder.Start[rung])}")),
        string.Join(", ", ladder.Yearly.SelectMany((steps, rung) => steps.Select(step => $"{ladder.Words[rung]} → {ladder.Words[step.To]} {Figures.Percent(step.Probability)}"))
            .Concat(ladder.Words.Select((word, rung) => (word, Share: ladder.Lapse(rung))).Where(lapse => lapse.Share > 0).Select(lapse => $"{lapse.word} → {ladder.Words[0]} {Figures.Percent(lapse.Share)}"))));

    /// <summary>How many come up a year, and how that changes.</summary>
    public static string CountOf(Cohort cohort)
    {
        if (cohort.Payments is { } fit)
            return $"{string.Join(", ", fit.Counts.Counts.Select((count, year) => $"{fit.Counts.First + year}: {count}"))} → {Figures.Percent(fit.Counts.Growth)}/a";
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

    private static string MomentOf(TitleMoment moment) => moment switch
    {
        TitleMoment.Now => "现有称号 title held",
        TitleMoment.Before => "此前称号 title before",
        TitleMoment.Ever => "曾获最高称号 highest title ever",
        TitleMoment.EverBefore => "此前曾获最高称号 highest title ever before",
        _ => "当年新获 title newly reached",
    };

    private static string Number(double number) => number.ToString(Math.Abs(number) < 10 ? "0.####" : "#,##0", CultureInfo.InvariantCulture);
}
