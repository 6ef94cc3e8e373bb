namespace Storyprint.Provenance.Entries;

/// <summary>What an entry says about a key.</summary>
public enum KeyChange
{
    /// <summary>The key is used from this time on.</summary>
    From,

    /// <summary>The key is no longer used after this time; what it signed stays good.</summary>
    Until,

    /// <summary>The key is in wrong hands: what is not in the log below this entry does not count.</summary>
    Revoked,
}

/// <summary>The words for changes of keys in entries.</summary>
public static class KeyChangeWords
{
    private static readonly string[] Words = ["from", "until", "revoked"];

    extension(KeyChange change)
    {
        /// <summary><c>from</c>, <c>until</c> or <c>revoked</c>.</summary>
        public string Word => Words[(int)change];

        /// <summary>Reads a change's word.</summary>
        public static bool TryParseWord(string? word, out KeyChange read)
        {
            var index = Array.IndexOf(Words, word);
            read = (KeyChange)Math.Max(index, 0);
            return index >= 0;
        }
    }
}
