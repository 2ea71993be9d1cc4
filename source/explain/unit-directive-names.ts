/**
How the value of a directive is read, and what a later one does to it.

A later one replaces it: `text`, `flag`, `span`, `number`, `amount` (a number that may not be empty), `mode`, `choice`,
`path`, `stream`, `signal`, `options`. All others add up, and an empty one takes back what came before, except for `units`,
which cannot be taken back.

@source systemd.unit(5), systemd.service(5), systemd.exec(5), systemd.kill(5), systemd.resource-control(5),
systemd.socket(5), systemd.timer(5), systemd.path(5), systemd.mount(5), systemd.automount(5), systemd.swap(5)
*/
export type DirectiveKind =
	| 'text'
	| 'flag'
	| 'span'
	| 'number'
	| 'amount'
	| 'path'
	| 'stream'
	| 'signal'
	| 'mode'
	| 'choice'
	| 'options'
	| 'units'
	| 'words'
	| 'spans'
	| 'lines'
	| 'command'
	| 'environment'
	| 'condition'
	| 'calendar'
	| 'credential';

type Names = Readonly<Partial<Record<DirectiveKind, string>>>;

/** What may be checked before a unit starts: `Condition` and `Assert` go before the name. */
const checkNames =
	'PathExists PathExistsGlob PathIsDirectory PathIsSymbolicLink PathIsMountPoint PathIsReadWrite PathIsEncrypted ' +
	'PathIsSocket DirectoryNotEmpty FileNotEmpty FileIsExecutable NeedsUpdate FirstBoot Architecture Firmware Virtualization ' +
	'Host KernelCommandLine KernelVersion Version KernelModuleLoaded Credential Security Capability ACPower Memory CPUFeature ' +
	'CPUs Environment User Group ControlGroupController OSRelease MemoryPressure CPUPressure IOPressure';

const withPrefix = (prefix: string, names: string): string =>
	names
		.split(' ')
		.map(name => `${prefix}${name}`)
		.join(' ');

const unit: Names = {
	text: 'Description SourcePath JobTimeoutRebootArgument RebootArgument FailureActionExitStatus SuccessActionExitStatus',
	words: 'Documentation',
	units:
		'Wants Requires Requisite BindsTo PartOf Upholds Conflicts Before After OnFailure OnSuccess PropagatesReloadTo ' +
		'ReloadPropagatedFrom PropagatesStopTo StopPropagatedFrom JoinsNamespaceOf RequiresMountsFor WantsMountsFor ' +
		'RequiresOverridable RequisiteOverridable',
	flag:
		'StopWhenUnneeded RefuseManualStart RefuseManualStop AllowIsolate DefaultDependencies IgnoreOnIsolate OnFailureIsolate ' +
		'SurviveFinalKillSignal',
	choice: 'CollectMode OnFailureJobMode OnSuccessJobMode StartLimitAction FailureAction SuccessAction JobTimeoutAction',
	span: 'JobTimeoutSec JobRunningTimeoutSec StartLimitIntervalSec',
	condition: `${withPrefix('Condition', checkNames)} ${withPrefix('Assert', checkNames)}`,
	amount: 'StartLimitBurst',
};

const install: Names = {words: 'WantedBy RequiredBy UpheldBy Also Alias', text: 'DefaultInstance'};

const service: Names = {
	choice:
		'Type ExitType Restart RestartMode NotifyAccess OOMPolicy TimeoutStartFailureMode TimeoutStopFailureMode FileDescriptorStorePreserve',
	command: 'ExecStart ExecStartPre ExecStartPost ExecCondition ExecReload ExecStop ExecStopPost',
	flag: 'RemainAfterExit GuessMainPID NonBlocking RootDirectoryStartOnly PermissionsStartOnly',
	text: 'PIDFile BusName',
	span:
		'RestartSec RestartMaxDelaySec TimeoutStartSec TimeoutStopSec TimeoutAbortSec TimeoutSec RuntimeMaxSec ' +
		'RuntimeRandomizedExtraSec WatchdogSec',
	words: 'SuccessExitStatus RestartPreventExitStatus RestartForceExitStatus Sockets',
	lines: 'OpenFile',
	amount: 'RestartSteps FileDescriptorStoreMax',
	path: 'USBFunctionDescriptors USBFunctionStrings',
};

