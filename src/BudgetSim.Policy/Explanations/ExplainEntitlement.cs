// Explains what the rules of one measure give one subject, in the fixed order of an assessment; amounts come from the entitlement.
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Library;
using BudgetSim.Policy.Measures;
using BudgetSim.Policy.Vocabularies;

namespace BudgetSim.Policy.Explanations;

/// <summary>The steps up to the one that stopped the claim, or all of them.</summary>
public static class ExplainEntitlement
{
    /// <summary>
    /// The steps of <paramref name="entitlement"/>, which was read from <paramref name="frame"/>; payers and other measures are called as
    /// <paramref name="library"/> calls them, else by their id.
    /// </summary>
    public static IReadOnlyList<ExplanationStep> From(Entitlement entitlement, Value[] frame, PolicyLibrary? library = null)
    {
        ArgumentNullException.ThrowIfNull(entitlement);
        if (entitlement.IsGiven) return [GivenAmount(entitlement.Gross)];
        var (text, names) = (new ExpressionText(entitlement.Measure, frame), new ExplanationNames(entitlement.Measure, library));
        var gates = Gates(entitlement, frame, text, names).ToList();
        if (entitlement.Standing is not (Standing.Entitled or Standing.AmountNotKnown)) return [.. UpToTheStop(gates)];
        var paidBy = entitlement.Standing == Standing.Entitled ? entitlement.Payers.Select(payer => Payer(payer, names)) : [];
        return [.. gates, .. AmountSteps(entitlement, frame, text, names), .. paidBy];
    }

    // Conditions and formula were not read.
    private static ExplanationStep GivenAmount(Fraction yuan)
    {
        var amount = ExpressionText.Yuan(yuan);
        return new ExplanationStep(
            "given", new Bilingual($"金额按往年兑现抽取：{amount.Zh}", $"amount drawn from what was paid in past years: {amount.En}"))
        {
            Yuan = yuan,
        };
    }

    private static IEnumerable<ExplanationStep> UpToTheStop(List<ExplanationStep> gates)
    {
        var stop = gates.FindIndex(gate => gate.Outcome is StepOutcome.Fails or StepOutcome.Unknown);
        return gates.Take(stop + 1).Select((gate, index) => index == stop ? gate with { Decides = true } : gate);
    }

    private static IEnumerable<ExplanationStep> Gates(Entitlement entitlement, Value[] frame, ExpressionText text, ExplanationNames names)
    {
        var (compiled, measure) = (entitlement.Measure, entitlement.Measure.Measure);
        if (compiled.IsDraft) yield return Draft(entitlement.Standing != Standing.DraftNotInForce);
        yield return Gate("window", Window(compiled, frame, text), entitlement.Standing != Standing.OutsideValidity);
        yield return Gate("condition", new Bilingual("申领条件", "condition"), compiled.Read(measure.When, frame).Holds) with
        {
            Parts = ExplainCondition.Conjuncts(compiled, frame, measure.When, text),
        };
        if (measure.IsFirstTime || measure.OnceKeys.Count > 0)
            yield return Gate("once", Once(measure, names), !IsTrue(compiled, frame, FactNames.AlreadyPaid));
        if (measure.Exclusions.Count > 0)
            yield return Gate("exclusion", Exclusive(measure, names), !IsTrue(compiled, frame, FactNames.ExclusiveAwardTaken)) with
            {
                Source = string.Join("、", measure.Exclusions.Select(exclusion => exclusion.Source).Distinct()),
            };
        if (measure.Quota is { RankBy: { } rank } quota) yield return Rank(compiled, frame, rank, quota, text);
        foreach (var name in measure.Requires)
            yield return Known(compiled, frame, name, text);
    }

    private static ExplanationStep Gate(string id, Bilingual text, bool holds) =>
        new(id, text) { Outcome = holds ? StepOutcome.Holds : StepOutcome.Fails };

    private static bool IsTrue(CompiledMeasure measure, Value[] frame, string name) =>
        measure.SlotOf(name) is >= 0 and var slot && frame[slot].Holds;

