namespace Storyprint.Extraction.Pictures;

/// <summary>The marks and the words in pictures.</summary>
internal sealed class PictureTextReader
{
    public Task<ExtractionOutcome> ReadAsync(IEnumerable<byte[]> pictures, ContentKind kind, CancellationToken cancellation) => Task.FromResult<ExtractionOutcome>(new ExtractionOutcome.Refused(ExtractionRefusal.NoWords));
}
