/** The first that fits what a system calls a socket of another protocol. */
const kinds = [
	[/^NETLINK ROUTE/, 'netlink-route'],
	[/^NETLINK KOBJECT_UEVENT/, 'netlink-uevent'],
	[/^NETLINK AUDIT/, 'netlink-audit'],
	[/^NETLINK GENERIC/, 'netlink-generic'],
	[/^NETLINK NETFILTER/, 'netlink-netfilter'],
	[/^NETLINK XFRM/, 'netlink-xfrm'],
	[/^NETLINK SOCK_DIAG/, 'netlink-sock-diag'],
	[/^NETLINK CONNECTOR/, 'netlink-connector'],
	[/^NETLINK SELINUX/, 'netlink-selinux'],
	[/^NETLINK/, 'netlink'],
	[/^PACKET/, 'packet'],
	[/^RAW 1$/, 'icmp'],
	[/^RAW 58$/, 'icmpv6'],
	[/^RAW/, 'raw'],
	[/^PING/, 'ping'],
	[/^(?:MP)?TCP/, 'tcp'],
	[/^UDP/, 'udp'],
	[/^UNIX/, 'unix'],
	[/^(?:AF_)?VSOCK/, 'vsock'],
	[/^ALG/, 'alg'],
	[/^SYSTEM/, 'system'],
	[/^ROUTE/, 'route'],
	[/^KEY/, 'key'],
	[/^NDRV/, 'ndrv'],
] as const satisfies readonly (readonly [RegExp, string])[];

export type SocketKind = (typeof kinds)[number][1];

/** `null`: a kind that nobody has described. */
export const socketKindOf = (kind: string | null): SocketKind | null => kinds.find(([pattern]) => pattern.test(kind ?? ''))?.[1] ?? null;
