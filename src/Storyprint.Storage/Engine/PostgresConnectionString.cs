using Npgsql;

namespace Storyprint.Storage.Engine;

/// <summary>The two ways in which people write down a PostgreSQL database.</summary>
internal static class PostgresConnectionString
{
    /// <summary>A connection string, also from an address like <c>postgres://role:password@host:5432/database?sslmode=require</c>.</summary>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public static string Read(string text)
    {
        if (!text.StartsWith("postgres://", StringComparison.Ordinal) && !text.StartsWith("postgresql://", StringComparison.Ordinal))
        {
            return new NpgsqlConnectionStringBuilder(text) is { Host: { Length: > 0 } } settings ? settings.ToString() : throw new ArgumentException("No host is named.", nameof(text));
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var address))
        {
            throw new ArgumentException("The address cannot be read.", nameof(text));
        }

        var made = new NpgsqlConnectionStringBuilder { Host = address.Host };
        if (address.Port > 0)
        {
            made.Port = address.Port;
        }

        if (address.AbsolutePath.Length > 1)
        {
            made.Database = Uri.UnescapeDataString(address.AbsolutePath[1..]);
        }

        if (address.UserInfo.Split(':', 2) is [{ Length: > 0 } role, .. var password])
        {
            made.Username = Uri.UnescapeDataString(role);
            made.Password = password.Length > 0 ? Uri.UnescapeDataString(password[0]) : null;
        }

        foreach (var setting in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = setting.Split('=', 2) is [var left, var right] ? (left, Uri.UnescapeDataString(right)) : (setting, "true");
            made[name.Equals("sslmode", StringComparison.OrdinalIgnoreCase) ? "SSL Mode" : name] = value.Replace("-", "", StringComparison.Ordinal);
        }

        return made.ToString();
    }
}
