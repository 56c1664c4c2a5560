// The page works in a real browser, from disk, without a word of complaint.
using System.Text.Json.Nodes;
using BudgetSim.Reports.Html;
using BudgetSim.Reports.Pages;
using BudgetSim.Reports.Pictures;
using BudgetSim.Reports.Values;
using BudgetSim.Tests;

namespace BudgetSim.Reports.Tests;

public sealed class BrowserFixture : IAsyncLifetime
{
    internal Browser? Browser { get; private set; }

    internal TemporaryFolder Folder { get; } = new();

    public async ValueTask InitializeAsync()
    {
        if (Browser.Find() is { } path) Browser = await Tests.Browser.StartAsync(path, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null) await Browser.DisposeAsync();
        Folder.Dispose();
    }
}

[Trait("Category", "Browser")]
public sealed class BrowserTests(BrowserFixture fixture) : IClassFixture<BrowserFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("#language=en&theme=dark")]
    public async Task Page_OfAFullReport_DrawsEveryChartWithoutComplaint(string wish)
    {
        var browser = await Opened(SampleReport.Of(24), wish);
        Assert.Equal(12, await Number(browser, "document.querySelectorAll('.plot svg').length"));
        Assert.Equal(0, await Number(browser, "[...document.querySelectorAll('.plot')].filter(plot => plot.clientHeight < 100).length"));
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task Language_WhenSwitched_ChangesTitlesTextsAndCharts()
    {
        var browser = await Opened(SampleReport.Of(5), "");
        Assert.Equal("zh-CN", await Said(browser, "document.documentElement.lang"));
        await browser.EvaluateAsync("document.querySelector('[data-set=language][data-to=en]').click()", Cancellation);
        Assert.Equal("en", await Said(browser, "document.documentElement.lang"));
        Assert.Equal("Fuzhou 2026: upgrading and software fund, budget estimate", await Said(browser, "document.title"));
        Assert.Equal("What each clause costs", await Said(browser, "document.querySelector('#h-clauses').innerText"));
        Assert.Contains("Outlay (10,000 yuan)", await Said(browser, "document.querySelector('#c-outlay-bands svg').textContent"));
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task Table_WhenSortedByAFigure_IsInItsOrder()
    {
        var browser = await Opened(SampleReport.Of(9), "");
        await browser.EvaluateAsync("document.querySelectorAll('#t-forecast thead button')[5].click()", Cancellation);
        Assert.Equal("descending", await Said(browser, "document.querySelectorAll('#t-forecast thead th')[5].getAttribute('aria-sort')"));
        await browser.EvaluateAsync("document.querySelectorAll('#t-forecast thead button')[5].click()", Cancellation);
        Assert.Equal(
            Enumerable.Range(0, 9).Select(i => Math.Round(1.0 / (11 - i), 6)),
            (await browser.EvaluateAsync(
                "[...document.querySelectorAll('#t-forecast tbody tr')].map(row => Number(row.cells[5].dataset.v))", Cancellation))!
                .AsArray()
                .Select(node => (double)node!));
    }

    [Fact]
    public async Task EveryTable_HasACaptionInTheLanguageShown()
    {
        var browser = await Opened(SampleReport.Of(4), "#language=en");
        Assert.Equal(
            0,
            await Number(
                browser,
                "[...document.querySelectorAll('table')].filter(table => !table.caption || table.caption.textContent.trim() === '').length"));
        Assert.Equal("Payers", await Said(browser, "document.querySelector('#t-payers caption').innerText.trim()"));
    }

    [Fact]
    public async Task Table_WhenFiltered_ShowsOnlyRowsWithTheText()
    {
        var browser = await Opened(SampleReport.Of(8), "");
        await browser.EvaluateAsync(
            "(() => { const input = document.querySelector('#f-forecast'); input.value = '贴息'; input.dispatchEvent(new Event('input')); })()",
            Cancellation);
        Assert.Equal(
            1, await Number(browser, "[...document.querySelectorAll('#t-forecast tbody tr')].filter(row => row.offsetHeight > 0).length"));
        Assert.Equal("1", await Said(browser, "document.querySelector('.filter output').textContent"));
    }

    [Fact]
    public async Task Page_OfHostileNames_RunsNoneOfThem()
    {
        var table = SampleReport.Clauses(Hostile.Names.Count, i => Text.Same(Hostile.Names[i]));
        var browser = await Opened(SampleReport.Of(table, Samples.TwelveCharts()), "");
        Assert.Equal("<script>alert(1)</script>", await Said(browser, "document.querySelectorAll('#t-forecast tbody th')[10].textContent"));
        Assert.Equal(0, await Number(browser, "document.querySelectorAll('img').length"));
        Assert.Empty(browser.Complaints);
    }

    // The drawings are taken down when the page itself has answered the order to print; the style of paper is asked for by its name.
    [Fact]
    public async Task Page_OnPaper_IsLightAndDrawsEveryChart()
    {
        const string Inks =
            "JSON.stringify([...document.querySelectorAll('.plot svg text')].map(text => text.getAttribute('fill')).filter((ink, at, all) => all.indexOf(ink) === at).sort())";
        var light = await Said(await Opened(SampleReport.Of(8), "#theme=light"), Inks);
        var browser = await Opened(SampleReport.Of(8), "#theme=dark");
        Assert.NotEqual(light, await Said(browser, Inks));
        await browser.EvaluateAsync(
            $"addEventListener('beforeprint', () => {{ window.inks = {Inks}; window.widths = [...document.querySelectorAll('.plot svg')].map(svg => svg.getAttribute('width')); }})",
            Cancellation);
        await browser.SendAsync("Page.printToPDF", new JsonObject { ["printBackground"] = true }, Cancellation);
        Assert.Equal(light, await Said(browser, "window.inks"));
        Assert.Equal(
            Enumerable.Repeat("690", 12),
            (await browser.EvaluateAsync("window.widths", Cancellation))!.AsArray().Select(width => (string)width!));
        await browser.SendAsync("Emulation.setEmulatedMedia", new JsonObject { ["media"] = "print" }, Cancellation);
        var ground = await Said(browser, "getComputedStyle(document.body).backgroundColor");
        await browser.SendAsync("Emulation.setEmulatedMedia", new JsonObject { ["media"] = "" }, Cancellation);
        Assert.Equal("rgb(255, 255, 255)", ground);
        Assert.Empty(browser.Complaints);
    }

    private async Task<Browser> Opened(Report report, string wish)
    {
        Assert.SkipWhen(fixture.Browser is null, "no chromium on the PATH: install the package chromium to run the browser tests");
        var library = await File.ReadAllTextAsync(Sidecar.FindAbove(Repository.Root)!.LibraryPath, Cancellation);
        var path = fixture.Folder["report.html"];
        await File.WriteAllTextAsync(path, HtmlPage.Write(report, Language.Zh, library), Cancellation);
        fixture.Browser!.Complaints.Clear();
        await fixture.Browser.OpenAsync(new Uri(path).AbsoluteUri + wish, Cancellation);
        return fixture.Browser;
    }

    private static async Task<int> Number(Browser browser, string expression) =>
        (int)(await browser.EvaluateAsync(expression, Cancellation))!;

    private static async Task<string> Said(Browser browser, string expression) =>
        (string)(await browser.EvaluateAsync(expression, Cancellation))!;
}
