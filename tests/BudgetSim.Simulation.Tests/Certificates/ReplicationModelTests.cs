// What the solver is asked to check, on claims that can be summed by hand.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Allocation.Settlement.Steps;
using BudgetSim.Core.Terms;
using BudgetSim.Simulation.Certificates;

namespace BudgetSim.Simulation.Tests.Certificates;

public sealed class ReplicationModelTests
{
    private const int Year = 2026;

    // Under a group ceiling of 500 the awards 300 and 700 are cut to 150 and 350: an order of the text, so both sides leave them out; 90
    // stays.
    [Fact]
    public void Model_GroupAboveItsCeiling_LeavesItsMembersOut()
    {
        var input = InGroup(500);
        var result = Settle.Claims(input);
        Assert.Equal([150, 350, 90], result.Awards.Select(award => award.Yuan));
        var model = ReplicationModel.From(input, result);
        Assert.Equal((2, 90L, 90.0), (model.ClaimsLeftOut, model.Statutory, model.Model.Variables.Sum(paid => paid.Upper)));
    }

    [Fact]
    public void Model_GroupWithinItsCeiling_AsksForAllClaims()
    {
        var input = InGroup(1000);
        var model = ReplicationModel.From(input, Settle.Claims(input));
        Assert.Equal((0, 1090L, 1090.0), (model.ClaimsLeftOut, model.Statutory, model.Model.Variables.Sum(paid => paid.Upper)));
    }

    // 600 and 900 on a fund of 1,000 are paid floor(600 x 1000 / 1500) = 400 and 600; the model counts 1,000 before that rounding.
    [Fact]
    public void Model_ShortFund_CountsTheWholeAppropriation()
    {
        var input = new SettlementInput(
            [new MeasureTerms("plain") { Fund = 0 }], [Known(600, new ClaimKeys(0)), Known(900, new ClaimKeys(1))])
        {
            Funds = [new FundTerms("f", ShortageRule.ProRata)],
            Appropriations = [new Appropriation(0, Year, 1000)],
        };
        var model = ReplicationModel.From(input, Settle.Claims(input));
        Assert.Equal((0, 1000L), (model.ClaimsLeftOut, model.Statutory));
        Assert.Equal(1000, Assert.Single(model.Model.Rows).Upper);
    }

    private static SettlementInput InGroup(long ceiling)
    {
        MeasureTerms[] measures = [new("group") { Caps = [new CapTerms(CapScope.Group, true, [0])] }];
        Claim[] claims = [Known(300, new ClaimKeys(0, Group: 1)), Known(700, new ClaimKeys(1, Group: 1)), Known(90, new ClaimKeys(2))];
        return new SettlementInput(measures, [.. claims.Select(claim => claim with { Caps = [new Room(ceiling, 0)] })]);
    }

    private static Claim Known(long gross, ClaimKeys keys) => new("", 0, keys, Year) { Gross = gross };
}
