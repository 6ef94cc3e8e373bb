using Storyprint.Extraction;

namespace Storyprint.Web.Copies;

/// <summary>A file that somebody sent to be compared, as it was read before the request took its turn: reading waits in a queue of its own, and no text waits behind it.</summary>
/// <param name="Outcome">What was read, or why not.</param>
internal sealed record CopyFile(ExtractionOutcome Outcome);
