using Storyprint.Text.Differences;

namespace Storyprint.Text.Matching;

/// <summary>A stretch of a copy.</summary>
/// <param name="From">The index of its first word.</param>
/// <param name="To">Behind its last.</param>
public abstract record CopySection(int From, int To)
{
    public int Count => To - From;

    /// <summary>Text of somebody else.</summary>
    public sealed record Foreign(int From, int To, string Text) : CopySection(From, To);

    /// <summary>Our words, compared.</summary>
    public sealed record Ours(int From, int To) : CopySection(From, To)
    {
        public required TextComparison Comparison { get; init; }

        /// <summary>The tags of the compared paragraphs of the original, such as <c>headline</c>.</summary>
        public required IReadOnlyList<string> Tags { get; init; }

        /// <summary>Whether it begins inside a paragraph of the original.</summary>
        public required bool IsCutBefore { get; init; }

        /// <summary>Whether it ends inside one.</summary>
        public required bool IsCutBehind { get; init; }

        /// <summary>Whether it lacks marks at its ends that the original has, or has others: quotation marks around it, no stop behind it.</summary>
        public bool IsTrimmed { get; init; }

        /// <inheritdoc cref="CopyText.IsRecognised"/>
        public bool IsRecognised { get; init; }

        public IEnumerable<CopyDifference> Differences => Comparison.Paragraphs.SelectMany(CopyDifference.Of).Select(difference => IsRecognised ? difference.OfRecognised : difference);
    }
}
