namespace Storyprint.NewsroomPages.Hosting;

/// <summary>A form that carries files, and so may be larger than others.</summary>
/// <param name="MostBytes">With everything around the files.</param>
internal sealed record LargeForm(long MostBytes);
