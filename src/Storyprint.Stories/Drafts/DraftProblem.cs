namespace Storyprint.Stories.Drafts;

/// <summary>Why a draft, or changes of one, cannot be taken.</summary>
/// <param name="Where">The place as a JSON pointer, such as <c>/blocks/3/texts/text/0</c>; empty for the whole.</param>
/// <param name="Sentence">What is wrong there.</param>
public sealed record DraftProblem(string Where, string Sentence);
