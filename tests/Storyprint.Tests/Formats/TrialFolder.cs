namespace Storyprint.Tests.Formats;

/// <summary>A folder that is there for one test.</summary>
internal sealed class TrialFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("storyprint-formats-").FullName;

    public string Write(string relative, string text) => Write(relative, System.Text.Encoding.UTF8.GetBytes(text));

    public string Write(string relative, byte[] bytes)
    {
        var path = Path.Combine(Root, relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
