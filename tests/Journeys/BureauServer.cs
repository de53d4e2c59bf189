using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Guiju.Journeys.BureauServer))]

namespace Guiju.Journeys;

/// <summary>The demonstration bureau as a person meets it: the real server over a freshly planted database, and a real browser.</summary>
public sealed class BureauServer : IAsyncLifetime
{
    public const string Password = "Guiju-Demo-1";

    private static readonly string[] BrowserFlags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly string folder = Directory.CreateTempSubdirectory("guiju-journeys").FullName;
    private readonly StringWriter log = new();
    private Process? server;
    private readonly List<IBrowserContext> sessions = [];
    private IPlaywright? playwright;
    private string? test;

    public string Address { get; private set; } = "";

    public IBrowser Browser { get; private set; } = null!; // set before any test runs

    public string DatabaseFile => Path.Combine(folder, "guiju.db");

    public static string Root { get; } = FindRoot();

    public static string Shots { get; } = Directory.CreateDirectory(Path.Combine(Root, "artifacts", "shots")).FullName;

    public async ValueTask InitializeAsync()
    {
        Address = $"http://127.0.0.1:{FreePort()}";
        server = Start("Web", "Guiju.Web.dll", "--urls", Address, "--contentRoot", Path.Combine(Root, "src", "Web"));
        await UntilHealthyAsync();
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Environment.GetEnvironmentVariable("GUIJU_CHROMIUM") ?? "/usr/bin/chromium", Args = BrowserFlags });
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.DisposeAsync();
        }

        playwright?.Dispose();
        server?.Kill(entireProcessTree: true);
        server?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A fresh browser session, signed in; <paramref name="width"/> 390 is a phone.</summary>
    public async Task<IPage> SignInAsync(string user, string language = "zh-CN", int width = 1280, string password = Password)
    {
        await CloseEarlierAsync();
        var context = await Browser.NewContextAsync(new() { BaseURL = Address, Locale = language, ViewportSize = new() { Width = width, Height = width < 600 ? 844 : 900 } });
        sessions.Add(context);
        await context.AddCookiesAsync([new() { Name = "guiju-language", Value = language == "en" ? "en" : "zh-CN", Url = Address }]);
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(20_000);
        await page.GotoAsync("/sign-in");
        await page.Locator("input[name='Form.UserName'], input[name='UserName'], input[autocomplete='username']").First.FillAsync(user);
        await page.Locator("input[type=password]").First.FillAsync(password);
        await page.Locator("main button[type=submit], form button[type=submit]").First.ClickAsync();
        try
        {
            await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        }
        catch (TimeoutException fault)
        {
            throw new InvalidOperationException($"{user} was not let in: {await page.Locator("body").InnerTextAsync()}\n{LastLines()}", fault);
        }

        return page;
    }

    // Tests run one after another: what an earlier one left open costs the later ones their memory.
    private async Task CloseEarlierAsync()
    {
        if (TestContext.Current.Test?.UniqueID is not { } running || running == test)
        {
            return;
        }

        test = running;
        foreach (var session in sessions)
        {
            await session.CloseAsync();
        }

        sessions.Clear();
    }

    /// <summary>Runs <c>guiju</c> against the same database.</summary>
    public async Task<(int Code, string Output)> GuijuAsync(params string[] arguments)
    {
        using var process = Start("Cli", "guiju.dll", arguments);
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }

    private Process Start(string project, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory.Replace("/Journeys/", $"/{project}/", StringComparison.Ordinal), program));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["GUIJU_HOME"] = Root;
        start.Environment["Guiju__Identity__TriesPerName"] = "1000"; // all journeys come from one address, some as the same person
        start.Environment["Guiju__Identity__TriesPerAddress"] = "1000";
        start.Environment["Guiju__Database"] = "sqlite:" + DatabaseFile;
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginErrorReadLine();
        if (project == "Web")
        {
            process.OutputDataReceived += (_, line) => Keep(line.Data);
            process.BeginOutputReadLine();
        }

        return process;
    }

    private void Keep(string? line)
    {
        lock (log)
        {
            log.WriteLine(line);
        }
    }

    private string LastLines()
    {
        lock (log)
        {
            return string.Join('\n', log.ToString().Split('\n').TakeLast(20));
        }
    }

    private async Task UntilHealthyAsync()
    {
        using var http = new HttpClient();
        var deadline = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(deadline) < TimeSpan.FromMinutes(4))
        {
            if (server is { HasExited: true })
            {
                break;
            }

            try
            {
                if ((await http.GetAsync(new Uri(Address + "/health"))).StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // not listening yet
            }

            await Task.Delay(300);
        }

        throw new InvalidOperationException("The server did not come up:\n" + log);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string FindRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Guiju.slnx")))
            {
                return at.FullName;
            }
        }

        return Environment.GetEnvironmentVariable("GUIJU_HOME") ?? throw new InvalidOperationException("Set GUIJU_HOME to the checkout.");
    }
}
