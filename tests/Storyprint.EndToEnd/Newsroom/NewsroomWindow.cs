using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Storyprint.EndToEnd.Machine;

namespace Storyprint.EndToEnd.Newsroom;

/// <summary>A browser of somebody who works in the newsroom, with a passkey in its device, that counts the steps of a journey.</summary>
internal sealed class NewsroomWindow(IBrowserContext context, IPage page) : IAsyncDisposable
{
    public IPage Page => page;

    /// <summary>Pages opened and forms sent.</summary>
    public int Steps { get; private set; }

    public static async Task<NewsroomWindow> OpenAsync(Chromium chromium, BrowserNewContextOptions? options = null)
    {
        var context = await chromium.OpenAsync(options);
        var page = await context.NewPageAsync();
        var devtools = await context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return new NewsroomWindow(context, page);
    }

    public async Task<IResponse> OpenAsync(string address)
    {
        Steps++;
        return (await page.GotoAsync(address))!;
    }

    /// <summary>Fills in fields and sends their form.</summary>
    public async Task SendAsync(string button, params (string Name, string Value)[] fields)
    {
        foreach (var (name, value) in fields)
        {
            await page.FillAsync($"main [name='{name}']", value);
        }

        Steps++;
        var before = page.Url;
        await page.ClickAsync(button);
        await page.WaitForURLAsync(new Regex("^(?!" + Regex.Escape(before) + "$)"));
    }

    public Task<string> HeadingAsync() => page.InnerTextAsync("h1");

    public async ValueTask DisposeAsync() => await context.CloseAsync();
}
