namespace Storyprint.Text.Differences;

/// <summary>One paragraph of a text to be compared.</summary>
/// <param name="Tag">What the paragraph is, for example <c>headline</c>; paragraphs of one tag are preferred as partners. Give one tag to all where it is unknown.</param>
/// <param name="Text">Its text, any string; reported back unchanged.</param>
public sealed record ComparedParagraph(string Tag, string Text);