const exec: Names = {
	text:
		'User Group PAMName RootHash RootHashSignature RootImagePolicy ' +
		'MountImagePolicy ExtensionImagePolicy NUMAMask StandardInputData TTYRows TTYColumns SyslogIdentifier LogNamespace ' +
		'UtmpIdentifier SELinuxContext AppArmorProfile SmackProcessLabel SystemCallErrorNumber ' +
		'MountFlags UserNamespacePath',
	words:
		'SupplementaryGroups CPUAffinity PassEnvironment UnsetEnvironment ReadWritePaths ReadOnlyPaths InaccessiblePaths ExecPaths ' +
		'NoExecPaths BindPaths BindReadOnlyPaths TemporaryFileSystem RestrictAddressFamilies RestrictNamespaces RestrictFileSystems ' +
		'SystemCallFilter SystemCallLog SystemCallArchitectures CapabilityBoundingSet AmbientCapabilities SecureBits CoredumpFilter ' +
		'RuntimeDirectory StateDirectory CacheDirectory LogsDirectory ConfigurationDirectory ExtensionDirectories ExtensionImages ' +
		'MountImages RootImageOptions ExecSearchPath ImportCredential DelegateNamespaces',
	lines: 'EnvironmentFile StandardInputText LogFilterPatterns',
	environment: 'Environment LogExtraFields',
	credential: 'LoadCredential LoadCredentialEncrypted SetCredential SetCredentialEncrypted',
	flag:
		'DynamicUser NoNewPrivileges PrivateDevices PrivateNetwork PrivateMounts PrivateIPC ProtectKernelTunables ' +
		'ProtectKernelModules ProtectKernelLogs ProtectClock RestrictRealtime RestrictSUIDSGID LockPersonality ' +
		'MemoryDenyWriteExecute RemoveIPC SetLoginEnvironment IgnoreSIGPIPE CPUSchedulingResetOnFork TTYReset TTYVHangup TTYVTDisallocate ' +
		'SyslogLevelPrefix MountAPIVFS BindLogSockets RootEphemeral PrivatePIDs PrivateBPF MemoryKSM',
	choice:
		'ProtectSystem ProtectHome PrivateTmp PrivateUsers ProtectControlGroups ProtectHostname ProtectProc ProcSubset ' +
		'CPUSchedulingPolicy IOSchedulingClass KeyringMode UtmpMode SyslogLevel SyslogFacility ' +
		'LogLevelMax RuntimeDirectoryPreserve NUMAPolicy Personality',
	number: 'Nice OOMScoreAdjust IOSchedulingPriority',
	mode: 'UMask RuntimeDirectoryMode StateDirectoryMode CacheDirectoryMode LogsDirectoryMode ConfigurationDirectoryMode',
	span: 'LogRateLimitIntervalSec TimeoutCleanSec',
	amount:
		'CPUSchedulingPriority TimerSlackNSec LogRateLimitBurst LimitNOFILE LimitNPROC LimitCORE LimitMEMLOCK LimitAS ' +
		'LimitCPU LimitFSIZE LimitSTACK LimitDATA LimitRSS LimitLOCKS LimitSIGPENDING LimitMSGQUEUE LimitNICE LimitRTPRIO LimitRTTIME',
	path: 'WorkingDirectory RootDirectory RootImage RootVerity TTYPath NetworkNamespacePath IPCNamespacePath',
	stream: 'StandardInput StandardOutput StandardError',
};

const kill: Names = {
	choice: 'KillMode',
	flag: 'SendSIGHUP SendSIGKILL',
	signal: 'KillSignal RestartKillSignal FinalKillSignal WatchdogSignal ReloadSignal',
};

const resource: Names = {
	text: 'Slice CPUQuota DelegateSubgroup ManagedOOMMemoryPressureLimit',
	choice: 'DevicePolicy ManagedOOMSwap ManagedOOMMemoryPressure ManagedOOMPreference MemoryPressureWatch',
	flag: 'CPUAccounting MemoryAccounting IOAccounting TasksAccounting IPAccounting BlockIOAccounting MemoryZSwapWriteback CoredumpReceive',
	number:
		'CPUWeight StartupCPUWeight MemoryMin MemoryLow MemoryHigh MemoryMax MemorySwapMax MemoryZSwapMax ' +
		'DefaultMemoryMin DefaultMemoryLow DefaultStartupMemoryLow StartupMemoryLow StartupMemoryHigh StartupMemoryMax ' +
		'StartupMemorySwapMax StartupMemoryZSwapMax TasksMax IOWeight StartupIOWeight BlockIOWeight StartupBlockIOWeight',
	span: 'CPUQuotaPeriodSec ManagedOOMMemoryPressureDurationSec MemoryPressureThresholdSec',
	words:
		'Delegate DisableControllers AllowedCPUs StartupAllowedCPUs AllowedMemoryNodes StartupAllowedMemoryNodes IPAddressAllow ' +
		'IPAddressDeny SocketBindAllow SocketBindDeny RestrictNetworkInterfaces NFTSet',
	lines:
		'DeviceAllow IODeviceWeight IOReadBandwidthMax IOWriteBandwidthMax IOReadIOPSMax IOWriteIOPSMax IODeviceLatencyTargetSec ' +
		'IPIngressFilterPath IPEgressFilterPath BPFProgram BlockIODeviceWeight BlockIOReadBandwidth BlockIOWriteBandwidth',
	amount: 'CPUShares StartupCPUShares MemoryLimit',
};

