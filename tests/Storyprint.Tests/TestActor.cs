using Storyprint.Storage.Releases;

namespace Storyprint.Tests;

/// <summary>Who releases in tests that do not care who does.</summary>
internal static class TestActor
{
    public static ReleaseContext Editor { get; } = new("editor-of-the-tests", ReleaseMeans.CommandLine);

    public static ReleaseContext Importer { get; } = new("importer-of-the-tests", ReleaseMeans.Import);

    public static ReleaseContext Scheduler { get; } = new("server-of-the-tests", ReleaseMeans.Schedule);
}
