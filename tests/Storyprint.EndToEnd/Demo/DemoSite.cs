using System.Net;
using Storyprint.EndToEnd.Machine;
using Storyprint.Operations;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;

namespace Storyprint.EndToEnd.Demo;

/// <summary>The demonstration, served by the built program from a temporary folder, with a few stories more so that every kind of page is there.</summary>
public sealed class DemoSite : IAsyncLifetime
{
    /// <summary>The story with a table's worth of everything: pictures, a pull quote, links, a translation.</summary>
    public static readonly StoryCode Library = StoryCode.FromDigits("1125540");

    private readonly string folder = Directory.CreateTempSubdirectory("storyprint-e2e-").FullName;
    private StoryprintProcess? program;
    private Task<IReadOnlyList<PublishedStory>>? stories;

    /// <summary>Where it is served.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Asks without following redirections and without a cache.</summary>
    public HttpClient Http { get; private set; } = null!;

    public Installation Installation { get; private set; } = null!;

    /// <summary>What links and marks begin with.</summary>
    public string Origin => Installation.Publication.PublicAddress.Origin;

    /// <summary>Every listed story in its current revision, of all editions, the newest first.</summary>
    public Task<IReadOnlyList<PublishedStory>> StoriesAsync() => stories ??= ReadStoriesAsync();

    public async ValueTask InitializeAsync()
    {
        var data = Path.Combine(folder, "data");
        var additions = Path.Combine(folder, "additions");
        await using (var first = StoryprintProcess.Start("demo", "--data", data, "--port", "0"))
        {
            await first.AddressAsync();
        }

        Additions.Write(additions, isSecondTime: false);
        await ImportAsync(additions, data);
        Additions.Write(additions, isSecondTime: true);
        await ImportAsync(additions, data, "--note", "A source was added.");

        // The second start must keep what the first one made.
        program = StoryprintProcess.Start("demo", "--data", data, "--port", "0");
        Address = await program.AddressAsync();
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false }) { BaseAddress = Address };
        Installation = Installation.Open(data).Installation!;
        using var front = await Http.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, front.StatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        Http?.Dispose();
        if (program is not null)
        {
            await program.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task ImportAsync(string archive, string data, params string[] more)
    {
        var (exitCode, said) = await StoryprintProcess.RunAsync(["import", archive, "--data", data, "--archive", "additions", .. more]);
        Assert.True(exitCode == 0, said);
    }

    private async Task<IReadOnlyList<PublishedStory>> ReadStoriesAsync()
    {
        var lists = new StoryListStore(Installation.Database);
        var store = new StoryStore(Installation.Database);
        var all = new List<PublishedStory>();
        foreach (var edition in Installation.Publication.Editions)
        {
            foreach (var card in await lists.LatestAsync(edition.Language, 0, 1000))
            {
                all.Add((await store.FindAsync(card.Code))!);
            }
        }

        return all;
    }
}
