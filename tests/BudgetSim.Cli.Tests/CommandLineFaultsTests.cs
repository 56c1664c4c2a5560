// A command line that cannot run is answered with what was found, what was expected and how to mend it.
using BudgetSim.Cli.Commands;
using BudgetSim.Cli.Writing;

namespace BudgetSim.Cli.Tests;

public sealed class CommandLineFaultsTests
{
    [Theory]
    [InlineData("run here --outt x", "budgetsim run: error BS760: unknown option '--outt'; did you mean '--out'?")]
    [InlineData("rnu here", "budgetsim: error BS761: unknown command 'rnu'; did you mean 'run'?")]
    [InlineData("reform", "budgetsim reform: error BS761: a command is missing; --help lists the commands")]
    [InlineData(
        "run here there",
        "budgetsim run: error BS762: 'there' is one value too many; put a value with blanks in quotes; --help shows the form")]
    [InlineData("run", "budgetsim run: error BS763: scenario is missing: scenario folder, perhaps +REFORM; --help shows the form")]
    [InlineData(
        "divide --estate 1", "budgetsim divide: error BS763: --claims is missing: claims, with commas between them; --help shows the form")]
    [InlineData("run here --seed", "budgetsim run: error BS764: --seed has no value: seed of the random streams; write --seed VALUE")]
    [InlineData(
        "run here --seed --lang en", "budgetsim run: error BS764: --seed has no value: seed of the random streams; write --seed VALUE")]
    [InlineData(
        "run here --out --json",
        "budgetsim run: error BS764: --out has no value: folder of the report (default: runs/NAME); write --out VALUE")]
    [InlineData(
        "run here --replications abc",
        "budgetsim run: error BS765: --replications takes a whole number, found 'abc'; write digits only, such as 1000")]
    [InlineData("run here --seed 1 --seed 2", "budgetsim run: error BS765: --seed takes one value, found 2; write --seed once")]
    [InlineData("plot here --format pgn", "budgetsim plot: error BS765: --format does not take 'pgn'; did you mean 'png'?")]
    [InlineData("allocate problem.json --effort -1", "budgetsim allocate: error BS765: --effort must be above 0 and at most 1000000")]
    [InlineData(
        "run here --years 20x", "--years 20x: error BS303: years must lie in 1990 to 2100, at most 30 in order; write 2026 or 2026..2030")]
    public void CommandLine_ThatCannotRun_SaysWhatToMend(string line, string said) =>
        Assert.Equal([said], CommandLineFaults.Of(CommandTree.Create().Parse(line.Split(' '))));

    [Theory]
    [InlineData("run here")]
    [InlineData("run --help")]
    [InlineData("--version")]
    [InlineData("plot here --format png --size 800")]
    public void CommandLine_ThatCanRun_HasNoFault(string line) =>
        Assert.Empty(CommandLineFaults.Of(CommandTree.Create().Parse(line.Split(' '))));

    [Theory]
    [InlineData("budgetsim run: 错误 BS765: --unit 不能取“euro”；可取 wan, yi, yuan, 万元, 亿元, 元", "run here --unit euro")]
    [InlineData("budgetsim run: 错误 BS764: --seed 没有写值：随机种子；写作 --seed 值", "run here --seed")]
    [InlineData("budgetsim run: 错误 BS763: 缺少 scenario：情景目录，可加 +方案；用 --help 查看写法", "run --json")]
    public void Faults_InChinese_HoldNoEnglishSentence(string said, string line)
    {
        var arguments = line.Split(' ');
        using var errors = new StringWriter();
        using var writer = ChineseLines.For(arguments, errors);
        foreach (var fault in CommandLineFaults.Of(CommandTree.Create().Parse(arguments))) writer.WriteLine(fault);
        Assert.Equal(said, errors.ToString().TrimEnd());
    }
}
