namespace Storyprint.Provenance.Names;

/// <summary>The role of a key: what it signs. Two roles have two keys: a stolen seal key cannot rewrite the log.</summary>
public enum KeyRole
{
    /// <summary>Checkpoints of the log.</summary>
    Log,

    /// <summary>Seals on pages.</summary>
    Seal,
}

/// <summary>The words for roles in entries, key names and the key list.</summary>
public static class KeyRoleWords
{
    extension(KeyRole role)
    {
        /// <summary><c>log</c> or <c>seal</c>.</summary>
        public string Word => role == KeyRole.Log ? "log" : "seal";

        /// <summary>Reads a role's word.</summary>
        public static bool TryParseWord(string? word, out KeyRole read)
        {
            read = word == "seal" ? KeyRole.Seal : KeyRole.Log;
            return word is "log" or "seal";
        }
    }
}
