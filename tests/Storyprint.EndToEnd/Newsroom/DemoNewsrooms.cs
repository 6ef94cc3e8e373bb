using Storyprint.EndToEnd.Machine;
using Storyprint.EndToEnd.Nodes;
using Storyprint.Tests.Engines;

namespace Storyprint.EndToEnd.Newsroom;

/// <summary>Demonstrations with their newsrooms, on SQLite and on PostgreSQL, each made when a test first asks for it, and further nodes over the same database.</summary>
public sealed class DemoNewsrooms : IAsyncDisposable
{
    private readonly Dictionary<bool, Task<DemoNewsroom>> made = [];

    internal Task<DemoNewsroom> OnAsync(bool postgres)
    {
        lock (made)
        {
            return made.TryGetValue(postgres, out var demo) ? demo : made[postgres] = DemoNewsroom.StartAsync(postgres);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var demo in made.Values)
        {
            await (await demo).DisposeAsync();
        }
    }
}

/// <summary>One of them.</summary>
internal sealed class DemoNewsroom : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("storyprint-journeys-").FullName;
    private readonly Dictionary<string, string> environment = [];
    private readonly List<StoryprintProcess> others = [];
    private readonly int port = Balancer.FreePort();
    private StoryprintProcess first = null!;

    public string Newsroom => $"http://localhost:{port}/newsroom";

    public Uri Site => new($"http://localhost:{port}");

    /// <param name="more">Variables that its processes get besides the usual.</param>
    public static async Task<DemoNewsroom> StartAsync(bool postgres, IReadOnlyDictionary<string, string>? more = null)
    {
        var demo = new DemoNewsroom();
        foreach (var (name, value) in more ?? new Dictionary<string, string>())
        {
            demo.environment[name] = value;
        }

        if (postgres)
        {
            demo.environment["STORYPRINT_DATABASE"] = await PostgresCluster.MakeDatabaseAsync(CancellationToken.None);
        }

        await demo.StartAsync();
        return demo;
    }

    /// <summary>The addresses of this node and of two more.</summary>
    public async Task<IReadOnlyList<Uri>> ThreeNodesAsync()
    {
        while (others.Count < 2)
        {
            others.Add(StoryprintProcess.Start(environment, "serve", "--data", folder, "--port", "0"));
        }

        return [Site, await others[0].AddressAsync(), await others[1].AddressAsync()];
    }

    /// <summary>Runs a command over the same data to its end.</summary>
    public Task<(int ExitCode, string Said)> RunAsync(params IEnumerable<string> arguments) => StoryprintProcess.RunAsync(environment, [.. arguments, "--data", folder]);

    /// <summary>Kills the program as a power cut would.</summary>
    public Task KillAsync() => first.KillAsync();

    public async Task StartAsync()
    {
        first = StoryprintProcess.Start(environment, "demo", "--data", folder, "--port", $"{port}");
        await first.AddressAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in others.Prepend(first))
        {
            await node.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }
}
