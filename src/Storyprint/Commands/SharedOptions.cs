using System.CommandLine;
using System.Globalization;

namespace Storyprint.Commands;

/// <summary>Options shared by several commands. Defaults come from environment variables.</summary>
internal static class SharedOptions
{
    private const string DefaultFolder = "data";
    private const int DefaultPort = 8080;

    public static Option<string> Data() => new("--data")
    {
        Description = "Folder of the publication: settings, database and media. (STORYPRINT_DATA)",
        DefaultValueFactory = _ => Variable("STORYPRINT_DATA") ?? DefaultFolder,
    };

    public static Option<int> Port() => new("--port")
    {
        Description = "Port to serve on. (STORYPRINT_PORT)",
        DefaultValueFactory = result =>
        {
            if (Variable("STORYPRINT_PORT") is not { } named)
            {
                return DefaultPort;
            }

            if (int.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue)
            {
                return port;
            }

            result.AddError($"STORYPRINT_PORT is '{named}'; it must be a port, such as {DefaultPort}.");
            return DefaultPort;
        },
        Validators =
        {
            result =>
            {
                if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var port) && port is < 0 or > ushort.MaxValue)
                {
                    result.AddError($"--port is {port}; a port is a number up to {ushort.MaxValue}, such as {DefaultPort}.");
                }
            },
        },
    };

    public static Option<string> Host() => new("--host")
    {
        Description = "Address to listen on; 0.0.0.0 for every one of this machine's. (STORYPRINT_HOST)",
        DefaultValueFactory = _ => Variable("STORYPRINT_HOST") ?? "127.0.0.1",
    };

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } named ? named : null;
}
