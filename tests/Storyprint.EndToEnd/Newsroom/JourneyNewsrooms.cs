namespace Storyprint.EndToEnd.Newsroom;

/// <summary>The journeys of administrators and editors share their demonstrations and go one after another.</summary>
[CollectionDefinition]
public sealed class JourneyNewsrooms : ICollectionFixture<DemoNewsrooms>;
