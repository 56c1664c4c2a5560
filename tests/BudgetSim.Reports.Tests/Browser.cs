// Drives a headless Chromium over its own protocol, on this machine only.
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace BudgetSim.Reports.Tests;

internal sealed class Browser : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome"];
    private readonly Process _process;
    private readonly ClientWebSocket _socket = new();
    private readonly string _profile;
    private int _lastId;

    private Browser(Process process, string profile) => (_process, _profile) = (process, profile);

    // What the page complained about: console errors, exceptions, refused resources.
    public List<string> Complaints { get; } = [];

    // The path of a Chromium, or null.
    public static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    public static async Task<Browser> StartAsync(string executable, CancellationToken cancellation)
    {
        var profile = Directory.CreateTempSubdirectory("budgetsim-browser-").FullName;
        string[] flags =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync",
            "--remote-debugging-port=0", "--window-size=1280,900", $"--user-data-dir={profile}", "about:blank",
        ];
        var start = new ProcessStartInfo(executable, flags)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment["TMPDIR"] = profile;
        var browser = new Browser(Process.Start(start)!, profile);
        await browser.ConnectAsync(cancellation);
        return browser;
    }

    // Opens a page and waits until its scripts have run.
    public async Task OpenAsync(string address, CancellationToken cancellation)
    {
        await SendAsync("Page.navigate", new JsonObject { ["url"] = "about:blank" }, cancellation);
        await SendAsync("Page.navigate", new JsonObject { ["url"] = address }, cancellation);
        await EvaluateAsync(
            "new Promise(done => { const ready = () => document.readyState === 'complete' && document.getElementById('charts') ? setTimeout(done, 100) : setTimeout(ready, 20); ready(); })",
            cancellation);
    }

    // The value of an expression in the page, awaited where it is a promise.
    public async Task<JsonNode?> EvaluateAsync(string expression, CancellationToken cancellation)
    {
        var asked = new JsonObject { ["expression"] = expression, ["returnByValue"] = true, ["awaitPromise"] = true };
        var answer = await SendAsync("Runtime.evaluate", asked, cancellation);
        if (answer["exceptionDetails"] is { } fault) throw new InvalidOperationException(fault.ToJsonString());
        return answer["result"]?["value"];
    }

    public async Task<JsonObject> SendAsync(string method, JsonObject parameters, CancellationToken cancellation)
    {
        var id = ++_lastId;
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        await _socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, true, cancellation);
        while (true)
        {
            var received = await ReceiveAsync(cancellation);
            if ((int?)received["id"] == id)
                return received["result"] as JsonObject ?? throw new InvalidOperationException(received.ToJsonString());
            Note(received);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        try
        {
            Directory.Delete(_profile, recursive: true);
        }
        catch (IOException)
        {
            // A dying browser may still write into its profile, which lies in the temporary folder.
        }
    }

    // The browser says on standard error where it listens; pages are listed by a request to that port.
    private async Task ConnectAsync(CancellationToken cancellation)
    {
        string? line;
        do line = await _process.StandardError.ReadLineAsync(cancellation) ?? throw new InvalidOperationException("the browser ended");
        while (!line.Contains("DevTools listening on", StringComparison.Ordinal));
        _ = Task.Run(() => _process.StandardError.ReadToEndAsync(CancellationToken.None), CancellationToken.None);
        var address = new Uri(line[line.IndexOf("ws://", StringComparison.Ordinal)..]);
        using var http = new HttpClient(new HttpClientHandler { UseProxy = false });
        var pages = JsonNode.Parse(await http.GetStringAsync(
            new Uri($"http://127.0.0.1:{address.Port}/json/list"), cancellation))!.AsArray();
        var page = pages.First(each => (string?)each!["type"] == "page")!;
        await _socket.ConnectAsync(new Uri((string)page["webSocketDebuggerUrl"]!), cancellation);
        foreach (var domain in new[] { "Page", "Runtime", "Log", "Network" }) await SendAsync(domain + ".enable", [], cancellation);
    }

    private async Task<JsonNode> ReceiveAsync(CancellationToken cancellation)
    {
        using var whole = new MemoryStream();
        var piece = new byte[65_536];
        ValueWebSocketReceiveResult got;
        do
        {
            got = await _socket.ReceiveAsync(piece.AsMemory(), cancellation);
            whole.Write(piece, 0, got.Count);
        }
        while (!got.EndOfMessage);
        return JsonNode.Parse(whole.ToArray())!;
    }

    private void Note(JsonNode message)
    {
        var parameters = message["params"];
        var complaint = (string?)message["method"] switch
        {
            "Runtime.exceptionThrown" => parameters!.ToJsonString(),
            "Runtime.consoleAPICalled" when (string?)parameters!["type"] is "error" or "warning" => parameters.ToJsonString(),
            "Log.entryAdded" => (string?)parameters!["entry"]?["text"],
            "Network.requestWillBeSent" when !IsLocal((string?)parameters!["request"]?["url"]) =>
                "asked for " + parameters["request"]?["url"],
            _ => null,
        };
        if (complaint is not null) Complaints.Add(complaint);
    }

    private static bool IsLocal(string? url) =>
        url is null || url.StartsWith("file:", StringComparison.Ordinal) || url.StartsWith("data:", StringComparison.Ordinal)
            || url.StartsWith("about:", StringComparison.Ordinal);
}
