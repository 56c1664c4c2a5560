// The scope of a ceiling in words.
using BudgetSim.Core.Terms;
using BudgetSim.Policy.Measures;
using BudgetSim.Policy.Vocabularies;

namespace BudgetSim.Policy.Explanations;

/// <summary>"Per what, per when" in both languages.</summary>
public static class PerText
{
    private static readonly Dictionary<CapScope, Bilingual> Words = new()
    {
        [CapScope.Item] = new("每项", "per item"),
        [CapScope.Event] = new("每场", "per event"),
        [CapScope.Project] = new("每个项目", "per project"),
        [CapScope.EnterpriseYear] = new("每家企业每年", "per enterprise and year"),
        [CapScope.EnterpriseLifetime] = new("每家企业累计", "per enterprise in all"),
        [CapScope.Park] = new("每个园区", "per park"),
        [CapScope.ProgrammeYear] = new("全市每年", "per programme year"),
        [CapScope.Group] = new("集团合计", "per group of enterprises"),
    };

    /// <summary>The words of a scope.</summary>
    public static Bilingual Of(CapScope scope) => Words[scope];

    /// <summary>The words of a ceiling, with "a year" where its text adds it.</summary>
    public static Bilingual Of(MoneyCap cap) =>
        cap.RenewsYearly && cap.Per != CapScope.EnterpriseYear && cap.Per != CapScope.ProgrammeYear
            ? new Bilingual(Words[cap.Per].Zh + "每年", Words[cap.Per].En + ", a year")
            : Words[cap.Per];
}
