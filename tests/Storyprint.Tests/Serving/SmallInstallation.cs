using System.Text.Json;

namespace Storyprint.Tests.Serving;

/// <summary>A publication without stories in a folder of its own.</summary>
internal sealed class SmallInstallation : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("storyprint-small-").FullName;

    public Installation Installation { get; private set; } = null!;

    public static async Task<SmallInstallation> MakeAsync(bool isPrepared = true)
    {
        var small = new SmallInstallation();
        await File.WriteAllTextAsync(Installation.SettingsPath(small.Folder), JsonSerializer.Serialize(TestPublication.Settings, InstallationJson.Default.Publication));
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
        Directory.Delete(Folder, recursive: true);
    }
}
