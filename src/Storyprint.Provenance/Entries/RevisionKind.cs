namespace Storyprint.Provenance.Entries;

/// <summary>By which release a revision came about.</summary>
public enum RevisionKind
{
    /// <summary>The first release of a story.</summary>
    Publish,

    /// <summary>New facts.</summary>
    Update,

    /// <summary>Something was wrong and is right now.</summary>
    Correction,

    /// <summary>The story does not stand any more; its text stays.</summary>
    Retraction,

    /// <summary>The text is gone; that it was there stays.</summary>
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

        /// <summary>Reads a kind's word.</summary>
        public static bool TryParseWord(string? word, out RevisionKind read)
        {
            var index = Array.IndexOf(Words, word);
            read = (RevisionKind)Math.Max(index, 0);
            return index >= 0;
        }
    }
}
