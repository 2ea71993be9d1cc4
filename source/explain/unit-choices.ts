const actions =
	'none|exit|exit-force|reboot|reboot-force|reboot-immediate|poweroff|poweroff-force|poweroff-immediate|soft-reboot|soft-reboot-force|kexec|kexec-force|halt|halt-force|halt-immediate';
const levels = 'emerg|alert|crit|err|warning|notice|info|debug|0|1|2|3|4|5|6|7';
const jobModes = 'fail|replace|replace-irreversibly|isolate|flush|ignore-dependencies|ignore-requirements';
const facilities =
	'kern|user|mail|daemon|auth|syslog|lpr|news|uucp|cron|authpriv|ftp|local0|local1|local2|local3|local4|local5|local6|local7|' +
	'0|1|2|3|4|5|6|7|8|9|10|11|16|17|18|19|20|21|22|23';

const words: Readonly<Record<string, string>> = {
	'Unit.CollectMode': 'inactive|inactive-or-failed',
	'Unit.OnFailureJobMode': jobModes,
	'Unit.OnSuccessJobMode': jobModes,
	'Unit.StartLimitAction': actions,
	'Unit.FailureAction': actions,
	'Unit.SuccessAction': actions,
	'Unit.JobTimeoutAction': actions,
	'Service.Type': 'simple|exec|forking|oneshot|dbus|notify|notify-reload|idle',
	'Service.ExitType': 'main|cgroup',
	'Service.Restart': 'no|always|on-success|on-failure|on-abnormal|on-abort|on-watchdog',
	'Service.RestartMode': 'normal|direct|debug',
	'Service.NotifyAccess': 'none|main|exec|all',
	'Service.OOMPolicy': 'continue|stop|kill',
	'Service.TimeoutStartFailureMode': 'terminate|abort|kill',
	'Service.TimeoutStopFailureMode': 'terminate|abort|kill',
	'Service.FileDescriptorStorePreserve': 'no|yes|restart',
	'Exec.ProtectSystem': 'no|yes|full|strict',
	'Exec.ProtectHome': 'no|yes|read-only|tmpfs',
	'Exec.PrivateTmp': 'no|yes|disconnected',
	'Exec.PrivateUsers': 'no|yes|self|identity|full|managed',
	'Exec.ProtectControlGroups': 'no|yes|private|strict',
	'Exec.ProtectHostname': 'no|yes|private',
	'Exec.ProtectProc': 'default|noaccess|invisible|ptraceable',
	'Exec.ProcSubset': 'all|pid',
	'Exec.CPUSchedulingPolicy': 'other|batch|idle|fifo|rr|ext',
	'Exec.IOSchedulingClass': 'none|realtime|best-effort|idle|0|1|2|3',
	'Exec.KeyringMode': 'inherit|private|shared',
	'Exec.UtmpMode': 'init|login|user',
	'Exec.SyslogLevel': levels,
	'Exec.LogLevelMax': levels,
	'Exec.SyslogFacility': facilities,
	'Exec.RuntimeDirectoryPreserve': 'no|yes|restart',
	'Exec.NUMAPolicy': 'default|preferred|bind|interleave|local',
	'Exec.Personality': 'x86|x86-64|ppc|ppc-le|ppc64|ppc64-le|s390|s390x|arm64|arm64-32|arm',
	'Kill.KillMode': 'control-group|mixed|process|none',
	'Resource.DevicePolicy': 'auto|closed|strict',
	'Resource.ManagedOOMSwap': 'auto|kill',
	'Resource.ManagedOOMMemoryPressure': 'auto|kill',
	'Resource.ManagedOOMPreference': 'none|avoid|omit',
	'Resource.MemoryPressureWatch': 'auto|on|off|skip|yes|no',
	'Socket.BindIPv6Only': 'default|both|ipv6-only|yes|no',
	'Socket.SocketProtocol': 'udplite|sctp|mptcp',
	'Socket.Timestamping': 'off|us|usec|µs|ns|nsec',
	'Socket.DeferTrigger': 'no|yes|patient',
};

/** The values that a directive of kind `choice` may have, by its id. Where `yes` and `no` are among them, other words for these are as good. */
export const unitChoices: ReadonlyMap<string, ReadonlySet<string>> = new Map(
	Object.entries(words).map(([id, values]) => [id, new Set(values.split('|'))]),
);
