using System.Text.Json;
using Storyprint.EndToEnd.Demo;
using Storyprint.EndToEnd.Machine;

namespace Storyprint.EndToEnd;

/// <summary>Every kind of page against two HTML checkers that know nothing of us.</summary>
public sealed class HtmlValidityTests(DemoSite site) : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("storyprint-html-").FullName;
    private readonly Dictionary<string, string> kinds = [];

    public async ValueTask InitializeAsync()
    {
        foreach (var (kind, path) in await PageKinds.OfAsync(site))
        {
            var name = $"{kinds.Count:000}.html";
            using var answer = await site.Http.GetAsync(path);
            Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
            await File.WriteAllBytesAsync(Path.Combine(folder, name), await answer.Content.ReadAsByteArrayAsync());
            kinds[name] = $"{kind} ({path})";
        }
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_Nu_checker_finds_nothing()
    {
        Tool.Need("java", "default-jre-headless");
        var answer = await Tool.RunAsync("java", ["-Xss8m", "-jar", Tool.Node("vnu-jar/build/dist/vnu.jar"), "--format", "json", "--also-check-css", .. Files]);
        using var report = JsonDocument.Parse(answer.Errors);
        var messages = report.RootElement.GetProperty("messages").EnumerateArray()
            .Select(message => $"{KindOf(message.GetProperty("url").GetString()!)}: {message.GetProperty("message").GetString()} {Extract(message)}");
        Assert.Empty(messages);
    }

    // Its advice on the length of titles is switched off: a title holds the whole headline, and headlines are the newsroom's.
    [Fact]
    public async Task Html_validate_finds_nothing()
    {
        Tool.Need("node", "nodejs");
        var settings = Path.Combine(Tool.Repository, "tests/tools/htmlvalidate.json");
        var found = Path.Combine(folder, "report.json");
        await Tool.RunAsync("node", [Tool.Node("html-validate/bin/html-validate.mjs"), "--config", settings, "--formatter", $"json={found}", .. Files]);
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(found, TestContext.Current.CancellationToken));
        var messages = report.RootElement.EnumerateArray().SelectMany(file => file.GetProperty("messages").EnumerateArray().Select(message =>
            $"{KindOf(file.GetProperty("filePath").GetString()!)}: {message.GetProperty("ruleId").GetString()} {message.GetProperty("message").GetString()}"));
        Assert.Empty(messages);
    }

    private IEnumerable<string> Files => kinds.Keys.Select(name => Path.Combine(folder, name));

    private string KindOf(string file) => kinds[Path.GetFileName(file)];

    private static string Extract(JsonElement message) => message.TryGetProperty("extract", out var extract) ? extract.GetString()! : string.Empty;
}