    private static ExplanationStep Draft(bool isInForce) => Gate(
        "draft",
        isInForce ? new Bilingual(
            "文件为征求意见稿，按已生效测算",
            "the document is a draft, treated as in force") : new Bilingual("文件为征求意见稿，视为未生效", "the document is a draft, not in force"),
        isInForce);

    // A date that is not given does not stop a claim.
    private static Bilingual Window(CompiledMeasure compiled, Value[] frame, ExpressionText text)
    {
        var validity = compiled.Measure.Validity;
        var date = text.OfName(validity.DateAttribute);
        var isGiven = !frame[compiled.SlotOf(validity.DateAttribute)].IsNull;
        return new Bilingual(
            $"有效期 {validity.From ?? "…"} 至 {validity.To ?? "…"}：{date.Zh}{(isGiven ? "" : "，按在期内计")}",
            $"valid from {validity.From ?? "…"} to {validity.To ?? "…"}: {date.En}{(isGiven ? "" : ", taken to lie inside")}");
    }

    private static Bilingual Once(Measure measure, ExplanationNames names)
    {
        if (measure.IsFirstTime) return new Bilingual("仅限首次，此前未兑现", "for the first time only, not paid before");
        var keys = measure.OnceKeys.Select(names.OfKey).ToList();
        return new Bilingual(
            $"{string.Join("、", keys.Select(key => "同一" + key.Zh))}只兑现一次，此前未兑现",
            $"paid once per {string.Join(" and ", keys.Select(key => key.En))}, not paid before");
    }

    private static Bilingual Exclusive(Measure measure, ExplanationNames names)
    {
        var others = names.Of(measure.Exclusions.SelectMany(exclusion => exclusion.With).Distinct());
        return new Bilingual($"与{others.Zh}不重复享受，此前未享受", $"not together with {others.En}, none taken before");
    }

    private static ExplanationStep Rank(CompiledMeasure measure, Value[] frame, string rankBy, Quota quota, ExpressionText text)
    {
        var (rank, count) = (frame[measure.SlotOf(rankBy)], measure.Read(quota.Count, frame));
        var (name, limit) = (text.OfName(rankBy), ValueText.OfFigure(count, "en"));
        return new ExplanationStep("rank", new Bilingual($"名额 {limit}：{name.Zh}", $"quota {limit}: {name.En}"))
        {
            Outcome = rank.IsNull ? StepOutcome.Unknown
                : rank.Number < 1 || rank.Number > count.Number ? StepOutcome.Fails
                : StepOutcome.Holds,
        };
    }

    private static ExplanationStep Known(CompiledMeasure measure, Value[] frame, string name, ExpressionText text)
    {
        var shown = text.OfName(name);
        return new ExplanationStep("fact", new Bilingual($"须填报：{shown.Zh}", $"required fact: {shown.En}"))
        {
            Outcome = frame[measure.SlotOf(name)].IsNull ? StepOutcome.Unknown : StepOutcome.Holds,
        };
    }

    private static IEnumerable<ExplanationStep> AmountSteps(
        Entitlement entitlement, Value[] frame, ExpressionText text, ExplanationNames names)
    {
        var measure = entitlement.Measure.Measure;
        yield return new ExplainFormula(entitlement.Measure, frame, text).Step() with
        {
            Decides = entitlement.Standing == Standing.AmountNotKnown,
        };
        if (entitlement.Standing != Standing.Entitled) yield break;
        if (measure.Uplift is { } uplift) yield return Uplift(entitlement, frame, uplift, text);
        for (var cap = 0; cap < entitlement.Caps.Count; cap++) yield return Ceiling(measure.Caps[cap], entitlement.Caps[cap], text, names);
        if (entitlement.Principal is { } principal)
        {
            for (var cap = 0; cap < principal.Caps.Count; cap++)
                yield return PrincipalCeiling(measure.PrincipalCaps[cap], principal.Caps[cap], text);
        }

        if (measure.IsCeiling) yield return Discretion(entitlement);
        if (measure.TopUp is { } topUp) yield return TopUp(topUp, entitlement.OtherLevelPaid, names);
    }

