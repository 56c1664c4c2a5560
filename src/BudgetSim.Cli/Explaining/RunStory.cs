// Tells the money path of one enterprise in one replication of a run, in the order of the settlement.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Allocation.Settlement.Steps;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Explanations;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Reports.Explanations;
using BudgetSim.Reports.Forecasts;
using BudgetSim.Reports.Values;
using BudgetSim.Simulation.Replications;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Cli.Explaining;

/// <summary>Draws the replication again (a draw is a function of seed and place) and explains each claim of the enterprise.</summary>
internal sealed class RunStory
{
    private readonly ScenarioModel _model;
    private readonly int _replication;
    private readonly Text _context;
    private readonly List<Value[]> _facts = [];
    private readonly SettlementInput _input;
    private readonly SettlementResult _result;
    private readonly ILookup<int, Deduction> _taken;

    public RunStory(ScenarioModel model, Bilingual title, int replication)
    {
        (_model, _replication, _context) = (model, replication, new Text(title.Zh + " · ", title.En + " · "));
        _input = new Replicate(model).Claims(replication, _facts);
        _result = Settle.Claims(_input);
        _taken = _result.Deductions.ToLookup(deduction => deduction.Claim);
    }

    /// <summary>The first enterprises that filed a claim.</summary>
    public IEnumerable<int> Enterprises => _input.Claims.Select(claim => claim.Keys.Enterprise).Distinct().Order();

    /// <summary>The story of one enterprise; without claims if it filed none in this replication.</summary>
    public EnterpriseStory Of(int enterprise)
    {
        var own = Enumerable.Range(0, _input.Claims.Count).Where(position => _input.Claims[position].Keys.Enterprise == enterprise);
        return new EnterpriseStory(
            $"E{enterprise}",
            _context + new Text($"第 {_replication} 次模拟，种子 {_model.Seed}", $"replication {_replication}, seed {_model.Seed}"),
            [.. own.Select(Claim)]);
    }

    private StoryClaim Claim(int position)
    {
        var measure = _model.Terms.Compiled[_input.Claims[position].Measure];
        var award = _result.Awards[position];
        var taken = _taken[position].ToList();
        IReadOnlyList<StoryPayer> payers = award.IsUndetermined ? [] : [.. Payers(_input.Claims[position], award.Yuan)];
        var entitlement = ClaimFromEntitlement.Entitlement(measure, _input.Claims[position], _facts[position]);
        return new StoryClaim(
            $"{position + 1}",
            measure.Measure,
            award.IsUndetermined ? null : Money.FromYuan(award.Yuan + taken.Sum(deduction => deduction.Yuan)),
            award.IsUndetermined ? null : Money.FromYuan(award.Yuan))
        {
            Deductions = [.. taken.Select(deduction => new StoryDeduction(deduction.Stage, Money.FromYuan(deduction.Yuan)))],
            Payers = payers,
            Why = award.IsUndetermined ? new Text("所依赖的数据或决定没有给出", "a fact or a decision that it depends on is not given") : Text.Empty,
            Steps = StorySteps.Of(
                entitlement,
                _facts[position],
                _model.Terms.Library,
                award.IsUndetermined ? null : award.Yuan,
                [.. taken.Select(Reason)],
                payers),
        };
    }

    private IEnumerable<StoryPayer> Payers(Claim claim, long yuan)
    {
        if (yuan == 0 || !_model.Terms.Measures[claim.Measure].IsOutlay) yield break;
        var names = _model.Terms.Library.Documents.SelectMany(document => document.Payers)
            .DistinctBy(payer => payer.Key)
            .ToDictionary(payer => payer.Key, payer => payer.Value);
        foreach (var payer in claim.Payers)
        {
            var share = payer.Share ?? (claim.Payers.Count == 1 ? Fraction.One : Fraction.Zero);
            var id = _model.Terms.Payers[payer.Payer];
            var name = names.TryGetValue(id, out var known) ? new Text(known.Zh, known.En) : Text.Same(id);
            if (share.Sign > 0) yield return new StoryPayer(name, new Money((long)(share * (yuan * 100)).Floor()));
        }
    }

    private StoryReason Reason(Deduction deduction)
    {
        var (why, article) = Why(deduction);
        var stage = StageWords.Of(deduction.Stage);
        return new StoryReason(deduction.Yuan, new Bilingual(stage.Zh + why.Zh, stage.En + why.En), article);
    }

    private (Bilingual Why, string Article) Why(Deduction deduction)
    {
        var claim = _input.Claims[deduction.Claim];
        var measure = _model.Terms.Compiled[claim.Measure].Measure;
        if (deduction.Detail < 0) return (new Bilingual("", ""), measure.Article);
        switch (deduction.Stage)
        {
            case DeductionStage.OnceRule or DeductionStage.Exclusion or DeductionStage.LaneChoice or DeductionStage.LoanExclusion:
                var winner = _model.Terms.Compiled[_input.Claims[deduction.Detail].Measure].Measure;
                var source = measure.Exclusions.FirstOrDefault(exclusion => exclusion.With.Contains(winner.Id))?.Source ?? measure.Article;
                return (new Bilingual(
                    $"（兑现第 {deduction.Detail + 1} 笔“{winner.Title.Zh}”）",
                    $" (claim {deduction.Detail + 1}, “{winner.Title.En}”, is paid instead)"),
                    source);
            case DeductionStage.OwnCap or DeductionStage.SharedCap or DeductionStage.GroupCap:
                var per = PerText.Of(measure.Caps[deduction.Detail]);
                var amount = ExpressionText.Yuan(claim.Caps[deduction.Detail].Amount);
                return (new Bilingual($"（{per.Zh}最高 {amount.Zh}）", $" (at most {amount.En} {per.En})"), measure.Article);
            case DeductionStage.Fund:
                return (Fund(deduction, claim.Year), measure.Article);
            default:
                return (new Bilingual("", ""), measure.Article);
        }
    }

    private Bilingual Fund(Deduction deduction, int year)
    {
        var outcome = _result.Funds.FirstOrDefault(fund => fund.Fund == deduction.Detail && (fund.Year ?? year) == year);
        var name = _model.Terms.Library.Funds[_model.Terms.Funds[deduction.Detail].Id].Name;
        var (available, claimed) = (ExpressionText.Exact(outcome?.Appropriation ?? 0), ExpressionText.Exact(outcome?.Claimed ?? 0));
        return new Bilingual($"（{name.Zh}可用 {available.Zh}，应付 {claimed.Zh}）", $" ({name.En} has {available.En}, {claimed.En} is due)");
    }
}
