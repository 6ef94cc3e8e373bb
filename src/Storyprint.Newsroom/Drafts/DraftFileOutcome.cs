using Storyprint.Formats.DraftFiles;

namespace Storyprint.Newsroom.Drafts;

/// <summary>What became of writing a draft into a file, or of taking one in.</summary>
public abstract record DraftFileOutcome
{
    private DraftFileOutcome()
    {
    }

    public sealed record Written(DraftFileText File, long Version) : DraftFileOutcome;

    /// <summary>The draft says what the file says.</summary>
    /// <param name="IsNew">False where the same file was taken in before.</param>
    /// <param name="By">Who wrote in the draft after the file was made.</param>
    /// <param name="File">The draft as it stands now; null where somebody has to choose between words first.</param>
    public sealed record TakenIn(long Version, bool IsNew, IReadOnlyList<string> By, DraftFileText? File) : DraftFileOutcome;

    /// <summary>Nothing in the file differs from the draft that it was made from.</summary>
    public sealed record Unchanged : DraftFileOutcome;

    public sealed record Refused(string Sentence) : DraftFileOutcome
    {
        internal static Refused Of(string path, DraftFileProblem problem) => new(problem.Line > 0 ? $"{path}, line {problem.Line}: {problem.Sentence}" : $"{path}: {problem.Sentence}");
    }
}
