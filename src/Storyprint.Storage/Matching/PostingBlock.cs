namespace Storyprint.Storage.Matching;

/// <summary>
/// A block of postings as it is stored: of each the distance of its hash to the one before, and its story, or the distance to the story before where the hash is
/// the same; both as variable-length integers (LEB128). All postings of a hash are in one block.
/// </summary>
/// <param name="FirstHash">No hash of the block is smaller.</param>
internal sealed record PostingBlock(long FirstHash, byte[] Bytes)
{
    // Less than PostgreSQL moves out of the row, and two to a page of SQLite.
    private const int Size = 1_700;

    /// <summary>Its postings in order, as far as it can be read: what is damaged ends it.</summary>
    public IEnumerable<Posting> Postings
    {
        get
        {
            var (last, place) = (new Posting(FirstHash, 0), 0);
            while (TryRead(ref place, out var distance) && TryRead(ref place, out var story))
            {
                last = new Posting(unchecked(last.Hash + (long)distance), unchecked(distance == 0 ? last.StoryId + (long)story : (long)story));
                yield return last;
            }
        }
    }

    /// <param name="sorted">In order, none twice.</param>
    public static IEnumerable<PostingBlock> Of(IEnumerable<Posting> sorted)
    {
        var builder = new Builder();
        foreach (var posting in sorted)
        {
            if (builder.Add(posting) is { } full)
            {
                yield return full;
            }
        }

        if (builder.Finish() is { } last)
        {
            yield return last;
        }
    }

    private bool TryRead(ref int place, out ulong value)
    {
        value = 0;
        for (var shift = 0; place < Bytes.Length && shift < 64; shift += 7)
        {
            var next = Bytes[place++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Makes blocks of postings that come in order.</summary>
    public sealed class Builder
    {
        private readonly List<byte> bytes = new(Size + 32);
        private long first;
        private Posting last;

        /// <summary>How many were added.</summary>
        public long Count { get; private set; }

        /// <returns>The block that is full without it, or null.</returns>
        public PostingBlock? Add(Posting posting)
        {
            var full = bytes.Count >= Size && posting.Hash != last.Hash ? Finish() : null;
            if (bytes.Count == 0)
            {
                (first, last) = (posting.Hash, new Posting(posting.Hash, 0));
            }

            Append((ulong)(posting.Hash - last.Hash));
            Append((ulong)(posting.Hash == last.Hash ? posting.StoryId - last.StoryId : posting.StoryId));
            last = posting;
            Count++;
            return full;
        }

        /// <returns>What is in no block yet, or null.</returns>
        public PostingBlock? Finish()
        {
            var block = bytes.Count == 0 ? null : new PostingBlock(first, [.. bytes]);
            bytes.Clear();
            return block;
        }

        private void Append(ulong value)
        {
            for (; value >= 0x80; value >>= 7)
            {
                bytes.Add((byte)(value | 0x80));
            }

            bytes.Add((byte)value);
        }
    }
}
