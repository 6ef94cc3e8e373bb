using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Storyprint.EndToEnd.Machine;

namespace Storyprint.EndToEnd.Newsroom;

/// <summary>Sign-in by a real OpenID Connect provider on loopback, in a real browser.</summary>
public sealed class ProviderSignInTests(Chromium chromium)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Roles_are_those_that_the_providers_groups_give_and_whoever_has_none_stays_outside()
    {
        var folder = Directory.CreateTempSubdirectory("storyprint-provider-").FullName;
        var (providers, ours) = (FreePort(), FreePort());
        using var provider = Provider(providers, $"http://localhost:{ours}/newsroom/sign-in/provider/return");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "publication.json"), $$"""
                { "address": "https://ledger.example", "editions": [{ "language": "en", "name": "The Ledger" }],
                  "openIdConnect": { "authority": "http://localhost:{{providers}}", "clientId": "storyprint", "name": "House", "rolesClaim": "groups", "roles": { "newsdesk": "editor" } } }
                """, Cancellation);
            await using var program = StoryprintProcess.Start(
                new Dictionary<string, string> { ["STORYPRINT_OIDC_SECRET"] = "a-secret-of-the-tests-alone" }, "serve", "--data", folder, "--port", $"{ours}");
            await program.AddressAsync();
            Assert.Equal("listening", await provider.StandardOutput.ReadLineAsync(Cancellation));

            await using var rosa = await NewsroomWindow.OpenAsync(chromium);
            await SignInAsync(rosa, ours, "rosa");
            await rosa.Page.WaitForURLAsync($"http://localhost:{ours}/newsroom/");
            Assert.Equal("Rosa Lund", await rosa.Page.InnerTextAsync(".me bdi"));
            Assert.Equal(1, await rosa.Page.Locator(".rooms a[href$='/front']").CountAsync());

            await using var eve = await NewsroomWindow.OpenAsync(chromium);
            await SignInAsync(eve, ours, "eve");
            await eve.Page.WaitForURLAsync($"http://localhost:{ours}/newsroom/sign-in/provider/done**");
            Assert.Equal("You have no account here", await eve.HeadingAsync());
            Assert.Contains("/sign-in", (await eve.Page.GotoAsync($"http://localhost:{ours}/newsroom/"))!.Url, StringComparison.Ordinal);
        }
        finally
        {
            provider.Kill(entireProcessTree: true);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task SignInAsync(NewsroomWindow window, int port, string name)
    {
        await window.OpenAsync($"http://localhost:{port}/newsroom/sign-in");
        await window.Page.ClickAsync("form[action$='/sign-in/provider'] button");
        await window.Page.FillAsync("input[name=login]", name);
        await window.Page.FillAsync("input[name=password]", "anything");
        await window.Page.ClickAsync("button[type=submit]");

        // The provider asks once whether it may tell us.
        await window.Page.WaitForSelectorAsync("input[name=prompt][value=consent]", new() { State = Microsoft.Playwright.WaitForSelectorState.Attached });
        await window.Page.ClickAsync("button[type=submit]");
    }

    private static Process Provider(int port, string returnAddress) => Process.Start(new ProcessStartInfo("node", ["oidc-provider.mjs", $"{port}", returnAddress])
    {
        WorkingDirectory = Path.GetDirectoryName(Path.GetDirectoryName(Path.GetDirectoryName(Tool.Node("axe-core/axe.min.js"))))!,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
