using System.Globalization;
using System.Text;
using Storyprint.Files;

namespace Storyprint.Operations.Archive;

/// <summary>
/// What an archive's folder holds and from what it was made: a list, and beside it, while a run lasts, a journal of what the run has done.
/// </summary>
/// <remarks>
/// A path is in the journal before its file is touched, and its part only after all files of the part stand. Whatever moment a run
/// is cut short at, the next one knows every file that may be there, and asks again for every part that is not whole.
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
            // The last line may be half a line.
            journal.WriteLine();
        }
    }

    /// <summary>The parts that were written whole, by name.</summary>
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

    /// <summary>Files are about to be written. If the machine stops from here on, the next run knows that they may be there.</summary>
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

    /// <summary>A part stands. Files it had before and has no longer belong to nobody from here on.</summary>
    public void Finish(string name, ArchivedPart part)
    {
        lock (guard)
        {
            Let(name);
            parts[name] = part;
            Write(journal, name, part);
        }
    }

    /// <summary>Parts that are in no plan any more.</summary>
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

    /// <summary>Files that stood once, or may stand, and belong to no part.</summary>
    public IReadOnlyList<string> Leftovers()
    {
        var owned = parts.Values.SelectMany(part => part.Files).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return [.. loose.Where(path => !owned.Contains(path)).Order(StringComparer.Ordinal)];
    }

    /// <summary>Writes the list anew and ends the journal. Until the list has its name, the old one and the journal say the same.</summary>
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

    // A line that is cut short ends the reading of its part; what the part wrote was announced before.
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
