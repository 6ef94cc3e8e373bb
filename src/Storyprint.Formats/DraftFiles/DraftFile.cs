using System.Diagnostics.CodeAnalysis;
using Storyprint.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Drafts;

namespace Storyprint.Formats.DraftFiles;

/// <summary>
/// A draft as a Markdown file and back. What Markdown can hold comes back as it went in; a block that it cannot hold is named in the file and stays as it is.
/// </summary>
public static class DraftFile
{
    /// <summary>Writes the draft of a version; both are told in the file, so that what is changed in it can be merged.</summary>
    /// <param name="draft">Without anything left to choose.</param>
    public static DraftFileText Write(StoryCode code, long version, StoryDraft draft)
    {
        var body = new BodyWriter(KnownBlocks.Of(draft));
        return new DraftFileText(DraftFileHead.Write(code, version, DraftContent.Preview(draft)) + "\n" + body.Write(), body.Kept);
    }

    /// <summary>The words below the headline as Markdown.</summary>
    public static string BodyOf(StoryContent content) => new BodyWriter(KnownBlocks.Of(DraftFromContent.Of(content, BlockId.New))).Write();

    /// <summary>Which story a file is of, and of which version of its draft.</summary>
    public static bool TryReadOrigin(string text, out (StoryCode Code, long Version) origin, [NotNullWhen(false)] out DraftFileProblem? problem)
    {
        problem = null;
        origin = default;
        try
        {
            origin = DraftFileHead.Read(text).Origin;
            return true;
        }
        catch (RefusedDraftFile refused)
        {
            problem = refused.Problem;
            return false;
        }
    }

    /// <summary>Reads the content of a file. What a file does not say (the language, notes of corrections) is that of the draft.</summary>
    /// <param name="draft">The draft of the version that the file was made from.</param>
    public static bool TryRead(string text, StoryDraft draft, [NotNullWhen(true)] out StoryContent? content, [NotNullWhen(false)] out DraftFileProblem? problem)
    {
        (content, problem) = (null, null);
        try
        {
            var head = DraftFileHead.Read(text);
            content = head.In(DraftContent.Preview(draft)) with { Body = new BodyReader(head.Body, KnownBlocks.Of(draft), head.BodyLine).Read() };
            return true;
        }
        catch (RefusedDraftFile refused)
        {
            problem = refused.Problem;
            return false;
        }
    }

    /// <summary>Whether two contents say the same to readers of a file.</summary>
    public static bool IsSame(StoryContent one, StoryContent other) => SameBlocks.Text(one) == SameBlocks.Text(other);
}

/// <summary>A draft as a file.</summary>
/// <param name="Kept">For each block that Markdown cannot hold, its first words.</param>
public sealed record DraftFileText(string Text, IReadOnlyList<string> Kept);
