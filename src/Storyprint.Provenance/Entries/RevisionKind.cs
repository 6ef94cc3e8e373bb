namespace Storyprint.Provenance.Entries;

/// <summary>The kind of release that made a revision.</summary>
public enum RevisionKind
{
    /// <summary>The first release of a story.</summary>
    Publish,

    /// <summary>New facts.</summary>
    Update,

    /// <summary>A correction of an error.</summary>
    Correction,

    /// <summary>The story was retracted; its text stays.</summary>
    Retraction,

    /// <summary>The story was withdrawn: its text is erased, its entries stay.</summary>
    Withdrawal,
}

/// <summary>The words for kinds in entries.</summary>
public static class RevisionKindWords
{
    private static readonly string[] Words = ["publish", "update", "correction", "retraction", "withdrawal"];

    extension(RevisionKind kind)
    {
        /// <summary><c>publish</c>, <c>update</c>, <c>correction</c>, <c>retraction</c> or <c>withdrawal</c>.</summary>
        public string Word => Words[(int)kind];

        /// <summary>Parses a kind.</summary>
        public static bool TryParseWord(string? word, out RevisionKind read)
        {
            var index = Array.IndexOf(Words, word);
            read = (RevisionKind)Math.Max(index, 0);
            return index >= 0;
        }
    }
}
