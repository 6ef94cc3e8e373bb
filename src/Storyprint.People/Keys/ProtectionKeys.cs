using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Storyprint.Storage.Engine;

namespace Storyprint.People.Keys;

/// <summary>The keys of ASP.NET Core's data protection, in the database that all nodes share, each sealed with a key of the key folder.</summary>
internal sealed class ProtectionKeys(Database database, SecretBox secrets) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => Run(async () =>
    {
        await using var connection = await database.OpenAsync();
        var kept = await connection.QueryAsync("SELECT xml FROM protection_key ORDER BY name", row => row.GetString(0), CancellationToken.None);

        // Keys of another key folder cannot be read: those who had signed in sign in again.
        return (IReadOnlyCollection<XElement>)[.. kept.Select(secrets.Open).OfType<string>().Select(XElement.Parse)];
    });

    public void StoreElement(XElement element, string friendlyName) => Run(async () =>
    {
        await using var connection = await database.OpenAsync();
        return await connection.ExecuteAsync(
            "INSERT INTO protection_key (name, xml) VALUES (@name, @xml) ON CONFLICT (name) DO NOTHING", CancellationToken.None,
            ("@name", friendlyName), ("@xml", secrets.Seal(element.ToString(SaveOptions.DisableFormatting))));
    });

    // The interface is synchronous; the key ring is read once a day.
    private static T Run<T>(Func<Task<T>> work) => Task.Run(work).GetAwaiter().GetResult();
}
