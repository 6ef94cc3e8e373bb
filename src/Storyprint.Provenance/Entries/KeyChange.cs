namespace Storyprint.Provenance.Entries;

/// <summary>A change of a key, as logged in an entry.</summary>
public enum KeyChange
{
    /// <summary>The key is in use from this time on.</summary>
    From,

    /// <summary>The key is not used after this time; what it signed stays valid.</summary>
    Until,

    /// <summary>The key is compromised: only what is in the log before this entry counts.</summary>
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
