/**
The keys of launchd's property lists that have an explanation, with dots between a key and those inside; `x` stands for a
name that whoever wrote the file chose.

Sources: launchd.plist(5); xpc_events(3) and xpc/activity.h for LaunchEvents; the rest is only seen in Apple's own files.
*/
export const launchdKeyIds = [
	...['Label', 'Disabled', 'UserName', 'GroupName', 'InitGroups', 'Program', 'BundleProgram', 'ProgramArguments', 'EnableGlobbing'],
	...['RunAtLoad', 'KeepAlive', 'KeepAlive.SuccessfulExit', 'KeepAlive.Crashed', 'KeepAlive.PathState', 'KeepAlive.PathState.x'],
	...['KeepAlive.OtherJobEnabled', 'KeepAlive.OtherJobEnabled.x', 'KeepAlive.NetworkState', 'KeepAlive.AfterInitialDemand', 'OnDemand'],
	...['ServiceIPC', 'LaunchOnlyOnce', 'ThrottleInterval', 'ExitTimeOut', 'TimeOut', 'EnableTransactions', 'EnablePressuredExit'],
	...['StartInterval', 'StartCalendarInterval', 'StartCalendarInterval.Minute', 'StartCalendarInterval.Hour'],
	...['StartCalendarInterval.Day', 'StartCalendarInterval.Weekday', 'StartCalendarInterval.Month', 'StartOnMount', 'WatchPaths'],
	...['QueueDirectories', 'MachServices', 'MachServices.x', 'MachServices.x.ResetAtClose', 'MachServices.x.HideUntilCheckIn'],
	...['MachServices.x.HostSpecialPort', 'MachServices.x.TaskSpecialPort', 'MachServices.x.DrainMessagesOnCrash', 'Sockets', 'Sockets.x'],
	...['Sockets.x.SockType', 'Sockets.x.SockPassive', 'Sockets.x.SockNodeName', 'Sockets.x.SockServiceName', 'Sockets.x.SockFamily'],
	...['Sockets.x.SockProtocol', 'Sockets.x.SockPathName', 'Sockets.x.SockPathOwner', 'Sockets.x.SockPathGroup', 'Sockets.x.SockPathMode'],
	...['Sockets.x.SecureSocketWithKey', 'Sockets.x.Bonjour', 'Sockets.x.MulticastGroup', 'inetdCompatibility', 'inetdCompatibility.Wait'],
	...['LaunchEvents', 'LaunchEvents.x', 'LaunchEvents.x.x', 'LaunchEvents.x.x.Notification', 'LaunchEvents.x.x.Name'],
	...['LaunchEvents.x.x.Path', 'LaunchEvents.x.x.IOMatchLaunchStream', 'LaunchEvents.x.x.IOProviderClass', 'LaunchEvents.x.x.IONameMatch'],
	...['LaunchEvents.x.x.IOPropertyMatch', 'LaunchEvents.x.x.idVendor', 'LaunchEvents.x.x.idProduct', 'LaunchEvents.x.x.Interval'],
	...['LaunchEvents.x.x.Repeating', 'LaunchEvents.x.x.Delay', 'LaunchEvents.x.x.GracePeriod', 'LaunchEvents.x.x.Priority'],
	...['LaunchEvents.x.x.AllowBattery', 'LaunchEvents.x.x.PowerNap', 'LaunchEvents.x.x.RequireScreenSleep'],
	...['LaunchEvents.x.x.RequireNetworkConnectivity', 'LaunchEvents.x.x.RequireBatteryLevel', 'LaunchEvents.x.x.bundleid'],
	...['LaunchEvents.x.x.events', 'LimitLoadToSessionType', 'LimitLoadToHosts', 'LimitLoadFromHosts'],
	...['LimitLoadToHardware', 'LimitLoadToHardware.x', 'LimitLoadFromHardware', 'LimitLoadFromHardware.x', 'LimitLoadToVariant'],
	...['RootDirectory', 'WorkingDirectory', 'EnvironmentVariables', 'EnvironmentVariables.x', 'Umask', 'StandardInPath', 'StandardOutPath'],
	...['StandardErrorPath', 'Debug', 'WaitForDebugger', 'SoftResourceLimits', 'SoftResourceLimits.Core', 'SoftResourceLimits.CPU'],
	...['SoftResourceLimits.Data', 'SoftResourceLimits.FileSize', 'SoftResourceLimits.MemoryLock', 'SoftResourceLimits.NumberOfFiles'],
	...['SoftResourceLimits.NumberOfProcesses', 'SoftResourceLimits.ResidentSetSize', 'SoftResourceLimits.Stack', 'HardResourceLimits'],
	...['HardResourceLimits.Core', 'HardResourceLimits.CPU', 'HardResourceLimits.Data', 'HardResourceLimits.FileSize'],
	...['HardResourceLimits.MemoryLock', 'HardResourceLimits.NumberOfFiles', 'HardResourceLimits.NumberOfProcesses'],
	...['HardResourceLimits.ResidentSetSize', 'HardResourceLimits.Stack', 'Nice', 'ProcessType', 'LowPriorityIO', 'LowPriorityBackgroundIO'],
	...['MaterializeDatalessFiles', 'LegacyTimers', 'AbandonProcessGroup', 'SessionCreate', 'AssociatedBundleIdentifiers'],
	...['HopefullyExitsFirst', 'HopefullyExitsLast', 'POSIXSpawnType', 'PosixSpawnType', 'JetsamProperties'],
	...['JetsamProperties.JetsamPriority', 'JetsamProperties.JetsamMemoryLimit', 'PublishesEvents', 'MultipleInstances', 'SandboxProfile'],
	...['DisableASLR', 'RemoteServices', 'RemoteServices.x', 'BinaryOrderPreference', 'CFBundleIdentifier', 'BeginTransactionAtShutdown'],
	...['DisabledInSafeBoot', 'EnabledPressuredExit'],
] as const;

export type LaunchdKeyId = (typeof launchdKeyIds)[number];
