// Reforms are checked whole before anything runs, and change exactly what they name.
using BudgetSim.Scenarios.Laboratory.Reforms;
using BudgetSim.Scenarios.Tests.Files;
using BudgetSim.Tests;

namespace BudgetSim.Scenarios.Tests.Laboratory;

public sealed class ReformTests
{
    private const string Cap300 = "equipment-cap-300", Fund3500 = "software-fund-3500";

    public static TheoryData<string> BadReforms => BadFiles.In("reforms");

    [Theory]
    [MemberData(nameof(BadReforms))]
    public void BadReform_Read_GivesExactlyTheseMessages(string name)
    {
        var read = ReformName.Read($"{Lab.Folder}+{BadFiles.PathOf("reforms", name)}");
        BadFiles.Check(
            "reforms", name, read.Succeeded ? ReformedScenario.Read(read.Value, Lab.Seeds, Lab.Few).Diagnostics : read.Diagnostics);
    }

    [Fact]
    public void UnknownReform_Read_NamesTheNearest()
    {
        var fault = Assert.Single(ReformName.Read($"{Lab.Folder}+equipment-cap-30").Diagnostics);
        Assert.Equal(
            ("BS507", "there is no reform 'equipment-cap-30'", "did you mean 'equipment-cap-300'?"),
            (fault.Code, fault.Message, fault.Hint));
    }

    [Fact]
    public void EmptyReform_Run_ChangesNothing()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(
            folder["empty.yaml"],
            "title: { zh: 空, en: Empty }\nauthor: a\nbaseline: fuzhou-2026-upgrade-and-software\nreason: none\nchanges: []\n");
        var reformed = Lab.Value(ReformedScenario.Read(
            Lab.Value(ReformName.Read($"{Lab.Folder}+{folder["empty.yaml"]}")), Lab.Seeds, Lab.Few));
        var forecast = Lab.Run(reformed);
        Assert.Equal(Lab.Forecast.Paid, forecast.Paid);
        Assert.Equal(Lab.Forecast.PayerFen, forecast.PayerFen);
        Assert.Equal(Lab.Forecast.Deducted, forecast.Deducted);
    }

    [Fact]
    public void Reforms_LaidOverEachOther_ShowOldAndNewWithTheArticle()
    {
        var reforms = Lab.Sides($"+{Cap300}+{Fund3500}")[0].Source.Reforms;
        var changes = ReformChanges.Of(reforms, Lab.Baseline, Lab.Seeds);
        Assert.Equal(
            [("fuzhou-2026-5/a3.1/cap", "附件3 一", "500万", "300万"), ("funds/fuzhou_software_fund", "", "2,500万元", "3,500万元")],
            changes.Select(change => (change.Target, change.Article, change.Old.Zh, change.New.Zh)));
        Assert.Equal(
            [("5,000,000", "3,000,000"), ("25,000,000 yuan", "35,000,000 yuan")], changes.Select(change => (change.Old.En, change.New.En)));
    }

    [Fact]
    public void Measure_SwitchedOff_PaysNothing()
    {
        var measure = Lab.Baseline.Model.Terms.IndexOf("fuzhou-2026-5/a3.4.c");
        Assert.True(Lab.Forecast.PaidByMeasure(measure).Sum() > 0);
        var off = Lab.Run(Lab.With(new ReformStep.SwitchOff("fuzhou-2026-5/a3.4.c", "test", default)));
        Assert.Equal(0, off.PaidByMeasure(measure).Sum());
    }

    // Claims of the year are dated 30 June: a change on 1 July comes too late for them, one on 30 June is in time.
    [Theory]
    [InlineData("2026-07-01", false)]
    [InlineData("2026-06-30", true)]
    public void Figure_ChangedOnADate_HoldsForClaimsFromThen(string from, bool holds)
    {
        var dated = Lab.Run(Lab.With(Lab.Change(Lab.Cap, "100万") with { From = DateOnly.Parse(from) }));
        var expected = holds ? Lab.Run(Lab.With(Lab.Change(Lab.Cap, "100万"))) : Lab.Forecast;
        Assert.Equal(expected.Paid, dated.Paid);
        Assert.NotEqual(Lab.Forecast.Paid, Lab.Run(Lab.With(Lab.Change(Lab.Cap, "100万"))).Paid);
    }

    // From a year on means that year and those after it; a year by itself means that year alone.
    [Theory]
    [InlineData("changes:\n  - { path: funds/fuzhou_software_fund, value: 4000万, from: 2028-01-01, why: a }\n", "1500,2000,4000,4000,4000")]
    [InlineData("funds: { fuzhou_software_fund: { 2028: 4000万 } }\n", "1500,2000,4000,3000,3500")]
    public void Money_FromAYear_HoldsForTheYearsAfterItToo(string change, string millions)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(
            folder["money.yaml"], "title: { zh: 钱, en: money }\nauthor: a\nbaseline: fuzhou-software-fund\nreason: none\n" + change);
        var read = Lab.Value(ReformedScenario.Read(
            Lab.Value(ReformName.Read($"{Repository.PathTo("scenarios", "fuzhou-software-fund")}+{folder["money.yaml"]}")),
            Lab.Seeds,
            Lab.Few));
        Assert.Equal(
            millions.Split(',').Select(text => long.Parse(text) * 10_000),
            read.Model.Funds.OrderBy(money => money.Year).Select(money => money.Yuan));
    }
}