    private static ExplanationStep Uplift(Entitlement entitlement, Value[] frame, Uplift uplift, ExpressionText text)
    {
        var applies = entitlement.UpliftFactor != Fraction.One;
        var factor = text.Of(uplift.Factor);
        return new ExplanationStep("uplift", new Bilingual($"上浮 {factor.Zh}", $"uplift {factor.En}"))
        {
            Outcome = applies ? StepOutcome.Holds : StepOutcome.Fails,
            Yuan = applies ? entitlement.Gross * entitlement.UpliftFactor : null,
            Source = uplift.Source,
            Parts = ExplainCondition.Conjuncts(entitlement.Measure, frame, uplift.When, text),
        };
    }

    private static ExplanationStep Ceiling(MoneyCap cap, Room room, ExpressionText text, ExplanationNames names)
    {
        var (amount, per) = (Amount(cap.Amount, room.Amount, text), PerText.Of(cap));
        var shared = names.Of(cap.SharedWith);
        return new ExplanationStep("cap", new Bilingual(
            $"限额：{per.Zh} {amount.Zh}，此前已用 {ExpressionText.Yuan(room.Used).Zh}{(shared.Zh.Length > 0 ? $"，与{shared.Zh}共用" : "")}",
            $"ceiling: {per.En} {amount.En}, used before {ExpressionText.Yuan(room.Used).En}{(shared.En.Length > 0 ? $", shared with {shared.En}" : "")}"));
    }

    // What an expression comes to; a figure says it by itself.
    private static Bilingual Amount(Expression amount, Fraction yuan, ExpressionText text)
    {
        var sum = ExpressionText.Yuan(yuan);
        if (amount is Expression.Literal or Expression.Name) return sum;
        var written = text.Of(amount);
        return new Bilingual($"{written.Zh} = {sum.Zh}", $"{written.En} = {sum.En}");
    }

    private static ExplanationStep PrincipalCeiling(PrincipalCap cap, Room room, ExpressionText text)
    {
        var (amount, per) = (Amount(cap.Amount, room.Amount, text), PerText.Of(cap.Per));
        return new ExplanationStep("principal-cap", new Bilingual(
            $"贴息本金限额：{per.Zh} {amount.Zh}，此前已用 {ExpressionText.Yuan(room.Used).Zh}",
            $"principal ceiling: {per.En} {amount.En}, used before {ExpressionText.Yuan(room.Used).En}"));
    }

    private static ExplanationStep Discretion(Entitlement entitlement)
    {
        var assessed = entitlement.Assessed is { } amount ? ExpressionText.Yuan(amount) : null;
        var ratio = ValueText.Of(Value.Of(entitlement.PayoutRatio), AttributeType.Share, "en");
        return new ExplanationStep("discretion", new Bilingual(
            $"“最高、不超过”：核定额 {assessed?.Zh ?? "未填（按限额计）"}，兑现比例 {ratio}",
            $"\"at most\": assessed {assessed?.En ?? "not given (the whole ceiling)"}, payout ratio {ratio}"));
    }

    private static ExplanationStep TopUp(TopUp topUp, Fraction paid, ExplanationNames names)
    {
        var others = names.Of(topUp.With);
        return new ExplanationStep("top-up", new Bilingual(
            $"就高补差：扣除{others.Zh}已兑现 {ExpressionText.Yuan(paid).Zh}",
            $"top-up: less what {others.En} paid, {ExpressionText.Yuan(paid).En}"));
    }

    private static ExplanationStep Payer(PaidShare payer, ExplanationNames names)
    {
        var name = names.OfPayer(payer.Payer);
        var share = payer.Share is { } part ? ValueText.Of(Value.Of(part), AttributeType.Share, "en") : null;
        return new ExplanationStep(
            "payer", new Bilingual($"出资：{name.Zh} {share ?? "份额未载明"}", $"payer: {name.En} {share ?? "share not stated"}"));
    }
}
