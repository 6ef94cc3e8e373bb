using System.Globalization;
using Npgsql;

namespace Storyprint.Storage.Engine;

/// <summary>Parses both forms of PostgreSQL connection settings: key=value pairs and URIs.</summary>
internal static class PostgresConnectionString
{
    // libpq's parameter names (manual, 34.1.2) that Npgsql calls otherwise; any other name is passed to Npgsql as it is.
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["dbname"] = "Database",
        ["user"] = "Username",
        ["sslmode"] = "SSL Mode",
        ["sslrootcert"] = "Root Certificate",
        ["sslcert"] = "SSL Certificate",
        ["sslkey"] = "SSL Key",
        ["sslpassword"] = "SSL Password",
        ["sslnegotiation"] = "SSL Negotiation",
        ["gssencmode"] = "GSS Encryption Mode",
        ["channel_binding"] = "Channel Binding",
        ["require_auth"] = "Require Auth",
        ["krbsrvname"] = "Kerberos Service Name",
        ["connect_timeout"] = "Timeout",
        ["application_name"] = "Application Name",
        ["client_encoding"] = "Client Encoding",
        ["target_session_attrs"] = "Target Session Attributes",
        ["load_balance_hosts"] = "Load Balance Hosts",
        ["keepalives"] = "TCP Keepalive",
        ["keepalives_idle"] = "TCP Keepalive Time",
        ["keepalives_interval"] = "TCP Keepalive Interval",
    };

    /// <summary>A connection string of Npgsql, from one or from a URI such as <c>postgres://role:password@host:5432/database?sslmode=require</c>.</summary>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public static string Parse(string text)
    {
        foreach (var scheme in (string[])["postgres://", "postgresql://"])
        {
            if (text.StartsWith(scheme, StringComparison.Ordinal))
            {
                return FromUri(text[scheme.Length..]);
            }
        }

        return new NpgsqlConnectionStringBuilder(text) is { Host.Length: > 0 } settings ? settings.ToString() : throw new ArgumentException("No host is named.", nameof(text));
    }

    // [role[:password]@][host[:port][,host[:port]…]][/database][?name=value[&…]], every part percent-encoded (libpq's manual, 34.1.1.2).
    private static string FromUri(string rest)
    {
        var (before, query) = Split(rest, rest.IndexOf('?', StringComparison.Ordinal));
        var (authority, database) = Split(before, before.IndexOf('/', StringComparison.Ordinal));
        var at = authority.LastIndexOf('@');
        var made = new NpgsqlConnectionStringBuilder();
        if (at > 0)
        {
            var (role, password) = Split(authority[..at], authority.IndexOf(':', StringComparison.Ordinal) is var colon && colon < at ? colon : -1);
            (made.Username, made.Password) = (Decoded(role), password.Length > 0 ? Decoded(password) : null);
        }

        if (database.Length > 0)
        {
            made.Database = Decoded(database);
        }

        var hosts = authority[(at + 1)..].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Host).ToList();
        foreach (var setting in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = Split(setting, setting.IndexOf('=', StringComparison.Ordinal)) is var parts && setting.Contains('=', StringComparison.Ordinal)
                ? (Decoded(parts.Before), Decoded(parts.Behind))
                : (Decoded(setting), "true");
            Set(made, hosts, name, value);
        }

        return With(made, hosts).ToString();
    }

    private static void Set(NpgsqlConnectionStringBuilder made, List<(string Host, int? Port)> hosts, string name, string value)
    {
        switch (name.ToLowerInvariant())
        {
            case "host":
                var named = value.Split(',');
                hosts.AddRange(named.Skip(hosts.Count).Select(host => (host, (int?)null)));
                break;
            case "port":
                // A single port applies to every host; otherwise there is one for each.
                var ports = value.Split(',').Select(Port).ToList();
                for (var index = 0; index < hosts.Count; index++)
                {
                    hosts[index] = (hosts[index].Host, hosts[index].Port ?? ports[ports.Count == 1 ? 0 : Math.Min(index, ports.Count - 1)]);
                }

                if (hosts.Count == 0)
                {
                    made.Port = ports[0];
                }

                break;
            case "ssl" when bool.TryParse(value, out var isWanted):
                made.SslMode = isWanted ? SslMode.Require : SslMode.Disable;
                break;
            case "sslmode" or "ssl mode":
                made["SSL Mode"] = value.Replace("-", "", StringComparison.Ordinal);
                break;
            case "load_balance_hosts":
                made.LoadBalanceHosts = value is "random" or "true";
                break;
            case "keepalives":
                made.TcpKeepAlive = value is not ("0" or "false");
                break;
            default:
                made[Names.GetValueOrDefault(name, name)] = value;
                break;
        }
    }

    private static NpgsqlConnectionStringBuilder With(NpgsqlConnectionStringBuilder made, List<(string Host, int? Port)> hosts)
    {
        if (hosts is [var (host, port)])
        {
            made.Host = host;
            if (port is { } own)
            {
                made.Port = own;
            }
        }
        else if (hosts.Count > 1)
        {
            made.Host = string.Join(',', hosts.Select(each => each.Port is { } at ? string.Create(CultureInfo.InvariantCulture, $"{each.Host}:{at}") : each.Host));
        }

        return made.Host is { Length: > 0 } ? made : throw new ArgumentException("No host is named.", nameof(hosts));
    }

    // An IPv6 address is in brackets and contains colons; the folder of a socket is percent-encoded.
    private static (string Host, int? Port) Host(string text)
    {
        var end = text.IndexOf(']', StringComparison.Ordinal);
        var colon = text.IndexOf(':', Math.Max(0, end));
        var host = Decoded(colon < 0 ? text : text[..colon]);
        return host.StartsWith('/') || Uri.CheckHostName(host) != UriHostNameType.Unknown
            ? (host, colon < 0 ? null : Port(text[(colon + 1)..]))
            : throw new ArgumentException("A host is named that cannot be one.", nameof(text));
    }

    private static int Port(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536
        ? port
        : throw new ArgumentException("A port is a number up to 65535.", nameof(text));

    private static string Decoded(string text) => Uri.UnescapeDataString(text);

    private static (string Before, string Behind) Split(string text, int at) => at < 0 ? (text, string.Empty) : (text[..at], text[(at + 1)..]);
}
