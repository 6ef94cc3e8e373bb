using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Storyprint.Web.Serving.Pages;

/// <summary>
/// The pages kept in memory, up to so many bytes. What goes first is decided by S3-FIFO (Yang and others, SOSP 2023): a new page waits in a small
/// queue and leaves it unless it is asked for again, so that a walk through a million old pages passes by those that readers ask for.
/// A hit takes no lock.
/// </summary>
internal sealed class PageShelf(long capacity)
{
    // The small queue's part of the bytes, and how often a page must be asked for to leave it for the main one: as in the paper.
    private const double SmallPart = 0.1;
    private const int AskedEnough = 2;
    private const int MostAsked = 3;

    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<string, ShelfPlace> places = new(StringComparer.Ordinal);
    private readonly Queue<ShelfPlace> small = new();
    private readonly Queue<ShelfPlace> main = new();
    private readonly GhostList ghosts = new();
    private readonly Forgettings forgettings = new();
    private long smallBytes;
    private long mainBytes;
    private bool isOpen;

    public long Bytes => Volatile.Read(ref smallBytes) + Volatile.Read(ref mainBytes);

    public int Count => places.Count;

    /// <summary>A number that grows with each forgetting: to be read before the first question of a rendering.</summary>
    public long Sequence => forgettings.Sequence;

    public bool TryFind(string key, [NotNullWhen(true)] out KeptPage? page)
    {
        if (places.TryGetValue(key, out var place))
        {
            // Two at once may count as one; the policy minds it not.
            if (place.Asked < MostAsked)
            {
                place.Asked++;
            }

            page = place.Page;
            return page is not null;
        }

        page = null;
        return false;
    }

    /// <summary>The page, without counting as a reader who asks.</summary>
    public KeptPage? Peek(string key) => places.TryGetValue(key, out var place) ? place.Page : null;

    /// <summary>Keeps a page, unless something it depends on was forgotten since its rendering began.</summary>
    /// <param name="began">The <see cref="Sequence"/> of before.</param>
    public bool Keep(KeptPage page, long began)
    {
        var (key, weight) = (page.Key, page.Weight);
        lock (gate)
        {
            if (!isOpen || weight > capacity / 8 || forgettings.Include(page.Tags, began))
            {
                return false;
            }

            if (places.TryRemove(key, out var before))
            {
                Leave(before);
            }

            var place = new ShelfPlace(key, page) { Weight = weight, IsMain = ghosts.Remove(key) };
            places[key] = place;
            Enter(place);
            MakeRoom();
            return true;
        }
    }

    /// <summary>Weighs a page anew that has got its packed forms.</summary>
    public void Reweigh(KeptPage page)
    {
        lock (gate)
        {
            if (places.TryGetValue(page.Key, out var place) && place.Page == page)
            {
                var more = page.Weight - place.Weight;
                place.Weight += more;
                (place.IsMain ? ref mainBytes : ref smallBytes) += more;
                MakeRoom();
            }
        }
    }

    /// <summary>Takes away one page, which is out of date by itself.</summary>
    public void Drop(KeptPage page)
    {
        lock (gate)
        {
            if (places.TryGetValue(page.Key, out var place) && place.Page == page)
            {
                places.TryRemove(page.Key, out _);
                Leave(place);
            }
        }
    }

    /// <summary>Takes away every page that depends on any of the tags; renderings under way that do are not kept.</summary>
    /// <returns>The keys of those that were asked for more than once, most asked first.</returns>
    public IReadOnlyList<string> Forget(IReadOnlyCollection<string> tags)
    {
        var marks = TagSet.Marks(tags);
        lock (gate)
        {
            forgettings.Add(marks);
            var gone = places.Values.Where(place => place.Page!.Tags.Overlaps(marks)).ToList();
            foreach (var place in gone)
            {
                places.TryRemove(place.Key, out _);
                Leave(place);
                if (place.IsMain)
                {
                    // Its next rendering takes its place again.
                    ghosts.Add(place.Key, Math.Max(1000, places.Count));
                }
            }

            Forgotten += gone.Count;
            return [.. gone.Where(place => place.Asked > 0 || place.IsMain).OrderByDescending(place => place.IsMain).ThenByDescending(place => place.Asked).Select(place => place.Key)];
        }
    }

    /// <summary>How many pages releases have taken away.</summary>
    public long Forgotten { get; private set; }

    /// <summary>Takes away everything, and keeps again what is rendered from now on.</summary>
    public void Open() => Clear(isOpenAfter: true);

    /// <summary>Takes away everything, and keeps nothing: nobody hears of releases now.</summary>
    public void Close() => Clear(isOpenAfter: false);

    private void Clear(bool isOpenAfter)
    {
        lock (gate)
        {
            forgettings.Add(null);
            Forgotten += places.Count;
            places.Clear();
            small.Clear();
            main.Clear();
            (smallBytes, mainBytes, isOpen) = (0, 0, isOpenAfter);
        }
    }

    private void Enter(ShelfPlace place)
    {
        (place.IsMain ? main : small).Enqueue(place);
        (place.IsMain ? ref mainBytes : ref smallBytes) += place.Weight;
    }

    // Its place in the queue stays until the queue comes to it, and holds nothing then.
    private void Leave(ShelfPlace place)
    {
        (place.IsMain ? ref mainBytes : ref smallBytes) -= place.Weight;
        place.Leave();
    }

    private void MakeRoom()
    {
        Sweep(small);
        Sweep(main);
        while (smallBytes + mainBytes > capacity)
        {
            if (smallBytes > capacity * SmallPart || mainBytes == 0)
            {
                LeaveSmall();
            }
            else
            {
                LeaveMain();
            }
        }
    }

    private void LeaveSmall()
    {
        var place = small.Dequeue();
        if (place.HasLeft)
        {
            return;
        }

        smallBytes -= place.Weight;
        if (place.Asked >= AskedEnough)
        {
            (place.Asked, place.IsMain) = (0, true);
            Enter(place);
            return;
        }

        place.Leave();
        places.TryRemove(place.Key, out _);
        ghosts.Add(place.Key, Math.Max(1000, places.Count));
    }

    private void LeaveMain()
    {
        var place = main.Dequeue();
        if (place.HasLeft)
        {
            return;
        }

        if (place.Asked > 0)
        {
            place.Asked--;
            main.Enqueue(place);
            return;
        }

        mainBytes -= place.Weight;
        place.Leave();
        places.TryRemove(place.Key, out _);
    }

    // What releases took away is taken out of a queue where it is half of it.
    private void Sweep(Queue<ShelfPlace> queue)
    {
        if (queue.Count > 2 * places.Count + 64)
        {
            var left = queue.Where(place => !place.HasLeft).ToList();
            queue.Clear();
            left.ForEach(queue.Enqueue);
        }
    }
}
