using Storyprint.EndToEnd.Demo;
using Storyprint.EndToEnd.Machine;

// One demonstration and one browser serve every test.
[assembly: AssemblyFixture(typeof(DemoSite))]
[assembly: AssemblyFixture(typeof(Chromium))]
