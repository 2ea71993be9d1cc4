/** A whole configuration file, to be read. */
export type Listing = {path: string; lines: readonly string[]};

/** What a language says in the files: descriptions, and comments above the keys that matter. */
type ListingWords = {
	/** One line each: what the service does. */
	logMonitor: string;
	backup: string;
	apiCheck: string;
	/** Comments. */
	comesBack: string;
	catchesUp: string;
	stepsBack: string;
	everyNight: string;
	everyFiveMinutes: string;
	wholePaths: string;
};

const lines = (text: string): readonly string[] => text.trim().split('\n');

const unit = (name: string, text: string): Listing => ({path: `~/.config/systemd/user/${name}`, lines: lines(text)});

/** Unit files of one user for the three uses. @source systemd.service(5), systemd.timer(5), systemd.exec(5) */
const unitListings = (words: ListingWords): readonly Listing[] => [
	unit(
		'log-monitor.service',
		`
[Unit]
Description=${words.logMonitor}

[Service]
ExecStart=%h/bin/log-monitor /var/log/syslog
# ${words.comesBack}
Restart=on-failure
RestartSec=10

[Install]
WantedBy=default.target
`,
	),
	unit(
		'backup.service',
		`
[Unit]
Description=${words.backup}

[Service]
Type=oneshot
ExecStart=%h/bin/backup %h/Documents /mnt/backup
# ${words.stepsBack}
Nice=10
IOSchedulingClass=idle
`,
	),
	unit(
		'backup.timer',
		`
[Timer]
# ${words.everyNight}
OnCalendar=*-*-* 02:30:00
# ${words.catchesUp}
Persistent=true

[Install]
WantedBy=timers.target
`,
	),
	unit(
		'api-check.service',
		`
[Unit]
Description=${words.apiCheck}

[Service]
Type=oneshot
ExecStart=%h/bin/api-check https://example.org/health
TimeoutStartSec=30
`,
	),
	unit(
		'api-check.timer',
		`
[Timer]
# ${words.everyFiveMinutes}
OnBootSec=2min
OnUnitActiveSec=5min

[Install]
WantedBy=timers.target
`,
	),
];

const propertyList = (name: string, program: readonly string[], text: string): Listing => ({
	path: `~/Library/LaunchAgents/my.${name}.plist`,
	lines: lines(`
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key>
  <string>my.${name}</string>
  <key>ProgramArguments</key>
  <array>
${program.map(argument => `    <string>${argument}</string>`).join('\n')}
  </array>
${text.replace(/^\n|\n$/g, '')}
</dict>
</plist>
`),
});

/** Property lists of one user for the three uses. @source launchd.plist(5) */
const propertyLists = (words: ListingWords): readonly Listing[] => [
	propertyList(
		'log-monitor',
		['/Users/me/bin/log-monitor', '/var/log/system.log'],
		`
  <!-- ${words.comesBack} -->
  <key>KeepAlive</key>
  <dict>
    <key>SuccessfulExit</key>
    <false/>
  </dict>
  <!-- ${words.wholePaths} -->
  <key>StandardErrorPath</key>
  <string>/Users/me/Library/Logs/log-monitor.log</string>
`,
	),
	propertyList(
		'backup',
		['/Users/me/bin/backup', '/Users/me/Documents', '/Volumes/Backup'],
		`
  <!-- ${words.everyNight} -->
  <key>StartCalendarInterval</key>
  <dict>
    <key>Hour</key>
    <integer>2</integer>
    <key>Minute</key>
    <integer>30</integer>
  </dict>
  <!-- ${words.stepsBack} -->
  <key>ProcessType</key>
  <string>Background</string>
  <key>LowPriorityIO</key>
  <true/>
`,
	),
	propertyList(
		'api-check',
		['/Users/me/bin/api-check', 'https://example.org/health'],
		`
  <!-- ${words.everyFiveMinutes} -->
  <key>StartInterval</key>
  <integer>300</integer>
`,
	),
];

/** The files of the last lesson: read, never installed. */
export const lessonListings = (words: ListingWords): {linux: readonly Listing[]; darwin: readonly Listing[]} => ({
	linux: unitListings(words),
	darwin: propertyLists(words),
});
