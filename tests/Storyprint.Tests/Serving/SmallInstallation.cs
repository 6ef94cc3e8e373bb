using System.Text.Json;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.Serving;

/// <summary>A publication without stories in a folder of its own, on the engine that the test asks for.</summary>
internal sealed class SmallInstallation : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("storyprint-small-").FullName;

    public Installation Installation { get; private set; } = null!;

    public TestEngine Engine { get; private set; } = null!;

    public static async Task<SmallInstallation> MakeAsync(bool isPrepared = true, TestEngine? engine = null)
    {
        var small = new SmallInstallation();
        small.Engine = engine ?? await TestEngine.MakeAsync(small.Folder);
        await File.WriteAllTextAsync(
            Installation.SettingsPath(small.Folder), JsonSerializer.Serialize(TestPublication.Settings with { Database = small.Engine.Setting ?? "" }, InstallationJson.Default.Publication));
        (var installation, var problem) = Installation.Open(small.Folder);
        Assert.True(installation is not null, problem);
        small.Installation = installation;
        if (isPrepared)
        {
            Assert.Null(await installation.PrepareAsync());
        }

        return small;
    }

    public void Dispose()
    {
        Installation.Database.CloseIdle();
        Engine.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Directory.Delete(Folder, recursive: true);
    }
}
