namespace Storyprint.Storage.Schema;

/// <summary>A key of ASP.NET Core's data protection, encrypted with a key of the key folder.</summary>
public sealed class ProtectionKeyRow
{
    public required string Name { get; set; }

    public required string Xml { get; set; }
}
