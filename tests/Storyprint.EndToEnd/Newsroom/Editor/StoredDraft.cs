using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Storyprint.Tests;

namespace Storyprint.EndToEnd.Newsroom.Editor;

/// <summary>What the server has of a story, as somebody reads it who does not write.</summary>
internal sealed partial class StoredDraft : IDisposable
{
    private readonly HttpClient http;

    private StoredDraft(HttpClient http, string story) => (this.http, Story) = (http, story);

    public string Story { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<StoredDraft> OfAsync(Uri site, string story)
    {
        var http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), UseProxy = false }) { BaseAddress = site };
        var token = Token().Match(await http.GetStringAsync("/newsroom/sign-in", Cancellation)).Groups[1].Value;
        using var signedIn = await http.PostAsync("/newsroom/sign-in/demo", new FormUrlEncodedContent([new("form-token", token), new("person", "june")]), Cancellation);
        Assert.Equal(HttpStatusCode.OK, signedIn.StatusCode);
        return new StoredDraft(http, story);
    }

    /// <summary>The code of the story with a headline.</summary>
    public static async Task<string> CodeAsync(Uri site, string headline)
    {
        using var reader = await OfAsync(site, string.Empty);
        var list = await reader.http.GetStringAsync("/newsroom/stories", Cancellation);
        return Row().Matches(list).First(row => row.Groups[2].Value.Contains(headline, StringComparison.Ordinal)).Groups[1].Value;
    }

    public async Task<JsonNode> ReadAsync() => JsonNode.Parse(await http.GetStringAsync($"/newsroom/stories/{Story}/draft", Cancellation))!;

    /// <summary>All its words in reading order, texts that wait for a choice among them.</summary>
    public async Task<string> TextAsync() => string.Join('\n', TextsOf((await ReadAsync())["draft"]!));

    public Task UntilItHasAsync(string words) => Polling.UntilAsync(async () => (await TextAsync()).Contains(words, StringComparison.Ordinal), $"the server has “{words}”");

    /// <summary>How many texts wait for somebody to choose.</summary>
    public async Task<int> ChoicesAsync() => (await ReadAsync()).ToJsonString().Split("\"choice\":").Length - 1;

    /// <summary>A page of the newsroom about the story, such as its history.</summary>
    public Task<string> PageAsync(string name) => http.GetStringAsync($"/newsroom/stories/{Story}/{name}", Cancellation);

    public void Dispose() => http.Dispose();

    private static IEnumerable<string> TextsOf(JsonNode block) =>
        (block["texts"]?.AsObject().Select(text => string.Concat(text.Value!.AsArray().Select(WordsOf))) ?? []).Concat(block["blocks"]?.AsArray().SelectMany(each => TextsOf(each!)) ?? []);

    private static string WordsOf(JsonNode? run) =>
        run!["text"]?.GetValue<string>() ?? string.Join(" / ", run["choice"]!.AsArray().Select(option => string.Concat(option!["text"]!.AsArray().Select(WordsOf))));

    [GeneratedRegex("""name="form-token" value="([^"]+)""")]
    private static partial Regex Token();

    [GeneratedRegex("""href="/newsroom/stories/(\d+)"[^>]*>(.*?)</a>""", RegexOptions.Singleline)]
    private static partial Regex Row();
}
