using System.Globalization;

namespace Storyprint.EndToEnd.Machine;

/// <summary>A machine whose clock can be turned and whose disk can be full, or be read only, for programs that are started with its environment. It stands between them and the C library.</summary>
internal sealed class FaultyMachine : IDisposable
{
    private const string Source = """
        #define _GNU_SOURCE
        #include <dlfcn.h>
        #include <errno.h>
        #include <stdio.h>
        #include <stdlib.h>
        #include <string.h>
        #include <sys/types.h>
        #include <time.h>
        #include <unistd.h>

        static long turned(void) {
            long seconds = 0;
            FILE *file = fopen(getenv("FAULTY_CLOCK"), "r");
            if (file) { if (fscanf(file, "%ld", &seconds) != 1) seconds = 0; fclose(file); }
            return seconds;
        }

        int clock_gettime(clockid_t clock, struct timespec *now) {
            static int (*next)(clockid_t, struct timespec *);
            if (!next) next = dlsym(RTLD_NEXT, "clock_gettime");
            int answer = next(clock, now);
            if (answer == 0 && clock == CLOCK_REALTIME) now->tv_sec += turned();
            return answer;
        }

        static int full(int file) {
            char link[64], path[4096];
            int fault = 0;
            FILE *said = fopen(getenv("FAULTY_DISK"), "r");
            if (!said) return 0;
            if (fscanf(said, "%d", &fault) != 1) fault = ENOSPC;
            fclose(said);
            snprintf(link, sizeof link, "/proc/self/fd/%d", file);
            ssize_t length = readlink(link, path, sizeof path - 1);
            path[length < 0 ? 0 : length] = 0;
            return strstr(path, ".db") != NULL ? fault : 0;
        }

        #define WRITER(name) \
        ssize_t name(int file, const void *bytes, size_t count, off_t offset) { \
            static ssize_t (*next)(int, const void *, size_t, off_t); \
            if (!next) next = dlsym(RTLD_NEXT, #name); \
            int fault = full(file); \
            if (fault) { errno = fault; return -1; } \
            return next(file, bytes, count, offset); \
        }
        WRITER(pwrite)
        WRITER(pwrite64)

        ssize_t write(int file, const void *bytes, size_t count) {
            static ssize_t (*next)(int, const void *, size_t);
            if (!next) next = dlsym(RTLD_NEXT, "write");
            int fault = file > 2 ? full(file) : 0;
            if (fault) { errno = fault; return -1; }
            return next(file, bytes, count);
        }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("storyprint-machine-").FullName;

    private FaultyMachine()
    {
    }

    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["LD_PRELOAD"] = Path.Combine(folder, "faulty.so"),
        ["FAULTY_CLOCK"] = Path.Combine(folder, "clock"),
        ["FAULTY_DISK"] = Path.Combine(folder, "full"),
    };

    public static async Task<FaultyMachine> BuildAsync()
    {
        Tool.Need("gcc", "gcc");
        var machine = new FaultyMachine();
        await File.WriteAllTextAsync(Path.Combine(machine.folder, "faulty.c"), Source);
        var built = await Tool.RunAsync("gcc", "-O1", "-shared", "-fPIC", "-o", machine.Environment["LD_PRELOAD"], Path.Combine(machine.folder, "faulty.c"), "-ldl");
        Assert.True(built.ExitCode == 0, built.Errors);
        return machine;
    }

    /// <summary>Turns the clock by this from what it truly is.</summary>
    public void TurnClock(TimeSpan by)
    {
        var next = Path.Combine(folder, "clock.next");
        File.WriteAllText(next, ((long)by.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        File.Move(next, Environment["FAULTY_CLOCK"], overwrite: true);
    }

    public void FillDisk() => Fail(28);

    /// <summary>As a file system that was mounted anew after a fault of its disk.</summary>
    public void MakeReadOnly() => Fail(30);

    public void MakeRoom() => File.Delete(Environment["FAULTY_DISK"]);

    // Put there whole: programs look while it is written. The numbers are those of errno on Linux.
    private void Fail(int fault)
    {
        var next = Path.Combine(folder, "full.next");
        File.WriteAllText(next, fault.ToString(CultureInfo.InvariantCulture));
        File.Move(next, Environment["FAULTY_DISK"], overwrite: true);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
