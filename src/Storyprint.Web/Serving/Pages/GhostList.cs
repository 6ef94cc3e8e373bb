namespace Storyprint.Web.Serving.Pages;

/// <summary>The names of pages that left unasked: one that comes back soon is no passer-by.</summary>
internal sealed class GhostList
{
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();

    public void Add(string name, int most)
    {
        if (names.Add(name))
        {
            order.Enqueue(name);
        }

        while (order.Count > most)
        {
            names.Remove(order.Dequeue());
        }
    }

    public bool Remove(string name) => names.Remove(name);
}
