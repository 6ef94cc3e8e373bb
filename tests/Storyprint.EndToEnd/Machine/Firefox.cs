using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Storyprint.EndToEnd.Machine;

/// <summary>The machine's own Firefox without a window, spoken to by Marionette (firefox-source-docs.mozilla.org/testing/marionette/Protocol.html).</summary>
internal sealed class Firefox : IAsyncDisposable
{
    private readonly string profile = Directory.CreateTempSubdirectory("storyprint-firefox-").FullName;
    private readonly Process process;
    private readonly TcpClient client = new();
    private int last;

    private Firefox(string program, int port)
    {
        File.WriteAllText(Path.Combine(profile, "user.js"), $"user_pref(\"marionette.port\", {port});\nuser_pref(\"browser.shell.checkDefaultBrowser\", false);\n");
        process = Process.Start(new ProcessStartInfo(program, ["--headless", "--marionette", "--no-remote", "--profile", profile])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["HOME"] = profile },
        })!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<Firefox> StartAsync()
    {
        var program = Tool.Find("firefox-esr", "firefox");
        Assert.SkipUnless(program is not null, "There is no Firefox on this machine: apt-get install firefox-esr");
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        var firefox = new Firefox(program, port);
        await firefox.ConnectAsync(port);
        await firefox.AskAsync("WebDriver:NewSession", []);
        return firefox;
    }

    /// <summary>Prints a page as its readers would, background graphics off.</summary>
    /// <param name="width">Of the paper, in centimetres.</param>
    /// <param name="height">Of the paper, in centimetres.</param>
    public async Task<byte[]> PrintAsync(Uri page, double width, double height)
    {
        await AskAsync("WebDriver:Navigate", new JsonObject { ["url"] = page.ToString() });
        var answer = await AskAsync("WebDriver:Print", new JsonObject { ["background"] = false, ["shrinkToFit"] = false, ["page"] = new JsonObject { ["width"] = width, ["height"] = height } });
        return Convert.FromBase64String(answer["value"]!.GetValue<string>());
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
        Directory.Delete(profile, recursive: true);
    }

    private async Task ConnectAsync(int port)
    {
        for (var attempt = 0; !client.Connected; attempt++)
        {
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port, Cancellation);
            }
            catch (SocketException) when (attempt < 600 && !process.HasExited)
            {
                await Task.Delay(100, Cancellation);
            }
        }

        // It says its name first.
        await ReadAsync();
    }

    private async Task<JsonNode> AskAsync(string command, JsonObject parameters)
    {
        var message = Encoding.UTF8.GetBytes(new JsonArray(0, ++last, command, parameters).ToJsonString());
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{message.Length}:")), Cancellation);
        await client.GetStream().WriteAsync(message, Cancellation);
        var answer = (await ReadAsync()).AsArray();
        return answer[2] is { } error ? throw new InvalidOperationException($"{command}: {error.ToJsonString()}") : answer[3]!;
    }

    // The length in digits, a colon, and so many bytes of JSON.
    private async Task<JsonNode> ReadAsync()
    {
        var (length, digit) = (0, new byte[1]);
        while (true)
        {
            await client.GetStream().ReadExactlyAsync(digit, Cancellation);
            if (digit[0] == ':')
            {
                break;
            }

            length = (length * 10) + digit[0] - '0';
        }

        var message = new byte[length];
        await client.GetStream().ReadExactlyAsync(message, Cancellation);
        return JsonNode.Parse(message) ?? throw new JsonException("Firefox said nothing.");
    }
}
