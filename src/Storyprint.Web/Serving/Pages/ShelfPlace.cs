namespace Storyprint.Web.Serving.Pages;

/// <summary>Where a page stands in one of the queues of the shelf.</summary>
internal sealed class ShelfPlace(string key, KeptPage page)
{
    private KeptPage? held = page;

    public string Key => key;

    /// <summary>Null once it has left: a queue may still hold the place, and must not hold the bytes.</summary>
    public KeptPage? Page => held;

    public int Weight { get; set; }

    public bool IsMain { get; set; }

    public bool HasLeft => held is null;

    /// <summary>How often since it entered its queue, at most three.</summary>
    public int Asked { get; set; }

    public void Leave() => held = null;
}
