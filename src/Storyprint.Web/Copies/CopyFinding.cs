using System.Globalization;
using Storyprint.Checking;
using Storyprint.Stories.Codes;

namespace Storyprint.Web.Copies;

/// <summary>
/// What somebody found, as he sends it to others: a link that holds the story and the number of places, and nothing of his text. Without the text it proves nothing, and
/// anybody can write one: the page says it as the word of the sender, and asks for the text.
/// </summary>
/// <param name="Places">In how many places the text says something else; 0 where nothing of ours in it is altered.</param>
public sealed record CopyFinding(int Places)
{
    private const int MaxPlaces = 9_999;

    /// <summary>What is to be sent of an answer; null where there is nothing to send.</summary>
    public static CopyFinding? Of(CopyAnswer answer) => answer.Parts.Count == 1 ? new CopyFinding(Math.Min(answer.Alterations, MaxPlaces)) : null;

    /// <summary>Reads the part of a link that <see cref="Query"/> writes.</summary>
    public static CopyFinding? Read(string? found) =>
        int.TryParse(found, NumberStyles.None, CultureInfo.InvariantCulture, out var places) && places <= MaxPlaces ? new CopyFinding(places) : null;

    public string Query(RevisionId revision) => string.Create(CultureInfo.InvariantCulture, $"?code={revision}&found={Places}");
}
