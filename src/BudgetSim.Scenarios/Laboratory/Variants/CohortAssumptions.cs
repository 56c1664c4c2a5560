// The assumptions about a cohort: how many come up, how many apply and are approved, and what its subjects are like.
using BudgetSim.Policy.Library;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Laboratory.Naming;
using BudgetSim.Scenarios.Pools;
using BudgetSim.Simulation.Distributions;
using BudgetSim.Simulation.Histories;
using BudgetSim.Simulation.Pools;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Scenarios.Laboratory.Variants;

/// <summary>One method per kind of figure.</summary>
internal static class CohortAssumptions
{
    /// <summary>The paths of the cohort at a place of the pool.</summary>
    public static IEnumerable<AssumptionPath> Of(ScenarioModel model, int at)
    {
        var (cohort, library) = (model.Pool.Cohorts[at], model.Terms.Library);
        if (cohort.Payments is { } payments) return OfPayments(cohort, payments, at);
        IEnumerable<AssumptionPath> count = cohort.Titled is { } titled ? OfTitled(cohort, titled, at) : [CountOf(cohort, at)];
        var claims = cohort.Claims.SelectMany((claim, index) => OfClaim(cohort, claim, at, index, library));
        var attributes = cohort.Attributes.Select((attribute, index) => OfAttribute(cohort, attribute, at, index, library))
            .OfType<AssumptionPath>();
        return count.Concat(claims).Concat(attributes);
    }

    // How many come up follows from the titles; what share of them may be moved.
    private static IEnumerable<AssumptionPath> OfTitled(Cohort cohort, TitledHeads titled, int at) => titled.Share >= 1
        ? []
        : [Path(
            cohort,
            at,
            "share",
            new Bilingual("比例", "share"),
            (own, factor) => own with { Titled = own.Titled! with { Share = Math.Min(1, factor * own.Titled.Share) } })];

    private static AssumptionPath CountOf(Cohort cohort, int at)
    {
        // A yearly number of pure chance (about n a year) says nothing of how sure n is.
        var isDoubted = cohort.Count is not (Fixed or Poisson or Binomial);
        return Path(cohort, at, "count", new Bilingual("个数", "number"), (own, factor) => Each(own, count => new Scaled(count, factor))) with
        {
            Hold = cohort.Count is Fixed ? null : In(at, (own, probability) => Each(own, count => new Fixed(count.Quantile(probability)))),
            Doubt = isDoubted ? probability => FigureText.Rounded(cohort.Count.Quantile(probability), isShare: false) : null,
        };
    }

    private static Cohort Each(Cohort own, Func<Distribution, Distribution> change) =>
        own with
        {
            Count = change(own.Count),
            Plan = own.Plan with { ByYear = own.Plan.ByYear.ToDictionary(year => year.Key, year => change(year.Value)) },
        };

    private static IEnumerable<AssumptionPath> OfClaim(Cohort cohort, CohortClaim claim, int at, int index, PolicyLibrary library)
    {
        // Beside other measures it takes the measure's title to tell them apart.
        Bilingual Named(string zh, string en) =>
            cohort.Claims.Count == 1
                ? new Bilingual(zh, en)
                : new Bilingual(
                    $"{zh}（{PathNames.OfMeasure(library, claim.Measure).In("zh")}）",
                    $"{en} ({PathNames.OfMeasure(library, claim.Measure).In("en")})");
        static Cohort Set(Cohort own, int place, Func<CohortClaim, CohortClaim> change) =>
            own with { Claims = AssumptionPath.With(own.Claims, place, change(own.Claims[place])) };
        yield return Share(
            Path(
                cohort,
                at,
                $"take_up/{claim.Measure}",
                Named("申报率", "take-up"),
                (own, factor) => Set(own, index, one => one with { TakeUp = AssumptionPath.Times(one.TakeUp, factor) })),
            claim.TakeUp,
            In(at, (own, probability) => Set(own, index, one => one with { TakeUp = new Fixed(one.TakeUp.Quantile(probability)) })));
        if (claim.Approval is Fixed { Value: 1 }) yield break;
        yield return Share(
            Path(
                cohort,
                at,
                $"approval/{claim.Measure}",
                Named("获批率", "approval"),
                (own, factor) => Set(own, index, one => one with { Approval = AssumptionPath.Times(one.Approval, factor) })),
            claim.Approval,
            In(at, (own, probability) => Set(own, index, one => one with { Approval = new Fixed(one.Approval.Quantile(probability)) })));
    }

