using Storyprint.Operations.Archive;
using Storyprint.Storage.Pictures;
using Storyprint.Stories.Body;
using Storyprint.Stories.Codes;
using Storyprint.Tests.Operations.Sweep;
using Storyprint.Tests.Web;
using Storyprint.Verification;

namespace Storyprint.Tests.Operations.Archive;

/// <summary>An archive of stories in every state, in two languages, with the originals of pictures; tests damage copies of it.</summary>
public sealed class ArchivedStates : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("storyprint-states-").FullName;
    private readonly StoriesInStates stories = new();

    public string Folder => folder;

    public StoriesInStates Stories => stories;

    public StoryCode Pictured { get; private set; }

    public string Picture { get; private set; } = string.Empty;

    public async ValueTask InitializeAsync()
    {
        await stories.InitializeAsync();
        var installation = stories.Publication.Installation;
        var pictures = new PictureStore(installation.Database, installation.Media, TimeProvider.System);
        Picture = Assert.IsType<PictureOutcome.Kept>(await pictures.AddAsync(SweepTests.Pixel)).Hash;
        var content = StoriesInStates.English("Door seen", "It is green.");
        await stories.PublishAsync(StoriesInStates.English("Gate seen", "It is red.") with { Topics = ["Harbour Street"] });
        Pictured = await stories.PublishAsync(content with
        {
            Kicker = "Doors",
            Standfirst = "A door was painted.",
            Bylines = ["Maud Ferrier"],
            Topics = ["Harbour Street"],
            Body = [new Picture { Hash = Picture, Width = 1, Height = 1, Alt = "A green door", Caption = RichText.From("The door"), Credit = "Jens Holm" }, .. content.Body, new Embed("https://elsewhere.example/door", "A door elsewhere")],
        });
        var outcome = await new ArchivePublication(installation, installation.Publication with { PublishesOriginals = true }).RunAsync(folder, new ArchiveTotals());
        Assert.Empty(Assert.IsType<ArchiveOutcome.Done>(outcome).Problems);
    }

    public async ValueTask DisposeAsync()
    {
        await stories.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A path with <c>{corrected}</c>, <c>{untouched}</c> and so on as their codes.</summary>
    public string Named(string text) => text
        .Replace("{corrected}", stories.Corrected.ToString(), StringComparison.Ordinal).Replace("{untouched}", stories.Untouched.ToString(), StringComparison.Ordinal)
        .Replace("{updated}", stories.Updated.ToString(), StringComparison.Ordinal).Replace("{retracted}", stories.Retracted.ToString(), StringComparison.Ordinal)
        .Replace("{withdrawn}", stories.Withdrawn.ToString(), StringComparison.Ordinal)
        .Replace("{persian}", stories.PersianCorrected.ToString(), StringComparison.Ordinal).Replace("{library}", stories.Publication.Library.ToString(), StringComparison.Ordinal)
        .Replace("{pictured}", Pictured.ToString(), StringComparison.Ordinal).Replace("{picture}", Picture, StringComparison.Ordinal);

    internal TestCopy Copy()
    {
        var copy = Directory.CreateTempSubdirectory("storyprint-copy-").FullName;
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(copy, file))!);
            File.Copy(Path.Combine(folder, file), Path.Combine(copy, file));
        }

        return new TestCopy(this, copy);
    }
}

/// <summary>A copy to damage.</summary>
internal sealed class TestCopy(ArchivedStates archived, string folder) : IDisposable
{
    /// <summary>The files that were asked for by their path, to be changed.</summary>
    public HashSet<string> Touched { get; } = new(StringComparer.Ordinal);

    /// <summary>The files that were only read.</summary>
    public HashSet<string> Seen { get; } = new(StringComparer.Ordinal);

    public string PathOf(string path)
    {
        Touched.Add(archived.Named(path));
        return Path.Combine(folder, archived.Named(path));
    }

    public string Read(string path)
    {
        Seen.Add(archived.Named(path));
        return File.ReadAllText(Path.Combine(folder, archived.Named(path)));
    }

    public void Write(string path, string text) => File.WriteAllText(PathOf(path), text);

    /// <summary>Replaces the first occurrence; it must be there.</summary>
    public void Edit(string path, string before, string after)
    {
        var (text, sought) = (Read(path), archived.Named(before));
        var at = text.IndexOf(sought, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{path} does not hold {sought}:\n{text}");
        Write(path, text[..at] + archived.Named(after) + text[(at + sought.Length)..]);
    }

    /// <summary>Takes the touched files from the whole archive again.</summary>
    public void Mend()
    {
        foreach (var path in Touched)
        {
            File.Copy(Path.Combine(archived.Folder, path), Path.Combine(folder, path), overwrite: true);
        }

        Touched.Clear();
        Seen.Clear();
    }

    public async Task<SiteReport> CheckAsync(bool isFull = true) => await CheckAsync(new SiteInFolder(folder), isFull);

    public async Task<SiteReport> CheckOverHttpAsync()
    {
        await using var server = await FolderServer.StartAsync(folder);
        using var site = new SiteOverHttp(server.Address);
        return await CheckAsync(site, isFull: true);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Task<SiteReport> CheckAsync(IPublishedSite site, bool isFull) => SiteCheck.RunAsync(
        new SiteCheckRequest { Site = site, State = new StateFile(Path.Combine(folder, ".state.json")), IsFull = isFull }, TestContext.Current.CancellationToken);
}
