using Storyprint.Provenance.Names;

namespace Storyprint.Operations.Doctor;

/// <summary>Checks that the private keys exist, are usable, and are readable by their owner only.</summary>
internal static class KeysCheck
{
    public static IEnumerable<DoctorFinding> Run(Installation installation)
    {
        foreach (var role in (KeyRole[])[KeyRole.Log, KeyRole.Seal])
        {
            yield return Key(installation, role);
        }

        var folder = Path.GetFullPath(installation.Keys.Folder);
        if (folder.StartsWith(installation.Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) && !installation.Publication.IsDemo)
        {
            yield return DoctorFinding.Ok("keys' place", $"{folder}: inside the publication's folder, so take care that no copy of that folder goes where the keys must not be.");
        }
    }

    private static DoctorFinding Key(Installation installation, KeyRole role)
    {
        var path = installation.Keys.PathOf(role);
        var point = $"{role.Word} key";
        if (NewPublication.Is(installation))
        {
            return DoctorFinding.Ok(point, $"There is none yet: the first start makes it in {path}. Keep a copy of it elsewhere then.");
        }

        if (!installation.Keys.TryRead(role, installation.Log.Publisher, out var key, out var problem))
        {
            return DoctorFinding.Problem(point, problem.Sentence, "Put the key back from where you keep a copy of it.");
        }

        key.Dispose();
        const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        return !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0
            ? DoctorFinding.Problem(point, $"Others than its owner may read {path}.", $"chmod 600 {path}; if somebody may have read it, 'storyprint keys revoke {role.Word}'.")
            : DoctorFinding.Ok(point, path);
    }
}