    // A share is drawn once for a replication, so its distribution is the doubt about it.
    private static AssumptionPath Share(AssumptionPath path, Distribution share, Func<ScenarioModel, double, ScenarioModel> hold) =>
        share is Fixed
            ? path
            : path with { Hold = hold, Doubt = probability => FigureText.Rounded(share.Quantile(probability), isShare: true) };

    private static AssumptionPath? OfAttribute(Cohort cohort, DrawnAttribute attribute, int at, int index, PolicyLibrary library) =>
        AttributeAssumption.Of(
            attribute,
            $"{AssumptionPath.PoolPrefix}{cohort.Name}/{attribute.Name}",
            PathNames.Joined(cohort.Title, AttributeNames.Of(library.Vocabulary, attribute.Name)),
            (model, change) => OfCohort(
                model, at, own => own with { Attributes = AssumptionPath.With(own.Attributes, index, change(own.Attributes[index])) }));

    // What was paid in the past says how many, how much each, and perhaps how many of the entitled apply, all with the doubt of the fit.
    private static IEnumerable<AssumptionPath> OfPayments(Cohort cohort, FittedPayments fit, int at)
    {
        static Cohort Set(Cohort own, Func<FittedPayments, FittedPayments> change) => own with { Payments = change(own.Payments!) };
        yield return Path(
            cohort, at, "count", new Bilingual("个数", "number"), (own, factor) => own with { Count = new Scaled(own.Count, factor) }) with
        {
            Hold = In(at, (own, probability) => Set(own, one => one with { HeldRate = FittedRanges.Rate(one.Counts, probability) })),
            Doubt = probability => FigureText.Rounded(FittedRanges.Count(fit.Counts, probability), isShare: false),
        };
        yield return Path(
            cohort,
            at,
            "amount",
            new Bilingual("每件金额", "amount of a payment"),
            (own, factor) => Set(own, one => one with { Amounts = new ScaledAmounts(one.Amounts, factor) })) with
        {
            Hold = In(at, (own, probability) => Set(own, one => one with { HeldAmounts = FittedRanges.Amounts(one, probability).Amounts })),
            Doubt = probability => FigureText.Rounded(FittedRanges.Amounts(fit, probability).Mean, isShare: false),
        };
        if (fit.TakeUp is not { } seen) yield break;
        var measure = cohort.Claims[0].Measure;
        yield return Path(
            cohort,
            at,
            $"take_up/{measure}",
            new Bilingual("申报率", "take-up"),
            (own, factor) => Set(own, one => one with { HeldTakeUp = Math.Min(1, factor * seen.Paid / seen.Entitled) })) with
        {
            Hold = In(at, (own, probability) => Set(own, one => one with { HeldTakeUp = FittedRanges.TakeUp(seen, probability) })),
            Doubt = probability => FigureText.Rounded(FittedRanges.TakeUp(seen, probability), isShare: true),
        };
    }

    private static AssumptionPath Path(Cohort cohort, int at, string path, Bilingual what, Func<Cohort, double, Cohort> move) => new(
        $"{AssumptionPath.PoolPrefix}{cohort.Name}/{path}",
        PathNames.Joined(cohort.Title, what),
        In(at, move));

    private static Func<ScenarioModel, double, ScenarioModel> In(int at, Func<Cohort, double, Cohort> change) =>
        (model, number) => OfCohort(model, at, own => change(own, number));

    private static ScenarioModel OfCohort(ScenarioModel model, int at, Func<Cohort, Cohort> change) =>
        model with { Pool = model.Pool with { Cohorts = AssumptionPath.With(model.Pool.Cohorts, at, change(model.Pool.Cohorts[at])) } };
}
