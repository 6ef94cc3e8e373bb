namespace Storyprint.Web.SocialImages;

/// <summary>The social images that were requested last (LRU).</summary>
internal sealed class SocialImageCache(int capacity)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, byte[] Image)>> byKey = [];
    private readonly LinkedList<(string Key, byte[] Image)> newestFirst = [];

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
            return node.Value.Image;
        }
    }

    public void Add(string key, byte[] image)
    {
        lock (gate)
        {
            if (byKey.ContainsKey(key))
            {
                return;
            }

            byKey[key] = newestFirst.AddFirst((key, image));
            if (byKey.Count > capacity)
            {
                byKey.Remove(newestFirst.Last!.Value.Key);
                newestFirst.RemoveLast();
            }
        }
    }

    /// <summary>Drops every image: a withdrawn headline must not stay in memory until others take its place.</summary>
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
