namespace Storyprint.Web.SocialImages;

/// <summary>The cards asked for last, a few dozen of them.</summary>
internal sealed class SocialImageCache(int capacity)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, byte[] Card)>> byKey = [];
    private readonly LinkedList<(string Key, byte[] Card)> newestFirst = [];

    public byte[]? Find(string key)
    {
        lock (gate)
        {
            if (!byKey.TryGetValue(key, out var node))
            {
                return null;
            }

            newestFirst.Remove(node);
            newestFirst.AddFirst(node);
            return node.Value.Card;
        }
    }

    public void Keep(string key, byte[] card)
    {
        lock (gate)
        {
            if (byKey.ContainsKey(key))
            {
                return;
            }

            byKey[key] = newestFirst.AddFirst((key, card));
            if (byKey.Count > capacity)
            {
                byKey.Remove(newestFirst.Last!.Value.Key);
                newestFirst.RemoveLast();
            }
        }
    }

    /// <summary>Drops every card: one that shows a withdrawn headline must not stay in memory until others take its place.</summary>
    public void Clear()
    {
        lock (gate)
        {
            byKey.Clear();
            newestFirst.Clear();
        }
    }

    public int Count
    {
        get
        {
            lock (gate)
            {
                return byKey.Count;
            }
        }
    }
}
