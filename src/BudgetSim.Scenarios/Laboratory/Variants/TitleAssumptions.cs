// The assumptions about titles: with what probability they are reached and lost, and who holds them at the start.
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Laboratory.Naming;
using BudgetSim.Simulation.Pools;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Scenarios.Laboratory.Variants;

/// <summary>
/// <c>pool/POPULATION/titles/innovative_sme->srdi_sme</c>, <c>pool/POPULATION/titles/lapses/srdi_sme</c>,
/// <c>pool/POPULATION/titles/start/srdi_sme</c>; a probability that is moved leaves the others as they are and stops where they would sum
/// to more than 100 %.
/// </summary>
internal static class TitleAssumptions
{
    /// <summary>The paths of a ladder.</summary>
    /// <param name="population">Whose ladder it is.</param>
    /// <param name="ladder">Its ladder.</param>
    /// <param name="with">Puts a changed ladder into a model.</param>
    public static IEnumerable<AssumptionPath> Of(
        Population population, TitleLadder ladder, Func<ScenarioModel, Func<TitleLadder, TitleLadder>, ScenarioModel> with)
    {
        static Bilingual Word(string title) => ChoiceWords.Of(title);
        AssumptionPath Path(string path, string zh, string en, Func<TitleLadder, double, TitleLadder> move) => new(
            $"{AssumptionPath.PoolPrefix}{population.Name}/titles/{path}",
            new Bilingual($"{population.Name}：{zh}", $"{population.Name}: {en}"),
            (model, factor) => with(model, own => move(own, factor)));
        for (var from = 0; from < ladder.Words.Count; from++)
        {
            var rung = from;
            for (var number = 0; number < ladder.Yearly[from].Count; number++)
            {
                var (step, lower, upper) = (number, ladder.Words[from], ladder.Words[ladder.Yearly[from][number].To]);
                yield return Path(
                    $"{lower}->{upper}",
                    $"升级 {Word(lower).Zh} → {Word(upper).Zh}",
                    $"step {Word(lower).En} → {Word(upper).En}",
                    (own, factor) => own with { Yearly = AssumptionPath.With(own.Yearly, rung, Stepped(own, rung, step, factor)) });
            }
        }

        foreach (var rung in Enumerable.Range(1, ladder.Words.Count - 1))
        {
            var word = ladder.Words[rung];
            if (ladder.Lapse(rung) > 0)
                yield return Path(
                    $"lapses/{word}",
                    $"失去 {Word(word).Zh}",
                    $"loss of {Word(word).En}",
                    (own, factor) => own with
                    {
                        Lapses = AssumptionPath.With(own.Lapses!, rung, Math.Min(factor * own.Lapses![rung], 1 - Climbed(own, rung))),
                    });
            if (ladder.Stated is null && ladder.Start[rung] > 0)
                yield return Path(
                    $"start/{word}",
                    $"期初 {Word(word).Zh}",
                    $"{Word(word).En} at the start",
                    (own, factor) => own with { Start = Started(own, rung, factor) });
        }
    }

    private static IReadOnlyList<TitleStep> Stepped(TitleLadder own, int rung, int step, double factor)
    {
        var now = own.Yearly[rung][step];
        var others = Climbed(own, rung) - now.Probability + own.Lapse(rung);
        return AssumptionPath.With(
            own.Yearly[rung], step, now with { Probability = Math.Min(factor * now.Probability, Math.Max(0, 1 - others)) });
    }

    private static double Climbed(TitleLadder own, int rung) => own.Yearly[rung].Sum(step => step.Probability);

    // What one title gains or loses, those without a title lose or gain.
    private static IReadOnlyList<double> Started(TitleLadder own, int rung, double factor)
    {
        var moved = Math.Min(factor * own.Start[rung], own.Start[rung] + own.Start[0]);
        return AssumptionPath.With(AssumptionPath.With(own.Start, rung, moved), 0, Math.Max(0, own.Start[0] + own.Start[rung] - moved));
    }
}