const socket: Names = {
	lines: 'ListenStream ListenDatagram ListenSequentialPacket ListenFIFO ListenNetlink ListenSpecial ListenMessageQueue ListenUSBFunction',
	flag:
		'Accept FreeBind ReusePort KeepAlive PassCredentials PassPIDFD PassSecurity PassPacketInfo RemoveOnStop FlushPending ' +
		'Writable NoDelay Transparent Broadcast SELinuxContextFromNet PassFileDescriptorsToExec AcceptFileDescriptors',
	text: 'SocketUser SocketGroup Service BindToDevice FileDescriptorName TCPCongestion SmackLabel SmackLabelIPIn SmackLabelIPOut IPTOS',
	choice: 'BindIPv6Only SocketProtocol Timestamping DeferTrigger',
	mode: 'SocketMode DirectoryMode',
	span: 'KeepAliveTimeSec KeepAliveIntervalSec DeferAcceptSec DeferTriggerMaxSec TimeoutSec TriggerLimitIntervalSec PollLimitIntervalSec',
	command: 'ExecStartPre ExecStartPost ExecStopPre ExecStopPost',
	words: 'Symlinks',
	amount:
		'Backlog MaxConnections MaxConnectionsPerSource KeepAliveProbes Priority ReceiveBuffer SendBuffer IPTTL Mark PipeSize ' +
		'MessageQueueMaxMessages MessageQueueMessageSize TriggerLimitBurst PollLimitBurst',
};

const timer: Names = {
	calendar: 'OnCalendar',
	spans: 'OnBootSec OnStartupSec OnActiveSec OnUnitActiveSec OnUnitInactiveSec',
	span: 'AccuracySec RandomizedDelaySec RandomizedOffsetSec',
	flag: 'FixedRandomDelay Persistent WakeSystem RemainAfterElapse OnClockChange OnTimezoneChange DeferReactivation',
	text: 'Unit',
};

const path: Names = {
	lines: 'PathExists PathExistsGlob PathChanged PathModified DirectoryNotEmpty',
	flag: 'MakeDirectory',
	text: 'Unit',
};

const mount: Names = {
	text: 'What Where Type',
	options: 'Options',
	flag: 'SloppyOptions LazyUnmount ForceUnmount ReadWriteOnly',
	span: 'TimeoutSec',
};

const automount: Names = {text: 'Where', options: 'ExtraOptions', span: 'TimeoutIdleSec'};

const swap: Names = {text: 'What', number: 'Priority', options: 'Options', span: 'TimeoutSec'};

const slice: Names = {number: 'ConcurrencyHardMax ConcurrencySoftMax'};

const bus: Names = {text: 'Name User SystemdService AssumedAppArmorLabel', command: 'Exec'};

const desktop: Names = {
	text: 'Name GenericName Comment Icon TryExec Type OnlyShowIn NotShowIn Categories Keywords',
	command: 'Exec',
	flag: 'Hidden NoDisplay Terminal DBusActivatable StartupNotify X-GNOME-Autostart-enabled',
};

/** All directives that have words, by the group that the first part of their id names. */
export const directiveNames = {
	Unit: unit,
	Install: install,
	Service: service,
	Exec: exec,
	Kill: kill,
	Resource: resource,
	Socket: socket,
	Timer: timer,
	Path: path,
	Mount: mount,
	Automount: automount,
	Swap: swap,
	Scope: {},
	Slice: slice,
	Bus: bus,
	Desktop: desktop,
} satisfies Readonly<Record<string, Names>>;

export type DirectiveGroup = keyof typeof directiveNames;
