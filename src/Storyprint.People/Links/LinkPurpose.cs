namespace Storyprint.People.Links;

/// <summary>What a one-time link is for. The numbers are stored in the database.</summary>
public enum LinkPurpose
{
    /// <summary>Makes whoever opens it an administrator: printed where a newsroom has none, or by a command on the machine.</summary>
    FirstAdministrator = 1,

    /// <summary>Makes an account with the role of the offer.</summary>
    Invitation = 2,

    /// <summary>Lets a person whose passkey, password or second factor is lost set a new one.</summary>
    Reset = 3,
}
