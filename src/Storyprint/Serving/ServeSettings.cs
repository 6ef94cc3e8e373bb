using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Storyprint.Serving;

/// <summary>How one node serves: what differs from machine to machine, so it is said by options and environment variables and not in publication.json.</summary>
internal sealed record ServeSettings
{
    public required string Host { get; init; }

    /// <summary>0 takes any free one.</summary>
    public required int Port { get; init; }

    /// <summary>How long the node goes on serving after it was told to stop, while it says that it is not ready: as long as a balancer needs to notice.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.Zero;

    /// <summary>How long requests that are being answered may take to their end when the node stops.</summary>
    public TimeSpan ShutdownTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the database may take before the node says that it is not ready.</summary>
    public TimeSpan DatabaseLimit { get; init; } = TimeSpan.FromSeconds(2);

    public bool LogsJson { get; init; }

    public LogLevel LogLevel { get; init; } = LogLevel.Warning;

    /// <summary>Whether pages stay in memory for the next who asks, as far as the publication gives memory for it.</summary>
    public bool CachesPages { get; init; } = true;

    /// <summary>Proxies whose word on a reader's address is taken, beside those on this machine.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>The OTEL_* variables; traces and metrics are sent where they say.</summary>
    public IReadOnlyDictionary<string, string> Telemetry { get; init; } = new Dictionary<string, string>();

    public WitnessIntervals Pace { get; init; } = WitnessIntervals.Usual;

    /// <summary>The longest drain: whoever needs more stops the balancer first.</summary>
    public const int MostDrain = 600;

    public string Address => $"http://{(Host.Contains(':', StringComparison.Ordinal) ? $"[{Host.Trim('[', ']')}]" : Host)}:{Port}";

    /// <summary>Settings from the environment, or in words what is wrong with them.</summary>
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
            if (!int.TryParse(drain, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > MostDrain)
            {
                return (null, $"STORYPRINT_DRAIN is '{drain}'; it must be seconds, at most {MostDrain}.");
            }

            settings = settings with { Drain = TimeSpan.FromSeconds(seconds) };
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
