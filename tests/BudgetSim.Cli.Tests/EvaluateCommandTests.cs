// One entitlement on the command line: amounts worked by hand, versions, and what is said about wrong input.
using System.Text.Json;

namespace BudgetSim.Cli.Tests;

public sealed class EvaluateCommandTests
{
    private const string Upgrade = "fuzhou-2026-5/a3.1";

    // 3 % of 80,000,000 is 2,400,000; of 200,000,000 it is 6,000,000, and the ceiling is 5,000,000.
    [Theory]
    [InlineData("8000万", "2400000")]
    [InlineData("80000000", "2400000")]
    [InlineData("0.8亿", "2400000")]
    [InlineData("80,000,000元", "2400000")]
    [InlineData("2亿", "5000000")]
    [InlineData("499万", "0")]
    public void Evaluate_AmountsAsPeopleWriteThem_GivesWholeYuan(string investment, string yuan)
    {
        var printed = Commands.Run("evaluate", Upgrade, "--input", $"equipment_investment_ex_vat={investment}");
        Assert.Equal((0, yuan, ""), (printed.Code, printed.Output.Trim(), printed.Errors));
    }

    [Theory]
    [InlineData("fuzhou-2026-5/a3.1/rate=2%", "1600000")]
    [InlineData("fuzhou-2026-5/a3.1/cap=100万", "1000000")]
    public void Evaluate_ChangedFigure_ChangesTheAmount(string change, string yuan) =>
        Assert.Equal(
            yuan, Commands.Run("evaluate", Upgrade, "--input", "equipment_investment_ex_vat=8000万", "--set", change).Output.Trim());

    [Theory]
    [InlineData("2025-12-31", "0")]
    [InlineData("2026年1月1日", "2400000")]
    [InlineData("2030-12-31", "2400000")]
    public void Evaluate_AsOf_StandsWhereNoDateIsGiven(string date, string yuan) =>
        Assert.Equal(
            yuan, Commands.Run("evaluate", Upgrade, "--input", "equipment_investment_ex_vat=8000万", "--as-of", date).Output.Trim());

    [Fact]
    public void Evaluate_AsOf_NeverReplacesAGivenDate() =>
        Assert.Equal(
            "0",
            Commands.Run(
                "evaluate",
                Upgrade,
                "--input",
                "equipment_investment_ex_vat=8000万",
                "event_date=2031-01-01",
                "--as-of",
                "2026-06-30").Output.Trim());

    // a4.4.1.a was amended on 2020-12-16; its own row names the decision date.
    [Theory]
    [InlineData("fujian-2020/a4.4.1.a", "2020-12-15", "fujian-2020/a4.4.1.a@pre")]
    [InlineData("fujian-2020/a4.4.1.a", "2020-12-16", "fujian-2020/a4.4.1.a")]
    [InlineData("fujian-2020/a4.4.1.a@pre", "2021-01-01", "fujian-2020/a4.4.1.a")]
    public void Evaluate_AsOf_ChoosesTheVersionInForce(string asked, string date, string version)
    {
        using var json = JsonDocument.Parse(Commands.Run("evaluate", asked, "--as-of", date, "--json").Output);
        Assert.Equal(
            (version, asked), (json.RootElement.GetProperty("measure").GetString(), json.RootElement.GetProperty("asked").GetString()));
    }

    [Fact]
    public void Evaluate_AnotherVersion_SaysWhich() => Assert.Equal(
        "note: on 2019-05-01 the version in force is fujian-2020/a4.4.1.a@pre\n",
        Commands.Run("evaluate", "fujian-2020/a4.4.1.a", "--as-of", "2019-05-01", "--lang", "en").Errors.ReplaceLineEndings("\n"));

    [Fact]
    public void Evaluate_AmountNotStated_IsUndeterminedAndDone()
    {
        var printed = Commands.Run("evaluate", "fuzhou-2026-5/m.3.a", "--input", "is_in_pilot_city_programme=是", "--lang", "en");
        Assert.Equal((0, "UNDETERMINED", "note: decided_amount is missing"), (printed.Code, printed.Output.Trim(), printed.Errors.Trim()));
    }

    // 2,400,000 and half as much again is 3,600,000, if the year's budget line has the 1,200,000.
    [Theory]
    [InlineData("uplift_budget_unlimited=是", "3600000", "")]
    [InlineData("uplift_budget_left=50万", "2900000", "")]
    [InlineData("uplift_budget_left=", "UNDETERMINED", "note: uplift_budget_left is missing")]
    public void Evaluate_Uplift_IsPaidFromItsLine(string budget, string yuan, string note)
    {
        var printed = Commands.Run(
            "evaluate", Upgrade, "--input", "equipment_investment_ex_vat=8000万", "is_key_chain_enterprise=是", budget, "--lang", "en");
        Assert.Equal((yuan, note), (printed.Output.Trim(), printed.Errors.Trim()));
    }

