using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Storyprint.EndToEnd.Machine;
using Storyprint.Tests;

namespace Storyprint.EndToEnd.Newsroom.Editor;

/// <summary>A newsroom on the night of a storm: everybody has the one story open, and types.</summary>
[Collection<WritingNewsrooms>]
public sealed partial class ManyTabsTests(DemoNewsrooms newsrooms, Chromium chromium)
{
    private const int Tabs = 5;
    private const int Others = 195;

    // How often one that was told to wait comes again.
    private const int MaxTries = 60;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_hundred_tabs_of_one_draft_lose_no_word(bool postgres)
    {
        var demo = await newsrooms.OnAsync(postgres);
        await using var first = await WritingBrowser.BeginAsync(chromium, demo, "mira", "Fog over the quay");
        var tabs = new List<WritingBrowser> { first };
        while (tabs.Count < Tabs)
        {
            tabs.Add(await first.OpenTabAsync());
        }

        var people = await Task.WhenAll(((string[])["mira", "tomas", "june"]).Select(person => SignedInAsync(demo.Site, person)));
        var opened = await Task.WhenAll(Enumerable.Range(0, Others).Select(number => AskAsync(people[number % people.Length], HttpMethod.Get, Draft(first.Story), null, null)));
        var sending = opened.Select((state, number) => AskAsync(people[number % people.Length], HttpMethod.Post, Draft(first.Story), state["token"]!.GetValue<string>(), Change(state, number)));
        var typing = tabs.Select((tab, number) => tab.TypeAsync($" tab{number}end"));
        await Task.WhenAll(Task.WhenAll(sending), Task.WhenAll(typing));

        using var server = await StoredDraft.OfAsync(demo.Site, first.Story);
        await Task.WhenAll(tabs.Select(tab => tab.UntilSavedAsync()));
        string[] words = [.. Enumerable.Range(0, Others).Select(number => $"word{number}end"), .. Enumerable.Range(0, Tabs).Select(number => $"tab{number}end")];
        await Polling.UntilAsync(async () => Missing(words, await server.TextAsync()).Count == 0, "every word is on the server");
        var text = await server.TextAsync();
        Assert.All(words, word => Assert.Equal(1, text.Split(word).Length - 1));
        foreach (var tab in tabs)
        {
            await Polling.UntilAsync(async () => Missing(words, await tab.TextAsync()).Count == 0, "every tab shows every word");
        }

        Array.ForEach(people, person => person.Dispose());
    }

    private static string Draft(string story) => $"/newsroom/stories/{story}/draft";

    private static List<string> Missing(IEnumerable<string> words, string text) => [.. words.Where(word => !text.Contains(word, StringComparison.Ordinal))];

    // Every other one writes in the paragraph that all write in, the rest a paragraph of their own.
    private static JsonObject Change(JsonObject state, int number)
    {
        var blocks = state["draft"]!["blocks"]!.AsArray();
        var last = blocks.Last(block => block!["kind"]!.GetValue<string>() == "paragraph")!.DeepClone().AsObject();
        var (id, change) = (last["id"]!.GetValue<string>(), new JsonObject());
        if (number % 2 == 0)
        {
            var runs = last["texts"]!["text"]!.AsArray();
            runs[^1]!["text"] = $"{runs[^1]!["text"]} word{number}end";
            change["blocks"] = new JsonArray(last);
        }
        else
        {
            var own = $"own{number}";
            change["blocks"] = new JsonArray(new JsonObject { ["id"] = own, ["kind"] = "paragraph", ["texts"] = new JsonObject { ["text"] = new JsonArray(new JsonObject { ["text"] = $"word{number}end" }) } });
            change["placed"] = new JsonArray(new JsonObject { ["id"] = own, ["parent"] = "story", ["after"] = id });
        }

        return new JsonObject { ["editor"] = $"many{number}", ["request"] = $"ask{number}", ["version"] = state["version"]!.DeepClone(), ["change"] = change };
    }

    // As the editor does: whoever is told to wait asks again with the same request, and is answered in the end.
    private static async Task<JsonObject> AskAsync(HttpClient person, HttpMethod method, string path, string? token, JsonObject? body)
    {
        var last = string.Empty;
        for (var attempt = 1; attempt <= MaxTries; attempt++)
        {
            using var message = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
            if (body is not null)
            {
                message.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
                message.Headers.Add("RequestVerificationToken", token);
            }

            using var answer = await person.SendAsync(message, Cancellation);
            if (answer.IsSuccessStatusCode)
            {
                return JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!.AsObject();
            }

            last = $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Cancellation)}";
            Assert.True(answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable or HttpStatusCode.InsufficientStorage, last);
            await Task.Delay(answer.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1), Cancellation);
        }

        throw new InvalidOperationException($"{MaxTries} times: {last}");
    }

    private static async Task<HttpClient> SignedInAsync(Uri site, string person)
    {
        var http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), UseProxy = false }) { BaseAddress = site, Timeout = TimeSpan.FromMinutes(5) };
        var token = Token().Match(await http.GetStringAsync("/newsroom/sign-in", Cancellation)).Groups[1].Value;
        using var signedIn = await http.PostAsync("/newsroom/sign-in/demo", new FormUrlEncodedContent([new("form-token", token), new("person", person)]), Cancellation);
        Assert.Equal(HttpStatusCode.OK, signedIn.StatusCode);
        return http;
    }

    [GeneratedRegex("""name="form-token" value="([^"]+)""")]
    private static partial Regex Token();
}
