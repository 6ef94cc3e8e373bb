namespace Storyprint.Formats.DraftFiles;

/// <summary>Why a file cannot be taken in.</summary>
/// <param name="Line">The line in the file, from 1; 0 where it is about the whole.</param>
/// <param name="Sentence">What is wrong, and what to do.</param>
public sealed record DraftFileProblem(int Line, string Sentence);

/// <summary>Ends the reading of a file; caught where it began.</summary>
internal sealed class RefusedDraftFile(int line, string sentence) : Exception(sentence)
{
    public DraftFileProblem Problem => new(line, Message);
}
