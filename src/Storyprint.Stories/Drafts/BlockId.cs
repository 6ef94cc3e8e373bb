using System.Security.Cryptography;
using System.Text;

namespace Storyprint.Stories.Drafts;

/// <summary>The identity of a block of a draft: 1 to 24 ASCII letters, digits, hyphens and underscores, unique within the draft.</summary>
public readonly record struct BlockId
{
    public const int MaxLength = 24;

    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";
    private const int NewLength = 10;

    private readonly string? value;

    private BlockId(string value) => this.value = value;

    /// <summary>The identity of the story itself, which holds all other blocks.</summary>
    public static BlockId Story { get; } = new("story");

    public string Value => value ?? string.Empty;

    public static bool TryParse(string? text, out BlockId id)
    {
        id = text is { Length: > 0 and <= MaxLength } && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_') ? new BlockId(text) : default;
        return id.value is not null;
    }

    /// <exception cref="FormatException">It is no identity.</exception>
    public static BlockId Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is no identity of a block.");

    /// <summary>A random identity.</summary>
    public static BlockId New() => new(RandomNumberGenerator.GetString(Letters, NewLength));

    /// <summary>An identity that follows from another, so that every merge of the same drafts makes the same one.</summary>
    /// <param name="isTaken">Whether an identity is in use already.</param>
    public BlockId Derived(string purpose, Func<BlockId, bool> isTaken)
    {
        for (var round = 0; ; round++)
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{Value} {purpose} {round}"));
            var id = new BlockId(string.Concat(hash.Take(NewLength).Select(part => Letters[part % Letters.Length])));
            if (!isTaken(id))
            {
                return id;
            }
        }
    }

    /// <summary>The order of identities as text, for rules that must not depend on who merged first.</summary>
    public int CompareTo(BlockId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
