using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Storyprint.Storage.Engine;

namespace Storyprint.People.Keys;

/// <summary>The keys of ASP.NET Core's data protection, in the database that all nodes share, each encrypted by <see cref="SecretXml"/>.</summary>
internal sealed class ProtectionKeys(Database database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => Run(async () =>
    {
        await using var connection = await database.OpenAsync();
        var kept = await connection.QueryAsync("SELECT xml FROM protection_key ORDER BY name", row => row.GetString(0), CancellationToken.None);
        return (IReadOnlyCollection<XElement>)[.. kept.Select(XElement.Parse)];
    });

    public void StoreElement(XElement element, string friendlyName) => Run(async () =>
    {
        await using var connection = await database.OpenAsync();
        return await connection.ExecuteAsync(
            "INSERT INTO protection_key (name, xml) VALUES (@name, @xml) ON CONFLICT (name) DO NOTHING", CancellationToken.None,
            ("@name", friendlyName), ("@xml", element.ToString(SaveOptions.DisableFormatting)));
    });

    // The interface is synchronous; the key ring is read once a day.
    private static T Run<T>(Func<Task<T>> work) => Task.Run(work).GetAwaiter().GetResult();
}
