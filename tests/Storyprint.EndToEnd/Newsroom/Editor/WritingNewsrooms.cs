namespace Storyprint.EndToEnd.Newsroom.Editor;

/// <summary>The tests of writing share their demonstrations and run one after another: some of them kill the server.</summary>
[CollectionDefinition]
public sealed class WritingNewsrooms : ICollectionFixture<DemoNewsrooms>
{
    /// <summary>Both engines and both directions of writing.</summary>
    public static TheoryData<bool, string> Desks => new() { { false, "mira" }, { true, "nasrin" } };
}
