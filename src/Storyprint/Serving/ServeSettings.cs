using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Storyprint.Operations.Imports;
using Storyprint.Serving.Health;

namespace Storyprint.Serving;

/// <summary>Settings of one node: what differs from machine to machine, set by options and environment variables and not in publication.json.</summary>
internal sealed record ServeSettings
{
    public required string Host { get; init; }

    /// <summary>0 for any free port.</summary>
    public required int Port { get; init; }

    public ShutdownTimes Shutdown { get; init; } = new();

    /// <summary>The timeout of the database in readiness checks.</summary>
    public TimeSpan DatabaseLimit { get; init; } = TimeSpan.FromSeconds(2);

    public bool LogsJson { get; init; }

    public LogLevel LogLevel { get; init; } = LogLevel.Warning;

    /// <summary>Whether rendered pages are cached, where the publication sets a page cache.</summary>
    public bool CachesPages { get; init; } = true;

    /// <summary>Proxies whose X-Forwarded-For is believed, beside those on this machine.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>How much one import from the newsroom may bring.</summary>
    public UploadLimits Uploads { get; init; } = UploadLimits.Usual;

    /// <summary>The OTEL_* variables, which configure the export of traces and metrics.</summary>
    public IReadOnlyDictionary<string, string> Telemetry { get; init; } = new Dictionary<string, string>();

    public WitnessIntervals WitnessIntervals { get; init; } = WitnessIntervals.Usual;

    public string Address => $"http://{(Host.Contains(':', StringComparison.Ordinal) ? $"[{Host.Trim('[', ']')}]" : Host)}:{Port}";

    /// <summary>Reads the settings from the environment, or returns what is wrong with them.</summary>
    /// <param name="variable">An environment variable, or null where it is not set.</param>
    public static (ServeSettings? Settings, string Problem) Read(string host, int port, Func<string, string?> variable)
    {
        var settings = new ServeSettings { Host = host, Port = port };
        if (Named(variable, "STORYPRINT_LOG_FORMAT") is { } form)
        {
            if (form is not ("plain" or "json"))
            {
                return (null, $"STORYPRINT_LOG_FORMAT is '{form}'; it must be plain or json.");
            }

            settings = settings with { LogsJson = form == "json" };
        }

        if (Named(variable, "STORYPRINT_LOG_LEVEL") is { } word)
        {
            if (!Enum.TryParse<LogLevel>(word, ignoreCase: true, out var level) || !char.IsAsciiLetter(word[0]))
            {
                return (null, $"STORYPRINT_LOG_LEVEL is '{word}'; it must be debug, information, warning, error or critical.");
            }

            settings = settings with { LogLevel = level };
        }

        if (Named(variable, "STORYPRINT_DRAIN") is { } drain)
        {
            if (!ShutdownTimes.TryParseDrain(drain, out var times))
            {
                return (null, $"STORYPRINT_DRAIN is '{drain}'; it must be seconds, at most {ShutdownTimes.MaxDrain}.");
            }

            settings = settings with { Shutdown = times };
        }

        if (Named(variable, "STORYPRINT_UPLOAD_MEGABYTES") is { } megabytes)
        {
            if (!long.TryParse(megabytes, NumberStyles.None, CultureInfo.InvariantCulture, out var most) || most is 0 or > 1 << 20)
            {
                return (null, $"STORYPRINT_UPLOAD_MEGABYTES is '{megabytes}'; it must be a number of megabytes, such as 2048.");
            }

            settings = settings with { Uploads = new UploadLimits(most << 20) };
        }

        if (Named(variable, "STORYPRINT_TRUSTED_PROXIES") is { } proxies)
        {
            List<IPNetwork> read = [];
            foreach (var each in proxies.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))
            {
                if (Network(each) is not { } network)
                {
                    return (null, $"STORYPRINT_TRUSTED_PROXIES names '{each}'; it must be addresses or networks with commas between them, such as 10.0.0.5, 10.1.0.0/16.");
                }

                read.Add(network);
            }

            settings = settings with { TrustedProxies = read };
        }

        return (settings, string.Empty);
    }

    private static IPNetwork? Network(string text) => IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128)
        : null;

    private static string? Named(Func<string, string?> variable, string name) => variable(name) is { Length: > 0 } value ? value : null;
}
