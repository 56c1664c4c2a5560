// Tells the money path of one enterprise in a payout.
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Reports.Explanations;
using BudgetSim.Reports.Settlements;
using BudgetSim.Reports.Values;

namespace BudgetSim.Cli.Explaining;

/// <summary>Every line of the enterprise, with the rules' steps before its deductions.</summary>
internal static class SettledStory
{
    /// <summary>The story; without claims if the enterprise filed none.</summary>
    public static EnterpriseStory Of(SettlementBook book, string enterprise)
    {
        var year = book.Settled.Settled.Filing.Year;
        var context = new Text(
            $"兑现结算 {Path.GetFileName(book.Settled.Request.Claims)}，{year} 年度",
            $"payout of {Path.GetFileName(book.Settled.Request.Claims)}, year {year}");
        return new EnterpriseStory(
            enterprise, context, [.. book.Lines.Where(line => line.Enterprise == enterprise).Select(line => Claim(book, line))]);
    }

    private static StoryClaim Claim(SettlementBook book, SettlementLine line)
    {
        var isOpen = line.State == LineState.Undetermined;
        var reasons = line.Deductions
            .Select(deduction => new StoryReason(
                deduction.Amount.WholeYuan, new Bilingual(deduction.Reason.Zh, deduction.Reason.En), deduction.Article))
            .ToList();
        IReadOnlyList<StoryPayer> payers = [.. line.Payers
            .Select(payer => new StoryPayer(SettlementTables.PayerName(book, payer.Payer), payer.Amount))];
        return new StoryClaim(line.Id, line.Measure, line.Entitlement, isOpen ? null : line.Award)
        {
            Deductions = [.. line.Deductions.Select(deduction => new StoryDeduction(deduction.Stage, deduction.Amount))],
            Payers = payers,
            Why = line.Why,
            Steps = StorySteps.Of(
                book.Settled.Settled.Entitlements[line.Position],
                book.Settled.FactsOf(line.Position),
                book.Settled.Settled.Filing.Terms.Library,
                isOpen ? null : line.Award.WholeYuan,
                reasons,
                payers),
        };
    }
}
