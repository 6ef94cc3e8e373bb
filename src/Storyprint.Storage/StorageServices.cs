using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;
using Storyprint.Storage.Pictures;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Settings;

namespace Storyprint.Storage;

/// <summary>Registers the stores as services. Each is named, without assembly scanning, for a quick start.</summary>
public static class StorageServices
{
    /// <summary>Adds database, log, pictures and every store that a server needs. A <see cref="TimeProvider"/> must be registered.</summary>
    public static IServiceCollection AddStoryprintStores(this IServiceCollection services, Database database, PublicationLog log, MediaStore media) => services
        .AddSingleton(database).AddSingleton(log).AddSingleton(media)
        .AddSingleton(provider => new Stores(database, log, media, provider.GetRequiredService<TimeProvider>(), () => provider.GetRequiredService<CurrentPublication>().Value))
        .Add(stores => stores.Log).Add(stores => stores.Keys)
        .Add(stores => stores.Pictures).Add(stores => stores.Renditions).Add(stores => stores.Documents).Add(stores => stores.ForReaders.LegacyTargets).Add(stores => stores.ForReaders.ArchivedComments)
        .Add(stores => stores.Schedule).Add(stores => stores.Work).Add(stores => stores.Settings)
        .AddSingleton(provider => provider.GetRequiredService<Stores>().Releases(
            logger: provider.GetRequiredService<ILogger<ReleaseStore>>(), askWitnessClock: provider.GetService<WitnessClock>()))
        .Add(stores => stores.ForReaders.Stories).Add(stores => stores.ForReaders.Lists).Add(stores => stores.ForReaders.Addresses)
        .Add(stores => stores.ForReaders.Revisions).Add(stores => stores.ForReaders.Corrections)
        .Add(stores => stores.ForReaders.Terms).Add(stores => stores.ForReaders.Search).Add(stores => stores.ForReaders.Fingerprints);

    private static IServiceCollection Add<T>(this IServiceCollection services, Func<Stores, T> make)
        where T : class => services.AddSingleton(provider => make(provider.GetRequiredService<Stores>()));
}
