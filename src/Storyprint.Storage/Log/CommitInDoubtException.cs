using System.Data.Common;

namespace Storyprint.Storage.Log;

/// <summary>The connection broke during a commit, and the database could not be reached to learn whether it stands.</summary>
public sealed class CommitInDoubtException(Exception fault) : DbException(
    "The connection to the database was lost at the last step, and it did not come back within a minute. The release stands or it was not made: nobody can say which "
    + "before the database is back. Look at the story's history then, before you release again.", fault);
