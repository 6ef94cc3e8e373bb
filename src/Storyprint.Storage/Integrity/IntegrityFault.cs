namespace Storyprint.Storage.Integrity;

/// <summary>A difference between the database and what was released.</summary>
/// <param name="Where">The story, revision or table concerned.</param>
/// <param name="Sentence">What is wrong, in a sentence.</param>
/// <param name="IsDerived">Whether it can be rebuilt from sealed revisions; a sealed revision itself can only be restored from a copy.</param>
public sealed record IntegrityFault(string Where, string Sentence, bool IsDerived)
{
    internal static IntegrityFault Sealed(string where, string sentence) => new(where, sentence, IsDerived: false);

    internal static IntegrityFault Derived(string where, string sentence) => new(where, sentence, IsDerived: true);
}
