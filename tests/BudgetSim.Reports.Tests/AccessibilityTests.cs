// The page can be read by everyone: at any width, in both appearances, by keyboard, by a screen reader and on paper.
using System.Text.Json.Nodes;
using BudgetSim.Reports.Charts;
using BudgetSim.Reports.Html;
using BudgetSim.Reports.Pages;
using BudgetSim.Reports.Pictures;
using BudgetSim.Reports.Values;
using BudgetSim.Tests;

namespace BudgetSim.Reports.Tests;

[Trait("Category", "Browser")]
public sealed class AccessibilityTests(BrowserFixture fixture) : IClassFixture<BrowserFixture>
{
    // Relative luminance and contrast as WCAG 2.2 defines them; the ground is that of the nearest element that has one.
    private const string LowContrast = """
        (() => {
          const channels = colour => colour.match(/[\d.]+/g).map(Number);
          const luminance = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
          const ground = place => { const own = channels(getComputedStyle(place).backgroundColor); return own.length < 4 || own[3] > 0 || !place.parentElement ? own : ground(place.parentElement); };
          const faint = place => { const [a, b] = [luminance(channels(getComputedStyle(place).color)), luminance(ground(place))].sort((x, y) => y - x); return (a + 0.05) / (b + 0.05) < 4.5; };
          const said = place => [...place.childNodes].some(node => node.nodeType === 3 && node.textContent.trim() !== '') && place.getClientRects().length > 0 && !place.closest('svg, script, style, caption');
          return [...document.body.querySelectorAll('*')].filter(place => said(place) && faint(place)).map(place => place.outerHTML.slice(0, 90)).join('\n');
        })()
        """;

