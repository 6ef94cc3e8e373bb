using Microsoft.Playwright;

namespace Storyprint.EndToEnd.Machine;

/// <summary>The machine's own Chromium, started once a run, when the first test wants it.</summary>
public sealed class Chromium : IAsyncDisposable
{
    internal static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly SemaphoreSlim starting = new(1);
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>A window of its own: no cookies, no cache, no zoom shared with other tests.</summary>
    public async Task<IBrowserContext> OpenAsync(BrowserNewContextOptions? options = null)
    {
        var program = Tool.Find("chromium", "chromium-browser", "google-chrome");
        Assert.SkipUnless(program is not null, "There is no Chromium on this machine: apt-get install chromium");
        await starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            playwright ??= await Playwright.CreateAsync();
            browser ??= await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = Arguments });
        }
        finally
        {
            starting.Release();
        }

        return await browser.NewContextAsync(options);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.CloseAsync();
        }

        playwright?.Dispose();
        starting.Dispose();
    }
}
