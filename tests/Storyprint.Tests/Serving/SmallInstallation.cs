using System.Text.Json;
using Storyprint.Newsroom.Releases;
using Storyprint.Operations;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Links;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Serving;

/// <summary>A publication without stories in a folder of its own, on the engine that the test asks for.</summary>
internal sealed class SmallInstallation : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("storyprint-small-").FullName;

    public Installation Installation { get; private set; } = null!;

    public TestEngine Engine { get; private set; } = null!;

    public static async Task<SmallInstallation> CreateAsync(bool isPrepared = true, TestEngine? engine = null)
    {
        var small = new SmallInstallation();
        small.Engine = engine ?? await TestEngine.CreateAsync(small.Folder);
        await File.WriteAllTextAsync(
            Installation.SettingsPath(small.Folder), JsonSerializer.Serialize(TestPublication.Settings with { Database = small.Engine.Setting ?? "" }, PublicationJson.Default.Publication));
        (var installation, var problem) = Installation.Open(small.Folder);
        Assert.True(installation is not null, problem);
        small.Installation = installation;
        if (isPrepared)
        {
            Assert.Null(await installation.PrepareAsync());
        }

        return small;
    }

    /// <summary>Makes the mark unwritable and releases a story behind it. (Rights alone would not stop the user that tests often run as.)</summary>
    public async Task BlockMarkAsync()
    {
        File.Delete(Installation.Log.Mark.Path + ".lock");
        Directory.CreateDirectory(Installation.Log.Mark.Path + ".lock");
        var store = new ReleaseStore(Installation.Database, Installation.Log, TimeProvider.System);
        Assert.IsType<ReleaseOutcome.Done>(await new PublishStory(store, TestPublication.Settings).RunAsync(
            TestActor.Editor, ReleaseFixture.Text("Behind the mark"), Slug.From("behind"), null, null, TestContext.Current.CancellationToken));
    }

    public void Dispose()
    {
        Installation.Database.CloseIdle();
        Engine.DisposeAsync().AsTask().GetAwaiter().GetResult();

        // A connection that a stopped service gives back late may still close its files.
        for (var tries = 0; Directory.Exists(Folder); tries++)
        {
            try
            {
                Directory.Delete(Folder, recursive: true);
            }
            catch (IOException) when (tries < 100)
            {
                Thread.Sleep(50);
            }
        }
    }
}
