namespace Storyprint.Text.Differences;

/// <summary>One paragraph of a text to be compared.</summary>
/// <param name="Tag">The kind of paragraph, such as <c>headline</c>; paragraphs with the same tag are preferred as partners. Use one tag for all where it is unknown.</param>
/// <param name="Text">Its text, any string; reported back unchanged.</param>
public sealed record ComparedParagraph(string Tag, string Text);
