namespace Storyprint.Formats.Imports;

/// <summary>A list of the old site, at its addresses: a section, a topic, or an author's stories.</summary>
/// <param name="Kind"><c>category</c>, <c>tag</c> or <c>author</c>.</param>
/// <param name="Slug">Its slug there, which it may have here too.</param>
/// <param name="Name">Its name for readers.</param>
public sealed record ImportedList(string Kind, string Slug, string Name, IReadOnlyList<string> Addresses);
