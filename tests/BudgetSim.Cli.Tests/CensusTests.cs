// Every row of the register's census is in the library; the register is not part of the product, so the test runs where it lies beside it.
using BudgetSim.Scenarios.Checks.Documents;
using BudgetSim.Scenarios.Files.Tables;
using BudgetSim.Scenarios.Policies;
using BudgetSim.Tests;

namespace BudgetSim.Cli.Tests;

public sealed class CensusTests
{
    private static readonly string Seeds = Repository.PathTo("seeds");

    [Fact]
    public void Census_EveryRow_IsInArticlesAndEveryMoneyRowIsAMeasure()
    {
        var path = Path.Combine(Repository.Root, "..", "shared", "register", "census.csv");
        Assert.SkipUnless(File.Exists(path), "the register is not beside the checkout");
        var census = TableFile.Read(path).Value!;
        var (id, money) = (census.ColumnOf("id"), census.ColumnOf("money"));
        var articles = PolicyFolder.DocumentIds(Seeds)
            .SelectMany(document => ArticlesFile.Read(Path.Combine(Seeds, document, ArticlesFile.Name)).Value!)
            .Select(row => row.Id)
            .ToHashSet();
        var measures = PolicyFolder.Read(Seeds).Value!.MeasureIds.ToHashSet();
        Assert.Empty(census.Rows.Select(row => row[id].Text).Except(articles));
        Assert.Empty(census.Rows.Where(row => row[money].Text == "true").Select(row => row[id].Text).Except(measures));
    }

    // Without the register: each document keeps at least the rows it had when the library was first complete.
    [Theory]
    [InlineData("fujian-2020", 166)]
    [InlineData("fuzhou-2026-5", 105)]
    [InlineData("jinjiang-2025-5", 53)]
    [InlineData("sanming-2025-39", 33)]
    [InlineData("sanming-gradient-2022", 36)]
    public void Articles_OfEachDocument_AreAllThere(string document, int rows) =>
        Assert.True(ArticlesFile.Read(Path.Combine(Seeds, document, ArticlesFile.Name)).Value!.Count >= rows);
}
