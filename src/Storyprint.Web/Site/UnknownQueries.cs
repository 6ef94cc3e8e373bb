namespace Storyprint.Web.Site;

/// <summary>
/// Queries that were found to be of no old address, so that a page with <c>?ref=newsletter</c> behind it is answered from the cache like the page without. They are forgotten
/// within a minute: an import may bring an address meanwhile.
/// </summary>
internal sealed class UnknownQueries(TimeProvider clock)
{
    private const int Most = 4096;
    private const int MaxLength = 256;

    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private HashSet<string> newer = new(StringComparer.Ordinal);
    private HashSet<string> older = [];
    private DateTimeOffset turnedAt = clock.GetUtcNow();

    public bool Has(string path, string query)
    {
        lock (gate)
        {
            Turn();
            return newer.Contains(path + query) || older.Contains(path + query);
        }
    }

    public void Add(string path, string query)
    {
        if (path.Length + query.Length > MaxLength)
        {
            return;
        }

        lock (gate)
        {
            Turn();
            newer.Add(path + query);
        }
    }

    private void Turn()
    {
        var since = clock.GetUtcNow() - turnedAt;
        if (since >= KeptFor || newer.Count >= Most)
        {
            (older, newer) = (since >= 2 * KeptFor ? new(StringComparer.Ordinal) : newer, new(StringComparer.Ordinal));
            turnedAt += since;
        }
    }
}
