// What carried-over rules ask of a pool that does not say it is listed, with the vocabulary's value in its place.
using BudgetSim.Scenarios.Laboratory.Transplants;

namespace BudgetSim.Scenarios.Tests.Laboratory;

public sealed class LackingAttributeTests
{
    // Pilot projects claim a3.1, whose base is the investment in equipment.
    [Fact]
    public void Attribute_TakenFromThePool_IsListedWithItsDefaultAndItsReaders()
    {
        var model = Lab.Baseline.Model;
        const string name = "equipment_investment_ex_vat";
        Assert.DoesNotContain(LackingAttribute.In(model), lack => lack.Name == name);
        var without = model.Pool with
        {
            Cohorts = [.. model.Pool.Cohorts
                .Select(cohort => cohort.Name == "pilot_projects"
                    ? cohort with { Attributes = [.. cohort.Attributes.Where(attribute => attribute.Name != name)] }
                    : cohort)],
        };
        var lacking = LackingAttribute.In(model with { Pool = without }).Single(lack => lack.Name == name);
        Assert.Equal(["pilot_projects"], lacking.Cohorts);
        Assert.Equal(["fuzhou-2026-5/a3.1"], lacking.Measures);
        Assert.Equal(model.Terms.Library.Vocabulary.Find(name)!.Default, lacking.Assumed);
    }

    [Fact]
    public void Parameters_FiguresAndDates_AreNotAskedOfThePool()
    {
        var names = LackingAttribute.In(Lab.Baseline.Model).Select(lack => lack.Name).ToList();
        Assert.DoesNotContain("set_rate", names);
        Assert.DoesNotContain("cap", names);
        Assert.DoesNotContain("event_date", names);
    }
}
