using Storyprint.Stories.Workflow;

namespace Storyprint.People.Sessions;

/// <summary>Whose session it is, in a list of everybody's.</summary>
public sealed record SessionPerson(string Id, string UserName, string DisplayName, Role Role);
