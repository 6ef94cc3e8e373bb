namespace Storyprint.Tests;

/// <summary>Finds the published samples beside the repository; a test that needs one is skipped where they are absent.</summary>
internal static class SharedFiles
{
    /// <summary>The full path of a sample, as in <c>fixtures/wxr/theme-preview.xml</c>.</summary>
    public static string Path(string relative)
    {
        var path = Root() is { } root ? System.IO.Path.Combine(root, relative) : null;
        Assert.SkipUnless(path is not null && (File.Exists(path) || Directory.Exists(path)), $"The sample {relative} is not on this machine; STORYPRINT_SHARED can name the folder it is in.");
        return path!;
    }

    /// <summary>The full path of a sample, or null where it is absent.</summary>
    public static string? Find(string relative) => Root() is { } root && System.IO.Path.Combine(root, relative) is var path && File.Exists(path) ? path : null;

    private static string? Root()
    {
        if (Environment.GetEnvironmentVariable("STORYPRINT_SHARED") is { Length: > 0 } named)
        {
            return named;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var shared = System.IO.Path.Combine(folder.FullName, "shared");
            if (Directory.Exists(System.IO.Path.Combine(shared, "fixtures")))
            {
                return shared;
            }
        }

        return null;
    }
}
