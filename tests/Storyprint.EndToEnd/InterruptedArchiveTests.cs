using Storyprint.EndToEnd.Machine;
using Storyprint.Operations;

namespace Storyprint.EndToEnd;

/// <summary>An archive of files whose process is killed, twice, and then allowed to end.</summary>
public sealed class InterruptedArchiveTests : IDisposable
{
    private const int Posts = 400;
    private const int Kills = 2;

    private readonly string folder = Directory.CreateTempSubdirectory("storyprint-killed-").FullName;

    [Fact]
    public async Task A_killed_archive_is_completed_by_the_next_run_and_checks_out()
    {
        var (data, export, target) = (Path.Combine(folder, "data"), Path.Combine(folder, "export.xml"), Path.Combine(folder, "site"));
        Directory.CreateDirectory(data);
        File.Copy(Path.Combine(AppContext.BaseDirectory, "demo/publication.json"), Installation.SettingsPath(data));
        FerryExport.Write(export, Posts);
        await RunAsync("import", export, "--data", data);

        var reached = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var archive = StoryprintProcess.Start("archive", target, "--data", data);
            while (!archive.HasExited && Pages(target) <= reached)
            {
                await Task.Delay(5, TestContext.Current.CancellationToken);
            }

            Assert.False(archive.HasExited, archive.Said);
            await archive.KillAsync();
            reached = Pages(target);
        }

        // The kills came in the middle, or the test tests nothing: the list is written last.
        Assert.InRange(reached, 1, int.MaxValue);
        Assert.False(File.Exists(Path.Combine(target, ".storyprint-archive", "list")));

        await RunAsync("archive", target, "--data", data);
        await RunAsync("verify", target, "--state", Path.Combine(folder, "state"));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(target, ".storyprint-archive")).Select(Path.GetFileName).Except(["list", "in-use"]));
        Assert.Contains(" 0 written", await RunAsync("archive", target, "--data", data), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static int Pages(string target) =>
        Path.Combine(target, "news") is var news && Directory.Exists(news) ? Directory.EnumerateFiles(news, "*.html", SearchOption.AllDirectories).Count() : 0;

    private static async Task<string> RunAsync(params string[] arguments)
    {
        var (exitCode, said) = await StoryprintProcess.RunAsync(arguments);
        Assert.True(exitCode == 0, said);
        return said;
    }
}
