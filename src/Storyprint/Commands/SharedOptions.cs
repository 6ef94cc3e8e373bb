using System.CommandLine;

namespace Storyprint.Commands;

/// <summary>Options that several commands have.</summary>
internal static class SharedOptions
{
    public static Option<string> Data() => new("--data")
    {
        Description = "Folder of the publication: settings, database and media.",
        DefaultValueFactory = _ => "data",
    };

    public static Option<int> Port() => new("--port")
    {
        Description = "Port to serve on.",
        DefaultValueFactory = _ => 8080,
    };

    public static Option<string> Host() => new("--host")
    {
        Description = "Address to listen on; 0.0.0.0 for every one of this machine's.",
        DefaultValueFactory = _ => "127.0.0.1",
    };
}