    // 1 % for 9 months on 30,000,000 is 225,000; the principal ceiling of 10,000,000 leaves 75,000.
    [Fact]
    public void Explain_PrincipalCeiling_Decides()
    {
        var printed = Commands.Run(
            "evaluate", "fuzhou-2026-5/a1.1.a", "--explain", "--lang", "en", "--input", "is_chain_operating_loan=是",
            "years_since_above_scale=1", "loan_principal=3000万", "loan_interest_rate=3%", "loan_months=9");
        Assert.Equal("75000", printed.Lines[0]);
        Assert.EndsWith("decided by: principal ceiling takes off 150,000 yuan", printed.Lines[^1], StringComparison.Ordinal);
    }

    // The national title paid 1,000,000 before; the provincial one is worth 500,000, so there is no difference left.
    [Fact]
    public void Explain_TopUp_TakesOffWhatOtherLevelsPaid()
    {
        var printed = Commands.Run(
            "evaluate",
            "fuzhou-2026-5/a2.5.b",
            "--explain",
            "--lang",
            "en",
            "--input",
            "new_single_champion_level=province",
            "other_level_award_paid=100万");
        Assert.Equal("0", printed.Lines[0]);
        Assert.EndsWith("decided by: top-up takes off 500,000 yuan", printed.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_WrongInputs_AreAllReportedWithTheNearestName()
    {
        var printed = Commands.Run(
            "evaluate", "fuzhou-2026-5/a3.11", "--input", "equipment_investment_ex_vatt=3", "loan_months=-3", "nothing", "--as-of",
            "2026-13-01", "--reading", "LADER=B");
        Assert.Equal(1, printed.Code);
        Assert.Equal("", printed.Output);
        Assert.Equal(
            """
            --as-of: error BS212: expected a date, found '2026-13-01'; write it as 2026-06-30
            --input: error BS211: expected NAME=VALUE, found 'nothing'; write the name, an equals sign and the value without spaces
            --input equipment_investment_ex_vatt: error BS204: unknown attribute 'equipment_investment_ex_vatt'; did you mean 'equipment_investment_ex_vat'?
            --input loan_months: error BS201: loan_months: expected a number that is not negative, found '-3'
            LADER: error BS116: unknown reading 'LADER'; did you mean 'LADDER'?
            fuzhou-2026-5/a3.11: error BS213: unknown measure 'fuzhou-2026-5/a3.11'; did you mean 'fuzhou-2026-5/a3.1'?

            """.ReplaceLineEndings("\n"),
            printed.Errors.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Evaluate_ReadingThatIsDocumentation_IsAClearError()
    {
        var printed = Commands.Run("evaluate", Upgrade, "--reading", "ROUNDING=B");
        Assert.Equal(1, printed.Code);
        Assert.Contains(
            "BS118: the reading ROUNDING is documentation: option B does not change any amount here",
            printed.Errors,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_OptionThatDoesNotExist_ListsTheOptions() =>
        Assert.Contains(
            "BS117: the reading ROUNDING has no option 'Z'; it has A, B, C",
            Commands.Run("evaluate", Upgrade, "--reading", "ROUNDING=Z").Errors,
            StringComparison.Ordinal);

    [Fact]
    public void Explain_CappedAmount_NamesTheCeilingThatDecided()
    {
        var lines = Commands.Run("evaluate", Upgrade, "--input", "equipment_investment_ex_vat=2亿", "--explain", "--lang", "en").Lines;
        Assert.Contains(
            lines,
            line => line.Contains(
                "actual technical-upgrade equipment investment of the year [200,000,000 yuan] >= 5,000,000", StringComparison.Ordinal));
        Assert.EndsWith(
            "decided by: own ceiling (per enterprise and year 5,000,000 yuan) takes off 1,000,000 yuan",
            lines[^1],
            StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_InChinese_UsesTheVocabularysWords()
    {
        var lines = Commands.Run("evaluate", Upgrade, "--input", "equipment_investment_ex_vat=499万", "--explain").Lines;
        Assert.Equal("0", lines[0]);
        Assert.Contains(lines, line => line.Contains("× 年度技改设备实际投资额 [499万元] ≥ 500万", StringComparison.Ordinal));
        Assert.EndsWith("决定因素：申领条件", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_AsJson_HoldsTheSameTree()
    {
        using var json = JsonDocument.Parse(
            Commands.Run("evaluate", Upgrade, "--input", "equipment_investment_ex_vat=2亿", "--explain", "--json").Output);
        Assert.Equal(5_000_000, json.RootElement.GetProperty("yuan").GetInt64());
        var steps = json.RootElement.GetProperty("explanation").GetProperty("parts").EnumerateArray().ToList();
        Assert.Equal("deduction", steps.Single(step => step.TryGetProperty("decides", out _)).GetProperty("step").GetString());
    }
}
