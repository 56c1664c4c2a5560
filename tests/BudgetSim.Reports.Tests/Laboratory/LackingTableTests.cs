// What a pool does not state is named by its meaning, with the value that holds in words.
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Reports.Laboratory;
using BudgetSim.Scenarios.Laboratory.Transplants;
using Attribute = BudgetSim.Policy.Vocabularies.Attribute;

namespace BudgetSim.Reports.Tests.Laboratory;

public sealed class LackingTableTests
{
    [Fact]
    public void Sentence_NamesMeaningNameAndValue()
    {
        var sentence = LackingTable.Sentence(
        [
            Of("is_key", AttributeType.Truth, Value.Of(false), "重点企业（市级）", "key enterprise (of the city)"),
            Of("title", AttributeType.Choice, Value.Of("none"), "称号；含历史", "title; also earlier ones"),
            Of("spent", AttributeType.Money, Value.Of(Fraction.Of(25_000_000, 1)), "历史：已用支出", "history: spending used"),
        ])!;
        Assert.Equal("候选池没有写规则要看的 3 项属性，按缺省值处理：重点企业（is_key）为否；称号（title）为无；已用支出（spent）为2,500万元。", sentence.Zh);
        Assert.Equal(
            "The pool does not state 3 attributes that the rules read; defaults hold: key enterprise (is_key): no; title (title): none; spending used (spent): 25,000,000 yuan.",
            sentence.En);
    }

    private static LackingAttribute Of(string name, AttributeType type, Value assumed, string zh, string en) =>
        new(new Attribute(name, "enterprise", type, "", [], assumed, new Bilingual(zh, en), IsParameter: false), ["a1"], ["pool"])
        {
            MeasureTitles = [],
            CohortTitles = [],
        };
}
