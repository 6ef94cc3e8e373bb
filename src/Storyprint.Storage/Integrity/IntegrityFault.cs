namespace Storyprint.Storage.Integrity;

/// <summary>Something in the database that is not what was released.</summary>
/// <param name="Where">The story, revision or table.</param>
/// <param name="Sentence">What is wrong with it.</param>
/// <param name="IsDerived">Whether it can be made again from what was sealed; what was sealed itself can only come from a copy.</param>
public sealed record IntegrityFault(string Where, string Sentence, bool IsDerived)
{
    internal static IntegrityFault Sealed(string where, string sentence) => new(where, sentence, IsDerived: false);

    internal static IntegrityFault Derived(string where, string sentence) => new(where, sentence, IsDerived: true);
}
