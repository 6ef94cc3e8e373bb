using System.Diagnostics;
using Microsoft.Playwright;

namespace Storyprint.EndToEnd.Machine;

/// <summary>A Chromium with a profile of its own that outlives it, to be killed and started again.</summary>
internal sealed class KillableChromium : IAsyncDisposable
{
    private readonly string profile = Directory.CreateTempSubdirectory("storyprint-profile-").FullName;
    private IPlaywright? playwright;
    private IBrowserContext? context;

    public async Task<IBrowserContext> StartAsync()
    {
        var program = Tool.Find("chromium", "chromium-browser", "google-chrome");
        Assert.SkipUnless(program is not null, "There is no Chromium on this machine: apt-get install chromium");
        playwright ??= await Playwright.CreateAsync();
        return context = await playwright.Chromium.LaunchPersistentContextAsync(profile, new() { ExecutablePath = program, Args = Chromium.Arguments });
    }

    /// <summary>SIGKILL to all its processes.</summary>
    public async Task KillAsync()
    {
        var closed = new TaskCompletionSource();
        context!.Close += (_, _) => closed.TrySetResult();
        foreach (var process in Processes())
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        await closed.Task;
        context = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (context is not null)
        {
            await context.CloseAsync();
        }

        playwright?.Dispose();
        Directory.Delete(profile, recursive: true);
    }

    private IEnumerable<Process> Processes() => Process.GetProcesses().Where(each =>
    {
        try
        {
            return File.ReadAllText($"/proc/{each.Id}/cmdline").Contains(profile, StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false; // It has ended meanwhile.
        }
    });
}