    // Boxes of the letters themselves; two that share more than a line's edge cannot both be read.
    private const string MetLabels = """
        [...document.querySelectorAll('.plot svg')].flatMap(svg => {
          const texts = [...svg.querySelectorAll('text')].filter(text => text.textContent.trim() !== '').map(text => ({ words: text.textContent, box: text.getBoundingClientRect() }));
          return texts.flatMap((a, i) => texts.slice(i + 1).filter(b => Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left) > 2 && Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top) > 6).map(b => `${svg.closest('.plot').dataset.chart}: ${a.words} | ${b.words}`));
        }).join('\n')
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("#theme=light&language=zh")]
    [InlineData("#theme=dark&language=en")]
    public async Task Texts_OfThePage_StandOutFromTheirGround(string wish) =>
        Assert.Equal("", await Said(await Opened(SampleReport.Of(12), wish), LowContrast));

    [Theory]
    [InlineData(4, 1280)]
    [InlineData(60, 1280)]
    [InlineData(300, 1280)]
    [InlineData(4, 375)]
    [InlineData(60, 375)]
    [InlineData(300, 375)]
    public async Task Labels_OfCharts_NeverMeet(int clauses, int width)
    {
        var charts = new Chart[]
        {
            Samples.Bands(clauses),
            Samples.Losses(clauses),
            Samples.Split(clauses),
            Samples.Difference(clauses),
            Samples.Tornado(clauses),
            Samples.Convergence(),
        };
        var report = SampleReport.Of(SampleReport.Clauses(4, Samples.Clause), charts);
        Assert.Equal("", await Said(await Opened(report, "#language=en", width), MetLabels));
        Assert.Equal("", await Said(await Opened(report, "#language=zh", width), MetLabels));
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(800)]
    [InlineData(375)]
    public async Task Page_AtAnyWidth_DoesNotScrollSideways(int width)
    {
        var browser = await Opened(SampleReport.Of(24), "#language=en", width);
        Assert.Equal(
            "",
            await Said(
                browser,
                "document.documentElement.scrollWidth <= innerWidth ? '' : [...document.querySelectorAll('body *')].filter(place => place.getBoundingClientRect().right > innerWidth && !place.closest('.wide')).map(place => place.outerHTML.slice(0, 90)).join('\\n')"));
        Assert.Equal(width, await Number(browser, "innerWidth"));
    }

    [Fact]
    public async Task Headings_OfThePage_GoDownByOneLevelAtMost() => Assert.Equal("", await Said(
        await Opened(SampleReport.Of(6), ""),
        "[...document.querySelectorAll('h1, h2, h3, h4')].map(head => Number(head.tagName[1])).filter((level, i, all) => level > (i === 0 ? 1 : all[i - 1] + 1)).join()"));

    [Fact]
    public async Task Landmarks_OfThePage_HaveNamesOfTheirOwn() => Assert.Equal("", await Said(
        await Opened(TableOfItsSection(), ""),
        "[...document.querySelectorAll('section, nav, [role=region]')].map(place => place.getAttribute('aria-label') || document.getElementById(place.getAttribute('aria-labelledby')).innerText).filter((name, i, all) => name === '' || all.indexOf(name) !== i).join()"));

    [Fact]
    public async Task HeadingsOfTables_SayWhatTheyHead() => Assert.Equal("", await Said(
        await Opened(TableOfItsSection(), ""),
        "[...document.querySelectorAll('th')].filter(head => !head.scope || head.textContent.trim() === '').map(head => head.outerHTML).join()"));

    [Fact]
    public async Task Controls_OfThePage_HaveNamesAndShowTheirFocus()
    {
        var browser = await Opened(SampleReport.Of(6), "");
        Assert.Equal(
            "",
            await Said(
                browser,
                "[...document.querySelectorAll('button, input, .plot, summary')].filter(place => !(place.innerText || place.getAttribute('aria-label') || place.labels?.[0]?.innerText)).map(place => place.outerHTML.slice(0, 90)).join()"));
        await Press(browser, "Tab");
        Assert.Equal("A.skip", await Said(browser, "document.activeElement.tagName + '.' + document.activeElement.className"));
        await Press(browser, "Tab");
        Assert.Equal("solid", await Said(browser, "getComputedStyle(document.activeElement).outlineStyle"));
    }

    [Fact]
    public async Task Table_ByKeyboard_IsSorted()
    {
        var browser = await Opened(SampleReport.Of(6), "");
        await browser.EvaluateAsync("document.querySelector('#t-forecast thead button').focus()", Cancellation);
        await Press(browser, "Enter");
        Assert.Equal("ascending", await Said(browser, "document.querySelector('#t-forecast thead th').getAttribute('aria-sort')"));
    }

    // A4 less margins: 186 mm upright and 273 mm across are 703 and 1,032 CSS pixels.
    [Fact]
    public async Task Tables_OnPaper_FitTheSheetTheyAreOn()
    {
        var browser = await Opened(Wide(20), "#language=en", 703);
        await browser.SendAsync("Emulation.setEmulatedMedia", new JsonObject { ["media"] = "print" }, Cancellation);
        await Size(browser, 703);
        Assert.InRange(
            await Number(
                browser,
                "Math.max(...[...document.querySelectorAll('table')].filter(table => !table.closest('.broad')).map(table => table.scrollWidth))"),
            100,
            703);
        await Size(browser, 1032);
        Assert.InRange(
            await Number(browser, "Math.max(...[...document.querySelectorAll('.broad table')].map(table => table.scrollWidth))"),
            100,
            1032);
        Assert.Equal(
            "30",
            await Said(
                browser,
                "String([...document.querySelectorAll('#t-example tbody tr')].filter(row => row.getClientRects().length > 0).length)"));
        await browser.SendAsync("Emulation.setEmulatedMedia", new JsonObject { ["media"] = "" }, Cancellation);
    }

    // Two columns of names and twenty figures, at most nine beside each other: ceil(20 / 9) = 3 parts, of 7, 7 and 6 figures.
    [Fact]
    public async Task BroadTable_OnPaper_StandsInPartsLargeEnoughToRead()
    {
        var browser = await Opened(Wide(20), "#language=en", 1032);
        await browser.SendAsync("Emulation.setEmulatedMedia", new JsonObject { ["media"] = "print" }, Cancellation);
        await browser.EvaluateAsync("dispatchEvent(new Event('beforeprint'))", Cancellation);
        var parts = await Said(
            browser, "[...document.querySelectorAll('table.part')].map(table => table.tHead.rows[0].cells.length).join()");
        var shown = await Said(
            browser,
            "String([...document.querySelectorAll('.broad table')].filter(table => table.getClientRects().length > 0).every(table => table.classList.contains('part') && table.scrollWidth <= 1032 && parseFloat(getComputedStyle(table).fontSize) > 9.3))");
        var figures = await Said(
            browser,
            "[...document.querySelectorAll('table.part')].flatMap(table => [...table.tBodies[0].rows[0].cells].slice(2)).length + ' of ' + document.querySelector('table.broadest').tBodies[0].rows[0].cells.length");
        await browser.EvaluateAsync("dispatchEvent(new Event('afterprint'))", Cancellation);
        await browser.SendAsync("Emulation.setEmulatedMedia", new JsonObject { ["media"] = "" }, Cancellation);
        Assert.Equal("9,9,8", parts);
        Assert.Equal("true", shown);
        Assert.Equal("20 of 22", figures);
        Assert.Equal("0", await Said(browser, "String(document.querySelectorAll('table.part, .split').length)"));
    }

    // A sheet has 1,017 CSS pixels between its margins; forty rows stand on one, with the heading above them and the note below.
    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    public async Task ChartOfManyRows_OnPaper_StandsOnOneSheet(int rows)
    {
        var report = new Report(
            "rows", Text.Same("rows"), [new ReportSection("s", Text.Same("s")) { Charts = [Samples.Tornado(rows), Samples.Bands(rows)] }]);
        var browser = await Opened(report, "#language=zh");
        // In one breath, before the page notices that no paper follows.
        const string Printed = "dispatchEvent(new Event('beforeprint')) && ";
        var sizes = await Said(
            browser,
            Printed
                + "[...document.querySelectorAll('.plot svg')].map(svg => svg.getAttribute('width') + ' ' + (svg.getAttribute('height') <= 880)).join()");
        var met = await Said(browser, Printed + MetLabels);
        await browser.EvaluateAsync("dispatchEvent(new Event('afterprint'))", Cancellation);
        Assert.Equal("690 true,690 true", sizes);
        Assert.Equal("", met);
    }

    private static Report TableOfItsSection()
    {
        var blank = new ReportTable(
            "bearers",
            new Text("承担", "Payers"),
            [new("no", new Text("序号", "No."), ColumnKind.Count), new("paid", new Text("兑现", "Paid"), ColumnKind.Yuan)],
            [[Cell.Count(1), Cell.Of(Samples.Yuan(5))]])
        {
            Total = [Cell.Blank, Cell.Of(Samples.Yuan(5))],
        };
        return new Report("r", Text.Same("r"), [new ReportSection("payers", blank.Title) { Tables = [blank] }]);
    }

    private static Report Wide(int figures)
    {
        Column[] columns =
        [
            new("id", new Text("编号", "Clause id"), ColumnKind.Text),
            new("name", new Text("条款", "Clause"), ColumnKind.Text),
            .. Enumerable.Range(0, figures)
                .Select(i => new Column($"f{i}", new Text("期望支出", "Expected outlay, upper end"), ColumnKind.Yuan)),
        ];
        var rows = Enumerable.Range(0, 40)
            .Select(i => (IReadOnlyList<Cell>)[Cell.Of($"fuzhou-2026-5/a{i}"), Cell.Of(Samples.Clause(i)), .. Enumerable.Range(0, figures)
                .Select(_ => Cell.Of(Samples.Yuan(157_217_553)))])
            .ToList();
        var example = new ReportTable("example", Text.Same("example"), columns[..5], [.. rows.Select(row => row.Take(5).ToList())])
        {
            IsExample = true,
        };
        return new Report(
            "wide",
            Text.Same("wide"),
            [
                new ReportSection("s", Text.Same("s")) { Tables = [new ReportTable("wide", Text.Same("wide"), columns, rows)] },
                new ReportSection("e", Text.Same("e")) { Charts = [Samples.Fan(3)], Tables = [example] },
            ]);
    }

    private static async Task Press(Browser browser, string key)
    {
        var code = key == "Tab" ? 9 : 13;
        var text = key == "Enter" ? "\r" : "";
        await browser.SendAsync(
            "Input.dispatchKeyEvent",
            new JsonObject
            {
                ["type"] = text.Length > 0 ? "keyDown" : "rawKeyDown",
                ["key"] = key,
                ["code"] = key,
                ["windowsVirtualKeyCode"] = code,
                ["text"] = text,
            },
            Cancellation);
        await browser.SendAsync(
            "Input.dispatchKeyEvent",
            new JsonObject { ["type"] = "keyUp", ["key"] = key, ["code"] = key, ["windowsVirtualKeyCode"] = code },
            Cancellation);
    }

    private static Task Size(Browser browser, int width) =>
        browser.SendAsync(
            "Emulation.setDeviceMetricsOverride",
            new JsonObject { ["width"] = width, ["height"] = 900, ["deviceScaleFactor"] = 1, ["mobile"] = false },
            Cancellation);

    private async Task<Browser> Opened(Report report, string wish, int width = 1280)
    {
        Assert.SkipWhen(fixture.Browser is null, "no chromium on the PATH: install the package chromium to run the browser tests");
        var library = await File.ReadAllTextAsync(Sidecar.FindAbove(Repository.Root)!.LibraryPath, Cancellation);
        var path = fixture.Folder["report.html"];
        await File.WriteAllTextAsync(path, HtmlPage.Write(report, Language.Zh, library), Cancellation);
        fixture.Browser!.Complaints.Clear();
        await Size(fixture.Browser, width);
        await fixture.Browser.SendAsync("Emulation.setFocusEmulationEnabled", new JsonObject { ["enabled"] = true }, Cancellation);
        await fixture.Browser.OpenAsync(new Uri(path).AbsoluteUri + wish, Cancellation);
        return fixture.Browser;
    }

    private static async Task<int> Number(Browser browser, string expression) =>
        (int)(await browser.EvaluateAsync(expression, Cancellation))!;

    private static async Task<string> Said(Browser browser, string expression) =>
        (string)(await browser.EvaluateAsync(expression, Cancellation))!;
}
