using System.Globalization;
using System.Text;
using Storyprint.Files;

namespace Storyprint.Operations.Archive;

/// <summary>The ledger of an archive: what its folder contains and from what it was made. A list, and during a run a journal beside it.</summary>
/// <remarks>
/// A path is entered in the journal before its file is touched, and a part only when all its files exist. Wherever a run is interrupted, the next one knows
/// every file that may exist, and requests every incomplete part again.
/// </remarks>
internal sealed class ArchiveLedger : IDisposable
{
    private const string Head = "storyprint-archive/v1";

    private readonly string list;
    private readonly string journalPath;
    private readonly Dictionary<string, ArchivedPart> parts = new(StringComparer.Ordinal);
    private readonly HashSet<string> loose = new(StringComparer.Ordinal);
    private readonly Lock guard = new();
    private readonly StreamWriter journal;

    private ArchiveLedger(string folder)
    {
        (list, journalPath) = (Path.Combine(folder, "list"), Path.Combine(folder, "journal"));
        foreach (var path in new[] { list, journalPath }.Where(File.Exists))
        {
            Read(path);
        }

        journal = new StreamWriter(new FileStream(journalPath, FileMode.Append, FileAccess.Write, FileShare.Read), new UTF8Encoding(false));
        if (journal.BaseStream.Length == 0)
        {
            journal.WriteLine(Head);
        }
        else
        {
            // The last line may be torn.
            journal.WriteLine();
        }
    }

    /// <summary>The complete parts, by name.</summary>
    public IReadOnlyDictionary<string, ArchivedPart> Parts => parts;

    public static ArchiveLedger Open(string folder) => new(folder);

    /// <summary>What was written for a part, or null.</summary>
    public ArchivedPart? Find(string part)
    {
        lock (guard)
        {
            return parts.GetValueOrDefault(part);
        }
    }

    /// <summary>Announces files before they are written. If the run is interrupted, the next one knows that they may exist.</summary>
    public void Announce(IEnumerable<string> paths)
    {
        lock (guard)
        {
            foreach (var path in paths.Where(loose.Add))
            {
                journal.WriteLine($"maybe\t{path}");
            }

            journal.Flush();
        }
    }

    /// <summary>Records a complete part. Files it no longer has belong to no part from here on.</summary>
    public void Finish(string name, ArchivedPart part)
    {
        lock (guard)
        {
            Let(name);
            parts[name] = part;
            Write(journal, name, part);
        }
    }

    /// <summary>Removes the parts that are not in the plan.</summary>
    public void Forget(IReadOnlyCollection<string> names)
    {
        lock (guard)
        {
            foreach (var name in names)
            {
                Let(name);
                parts.Remove(name);
                journal.WriteLine($"forget\t{name}");
            }

            journal.Flush();
        }
    }

    /// <summary>Files that exist or may exist, and belong to no part.</summary>
    public IReadOnlyList<string> Leftovers()
    {
        var owned = parts.Values.SelectMany(part => part.Files).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return [.. loose.Where(path => !owned.Contains(path)).Order(StringComparer.Ordinal)];
    }

    /// <summary>Rewrites the list and ends the journal. Until the list is renamed into place, the old one and the journal say the same.</summary>
    public void Close()
    {
        lock (guard)
        {
            journal.Dispose();
            AtomicFile.Write(list, file =>
            {
                using var text = new StreamWriter(file, new UTF8Encoding(false), leaveOpen: true);
                text.WriteLine(Head);
                foreach (var (name, part) in parts.OrderBy(part => part.Key, StringComparer.Ordinal))
                {
                    Write(text, name, part);
                }

            });
            File.Delete(journalPath);
        }
    }

    public void Dispose() => journal.Dispose();

    private void Let(string name)
    {
        if (parts.TryGetValue(name, out var before))
        {
            loose.UnionWith(before.Files.Select(file => file.Path));
        }
    }

    private static void Write(StreamWriter text, string name, ArchivedPart part)
    {
        text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"part\t{name}\t{part.ContentStamp}\t{part.Files.Count}"));
        foreach (var file in part.Files)
        {
            text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"file\t{file.Length}\t{file.ContentStamp}\t{file.Path}"));
        }
    }

    // A torn line ends the reading of its part; the files of the part were announced before.
    private void Read(string path)
    {
        using var lines = File.ReadLines(path).GetEnumerator();
        for (var more = lines.MoveNext(); more;)
        {
            var line = lines.Current.Split('\t');
            more = lines.MoveNext();
            switch (line)
            {
                case ["maybe", var file]:
                    loose.Add(file);
                    break;
                case ["forget", var name]:
                    Let(name);
                    parts.Remove(name);
                    break;
                case ["part", var name, var stamp, var count] when int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted):
                    var files = new List<ArchivedFile>(wanted);
                    while (more && files.Count < wanted && lines.Current.Split('\t') is ["file", var length, { Length: > 0 } of, { Length: > 0 } at]
                        && long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes))
                    {
                        files.Add(new ArchivedFile(at, bytes, of));
                        more = lines.MoveNext();
                    }

                    if (files.Count == wanted)
                    {
                        Let(name);
                        parts[name] = new ArchivedPart(stamp.Length == 0 ? null : stamp, files);
                    }
                    else
                    {
                        loose.UnionWith(files.Select(file => file.Path));
                    }

                    break;
            }
        }
    }
}
