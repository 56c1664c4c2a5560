// What the laboratory moves is named in both languages, never by its name in files.
using BudgetSim.Policy.Expressions;
using BudgetSim.Scenarios.Laboratory.Naming;
using BudgetSim.Scenarios.Laboratory.Tornadoes;
using BudgetSim.Scenarios.Laboratory.Variants;

namespace BudgetSim.Scenarios.Tests.Laboratory;

public sealed class NamesTests
{
    private static readonly VariantSource Source = new(Lab.Sides("")[0], new ScenarioSource(Lab.Seeds, Lab.Few));

    [Theory]
    [InlineData("fuzhou-2026-5/a3.1/cap", "技改设备投资补助：限额", "Technical-upgrade equipment subsidy: cap")]
    [InlineData(
        "fuzhou-2026-5/a4.2.1.a/amount_per_product", "通过安全可靠测评产品奖励：每个产品金额",
        "Product passing the national security-and-reliability assessment: amount per product")]
    [InlineData("fuzhou-2026-5/a3.1", "技改设备投资补助", "Technical-upgrade equipment subsidy")]
    [InlineData(
        "funds/fuzhou_software_fund", "市级工信部门“软件产业发展专项”：年度额度",
        "Software industry development line of the municipal industry department: appropriation")]
    [InlineData("pool/upgrade_projects/count", "市级重点技改项目：个数", "Key municipal technical-upgrade projects: number")]
    [InlineData(
        "pool/upgrade_projects/take_up/fuzhou-2026-5/a3.1", "市级重点技改项目：申报率（技改设备投资补助）",
        "Key municipal technical-upgrade projects: take-up (Technical-upgrade equipment subsidy)")]
    [InlineData(
        "pool/industry/is_key_chain_enterprise", "industry：制造业重点产业链重点企业",
        "industry: selected as key enterprise of a manufacturing key chain")]
    [InlineData("parameters/uplift_budget_unlimited", "预算足以支付全部上浮", "uplift budget unlimited")]
    [InlineData("nowhere/at/all", "nowhere/at/all", "nowhere/at/all")]
    public void Path_IsCalledByWhoseItIsAndWhich(string path, string zh, string en)
    {
        var name = PathNames.Of(Lab.Baseline.Model, path);
        Assert.Equal((zh, en), (name.Zh, name.En));
    }

    [Fact]
    public void Factors_OfTheTornado_AreNamedWithoutNamesOfFiles()
    {
        var factors = Tornado.Factors(Source, [FactorKind.Policy, FactorKind.Pool, FactorKind.Reading]);
        Assert.True(factors.Count > 100);
        Assert.Empty(factors
            .Where(factor => factor.Name.Zh.Contains('_') || factor.Name.En.Contains('_')
                || factor.Name.Zh.Contains("fuzhou-2026", StringComparison.Ordinal))
            .Select(factor => $"{factor.Path}: {factor.Name.Zh} / {factor.Name.En}"));
    }

    [Fact]
    public void Settings_OfAParameterAndAReading_AreInWords()
    {
        var unlimited = Tornado.Factors(Source, [FactorKind.Policy]).Single(factor => factor.Path == "parameters/uplift_budget_unlimited");
        Assert.Equal(
            (("否", "no"), ("是", "yes")),
            ((unlimited.Settings[0].Words.Zh, unlimited.Settings[0].Words.En), (unlimited.NowWords.Zh, unlimited.NowWords.En)));
        var period = Tornado.Factors(Source, [FactorKind.Reading]).Single(factor => factor.Path == "CAP_PERIOD");
        Assert.Equal(
            ("B 在条款有效期内累计", "B cumulative over the life of the measure"), (period.Settings[0].Words.Zh, period.Settings[0].Words.En));
        Assert.Equal("A 每个日历年度重新起算", period.NowWords.Zh);
    }

    [Fact]
    public void Figures_OfTheLibrary_AllHaveAName()
    {
        string[] documents = [.. Directory.GetDirectories(Lab.Seeds).Select(folder => Path.GetFileName(folder))
            .Order(StringComparer.Ordinal)];
        var library = Lab.Value(BudgetSim.Scenarios.Policies.PolicyFolder.Read(Lab.Seeds, documents, new Dictionary<string, string>()));
        var used = library.Documents.SelectMany(document => document.Measures)
            .SelectMany(measure => measure.Measure.Figures.Keys)
            .ToHashSet();
        Assert.Empty(used.Except(FigureNames.Known));
        Assert.Empty(FigureNames.Known.Except(used));
    }

    [Fact]
    public void Words_OfChoices_AllHaveAReading()
    {
        var choices = Lab.Baseline.Model.Terms.Library.Vocabulary.All.SelectMany(attribute => attribute.Choices).ToHashSet();
        Assert.Empty(choices.Except(ChoiceWords.Known));
        Assert.Empty(ChoiceWords.Known.Except(choices));
        Assert.Equal(("是", "no"), (ChoiceWords.Of(Value.True).Zh, ChoiceWords.Of(Value.False).En));
    }
}
