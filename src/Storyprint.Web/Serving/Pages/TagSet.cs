namespace Storyprint.Web.Serving.Pages;

/// <summary>
/// The tags of a page, each as 64 bits of its name: a page may show hundreds of stories, and thousands of pages are kept. Should two names ever
/// share their bits, a page is made anew once too often.
/// </summary>
internal readonly struct TagSet(IEnumerable<string> names)
{
    private readonly ulong[] marks = [.. names.Select(Mark).Distinct()];

    public int Weight => marks.Length * sizeof(ulong);

    public bool Overlaps(HashSet<ulong> others)
    {
        foreach (var mark in marks)
        {
            if (others.Contains(mark))
            {
                return true;
            }
        }

        return false;
    }

    public static HashSet<ulong> Marks(IEnumerable<string> names) => [.. names.Select(Mark)];

    // FNV-1a, 64 bits.
    private static ulong Mark(string name)
    {
        var mark = 14695981039346656037;
        foreach (var character in name)
        {
            mark = (mark ^ character) * 1099511628211;
        }

        return mark;
    }
}
