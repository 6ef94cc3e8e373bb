namespace Storyprint.Web.Caching;

/// <summary>The keys that were evicted recently (S3-FIFO's ghost queue): a page that comes back soon goes into the main queue.</summary>
internal sealed class GhostList
{
    private readonly Dictionary<string, long> newest = new(StringComparer.Ordinal);
    private readonly Queue<(string Key, long Ticket)> order = new();
    private long ticket;

    public void Add(string key, int capacity)
    {
        newest[key] = ++ticket;
        order.Enqueue((key, ticket));
        while (newest.Count > capacity || order.Count > 2 * capacity)
        {
            // A key that was added again has a later entry.
            var oldest = order.Dequeue();
            if (newest.GetValueOrDefault(oldest.Key) == oldest.Ticket)
            {
                newest.Remove(oldest.Key);
            }
        }
    }

    public bool Remove(string key) => newest.Remove(key);
}
